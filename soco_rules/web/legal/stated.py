"""What a person says with the form of adopting, as a statement, or what is wrong in its fields."""

from __future__ import annotations

from soco_rules.adopt.hearing import DATED
from soco_rules.adopt.statement import Deviating
from soco_rules.adopt.statement import Statement
from soco_rules.adopt.statement import still_to_come
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.values import iso_day
from soco_rules.web.access.functions import WITHOUT
from soco_rules.web.access.functions import why_not
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.forms import wrong
from soco_rules.web.legal.asked import as_written
from soco_rules.web.legal.asked import case_of
from soco_rules.web.legal.at_fields import with_errors
from soco_rules.web.legal.signing import EARLIER
from soco_rules.web.legal.signing import LONGEST
from soco_rules.web.legal.signing import OWN
from soco_rules.web.legal.signing import TOO_LONG
from soco_rules.web.legal.signing import Asking
from soco_rules.web.legal.signing import Form
from soco_rules.web.legal.signing import outcome_field


def statement_in(
    asking: Asking, form: Form, fields: tuple[Field, ...]
) -> tuple[Statement | None, tuple[Field, ...]]:
    """What the person says, or the fields with what is wrong in them."""
    errors: dict[str, str] = {}
    day = _day(form, "datum", errors)
    sent = _day(form, "verzonden_op", errors)
    if day is not None and still_to_come(day, asking.today):
        errors["datum"] = "Deze dag moet nog komen. Kies vandaag, of een dag die voorbij is."
    hearing = _hearing(asking, form, errors) if asking.appealable else None
    deviation = _deviation(asking, form, errors) if asking.outcomes else None
    errors |= {each.name: TOO_LONG for each in fields if len(text_in(form, each.name)) > LONGEST}
    function = asking.person.function or text_in(form, "functie")
    if not function:
        errors["functie"] = WITHOUT if asking.own.names == () else "Vul in in welke functie u vaststelt."
    elif problem := why_not(asking.own, function):
        errors["functie"] = problem
    _dated_back(asking, form, day, errors)
    if errors:
        errors = {**_still_needed(asking, form, hearing), **errors}
    checked = with_errors(fields, errors)
    if wrong(checked) or day is None or sent is None:
        return None, checked
    said = Statement(
        by=asking.person.name,
        function=function,
        date=day,
        sent_on=sent,
        hearing=hearing,
        reasons=text_in(form, "toelichting"),
        deviation=deviation,
        own_letter=text_in(form, OWN),
        function_from=asking.own.source,
        dated_back=text_in(form, EARLIER) if asking.is_before(day) else "",
    )
    return said, fields


def _dated_back(asking: Asking, form: Form, day: int | None, errors: dict[str, str]) -> None:
    """A decision of before its proposal was recorded asks why: nobody decides on what is not there yet."""
    if day is not None and asking.is_before(day) and not text_in(form, EARLIER):
        errors[EARLIER] = "Schrijf waarom het besluit van voor het voorstel is, of kies een latere dag."


def _still_needed(asking: Asking, form: Form, hearing: Hearing | None) -> dict[str, str]:
    """What would only be missed once the other fields are right; told at once."""
    needed: dict[str, str] = {}
    if asking.appealable and hearing is None:
        needed["zienswijze"] = "Kies of de belanghebbende is gehoord, of welke uitzondering geldt."
    if asking.must_explain and not text_in(form, "toelichting"):
        needed["toelichting"] = "Schrijf waarom in dit geval zo is besloten (Awb 3:46)."
    if asking.no_letter and not asking.is_first and not text_in(form, OWN):
        needed[OWN] = "Vul in onder welk kenmerk uw eigen brief is bewaard."
    return needed


def _day(form: Form, name: str, errors: dict[str, str]) -> int | None:
    day, problem = day_given(form, name)
    if day is None:
        errors[name] = problem or "Vul een dag in."
    return day


def _hearing(asking: Asking, form: Form, errors: dict[str, str]) -> Hearing | None:
    word, day = text_in(form, "zienswijze"), text_in(form, "zienswijze_datum")
    account = text_in(form, "zienswijze_toelichting")
    if word not in set(asking.manners):
        if day or account:
            errors["zienswijze"] = "Kies of de persoon is gehoord, of waarom niet."
        return None
    manner = Manner(word)
    heard, problem = day_given(form, "zienswijze_datum")
    if manner not in DATED and day:
        errors["zienswijze_datum"] = "Bij deze keuze hoort geen dag. Laat dit leeg."
    elif manner in DATED and heard is None:
        errors["zienswijze_datum"] = problem or "Vul in op welke dag de persoon is gehoord."
    return Hearing(manner=manner, date=None if heard is None else iso_day(heard), account=account)


def _deviation(asking: Asking, form: Form, errors: dict[str, str]) -> Deviating | None:
    assert asking.outcomes is not None
    outcomes = {
        role: as_written(chosen, of.type.kind)
        for role, of in asking.outcomes.items()
        if (chosen := text_in(form, outcome_field(role)))
    }
    first = outcome_field(next(iter(asking.outcomes)))
    if not outcomes:
        errors[first] = "Kies een andere uitkomst dan het voorstel heeft."
    if not text_in(form, "afwijking_reden"):
        errors["afwijking_reden"] = "Schrijf waarom u van de regels afwijkt."
    case = case_of(asking.asked, form, asking.person.name, asking.today, errors)
    return Deviating(outcomes, text_in(form, "afwijking_reden"), case)
