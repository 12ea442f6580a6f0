"""Scenarios for what no scenario reaches or guards, for a person to confirm."""

from __future__ import annotations
