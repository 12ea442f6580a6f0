"""Letters: a decision and a template in plain Markdown become one tree, and the tree becomes HTML or Markdown."""

from __future__ import annotations
