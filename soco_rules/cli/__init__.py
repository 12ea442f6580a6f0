"""The commands of `soco`: options, one call, print. No knowledge of rules."""

from __future__ import annotations
