"""What would have to change for another outcome: which facts may, the search, and the answer in words."""

from __future__ import annotations
