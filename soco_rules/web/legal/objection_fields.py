"""What the forms about objections share: what was filled in, and where too much stands."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace

from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import text_in
from soco_rules.web.legal.signing import LONGEST
from soco_rules.web.legal.signing import TOO_LONG

Form = Mapping[str, object]
NOT_FILLED = Choice("", "niet ingevuld")


def filled(fields: Iterable[Field], form: Form) -> tuple[Field, ...]:
    """The fields with what was filled in."""
    return tuple(
        replace(each, value=text_in(form, each.name)) if each.name in form else each for each in fields
    )


def too_long(fields: Iterable[Field], form: Form) -> dict[str, str]:
    """The fields in which more stands than a letter holds."""
    return {each.name: TOO_LONG for each in fields if len(text_in(form, each.name)) > LONGEST}
