"""From the bytes of a case, YAML or JSON, to a Case: what was supplied, by whom and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from typing import Annotated
from typing import Any
from typing import Literal
from typing import TypeVar

from pydantic import BeforeValidator
from pydantic import ConfigDict
from pydantic import Field
from pydantic import WithJsonSchema

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date
from soco_rules.parser.document import Date
from soco_rules.parser.document import Name
from soco_rules.parser.document import Part
from soco_rules.parser.document import Text
from soco_rules.parser.shape import existing
from soco_rules.parser.shape import place
from soco_rules.parser.shape import shape
from soco_rules.parser.yaml_source import Path
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

_PER_PERSON = "per_persoon"
_ALL = "alle"
_WORDS: dict[str, bool | None] = {"null": None, "~": None, "true": True, "false": False}
"""What JSON writes without quotes and means as something else than text."""
_JSON_TEXT_OR_COMMA = re.compile(rb'"(?:\\.|[^"\\])*"|(?<=\d),(?=\d)')


def _as_reports(written: object) -> object:
    if isinstance(written, dict) and _PER_PERSON in written:
        return written
    return {_ALL: _as_list_of_reports(written)}


def _as_list_of_reports(written: object) -> object:
    items = written if isinstance(written, list) else [written]
    return [item if isinstance(item, dict | list) else {"waarde": item} for item in items]


def _as_judgements(written: object) -> object:
    return written if isinstance(written, dict) and _PER_PERSON in written else {_ALL: written}


Value = Annotated[Text | bool | None, WithJsonSchema({"type": ["string", "number", "boolean", "null"]})]


class ReportPart(Part):
    """What one source says of a fact."""

    value: Value = Field(
        alias="waarde",
        description="De waarde; null is onbekend.",
        examples=["ja", "204.00", "10.00%", "2026-10-15", "niet van toepassing"],
    )
    source: Text | None = Field(
        None, alias="bron", description="Van wie of waaruit dit bekend is.", examples=["loonstrook"]
    )
    date: Date | None = Field(
        None, alias="datum", description="De dag waarop dit is opgegeven.", examples=["2026-10-15"]
    )


class JudgementPart(Part):
    """What a person found."""

    value: Value = Field(
        alias="waarde", description="Het oordeel; null is nog geen oordeel.", examples=["ja"]
    )
    by: Text = Field(alias="door", description="Wie heeft geoordeeld.", examples=["A. de Vries"])
    date: Date | None = Field(
        None, alias="datum", description="De dag van het oordeel.", examples=["2026-10-15"]
    )
    reason: Text | None = Field(
        None, alias="reden", description="Waarom zo is geoordeeld.", examples=["het plan past bij het doel"]
    )


Reports = Annotated[
    tuple[ReportPart, ...],
    BeforeValidator(
        _as_list_of_reports, json_schema_input_type=Value | ReportPart | list[Value | ReportPart]
    ),
]


class ReportsByPersonPart(Part):
    """The reports of a fact that each person has."""

    applicant: Reports = Field(
        (), alias=Role.APPLICANT, description="Wat van de belanghebbende bekend is.", examples=["204.00"]
    )
    partner: Reports = Field(
        (), alias=Role.PARTNER, description="Wat van de partner bekend is.", examples=["0.00"]
    )


class JudgementsByPersonPart(Part):
    """The judgements about each person."""

    applicant: JudgementPart | None = Field(
        None,
        alias=Role.APPLICANT,
        description="Het oordeel over de belanghebbende.",
        examples=[{"waarde": "ja", "door": "A. de Vries"}],
    )
    partner: JudgementPart | None = Field(
        None,
        alias=Role.PARTNER,
        description="Het oordeel over de partner.",
        examples=[{"waarde": "ja", "door": "A. de Vries"}],
    )


class FactByPersonPart(Part):
    """A fact that each person has."""

    per_person: ReportsByPersonPart = Field(
        alias=_PER_PERSON,
        description="Het gegeven voor ieder van beide personen.",
        examples=[{"belanghebbende": "204.00", "partner": "0.00"}],
    )


class JudgementByPersonPart(Part):
    """A judgement about each person."""

    per_person: JudgementsByPersonPart = Field(
        alias=_PER_PERSON,
        description="Het oordeel over ieder van beide personen.",
        examples=[{"belanghebbende": {"waarde": "ja", "door": "A. de Vries"}}],
    )


class _FactPart(Part):
    """A fact in any of its forms."""

    everyone: tuple[ReportPart, ...] = Field((), alias=_ALL)
    per_person: ReportsByPersonPart | None = Field(None, alias=_PER_PERSON)


class _JudgementPart(Part):
    """A judgement in any of its forms."""

    everyone: JudgementPart | None = Field(None, alias=_ALL)
    per_person: JudgementsByPersonPart | None = Field(None, alias=_PER_PERSON)


Fact = Annotated[
    _FactPart,
    BeforeValidator(
        _as_reports,
        json_schema_input_type=Value | ReportPart | FactByPersonPart | list[Value | ReportPart],
    ),
]
Judged = Annotated[
    _JudgementPart,
    BeforeValidator(_as_judgements, json_schema_input_type=JudgementPart | JudgementByPersonPart | None),
]


def _as_addressee(written: object) -> object:
    if not isinstance(written, str):
        return written
    first, *rest = written.splitlines() or [""]
    return {"naam": first, "adres": [line for line in rest if line.strip()]}


def _as_lines(written: object) -> object:
    return written.splitlines() if isinstance(written, str) else written


def _as_list(written: object) -> object:
    if written is None:
        return []
    return written if isinstance(written, list) else [written]


class AddresseePart(Part):
    """To whom the letter goes: one of the two persons, or who acts for them."""

    name: Text = Field(
        alias="naam", description="De naam zoals die boven het adres staat.", examples=["mevrouw A. Jansen"]
    )
    address: Annotated[
        tuple[Text, ...], BeforeValidator(_as_lines, json_schema_input_type=Text | list[Text])
    ] = Field(
        (),
        alias="adres",
        description="Het adres, een regel per onderdeel.",
        examples=[["Voorbeeldstraat 12", "2600 ZZ Delft"]],
    )
    salutation: Text | None = Field(
        None,
        alias="aanhef",
        description="Hoe iemand wordt aangesproken, zonder Geachte; anders wordt dat heer of mevrouw.",
        examples=["mevrouw Jansen"],
    )
    part: Literal["belanghebbende", "partner", "gemachtigde", "bewindvoerder"] = Field(
        "belanghebbende", alias="rol", description="Wie dit is.", examples=["partner"]
    )
    on_behalf_of: Text | None = Field(
        None,
        alias="namens",
        description="Voor wie een gemachtigde of bewindvoerder optreedt.",
        examples=["mevrouw A. Jansen"],
    )


Addressee = Annotated[
    AddresseePart, BeforeValidator(_as_addressee, json_schema_input_type=Text | AddresseePart)
]


class LetterPart(Part):
    """What stands in the letter only; other keys than the addressees are free."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)

    addressees: Annotated[
        tuple[Addressee, ...],
        BeforeValidator(_as_list, json_schema_input_type=Text | AddresseePart | list[Text | AddresseePart]),
    ] = Field(
        (),
        alias="geadresseerden",
        description="Aan wie de brief gaat: de belanghebbende, zijn partner, een gemachtigde of bewindvoerder.",
        examples=[[{"naam": "mevrouw A. Jansen", "adres": ["Voorbeeldstraat 12", "2600 ZZ Delft"]}]],
    )


class CasePart(Part):
    """A whole case."""

    version: Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})] | None = Field(
        None, alias="schema_versie", description="De versie van deze vorm.", examples=["1"]
    )
    agreement: Text | None = Field(
        None,
        alias="overeenkomst",
        description="Het kenmerk van de overeenkomst.",
        examples=["delft/scope"],
    )
    facts: dict[Name, Fact] = Field(
        default_factory=dict,
        alias="feiten",
        description="Wat bekend is, met zo nodig bron en datum; een lijst als er meer bronnen zijn.",
        examples=[{"woont_in_gemeente": "ja", "omzet": {"waarde": "204.00", "bron": "boekhouding"}}],
    )
    judgements: dict[Name, Judged] = Field(
        default_factory=dict,
        alias="oordelen",
        description="Wat een persoon heeft beoordeeld: door wie, wanneer en waarom.",
        examples=[{"toestemming_gemeente": {"waarde": "ja", "door": "A. de Vries", "datum": "2026-10-15"}}],
    )
    letter: LetterPart = Field(
        default_factory=LetterPart,
        alias="brief",
        description="Wat alleen in de brief staat en nooit in de regels.",
        examples=[{"kenmerk": "2026-001", "behandelaar": "A. de Vries"}],
    )
    procedure: dict[str, Date] = Field(
        default_factory=dict,
        alias="procedure",
        description="De dagen van de procedure; docs/termijnen.md noemt de namen.",
        examples=[{"ontvangen": "2026-10-01"}],
    )


def read_case(file: str, content: bytes) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    """The case in a file; none when something in it could not be read.

    A value that is null was not supplied, so it is not in the case.
    """
    source, findings = read(file, _spaced(content) if file.endswith(".json") else content)
    if source is None:
        return None, findings
    shaped, misfits = shape(CasePart, source, _with_words(source, source.data, ()))
    findings = (*findings, *misfits, *_unreadable_dates(source))
    if shaped is not None and shaped.is_whole:
        findings = (*findings, *_strange_addressees(shaped.part.letter.addressees, source))
    findings = in_reading_order(findings)
    if shaped is None or has_errors(findings):
        return None, findings
    part = shaped.part
    return Case(
        agreement=part.agreement,
        facts={key: reports for key, reports in _facts(part, source) if reports},
        judgements=dict(_judgements(part, source)),
        letter=part.letter.model_dump(by_alias=True, exclude_unset=True, mode="json"),
        procedure=part.procedure,
        file=file,
        places={name: place(source, ("procedure", name)) for name in part.procedure},
    ), findings


def _strange_addressees(addressees: tuple[AddresseePart, ...], source: Source) -> Iterator[Diagnostic]:
    """What cannot be of whom the letter is about: who acts for nobody, and one person twice."""
    parts = [one.part for one in addressees]
    for number, one in enumerate(addressees):
        at = place(source, ("brief", "geadresseerden", number))
        acts = one.part in {"gemachtigde", "bewindvoerder"}
        if acts and one.on_behalf_of is None and not {"belanghebbende", "partner"} & set(parts):
            message = f"de {one.part} {one.name} treedt op voor iemand die in deze brief niet wordt genoemd"
            yield finding(
                "geadresseerde", at, message, remedy="zet bij namens voor wie, zoals namens: A. Jansen"
            )
        if one.on_behalf_of is not None and not acts:
            message = f"bij {one.name} staat namens, maar de rol is {one.part}"
            yield finding("geadresseerde", at, message, remedy="zet de rol op gemachtigde of bewindvoerder")
        if not acts and one.part in parts[:number]:
            yield finding("geadresseerde", at, f"er is meer dan één {one.part} in deze brief")
        if one.part == "partner" and "belanghebbende" not in parts:
            yield finding(
                "geadresseerde", at, "er is wel een partner, maar geen belanghebbende in deze brief"
            )
        if one.salutation is not None and one.salutation.casefold().startswith("geacht"):
            message = f"de aanhef van {one.name} begint met 'Geachte'; dat staat al in de brief"
            yield finding("geadresseerde", at, message, remedy="schrijf alleen hoe iemand heet")


def _spaced(content: bytes) -> bytes:
    """JSON with a space behind each comma between numbers, which the reader would take for a decimal comma."""
    return _JSON_TEXT_OR_COMMA.sub(lambda found: b", " if found[0] == b"," else found[0], content)


def _with_words(source: Source, data: object, path: Path) -> Any:  # noqa: ANN401 - the data of a file
    """The data with null, true and false as what they are; they are text where they have quotes."""
    match data:
        case dict():
            return {key: _with_words(source, value, (*path, key)) for key, value in data.items()}
        case list():
            return [_with_words(source, value, (*path, number)) for number, value in enumerate(data)]
        case str() if data in _WORDS and source.is_plain(path):
            return _WORDS[data]
        case _:
            return data


Supplied = TypeVar("Supplied")


def _by_role(
    per_person: ReportsByPersonPart | JudgementsByPersonPart | None,
    pick: Callable[[Any, Role | None], Supplied],
    everyone: object,
) -> Iterator[tuple[Role | None, Supplied]]:
    if per_person is None:
        yield None, pick(everyone, None)
        return
    yield Role.APPLICANT, pick(per_person.applicant, Role.APPLICANT)
    yield Role.PARTNER, pick(per_person.partner, Role.PARTNER)


def _facts(part: CasePart, source: Source) -> Iterator[tuple[tuple[str, Role | None], tuple[Report, ...]]]:
    for name, fact in part.facts.items():

        def reports(parts: tuple[ReportPart, ...], role: Role | None, name: str = name) -> tuple[Report, ...]:
            at = ("feiten", name, *((_PER_PERSON, str(role)) if role else ()))
            return tuple(
                Report(report.value, _place(source, (*at, number)), report.source, report.date)
                for number, report in enumerate(parts)
                if report.value is not None
            )

        for role, supplied in _by_role(fact.per_person, reports, fact.everyone):
            yield (name, role), supplied


def _judgements(part: CasePart, source: Source) -> Iterator[tuple[tuple[str, Role | None], Judgement]]:
    for name, judged in part.judgements.items():

        def judgement(part: JudgementPart | None, role: Role | None, name: str = name) -> Judgement | None:
            if part is None or part.value is None:
                return None
            at = ("oordelen", name, *((_PER_PERSON, str(role)) if role else ()))
            return Judgement(part.value, part.by, _place(source, at), part.date, part.reason)

        for role, supplied in _by_role(judged.per_person, judgement, judged.everyone):
            if supplied is not None:
                yield (name, role), supplied


def _place(source: Source, location: Path) -> Span:
    """The place of a value, also where it stands under `waarde`."""
    path = existing(source.data, (*location, "waarde"))
    return source.spans.get(path) or Span(source.file)


def _unreadable_dates(source: Source) -> Iterator[Diagnostic]:
    for path, scalar in source.scalars.items():
        is_date = (
            path[-1] == "datum" and path[0] in {"feiten", "oordelen"} and len(path) > len(("feiten", "naam"))
        )
        if (
            is_date or (path[0] == "procedure" and len(path) == len(("procedure", "naam")))
        ) and scalar.text not in _WORDS:
            try:
                parse_date(scalar.text)
            except UnreadableValueError as error:
                message, _, remedy = str(error).partition("; ")
                discreet = "hier staat geen bestaande dag als jaar-maand-dag"
                place = source.spans[path]
                yield finding("ongeldige-waarde", place, message, remedy=remedy, discreet=discreet)
