"""What the law says with a decision, and from when to when its terms run, as a template names it."""

from __future__ import annotations

from enum import StrEnum

from soco_rules.letters import law
from soco_rules.letters.named import Listing
from soco_rules.letters.named import Named
from soco_rules.letters.named import Node
from soco_rules.letters.named import named_text
from soco_rules.letters.named import named_value
from soco_rules.letters.tree import Origin
from soco_rules.letters.tree import Value
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.values import Kind
from soco_rules.model.values import encode
from soco_rules.model.values import parse_date
from soco_rules.terms.awb import Term
from soco_rules.terms.awb import appeal
from soco_rules.terms.of_case import NAMES as TERMS
from soco_rules.terms.of_case import terms_of

OBJECTION_TERM = "wet.bezwaartermijn"
APPEAL_TERM = "wet.beroepstermijn"


class Remedy(StrEnum):
    """What a person can do against a decision."""

    OBJECTION = "bezwaar"
    APPEAL = "beroep"
    NONE = "geen"


def remedy_of(decided: Decision | Adoption) -> Remedy:
    """What the person can do against it: object, or on an objection appeal to the court (Awb 7:1 lid 1 onderdeel a)."""
    if not (decided.effective if isinstance(decided, Adoption) else decided).is_appealable:
        return Remedy.NONE
    is_on_objection = isinstance(decided, Adoption) and decided.on_objection is not None
    return Remedy.APPEAL if is_on_objection else Remedy.OBJECTION


def law_of(remedy: Remedy) -> Named:
    """The fixed sentences of the law; those about objection and appeal only where that is possible."""
    objection, has_appeal = remedy is Remedy.OBJECTION, remedy is Remedy.APPEAL
    fields: dict[str, Node] = {name: _phrase(f"wet.{name}", phrase) for name, phrase in law.GENERAL.items()}
    for name, phrase in law.OBJECTION.items():
        fields[name] = _phrase(f"wet.{name}", phrase) if objection else _no_objection(f"wet.{name}")
    for name, phrase in law.APPEAL.items():
        if has_appeal:
            fields[name] = _phrase(f"wet.{name}", phrase)
        else:
            fields.setdefault(name, Named(f"wet.{name}", gap=_NO_APPEAL))
    fields["beroepschrift"] = (
        Listing(
            "wet.beroepschrift", tuple(_phrase("wet.beroepschrift", each) for each in law.OBJECTION_CONTENTS)
        )
        if has_appeal
        else Named("wet.beroepschrift", gap=_NO_APPEAL)
    )
    contents = tuple(_phrase("wet.bezwaarschrift", phrase) for phrase in law.OBJECTION_CONTENTS)
    fields["bezwaarschrift"] = (
        Listing("wet.bezwaarschrift", contents) if objection else _no_objection("wet.bezwaarschrift")
    )
    return Named("wet", fields=fields)


def _phrase(name: str, phrase: law.Phrase) -> Named:
    origin = (Origin(articles=(phrase.article,)),)
    article = Named(
        f"{name}.artikel", Value(phrase.article, f"{name}.artikel", "wetsartikel", origin), phrase.article
    )
    return Named(name, Value(phrase.text, name, "wet", origin), phrase.text, {"artikel": article})


def deadlines_of(decision: Decision, adoption: Adoption | None, remedy: Remedy) -> Named:
    """Each term with its first and last day; what has not begun has neither, and no other letter has an objection."""
    on = parse_date(adoption.date if adoption else decision.decision_date)
    sent = parse_date(adoption.sent_on) if adoption and remedy is not Remedy.NONE else None
    terms = terms_of(decision.procedure, on=on, sent=sent)
    fields: dict[str, Node] = {name: _deadline(name, terms.get(name)) for name in TERMS}
    if remedy is not Remedy.OBJECTION:
        fields["bezwaar"] = _not_known("termijnen.bezwaar", _NO_OBJECTION)
    fields["beroep"] = _not_known("termijnen.beroep", _NO_APPEAL)
    if remedy is Remedy.APPEAL and sent is not None:
        fields["beroep"] = _deadline("beroep", appeal(sent))
    return Named("termijnen", fields=fields)


def _deadline(name: str, term: Term | None) -> Named:
    path = f"termijnen.{name}"
    if term is None:
        return _not_known(path, "is nog niet bekend: deze termijn loopt nog niet")
    origin = (Origin(articles=term.articles, facts=(term.explanation,)),)
    fields: dict[str, Node] = {
        "vanaf": _on_day(f"{path}.vanaf", term.first_day, origin),
        "tot_en_met": _on_day(f"{path}.tot_en_met", term.last_day, origin),
        "artikelen": Listing(
            f"{path}.artikelen",
            tuple(
                Named(
                    f"{path}.artikelen", Value(article, f"{path}.artikelen", "wetsartikel", origin), article
                )
                for article in term.articles
            ),
        ),
        "uitleg": named_text(f"{path}.uitleg", term.explanation, origin),
    }
    return Named(path, fields=fields)


def _on_day(name: str, day: int | None, origin: tuple[Origin, ...]) -> Named:
    return named_value(name, None if day is None else encode(day, Kind.DATE), Kind.DATE, origin)


def _not_known(path: str, gap: str) -> Named:
    parts = ("vanaf", "tot_en_met", "artikelen", "uitleg")
    return Named(path, fields={part: Named(f"{path}.{part}", gap=gap) for part in parts}, gap=gap)


_NO_APPEAL = "kan hier niet: alleen na een besluit op bezwaar staat beroep open"
_NO_OBJECTION = "kan hier niet: tegen deze beslissing staat geen bezwaar open"


def _no_objection(name: str) -> Named:
    return Named(name, gap=_NO_OBJECTION)
