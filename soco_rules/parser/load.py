"""From the bytes of one rule file to its Agreement, with the place of everything in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Severity
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Allowance
from soco_rules.model.agreement import AmountTable
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.agreement import Changeable
from soco_rules.model.agreement import Comparison
from soco_rules.model.agreement import Concept
from soco_rules.model.agreement import DatedValue
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import DossierQuery
from soco_rules.model.agreement import Fact
from soco_rules.model.agreement import HearingRule
from soco_rules.model.agreement import Municipality
from soco_rules.model.agreement import Point
from soco_rules.model.agreement import PotLedger
from soco_rules.model.agreement import Provenance
from soco_rules.model.agreement import Requirement
from soco_rules.model.agreement import Retention
from soco_rules.model.agreement import Rule
from soco_rules.model.agreement import Sense
from soco_rules.model.agreement import Several
from soco_rules.model.agreement import Transitional
from soco_rules.model.agreement import Untranslated
from soco_rules.model.citations import FORMS
from soco_rules.model.citations import has_form
from soco_rules.model.citations import suggested
from soco_rules.model.expressions import And
from soco_rules.model.expressions import Choose
from soco_rules.model.expressions import Expression
from soco_rules.model.expressions import Literal
from soco_rules.model.expressions import Or
from soco_rules.model.values import NUMERIC
from soco_rules.model.values import ORDERED
from soco_rules.model.values import Absent
from soco_rules.model.values import Duration
from soco_rules.model.values import Kind
from soco_rules.model.values import MovingDay
from soco_rules.model.values import Per
from soco_rules.model.values import Unit
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import Value
from soco_rules.model.values import ValueType
from soco_rules.model.values import parse_date
from soco_rules.model.values import parse_moving_day
from soco_rules.model.values import parse_value
from soco_rules.parser.checks import MUNICIPAL
from soco_rules.parser.checks import check
from soco_rules.parser.document import AgreementPart
from soco_rules.parser.document import AmountPart
from soco_rules.parser.document import AssumptionDefaultPart
from soco_rules.parser.document import Choices
from soco_rules.parser.document import ConceptPart
from soco_rules.parser.document import DecisionPart
from soco_rules.parser.document import DossierPart
from soco_rules.parser.document import FactPart
from soco_rules.parser.document import HearingPart
from soco_rules.parser.document import LedgerPart
from soco_rules.parser.document import PointPart
from soco_rules.parser.document import RequirementPart
from soco_rules.parser.document import RulePart
from soco_rules.parser.document import SourcedPart
from soco_rules.parser.expressions import parse_expression
from soco_rules.parser.located import Located
from soco_rules.parser.shape import original
from soco_rules.parser.shape import place
from soco_rules.parser.shape import shape
from soco_rules.parser.table import Condition
from soco_rules.parser.table import Row
from soco_rules.parser.table import read_table
from soco_rules.parser.yaml_source import Path
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

UNKNOWN = Absent.UNKNOWN.value
_TAKE = re.compile(r"(?:(aantal)|(som|eerste|laatste)\s+([a-z][a-z0-9_]*))")
_UNREAD_DAY = 1


@lru_cache(maxsize=128)
def load_agreement(file: str, content: bytes) -> tuple[Agreement | None, tuple[Diagnostic, ...]]:
    """The agreement in a file and everything that is wrong with it.

    There is no agreement when something in the file could not be read: the rest would mean something else.
    Files are read once for as long as their content stays the same.
    """
    source, findings = read(file, content)
    if source is None:
        return None, findings
    shaped, misfits = shape(AgreementPart, source, source.data, fallback=_header_of(file))
    findings += misfits
    if shaped is None:
        return None, in_reading_order(findings)
    found: list[Diagnostic] = [_gap_in_table(each, source) for each in findings]
    citations: list[Located] = []
    at = At(source, (), shaped.kept, shaped.part.assumption_default, found, citations)
    agreement = _agreement(shaped.part, at, content)
    is_read = not has_errors(found)
    found += (late for late in check(agreement) if not _follows_from(late, agreement, misfits, source))
    found += (_formless(citation) for citation in citations if not has_form(citation.text))
    return agreement if is_read else None, in_reading_order(found)


def _formless(citation: Located) -> Diagnostic:
    meant = suggested(citation.text)
    remedy = f"Bedoelde u '{meant}'?" if meant else f"schrijf bijvoorbeeld {FORMS[0]}, of {FORMS[-1]}"
    message = f"'{citation.text}' is niet geschreven als artikel van een wet of als uitspraak"
    return finding("grondslag-vorm", citation.whole, message, remedy=remedy)


def _gap_in_table(found: Diagnostic, source: Source) -> Diagnostic:
    """A day without a value in a dated table is a gap, not a forgotten text."""
    if found.code != "sleutel-zonder-waarde":
        return found
    paths = (path for path, span in source.key_spans.items() if span == found.span)
    match next(paths, ()):
        case ("bedragen", table, "waarden", day, *_):
            return finding("tabel-gat", found.span, f"vanaf {day} staat er geen waarde in '{table}'")
        case _:
            return found


def _follows_from(
    late: Diagnostic, agreement: Agreement, misfits: tuple[Diagnostic, ...], source: Source
) -> bool:
    """Whether something seems to be lacking only because it did not fit and was left out."""
    match late.code:
        case "bestandsnaam":
            has_both = {"kenmerk", "geldig_vanaf"} <= source.data.keys()
            return not has_both or agreement.valid_from == _UNREAD_DAY
        case "aanname-zonder-eigenaar" if "aanname_standaard" in source.data:
            return True
        case "herkomst-ontbreekt" | "begrip-leeg" | "aanname-zonder-eigenaar" | "tabel-gat":
            return any(_is_within(misfit.span, _thing_at(late.span, source)) for misfit in misfits)
        case _:
            return False


def _thing_at(span: Span, source: Source) -> Span:
    """All of what is known by the key or the name at a place."""
    for path, key in source.key_spans.items():
        if key == span:
            return source.spans[path]
    return next((source.spans[path[:-1]] for path in source.scalars if source.spans[path] == span), span)


def _is_within(inner: Span, outer: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) <= end


def _header_of(file: str) -> dict[str, str]:
    """What to go on with where the first keys of a file are missing."""
    path = PurePosixPath(file)
    return {
        "kenmerk": path.parent.name,
        "soort": "model",
        "titel": "-",
        "geldig_vanaf": path.stem,
        "status": "concept",
    }


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file that is being read, and where to put what is wrong with it and what it cites."""

    source: Source
    path: Path
    kept: Mapping[Path, tuple[int, ...]]
    assumed: AssumptionDefaultPart | None
    found: list[Diagnostic]
    cited: list[Located]

    def at(self, *steps: str | int) -> At:
        """A place below this one."""
        return replace(self, path=self.path + steps)

    @property
    def key(self) -> Span:
        """The key that stands here, or that this is part of."""
        return place(self.source, self.in_file)

    @property
    def value(self) -> Span:
        """The value that stands here, else its key."""
        return self.source.spans.get(self.in_file) or self.key

    @property
    def in_file(self) -> Path:
        """The path in the file, where lists may hold more than what fitted."""
        path = original(self.path, self.kept)
        return path if path in self.source.spans else path[:-1] if path and path[-1] == 0 else path

    @property
    def text(self) -> Located:
        """The text that stands here."""
        return self.source.located(self.in_file)

    def report(self, code: str, message: str, remedy: str = "") -> None:
        """A finding about the value here."""
        self.found.append(finding(code, self.value, message, remedy=remedy))


def _agreement(part: AgreementPart, at: At, content: bytes) -> Agreement:
    valid_from = _day(part.valid_from, at.at("geldig_vanaf"))
    valid_to = _day(part.valid_to, at.at("geldig_tot_en_met")) if part.valid_to else None
    if valid_to is not None and valid_to < valid_from:
        at.at("geldig_tot_en_met").report("ongeldige-waarde", "de laatste dag ligt voor de eerste dag")
    _check_municipality(part, at)
    municipality = part.municipality
    return Agreement(
        reference=part.reference,
        layer=part.layer,
        title=part.title,
        valid_from=valid_from,
        valid_to=valid_to,
        status=part.status,
        is_example=part.is_example == "ja",
        builds_on=part.builds_on,
        municipality=Municipality(municipality.name, municipality.code, municipality.authority)
        if municipality
        else None,
        cooperative=part.cooperative.name if part.cooperative else None,
        points={name: _point(name, point, at.at("afspraken", name)) for name, point in part.points.items()},
        amounts={
            name: _amount(name, amount, at.at("bedragen", name)) for name, amount in part.amounts.items()
        },
        persons=_persons(part, at.at("personen")),
        facts={name: _fact(name, fact, at.at("gegevens", name)) for name, fact in part.facts.items()},
        concepts={
            name: _concept(name, concept, at.at("begrippen", name)) for name, concept in part.concepts.items()
        },
        states=part.states,
        decisions={
            name: _decision(name, decision, at.at("besluiten", name))
            for name, decision in part.decisions.items()
        },
        transitional=tuple(_transitional(part, at.at("overgangsrecht"))),
        requirements=tuple(_requirements(part, at.at("eisen"))),
        comparisons=tuple(_comparisons(part, at.at("eisen"))),
        untranslated=tuple(Untranslated(item.subject, item.reason) for item in part.untranslated),
        path=at.source.file,
        sha256=hashlib.sha256(content).hexdigest(),
        span=Span(at.source.file),
        spans=Places(at.source, at.in_file),
        owner=part.assumption_default.owner if part.assumption_default else None,
        description=part.description or "",
        retention=tuple(_retention(part, at.at("bewaren"))),
        assumed_on=tuple(_assumed_on(at.source)),
    )


def _assumed_on(source: Source) -> Iterator[tuple[int, Span]]:
    """Each day that is written with an assumption; one that cannot be read is reported where that is read."""
    for path, scalar in source.scalars.items():
        if path[-1:] == ("datum",) and path[-2:-1] in {("aanname",), ("aanname_standaard",)}:
            try:
                yield parse_date(scalar.text), source.spans[path]
            except UnreadableValueError:
                continue


def _check_municipality(part: AgreementPart, at: At) -> None:
    """Whose agreement it is must be said by those who make it, not by the layers above them."""
    if part.layer in MUNICIPAL and "gemeente" not in at.source.data:
        at.at("soort").report(
            "ontbrekende-sleutel", f"een bestand van de soort {part.layer} noemt de gemeente"
        )


def _point(name: str, part: PointPart, at: At) -> Point:
    type_ = None
    if part.kind:
        type_ = _type(part.kind, part.per, part.choices, at, may_be_absent=part.may_be_absent == "ja")
        type_ = _bounded(type_, part.minimum, part.maximum, at)
    else:
        _check_untyped_point(name, part, at)
    if part.value is not None and part.open_reason is not None:
        at.at("open").report(
            "verkeerde-vorm", f"'{name}' heeft een waarde en is ook open; dat kan niet samen"
        )
    written = at.at("waarde")
    return Point(
        name=name,
        span=at.key,
        type=type_,
        value=_value(part.value, type_, written) if part.value is not None and type_ else None,
        value_span=written.value
        if part.value is not None
        else at.at("open").value
        if part.open_reason
        else at.key,
        open_reason=part.open_reason,
        description=part.description or "",
        provenance=_provenance(part, at),
        raw=part.value,
    )


def _check_untyped_point(name: str, part: PointPart, at: At) -> None:
    for key, said in (
        ("per", part.per), ("waarden", part.choices), ("ten_minste", part.minimum), ("ten_hoogste", part.maximum),
        ("kan_ontbreken", part.may_be_absent),
    ):  # fmt: skip
        if said:
            at.at(key).report(
                "ontbrekende-sleutel",
                f"'{key}' hoort bij een soort, en '{name}' heeft geen soort",
                "voeg soort toe",
            )
    if part.value is None and part.open_reason is None:
        at.found.append(
            finding(
                "ontbrekende-sleutel",
                at.key,
                f"'{name}' heeft geen waarde, is niet open en heeft geen soort",
                remedy="geef waarde: of open: met een reden; een nieuw punt heeft soort: en omschrijving:",
            )
        )


def _amount(name: str, part: AmountPart, at: At) -> AmountTable:
    type_ = _type(part.kind, part.per, (), at)
    _check_duration(name, part.kind, at)
    provenance = _provenance(part, at)
    return AmountTable(
        name=name,
        span=at.key,
        type=type_,
        known_through=_day(part.known_through, at.at("bekend_tot_en_met")),
        values=tuple(
            DatedValue(
                _day(day, row),
                _number(dated.value, type_, _value_at(row)),
                _joined(provenance, _provenance(dated, row)),
                row.key,
            )
            for day, dated in part.values.items()
            for row in [at.at("waarden", day)]
        ),
        description=part.description or "",
        provenance=provenance,
    )


def _joined(table: Provenance, own: Provenance) -> Provenance:
    return Provenance(
        tuple(dict.fromkeys(table.legal_basis + own.legal_basis)),
        own.source or table.source,
        own.assumption or table.assumption,
    )


def _persons(part: AgreementPart, at: At) -> dict[str, Expression]:
    partner = part.persons.partner if part.persons else None
    return {"partner": _expression(at.at("partner", "geldt_als"))} if partner else {}


def _fact(name: str, part: FactPart, at: At) -> Fact:
    query = _dossier(part.from_dossier, at.at("uit_dossier")) if part.from_dossier else None
    may_be_absent = part.may_be_absent == "ja" or (query is not None and query.take in {"eerste", "laatste"})
    type_ = _type(part.kind, part.per, part.choices, at, may_be_absent=may_be_absent)
    _check_duration(name, part.kind, at)
    _check_changeable(name, part, at)
    _check_several(name, part, at)
    _check_timeless(name, part, at)
    return Fact(
        name=name,
        span=at.key,
        type=replace(
            _bounded_by_decision(type_, part.minimum, part.maximum, at), is_timeless=part.timeless == "ja"
        ),
        question=part.question,
        judged_by=part.judged_by,
        several=part.several,
        applies_when=_optional(part.applies_when, at.at("geldt_als")),
        from_dossier=query,
        changeable=part.changeable,
        description=part.description or "",
        provenance=_provenance(part, at),
    )


def _check_several(name: str, part: FactPart, at: At) -> None:
    if part.several is not None and part.judged_by is None:
        at.at("meer_oordelen").report("meer-oordelen", f"'{name}' is geen oordeel")
    elif part.several is Several.AVERAGE and part.kind is not Kind.COUNT:
        at.at("meer_oordelen").report(
            "meer-oordelen",
            f"'{name}' is {part.kind}, en een gemiddelde is er alleen van een aantal",
            f"schrijf meer_oordelen: {Several.UNANIMOUS}",
        )


def _check_timeless(name: str, part: FactPart, at: At) -> None:
    """What is counted, judged or about a month or a year has a time of its own."""
    if part.timeless != "ja":
        return
    of_time = sorted({Per.MONTH, Per.YEAR}.intersection(Per(unit) for unit in part.per))
    why = (
        "is een oordeel"
        if part.judged_by is not None
        else "wordt uit het dossier geteld"
        if part.from_dossier is not None
        else f"is per {of_time[0]}"
        if of_time
        else ""
    )
    if why:
        message = f"'{name}' {why}, en dat is niet voor elke dag hetzelfde"
        at.at("onveranderlijk").report("ongeldige-waarde", message, "haal onveranderlijk weg")


def _check_duration(name: str, kind: Kind | None, at: At) -> None:
    """Days and months are not told apart in a case: a duration is agreed, or written where it is used."""
    if kind is Kind.DURATION:
        at.at("soort").report("duur-niet-vast", f"'{name}' is een duur en geen afspraak")


_CHANGES_OF: Mapping[Changeable, frozenset[Kind]] = {
    Changeable.EITHER_WAY: frozenset(Kind) - {Kind.TEXT, Kind.DURATION},
    Changeable.UP: NUMERIC,
    Changeable.DOWN: NUMERIC,
    Changeable.TO_YES: frozenset({Kind.YES_NO}),
    Changeable.TO_NO: frozenset({Kind.YES_NO}),
}
"""Of which kinds of answer there can be another in this way."""


def _check_changeable(name: str, part: FactPart, at: At) -> None:
    """A judgement is for who judges; the way to change has to fit the kind of answer."""
    kinds = _CHANGES_OF.get(part.changeable) if part.changeable is not None else None
    if kinds is None:
        return
    here = at.at("veranderbaar")
    if part.judged_by is not None:
        message = f"'{name}' is een oordeel, en dat verandert niet door wie het aangaat"
        here.report("ongeldige-waarde", message, "haal veranderbaar weg")
    elif part.kind not in kinds:
        fitting = ", ".join(way for way, of in _CHANGES_OF.items() if part.kind in of)
        remedy = f"schrijf {', '.join(filter(None, (fitting, 'nee of persoonlijk')))}"
        here.report("ongeldige-waarde", f"'{part.changeable}' past niet bij soort {part.kind}", remedy)


def _dossier(part: DossierPart, at: At) -> DossierQuery:
    match = _TAKE.fullmatch(part.take)
    if not match:
        at.at("neem").report(
            "ongeldige-waarde",
            f"'{part.take}' is niet iets wat het dossier kan nemen",
            "schrijf aantal, of som, eerste of laatste met de naam van een gegeven of begrip",
        )
    conditions = _all(part.conditions, at.at("waarin"))
    return DossierQuery(
        (match[1] or match[2]) if match else "aantal",
        match[3] if match else None,
        part.source,
        conditions[0] if conditions else None,
        at.key,
    )


def _concept(name: str, part: ConceptPart, at: At) -> Concept:
    type_ = _type(part.kind, part.per, part.choices, at) if part.kind else None
    _check_duration(name, part.kind, at)
    if type_ is None:
        _check_addition(name, part, at)
    if part.calculation is not None and (part.rules or part.table or part.otherwise):
        at.at("berekening").report(
            "verkeerde-vorm",
            f"'{name}' heeft een berekening en ook regels of anders",
            "kies: een berekening, of regels met zo nodig anders",
        )
    rules = tuple(_rule(rule, at.at("regels", number)) for number, rule in enumerate(part.rules))
    return Concept(
        name=name,
        span=at.key,
        type=type_,
        applies_when=_optional(part.applies_when, at.at("geldt_als")),
        calculation=_optional(part.calculation, at.at("berekening")),
        rules=rules + (tuple(_rows(at.at("tabel"))) if part.table else ()),
        otherwise=_optional(part.otherwise, at.at("anders")),
        description=part.description or "",
        provenance=_provenance(part, at),
    )


def _check_addition(name: str, part: ConceptPart, at: At) -> None:
    for key, said in (
        ("per", part.per), ("waarden", part.choices), ("geldt_als", part.applies_when),
        ("berekening", part.calculation), ("anders", part.otherwise),
    ):  # fmt: skip
        if said:
            at.at(key).report(
                "ontbrekende-sleutel",
                f"'{name}' heeft '{key}' en geen soort",
                "voeg soort toe, of laat alleen regels staan als het begrip uit een hogere laag komt",
            )


def _rule(part: RulePart, at: At) -> Rule:
    condition, parts = _all(part.conditions, at.at("als")) or (_unread(at.value), ())
    return Rule(
        name=part.name,
        span=at.at("naam").value,
        condition=condition,
        condition_parts=parts,
        outcome=_expression(at.at("dan")),
        exception_to=part.exception_to,
        exception_span=at.at("uitzondering_op").value if part.exception_to else at.at("naam").value,
        precedes=part.precedes,
        precedes_span=at.at("gaat_voor").value if part.precedes else at.at("naam").value,
        may_deviate_locally=part.may_deviate_locally is not None,
        description=part.description or "",
        provenance=_provenance(part, at),
    )


def _rows(at: At) -> Iterator[Rule]:
    rows, findings = read_table(at.text)
    at.found.extend(findings)
    for row in rows:
        yield _row(row, at)


def _row(row: Row, at: At) -> Rule:
    name = row.columns["naam"]
    parts = tuple(_cell_condition(cell, at) for cell in row.conditions) or (_always(name.whole),)
    return Rule(
        name=name.text,
        span=name.whole,
        condition=_conjunction(parts),
        condition_parts=parts,
        outcome=_parsed(row.columns["dan"], at),
        exception_to=tuple(text.text for text in row.texts("uitzondering_op")),
        exception_span=row.columns.get("uitzondering_op", name).whole,
        precedes=tuple(text.text for text in row.texts("gaat_voor")),
        precedes_span=row.columns.get("gaat_voor", name).whole,
        may_deviate_locally=_deviates(row, at),
        in_table=True,
        description=_cell(row, "omschrijving") or "",
        provenance=Provenance(
            _cited(row.texts("grondslag"), at),
            _cell(row, "bron"),
            _assumption(reason, None, None, at) if (reason := _cell(row, "aanname")) else None,
        ),
    )


def _cell_condition(cell: Condition, at: At) -> Expression:
    """What a cell says of its header, with the cell as its place."""
    condition = _parsed(cell.text, at)
    if isinstance(condition, And | Or | Choose):
        at.found.append(
            finding(
                "tabel-vorm",
                cell.span,
                "een cel vergelijkt met één waarde",
                remedy="zet de tweede voorwaarde in een eigen kolom",
            )
        )
    return replace(condition, span=cell.span)


def _cell(row: Row, column: str) -> str | None:
    return row.columns[column].text if column in row.columns else None


def _deviates(row: Row, at: At) -> bool:
    cell = row.columns.get("lokaal_afwijken")
    if cell and cell.text != "toegestaan":
        at.found.append(
            finding(
                "tabel-vorm",
                cell.whole,
                f"'{cell.text}' kan niet in de kolom lokaal_afwijken",
                remedy="schrijf toegestaan of -",
            )
        )
    return cell is not None


def _decision(name: str, part: DecisionPart, at: At) -> DecisionType:
    state = part.state
    return DecisionType(
        name=name,
        span=at.key,
        title=part.title,
        outcome=part.outcome,
        also=part.also,
        legal_character=_by_outcome(part.legal_character),
        decider=part.decider,
        monthly=part.period is not None,
        applies_when=_optional(part.applies_when, at.at("geldt_als")),
        deviation_basis=_legal_basis(part.deviation.legal_basis, at.at("individueel_afwijken"))
        if part.deviation
        else (),
        never_deviated_from=part.deviation.not_from if part.deviation else (),
        asks_person=part.asks_person,
        hearing=_hearing(part.hearing) if part.hearing else None,
        four_eyes=None if part.four_eyes == ("ja",) else frozenset(part.four_eyes),
        watched=part.watched,
        settled_monthly=part.settled_monthly is not None,
        corrects=part.corrects,
        ledger=_ledger(part.ledger) if part.ledger else None,
        states_from=state.states_from if state else (),
        state_to=_by_outcome(state.state_to if state else {}),
        letter=part.letter,
        spans=Places(at.source, at.in_file),
        description=part.description or "",
        provenance=_provenance(part, at),
    )


def _ledger(part: LedgerPart) -> PotLedger:
    return PotLedger(part.opening, part.added, part.taken, part.closing)


def _hearing(part: HearingPart) -> HearingRule:
    everything = part.adverse == ("alle",)
    return HearingRule(
        part.requested, None if everything else frozenset(part.adverse), part.financial == "ja"
    )


def _by_outcome(choices: Mapping[str, str]) -> ByOutcome:
    return ByOutcome(
        {key: choice for key, choice in choices.items() if key != "anders"}, choices.get("anders")
    )


def _transitional(part: AgreementPart, at: At) -> Iterator[Transitional]:
    for number, item in enumerate(part.transitional):
        here = at.at(number)
        condition, _ = _all(item.conditions, here.at("als")) or (_unread(here.value), ())
        yield Transitional(
            name=item.name,
            span=here.at("naam").value,
            condition=condition,
            points=item.points,
            provenance=_provenance(item, here),
        )


def _requirements(part: AgreementPart, at: At) -> Iterator[Requirement]:
    for number, item in enumerate(part.requirements):
        here = at.at(number)
        _check_form(item, here)
        if item.condition is None:
            continue
        yield Requirement(
            name=item.name,
            span=here.at("naam").value,
            condition=_expression(here.at("eis")),
            severity=Severity(item.severity),
            message=item.message or "",
            provenance=_provenance(item, here),
            catches=item.catches or "",
        )


_FORMS = (
    {"eis"},
    {"als_stijgt", Sense.NOT_LOWER},
    {"als_stijgt", Sense.NOT_HIGHER},
    {Sense.SAME, "betreft"},
)
"""The keys that make a requirement; a comparison of two cases may have `behalve` beside them."""


def _keys_of(item: RequirementPart) -> set[str]:
    keys = {
        "eis": item.condition,
        "als_stijgt": item.rises,
        Sense.NOT_LOWER: item.not_lower,
        Sense.NOT_HIGHER: item.not_higher,
        Sense.SAME: item.independent_of,
        "betreft": item.about,
    }
    return {str(key) for key, said in keys.items() if said}


def _check_form(item: RequirementPart, at: At) -> None:
    keys = _keys_of(item)
    if keys not in _FORMS:
        said = ", ".join(sorted(keys)) or "geen daarvan"
        at.at("naam").report("eis-vorm", f"van de sleutels die zeggen wat geldt, heeft '{item.name}': {said}")
    elif "eis" not in keys and item.catches:
        at.at("vangt_af").report(
            "eis-vorm", f"'{item.name}' vergelijkt twee gevallen en kan geen opgave afvangen"
        )
    elif "eis" in keys and item.unless:
        at.at("behalve").report(
            "eis-vorm",
            f"'{item.name}' gaat over één geval en heeft behalve",
            "neem de uitzondering op in de voorwaarde zelf, met of",
        )


def _comparisons(part: AgreementPart, at: At) -> Iterator[Comparison]:
    for number, item in enumerate(part.requirements):
        here = at.at(number)
        keys = _keys_of(item)
        if keys not in _FORMS or "eis" in keys:
            continue
        sense = next(each for each in Sense if each in keys)
        if sense is Sense.SAME:
            changes, place = item.independent_of, here.at(sense)
            places = [here.at("betreft", number) for number in range(len(item.about))]
        else:
            assert item.rises is not None
            changes, place = (item.rises,), here.at("als_stijgt")
            places = [here.at(sense)]
        yield Comparison(
            name=item.name,
            span=here.at("naam").value,
            sense=sense,
            changes=changes,
            changes_span=place.value,
            compared=tuple(_expression(each) for each in places),
            compared_as=tuple(each.text.text for each in places),
            unless=tuple(_allowances(item, here.at("behalve"))),
            severity=Severity(item.severity),
            message=item.message or "",
            provenance=_provenance(item, here),
            description=item.description or "",
        )


def _allowances(item: RequirementPart, at: At) -> Iterator[Allowance]:
    for number, part in enumerate(item.unless):
        here = at.at(number)
        condition, _ = _all(part.conditions, here.at("als")) or (_unread(here.value), ())
        yield Allowance(condition, here.at("als").value, _provenance(part, here))


def _retention(part: AgreementPart, at: At) -> Iterator[Retention]:
    for number, item in enumerate(part.retention):
        here = at.at(number)
        term = _value(item.term, ValueType(Kind.DURATION), here.at("termijn"))
        yield Retention(
            span=here.at("na_stand").key,
            states=item.after_states,
            term=term if isinstance(term, Duration) else Duration(0, Unit.DAYS),
            provenance=_provenance(item, here),
            spans={state: here.at("na_stand", place).value for place, state in enumerate(item.after_states)},
        )


def _type(
    kind: Kind, per: Sequence[Per | str], written: Choices, at: At, *, may_be_absent: bool = False
) -> ValueType:
    choices = tuple(written)
    if choices and kind is not Kind.CHOICE:
        at.at("waarden").report(
            "verkeerde-vorm", f"alleen een keuze heeft waarden, en dit is de soort {kind}"
        )
    if kind is Kind.CHOICE and not choices:
        at.at("soort").report(
            "ontbrekende-sleutel", "een keuze heeft waarden om uit te kiezen", "voeg waarden: [...] toe"
        )
    units = frozenset(Per(unit) for unit in per)
    if units >= {Per.MONTH, Per.YEAR}:
        at.at("per").report("ongeldige-waarde", "een waarde geldt per maand of per jaar, niet allebei")
    for number, choice in enumerate(choices):
        if choice in choices[:number]:
            at.at("waarden", number).report("ongeldige-waarde", f"'{choice}' staat twee keer in de waarden")
    return ValueType(kind, units, choices, may_be_absent=may_be_absent, words=_choice_words(written, at))


def _choice_words(written: Choices, at: At) -> Mapping[str, str]:
    """The words of each value; where nothing stands, which is reported by the reader, a value has none."""
    if not isinstance(written, dict):
        return {}
    places = {value: (*at.at("waarden").in_file, value) for value in written}
    return {
        value: " ".join(said.split())
        for value, said in written.items()
        if said or not at.source.is_plain(places[value])
    }


def _bounded(type_: ValueType, minimum: str | None, maximum: str | None, at: At) -> ValueType:
    for key, said in (("ten_minste", minimum), ("ten_hoogste", maximum)):
        if said and type_.kind not in ORDERED:
            at.at(key).report("verkeerde-vorm", f"de soort {type_.kind} heeft geen laagste of hoogste waarde")
            return type_
    low, high = _bound(minimum, type_, at.at("ten_minste")), _bound(maximum, type_, at.at("ten_hoogste"))
    if _is_above(low, high):
        at.at("ten_hoogste").report("ongeldige-waarde", "ten_hoogste ligt onder ten_minste")
    return replace(type_, minimum=low, maximum=high)


def _bounded_by_decision(type_: ValueType, minimum: str | None, maximum: str | None, at: At) -> ValueType:
    """As `_bounded`, of a day also by that of the decision."""
    if type_.kind is not Kind.DATE:
        return _bounded(type_, minimum, maximum, at)
    earliest, latest = _moving(minimum, at.at("ten_minste")), _moving(maximum, at.at("ten_hoogste"))
    fixed = _bounded(type_, None if earliest else minimum, None if latest else maximum, at)
    if earliest and latest and _is_later(earliest, latest):
        at.at("ten_hoogste").report("ongeldige-waarde", "ten_hoogste ligt onder ten_minste")
    return replace(fixed, earliest=earliest, latest=latest)


def _is_later(day: MovingDay, other: MovingDay) -> bool:
    """Whether a day lies behind another whatever the decision; of lengths in two calendars that is not known."""
    match day.before, other.before:
        case None, Duration():
            return True
        case Duration(), Duration():
            return _is_above(other.before, day.before)
        case _:
            return False


def _moving(text: str | None, at: At) -> MovingDay | None:
    try:
        return None if text is None else parse_moving_day(text)
    except UnreadableValueError as error:
        message, _, remedy = str(error).partition("; ")
        at.report("ongeldige-waarde", message, remedy)
        return MovingDay()


def _bound(text: str | None, type_: ValueType, at: At) -> int | Duration | None:
    value = _value(text, ValueType(type_.kind), at) if text is not None else None
    return value if isinstance(value, int | Duration) else None


def _is_above(low: int | Duration | None, high: int | Duration | None) -> bool:
    match low, high:
        case int(), int():
            return low > high
        case Duration(), Duration():
            return low.unit is high.unit and low.amount > high.amount
        case _:
            return False


def _value(text: str, type_: ValueType, at: At) -> Value | None:
    """The value as its type reads it; None when that is not possible, which is reported."""
    try:
        return parse_value(text, type_)
    except UnreadableValueError as error:
        _report(error, at)
        return None


def _number(text: str, type_: ValueType, at: At) -> int | None:
    if text == UNKNOWN:
        return None
    value = _value(text, type_, at)
    return value if isinstance(value, int) else None


def _day(text: str, at: At) -> int:
    try:
        return parse_date(text)
    except UnreadableValueError as error:
        _report(error, at)
        return _UNREAD_DAY


def _report(error: UnreadableValueError, at: At) -> None:
    message, _, remedy = str(error).partition("; ")
    at.report("ongeldige-waarde", message, remedy)


def _provenance(part: SourcedPart, at: At) -> Provenance:
    said = part.assumption
    assumption = _assumption(said.reason, said.owner, said.date, at.at("aanname")) if said else None
    return Provenance(_legal_basis(part.legal_basis, at), part.source, assumption)


def _legal_basis(citations: tuple[str, ...], at: At) -> tuple[str, ...]:
    return _cited((at.at("grondslag", number).text for number in range(len(citations))), at)


def _cited(citations: Iterable[Located], at: At) -> tuple[str, ...]:
    """The citations as text; their form is looked at when the whole file has been read."""
    found = tuple(citations)
    at.cited.extend(found)
    return tuple(citation.text for citation in found)


def _assumption(reason: str, owner: str | None, date: str | None, at: At) -> Assumption:
    """An assumption with its own owner and date, else those of the file; `checks` reports one without."""
    assumed = at.assumed
    day = _day(date, at.at("datum")) if date else None
    if day is None and assumed:
        day = _day(assumed.date, replace(at, path=("aanname_standaard", "datum")))
    owner = owner or (assumed.owner if assumed else None)
    return Assumption(reason, owner, day) if owner and day else Assumption(reason, "", _UNREAD_DAY)


def _optional(text: str | None, at: At) -> Expression | None:
    return _expression(at) if text is not None else None


def _expression(at: At) -> Expression:
    return _parsed(at.text, at)


def _parsed(text: Located, at: At) -> Expression:
    """The tree of a text; where it cannot be read, which is reported, something to go on with."""
    tree, findings = parse_expression(text)
    at.found.extend(findings)
    return tree if tree is not None else _unread(text.whole)


def _all(texts: tuple[str, ...], at: At) -> tuple[Expression, tuple[Expression, ...]] | None:
    """A condition, and the parts of it that the author wrote apart; None where there are none."""
    if not texts:
        return None
    parts = tuple(_expression(at.at(number)) for number in range(len(texts)))
    return _conjunction(parts), parts


def _conjunction(parts: tuple[Expression, ...]) -> Expression:
    if len(parts) == 1:
        return parts[0]
    first, last = parts[0].span, parts[-1].span
    return And(parts, replace(first, end_line=last.end_line, end_column=last.end_column))


def _always(span: Span) -> Expression:
    return Literal(True, Kind.YES_NO, span)


_unread = _always


def _value_at(at: At) -> At:
    """The place of a value that stands alone or, beside what is said of it, under `waarde`."""
    return at.at("waarde") if (*at.in_file, "waarde") in at.source.spans else at


@dataclass(frozen=True, slots=True, eq=False)
class Places(Mapping[str, Span]):
    """The place of every value below a path, by its keys: `stand.van.0`; with `:` behind it that of its key.

    A text where a list may stand is also the first of that list. Looked up on demand: few are ever asked for.
    """

    source: Source
    path: Path

    def __getitem__(self, name: str) -> Span:
        data: object = self.source.data
        for step in self.path:
            data = data[step]  # type: ignore[index]  # the path was read from the data
        path = self.path
        for word in name.removesuffix(":").split("."):
            match data:
                case dict() if word in data:
                    data, path = data[word], (*path, word)
                case list() if word.isdecimal() and int(word) < len(data):
                    data, path = data[int(word)], (*path, int(word))
                case str() if word == "0":
                    data = None
                case _:
                    raise KeyError(name)
        return self.source.key_spans[path] if name.endswith(":") else self.source.spans[path]

    def __iter__(self) -> Iterator[str]:
        size = len(self.path)
        for path in self.source.spans:
            if len(path) > size and path[:size] == self.path:
                name = ".".join(map(str, path[size:]))
                yield name
                if path in self.source.key_spans:
                    yield f"{name}:"

    def __len__(self) -> int:
        return sum(1 for _ in self)
