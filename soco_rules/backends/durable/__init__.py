"""The second calculator: the rules of a Program run by durable-rules, to be compared with the reference."""

from __future__ import annotations

from soco_rules.backends.durable.apart import LostError
from soco_rules.backends.durable.apart import apart
from soco_rules.backends.durable.engine import DoesNotFitError
from soco_rules.backends.durable.engine import DurableError
from soco_rules.backends.durable.engine import available
from soco_rules.backends.durable.engine import limits
from soco_rules.backends.durable.engine import prepare

__all__ = ["DoesNotFitError", "DurableError", "LostError", "apart", "available", "limits", "prepare"]
