"""A person adopts a proposed decision, under a mandate, or deviates from it with a reason."""

from __future__ import annotations
