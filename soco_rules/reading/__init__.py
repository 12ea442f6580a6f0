"""An agreement as numbered Dutch articles, for whoever adopts it."""

from __future__ import annotations
