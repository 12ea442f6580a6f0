"""Policy tests: scenarios in whole Dutch sentences, executed by pytest-bdd against the same rules that decide."""

from __future__ import annotations
