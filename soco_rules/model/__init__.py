"""The vocabulary: values, expressions, agreements, programs, cases, decisions; they are read and written, no more."""

from __future__ import annotations
