"""A new agreement from questions: the open points, a draft, its rule file and scenarios on its boundaries."""

from __future__ import annotations
