"""Procedure terms of the Awb: on which day they end."""

from __future__ import annotations
