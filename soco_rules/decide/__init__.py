"""A proposed decision on a case: what both calculators find, the reasons, and what is still missing."""

from __future__ import annotations

from soco_rules.decide.calculators import Calculators
from soco_rules.decide.calculators import SecondCalculator
from soco_rules.decide.calculators import in_process
from soco_rules.decide.calculators import prepare
from soco_rules.decide.proposal import decide
from soco_rules.decide.proposal import propose
from soco_rules.decide.proposal import unconfirmed
from soco_rules.decide.proposal import without_program

__all__ = [
    "Calculators",
    "SecondCalculator",
    "decide",
    "in_process",
    "prepare",
    "propose",
    "unconfirmed",
    "without_program",
]
