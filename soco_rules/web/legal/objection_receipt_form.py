"""What is asked when an objection is received, and what was filled in."""

from __future__ import annotations

from soco_rules.model.objecting import Objected
from soco_rules.model.values import iso_day
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.objection_fields import Form
from soco_rules.web.legal.objection_fields import filled
from soco_rules.web.legal.objection_fields import too_long


def receipt_fields(form: Form) -> tuple[Field, ...]:
    """What is asked when an objection is received."""
    return filled(
        (
            day_field("ontvangen", "Ontvangen op", "", "De dag waarop het bezwaar er was"),
            day_field(
                "gepost",
                "Gepost op",
                "",
                "Het poststempel, als het met de post kwam (Awb 6:9)",
                required=False,
            ),
            Field(
                "van",
                "Ingediend door",
                hint="Alleen als dat een ander is dan de persoon zelf. Is het een gemachtigde, stuur dan ook hem de brieven "
                "(Awb 6:17).",
                required=False,
            ),
            Field("gronden", "Waarom de persoon het er niet mee eens is", "textarea", required=False),
        ),
        form,
    )


def receipt_in(
    adoption: int, form: Form, fields: tuple[Field, ...]
) -> tuple[Objected | None, tuple[Field, ...]]:
    """What was received, or the fields with what is wrong in them."""
    errors = too_long(fields, form)
    day, problem = day_given(form, "ontvangen")
    if day is None:
        errors["ontvangen"] = problem or "Vul in op welke dag het bezwaar is ontvangen."
    posted, problem = day_given(form, "gepost")
    if problem:
        errors["gepost"] = problem
    if errors or day is None:
        return None, with_errors(fields, errors)
    said = Objected(
        adoption=adoption,
        received=iso_day(day),
        posted_on=None if posted is None else iso_day(posted),
        by=text_in(form, "van"),
        grounds=text_in(form, "gronden"),
    )
    return said, fields
