"""The form with which a fact or judgement is recorded outside a conversation: for which time, in whose place."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.compiler.program import Compiled
from soco_rules.dossiers.account import facts_in
from soco_rules.dossiers.account import value_in_words
from soco_rules.dossiers.recording import Telling
from soco_rules.interview import Question
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import Per
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import iso_day
from soco_rules.web.casework.answering import Answer
from soco_rules.web.casework.answering import question_fields
from soco_rules.web.casework.contents import asked_name
from soco_rules.web.days import day_in
from soco_rules.web.days import month_in
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import month_field
from soco_rules.web.forms import sentence
from soco_rules.web.forms import text_in


@dataclass(frozen=True, slots=True)
class About:
    """What something is recorded about. `current` are the reports that no other took the place of."""

    compiled: Compiled
    dossier: Dossier
    reference: str
    question: Question
    today: int
    current: tuple[tuple[Entry, ReportedFact], ...]

    @property
    def number(self) -> int:
        """Of the dossier."""
        return self.dossier.number

    @property
    def asked(self) -> str:
        """What it is about, as a word of an address."""
        return asked_name(*self.question.key)

    @property
    def is_monthly(self) -> bool:
        """Whether it is about a month."""
        return Per.MONTH in self.question.type.per


def about(compiled: Compiled, dossier: Dossier, reference: str, question: Question, today: int) -> About:
    """A question with what is said of it now."""
    current = tuple(
        (entry, said)
        for entry, said in facts_in(dossier)
        if (said.name, said.role) == question.key and said.value is not None
    )
    return About(compiled, dossier, reference, question, today, current)


def shown_fields(at: About, filled: Mapping[str, str], answer: Answer) -> tuple[Field, ...]:
    """The fields as they were filled in, or as they are on a form that nobody sent yet."""
    errors = answer.errors
    sent = "antwoord" in filled or "handeling" in filled
    return (
        *question_fields(at.question, filled, errors, at.today),
        *_time_fields(at, filled, errors),
        *(
            Field(
                f"vervangt-{entry.number}",
                f"Dit komt in de plaats van: {said.source} zegt {value_in_words(at.compiled.stack, said.name, said.value)}"
                f"{f' ({said.valid_from[:7]})' if at.is_monthly else ''}",
                "checkbox",
                value=filled.get(f"vervangt-{entry.number}", "" if sent or at.is_monthly else "ja"),
                hint="Haal dit weg als nog niet duidelijk is wie gelijk heeft. Dan wacht het besluit.",
                required=False,
            )
            for entry, said in at.current
        ),
    )


def _time_fields(at: About, filled: Mapping[str, str], errors: Mapping[str, str]) -> Iterator[Field]:
    if at.is_monthly:
        yield month_field("maand", "Over welke maand", filled.get("maand", ""), error=errors.get("maand", ""))
        return
    if at.question.type.is_timeless:
        return
    yield day_field(
        "geldig_vanaf",
        "Geldt vanaf",
        filled.get("geldig_vanaf", ""),
        "De eerste dag waarvoor dit geldt. Leeg: vanaf de dag waarop het is verteld.",
        errors.get("geldig_vanaf", ""),
        required=False,
    )
    yield day_field(
        "geldig_tot",
        "Geldt tot en met",
        filled.get("geldig_tot", ""),
        "De laatste dag waarvoor dit geldt. Leeg: tot er iets anders bekend is.",
        errors.get("geldig_tot", ""),
        required=False,
    )


def telling_in(filled: Mapping[str, str], at: About, answer: Answer) -> tuple[Telling | None, dict[str, str]]:
    """For which time something is told and whose place it takes, or None with what is wrong at which field."""
    errors: dict[str, str] = {}
    month = valid_from = valid_to = None
    if at.is_monthly:
        month = _read(filled, "maand", errors, is_month=True)
        if month is None and not errors:
            errors["maand"] = "Vul in over welke maand dit gaat."
    else:
        valid_from = _read(filled, "geldig_vanaf", errors)
        valid_to = _read(filled, "geldig_tot", errors)
        if valid_to is not None and valid_to < (valid_from or answer.day or at.today):
            errors["geldig_tot"] = "Deze dag ligt voor de eerste dag waarvoor het geldt."
    if errors:
        return None, errors
    replaces = tuple(
        entry.number for entry, _ in at.current if text_in(filled, f"vervangt-{entry.number}") == "ja"
    )
    return Telling(
        today=at.today, month=month, valid_from=valid_from, valid_to=valid_to, replaces=replaces
    ), {}


def _read(
    filled: Mapping[str, str], name: str, errors: dict[str, str], *, is_month: bool = False
) -> int | None:
    written = text_in(filled, name)
    if not written:
        return None
    try:
        return month_in(written) if is_month else day_in(written)
    except UnreadableValueError as error:
        errors[name] = sentence(str(error))
        return None


def withdrawal(at: About, act: str) -> Draft | None:
    """The act that takes a report back; None where it says nothing now."""
    for entry, said in at.current:
        if str(entry.number) == act:
            taken_back = said.model_copy(
                update={"value": None, "date": iso_day(at.today), "replaces": (entry.number,)}
            )
            return Draft(taken_back, at.number)
    return None
