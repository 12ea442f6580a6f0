"""A proposed decision on a case: what both calculators find, the reasons, and what is still missing."""

from __future__ import annotations

from soco_rules.decide.calculators import Calculators
from soco_rules.decide.calculators import prepare
from soco_rules.decide.proposal import decide
from soco_rules.decide.proposal import propose

__all__ = ["Calculators", "decide", "prepare", "propose"]
