"""From agreement to Program: layers and versions, names, types and units, persons, order, limits."""

from __future__ import annotations
