"""What the person who adopted a decision has said with it, as a template names it."""

from __future__ import annotations

from soco_rules.letters import law
from soco_rules.letters.grounds import printed
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import named_date
from soco_rules.letters.named import named_text
from soco_rules.letters.named import named_value
from soco_rules.letters.outcomes import main_grounds
from soco_rules.letters.outcomes import origin_of_person
from soco_rules.letters.outcomes import outcome_of
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.model.adoption import Adoption
from soco_rules.model.values import Kind

_NOT_ADOPTED = "is er nog niet: het voorstel is niet vastgesteld"


def adoption_of(adoption: Adoption | None) -> Named:
    """Who adopted it and when, how the person was heard, and whether the rules were left; None is a proposal."""
    if adoption is None:
        return Named("vaststelling", gap=_NOT_ADOPTED)
    name = "vaststelling"
    person = (Origin(facts=(_written_by(adoption),)),)
    fields: dict[str, Node] = {
        "door": named_text(f"{name}.door", adoption.by, person),
        "functie": named_text(f"{name}.functie", adoption.function, person),
        "datum": named_date(f"{name}.datum", adoption.date),
        "verzonden_op": named_date(f"{name}.verzonden_op", adoption.sent_on),
        "toelichting": named_text(f"{name}.toelichting", adoption.reasons, person),
        "zienswijze": _hearing(adoption),
        "afwijking": _deviation(adoption),
    }
    return Named(name, fields=fields)


def _written_by(adoption: Adoption) -> str:
    day = printed(adoption.date, Kind.DATE)
    return clean(f"{adoption.by}, {adoption.function}, heeft dit bij het vaststellen op {day} geschreven.")


def _hearing(adoption: Adoption) -> Named:
    name = "vaststelling.zienswijze"
    hearing = adoption.hearing
    if hearing is None:
        return Named(name, gap="staat niet in de vaststelling")
    phrase = law.hearing_of(hearing.manner, adoption.decision.procedure, adoption.on_application)
    origin = (Origin(articles=(phrase.article,), facts=(_written_by(adoption),)),)
    fields: dict[str, Node] = {
        "wijze": named_value(f"{name}.wijze", hearing.manner, Kind.CHOICE, origin),
        "datum": named_date(f"{name}.datum", hearing.date),
        "toelichting": named_text(f"{name}.toelichting", hearing.account, origin),
        "artikel": named_text(f"{name}.artikel", phrase.article, origin),
    }
    return Named(name, Value(phrase.text, name, "wet", origin), phrase.text, fields)


def _deviation(adoption: Adoption) -> Named:
    name = "vaststelling.afwijking"
    if adoption.deviation is None:
        return Named(name, gap="is er niet: er is niet afgeweken van de regels")
    origin = (origin_of_person(adoption),)
    decision = adoption.decision
    fields: dict[str, Node] = {
        "reden": named_text(f"{name}.reden", adoption.deviation.reason, origin),
        "artikel": named_text(f"{name}.artikel", law.DEVIATION.article, origin),
        "voorstel": outcome_of(
            f"{name}.voorstel",
            decision,
            decision.outcome,
            decision.outcome_kind or Kind.CHOICE,
            main_grounds(decision),
        ),
    }
    return Named(name, Value(law.DEVIATION.text, name, "wet", origin), law.DEVIATION.text, fields)
