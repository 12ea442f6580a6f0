"""A person adopts a proposed decision, under a mandate, or deviates from it with a reason; or adopts an agreement."""

from __future__ import annotations
