"""The vocabulary: values, expressions, agreements, programs, cases, decisions. No behaviour beyond reading and writing."""

from __future__ import annotations
