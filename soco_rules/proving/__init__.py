"""Proofs about an agreement for all cases at once, or the case in which it goes wrong."""

from __future__ import annotations
