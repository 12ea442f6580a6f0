"""Whether what is said about hearing the person fits the decision (Awb 4:7-4:12)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.adopt.statement import HERE
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import HearingRule
from soco_rules.model.agreement import Requested
from soco_rules.model.decision import UsedFact
from soco_rules.model.program import Origin
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import as_dutch
from soco_rules.model.values import parse_date
from soco_rules.model.values import spaced

CODE = "zienswijze"
RECEIVED = "ontvangen"
"""The procedure date that says that there was an application."""

_AWB = "Algemene wet bestuursrecht artikel"
ARTICLES: Mapping[Manner, str] = {
    Manner.MINOR_DIFFERENCE: f"{_AWB} 4:7 lid 2",
    Manner.DUTY_NOT_MET: f"{_AWB} 4:8 lid 2",
    Manner.URGENT: f"{_AWB} 4:11 onderdeel a",
    Manner.HEARD_BEFORE: f"{_AWB} 4:11 onderdeel b",
    Manner.PURPOSE: f"{_AWB} 4:11 onderdeel c",
    Manner.FINANCIAL: f"{_AWB} 4:12 lid 1",
}
"""The article of each reason to leave hearing out."""

DATED = frozenset({Manner.HEARD, Manner.HEARD_BEFORE})
"""The manners that have a day."""
_OWN = re.compile(
    r"\s*(?:(?:gesprek met |(?:eigen )?(?:opgave|verklaring|brief|bericht|formulier|melding|mededeling|administratie) van )?"
    r"(?:de |het )?(?:belanghebbende|kandidaat|aanvrager|partner|deelnemer|lid)\b(?!-|\s+(?:van|der|uit|bij)\b)|aanvraag\w*|eigen opgave)\b",
    re.IGNORECASE,
)
"""A source that says of itself that the person is it; the first words count, for a report about someone is not his."""


@dataclass(frozen=True, slots=True)
class About:
    """The decision as the law on hearing sees it; `outcomes` are those that were decided, `day` that of adopting."""

    type: DecisionType
    outcomes: tuple[str, ...]
    facts: tuple[UsedFact, ...]
    procedure: Mapping[str, str]
    day: int


def is_own(fact: UsedFact) -> bool:
    """Whether the person supplied this fact, as far as its source says; a judgement is never the person's own."""
    return fact.origin == Origin.FACT and _OWN.match(fact.source or "") is not None


def article_of_duty(rule: HearingRule, procedure: Mapping[str, str]) -> str:
    """The article that asks for hearing: 4:7 on application, else 4:8."""
    return f"{_AWB} {'4:7' if on_application(rule, procedure) else '4:8'} lid 1"


def article_of(manner: Manner, type_: DecisionType, procedure: Mapping[str, str]) -> str:
    """The article that a manner rests on for this besluit: what asks for hearing, or why it could be left out."""
    if manner in ARTICLES or type_.hearing is None:
        return ARTICLES.get(manner, "Algemene wet bestuursrecht afdeling 4.1.2")
    return article_of_duty(type_.hearing, procedure)


def check_hearing(hearing: Hearing | None, about: About) -> Iterator[Diagnostic]:
    """What is wrong with the statement about hearing for a beschikking; the outcome must be known."""
    rule = about.type.hearing
    if rule is None:
        message = f"het besluit '{about.type.name}' zegt niet wanneer iemand zijn zienswijze kan geven"
        remedy = (
            "schrijf bij het besluit zienswijze: met op_aanvraag en nadelig; docs/notatie.md legt uit hoe"
        )
        yield finding(CODE, about.type.span, message, remedy=remedy)
        return
    if hearing is None:
        yield _finding("er staat niet of de belanghebbende zijn zienswijze heeft kunnen geven")
        return
    yield from _form(hearing, about.day)
    yield from _after_the_application(hearing, rule, about)
    yield from _fits(hearing.manner, rule, about)


def _form(hearing: Hearing, day: int) -> Iterator[Diagnostic]:
    manner = hearing.manner
    if manner in DATED:
        yield from _dated(hearing.date, manner, day)
    elif hearing.date is not None:
        yield _finding(f"bij '{manner}' hoort geen dag", "laat de dag weg")
    if manner is not Manner.NOT_REQUIRED and not hearing.account.strip():
        what = (
            "wat de belanghebbende heeft gezegd, of dat hij niets wilde zeggen"
            if manner is Manner.HEARD
            else "waarom deze reden hier geldt"
        )
        yield _finding(f"bij '{manner}' ontbreekt {what}", "geef --zienswijze-toelichting")


def _dated(written: str | None, manner: Manner, day: int) -> Iterator[Diagnostic]:
    if written is None:
        yield _finding(
            f"bij '{manner}' ontbreekt op welke dag", f"schrijf bijvoorbeeld --zienswijze {manner}:2026-10-15"
        )
        return
    try:
        heard = parse_date(written)
    except UnreadableValueError:
        yield _finding(f"'{written}' is geen bestaande datum", "schrijf bijvoorbeeld 2026-10-15")
        return
    if heard > day:
        shown = as_dutch(heard, Kind.DATE)
        yield _finding(f"de zienswijze van {shown} is van na de dag van vaststellen", "verbeter de dag")


def _after_the_application(hearing: Hearing, rule: HearingRule, about: About) -> Iterator[Diagnostic]:
    """Who is heard on an application is heard on what the body means to decide on it (Awb 4:7)."""
    if hearing.manner is not Manner.HEARD or not on_application(rule, about.procedure):
        return
    try:
        heard, received = parse_date(hearing.date or ""), parse_date(about.procedure.get(RECEIVED, ""))
    except UnreadableValueError:
        return
    if heard < received:
        shown, applied = as_dutch(heard, Kind.DATE), as_dutch(received, Kind.DATE)
        message = f"de zienswijze van {shown} is van voor de aanvraag, die op {applied} is ontvangen"
        yield _finding(message, "verbeter de dag")


def fitting(type_: DecisionType, procedure: Mapping[str, str]) -> tuple[Manner, ...]:
    """The manners that can hold for this besluit at all, whatever its outcome."""
    rule = type_.hearing
    if rule is None:
        return tuple(Manner)
    requested = on_application(rule, procedure)
    return tuple(manner for manner in Manner if not _why_not(manner, rule, type_.name, requested=requested))


def _fits(manner: Manner, rule: HearingRule, about: About) -> Iterator[Diagnostic]:
    if manner is Manner.NOT_REQUIRED:
        yield from _not_required(rule, about)
    requested = on_application(rule, about.procedure)
    if why := _why_not(manner, rule, about.type.name, requested=requested):
        others = ", ".join(fitting(about.type, about.procedure))
        yield _finding(f"'{manner}' ({ARTICLES[manner]}) {why}", f"kies uit: {others}")


def _why_not(manner: Manner, rule: HearingRule, besluit: str, *, requested: bool) -> str:
    match manner:
        case Manner.MINOR_DIFFERENCE if not requested:
            return "geldt alleen bij een aanvraag, en hier is geen aanvraag"
        case Manner.DUTY_NOT_MET if requested:
            return "geldt alleen bij een besluit zonder aanvraag, en hier is een aanvraag"
        case Manner.FINANCIAL if not rule.financial:
            return f"geldt niet voor '{besluit}': dat besluit is niet financieel"
        case _:
            return ""


def _not_required(rule: HearingRule, about: About) -> Iterator[Diagnostic]:
    adverse = sorted(filter(rule.is_adverse, about.outcomes))
    foreign = [fact for fact in about.facts if _counts(fact) and not is_own(fact)]
    if adverse and foreign:
        which = "' en '".join(adverse)
        message = (
            f"de uitkomst '{which}' is nadelig en rust op gegevens die niet van de belanghebbende komen: "
            f"{', '.join(dict.fromkeys(map(_with_source, foreign)))} ({article_of_duty(rule, about.procedure)})"
        )
        yield _finding(message, "hoor de belanghebbende, of noem de uitzondering die geldt")


def _counts(fact: UsedFact) -> bool:
    return fact.origin in {Origin.FACT, Origin.JUDGEMENT} and fact.value is not None


def _with_source(fact: UsedFact) -> str:
    whose = "een oordeel" if fact.origin == Origin.JUDGEMENT else fact.source or "zonder bron"
    return f"{spaced(fact.name)} ({whose})"


def on_application(rule: HearingRule, procedure: Mapping[str, str]) -> bool:
    """Whether a decision is on an application: by its kind, or by the day on which one was received."""
    match rule.requested:
        case Requested.ALWAYS:
            return True
        case Requested.NEVER:
            return False
        case Requested.SOMETIMES:
            return RECEIVED in procedure


def _finding(message: str, remedy: str = "") -> Diagnostic:
    return finding(CODE, HERE, message, remedy=remedy)


def in_play(facts: Iterable[UsedFact]) -> bool:
    """Whether a judgement of a person is among the facts."""
    return any(fact.origin == Origin.JUDGEMENT and fact.value is not None for fact in facts)
