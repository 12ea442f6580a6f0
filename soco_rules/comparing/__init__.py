"""Two readings of an agreement beside each other: what was written otherwise, and in which cases that matters."""

from __future__ import annotations
