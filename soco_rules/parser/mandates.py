"""The mandate register of a municipality, `agreements/<gemeente>/mandaten.yaml`: who may sign which decisions."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from pathlib import PurePosixPath

from pydantic import Field
from pydantic import RootModel

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import DecisionType
from soco_rules.model.mandate import AGREEMENT
from soco_rules.model.mandate import OBJECTIONS
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date
from soco_rules.parser.document import Date
from soco_rules.parser.document import Decider
from soco_rules.parser.document import Name
from soco_rules.parser.document import Names
from soco_rules.parser.document import Part
from soco_rules.parser.document import Text
from soco_rules.parser.load import Places
from soco_rules.parser.shape import shape
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

FILE = "mandaten.yaml"
EVERY = "alle"


class MandatePart(Part):
    """One line of the register."""

    body: Decider = Field(
        alias="orgaan", description="Namens wie wordt getekend.", examples=["college", "cooperatie"]
    )
    function: Text = Field(
        alias="functie", description="De functie die mag tekenen.", examples=["klantmanager"]
    )
    decisions: Names = Field(
        alias="besluiten",
        description="De besluiten die deze functie mag vaststellen; alle is elk besluit van het orgaan over een persoon. "
        "overeenkomst laat versies van overeenkomsten vaststellen, en besluit_op_bezwaar op bezwaren beslissen: die staan er "
        "altijd bij naam.",
        examples=[["toelating", "verlenging"], "alle", ["overeenkomst"], ["besluit_op_bezwaar"]],
    )
    valid_from: Date = Field(
        alias="geldig_vanaf", description="De eerste dag van het mandaat.", examples=["2026-01-01"]
    )
    valid_to: Date | None = Field(
        None,
        alias="geldig_tot_en_met",
        description="De laatste dag van het mandaat, als die bekend is.",
        examples=["2026-12-31"],
    )
    source: Text = Field(
        alias="bron",
        description="Het mandaatbesluit, of bij een coöperatie wat haar laat vertegenwoordigen.",
        examples=["Mandaatbesluit 2026, artikel 3"],
    )
    except_outcomes: dict[Name, Names] = Field(
        default_factory=dict,
        alias="behalve",
        description="Uitkomsten die deze functie niet mag vaststellen, per besluit.",
        examples=[{"toelating": ["afgewezen"]}],
    )


class MandatesPart(RootModel[dict[Name, MandatePart]]):
    """The whole register: lines with a name."""


def is_register(file: str) -> bool:
    """Whether a file below agreements/ is the register of a municipality."""
    return PurePosixPath(file).match(f"agreements/*/{FILE}") and not file.startswith("agreements/landelijk/")


def load_mandates(content: bytes, file: str) -> tuple[tuple[Mandate, ...], tuple[Diagnostic, ...]]:
    """The lines of a register that can be read, and everything that is wrong with the file."""
    source, findings = read(file, content)
    if source is None:
        return (), findings
    shaped, misfits = shape(MandatesPart, source, source.data)
    found = [*findings, *misfits]
    lines = shaped.part.root if shaped else {}
    mandates = tuple(_mandate(name, part, source, found) for name, part in lines.items())
    return tuple(mandate for mandate in mandates if mandate), in_reading_order(found)


def check_mandates(mandates: Iterable[Mandate], agreements: Iterable[Agreement]) -> Iterator[Diagnostic]:
    """What the lines of one municipality say of decisions or outcomes that its agreements do not know."""
    layers = tuple(agreements)
    decisions = {name: decision for layer in layers for name, decision in layer.decisions.items()}
    outcomes = {name: _outcomes(decision, layers) for name, decision in decisions.items()}
    for mandate in mandates:
        yield from _decisions(mandate, decisions)
        yield from _excepted(mandate, decisions, outcomes)


def _mandate(name: str, part: MandatePart, source: Source, found: list[Diagnostic]) -> Mandate | None:
    spans = Places(source, (name,))
    start = _day(part.valid_from, spans["geldig_vanaf"], found)
    end = _day(part.valid_to, spans["geldig_tot_en_met"], found) if part.valid_to else None
    wrong = tuple(_wrong(part, start, end, spans))
    found += wrong
    if start is None or (end is None and part.valid_to) or has_errors(wrong):
        return None
    return Mandate(
        name=name,
        body=part.body,
        function=part.function,
        decisions=None if part.decisions == (EVERY,) else frozenset(part.decisions),
        valid_from=start,
        valid_to=end,
        source=part.source,
        span=source.key_spans[name,],
        except_outcomes={decision: frozenset(names) for decision, names in part.except_outcomes.items()},
        places={
            **{decision: spans[f"besluiten.{place}"] for place, decision in enumerate(part.decisions)},
            **{f"behalve.{decision}": spans[f"behalve.{decision}:"] for decision in part.except_outcomes},
        },
    )


def _wrong(
    part: MandatePart, start: int | None, end: int | None, spans: Mapping[str, Span]
) -> Iterator[Diagnostic]:
    if start is not None and end is not None and end < start:
        message = "de laatste dag van dit mandaat ligt voor de eerste"
        yield finding("ongeldige-waarde", spans["geldig_tot_en_met"], message)
    if EVERY in part.decisions and part.decisions != (EVERY,):
        message = f"'{EVERY}' is elk besluit en staat hier naast andere namen"
        yield finding("ongeldige-waarde", spans["besluiten"], message, remedy="kies een van beide")
    if not part.decisions:
        message = "een mandaat zonder besluiten geeft niemand een bevoegdheid"
        yield finding("ongeldige-waarde", spans["besluiten"], message, remedy="noem besluiten, of haal weg")
    for decision in part.except_outcomes:
        if EVERY not in part.decisions and decision not in part.decisions:
            remedy = did_you_mean(decision, part.decisions, otherwise="noem het besluit ook bij besluiten")
            message = f"'{decision}' staat niet bij besluiten van dit mandaat"
            yield finding("onbekend-besluit", spans[f"behalve.{decision}:"], message, remedy=remedy)


def _day(written: str, span: Span, found: list[Diagnostic]) -> int | None:
    try:
        return parse_date(written)
    except UnreadableValueError as error:
        message, _, remedy = str(error).partition("; ")
        found.append(finding("ongeldige-waarde", span, message, remedy=remedy))
        return None


def _decisions(mandate: Mandate, decisions: Mapping[str, DecisionType]) -> Iterator[Diagnostic]:
    for name in sorted(mandate.decisions or ()):
        span = mandate.places[name]
        decision = decisions.get(name)
        if name == AGREEMENT:
            if mandate.body == "cooperatie":
                message = (
                    "een overeenkomst wordt voor de gemeente vastgesteld; dit mandaat is van 'cooperatie'"
                )
                remedy = "zet overeenkomst bij een mandaat van het college of de raad"
                yield finding("beslisser", span, message, remedy=remedy)
        elif name == OBJECTIONS and decision is None:
            if mandate.body == "cooperatie":
                message = "op bezwaar beslist een bestuursorgaan; dit mandaat is van 'cooperatie'"
                yield finding("beslisser", span, message, remedy="haal besluit_op_bezwaar hier weg")
        elif decision is None:
            remedy = did_you_mean(name, decisions, otherwise=f"kies uit {', '.join(sorted(decisions))}")
            message = f"de overeenkomsten van deze gemeente kennen geen besluit '{name}'"
            yield finding("onbekend-besluit", span, message, remedy=remedy)
        elif decision.decider != mandate.body:
            message = f"over '{name}' beslist '{decision.decider}'; dit mandaat is van '{mandate.body}'"
            note = Note("hier staat wie beslist", decision.spans.get("beslisser", decision.span))
            remedy = "zet het besluit bij een mandaat van wie erover beslist"
            yield finding("beslisser", span, message, remedy=remedy, notes=(note,))


def _excepted(
    mandate: Mandate, decisions: Mapping[str, DecisionType], outcomes: Mapping[str, tuple[str, ...]]
) -> Iterator[Diagnostic]:
    for name, excepted in mandate.except_outcomes.items():
        if name not in decisions and mandate.decisions is None:
            remedy = did_you_mean(name, decisions, otherwise=f"kies uit {', '.join(sorted(decisions))}")
            message = f"de overeenkomsten van deze gemeente kennen geen besluit '{name}'"
            yield finding("onbekend-besluit", mandate.places[f"behalve.{name}"], message, remedy=remedy)
        for outcome in sorted(excepted) if name in decisions else ():
            if outcome not in outcomes[name]:
                remedy = did_you_mean(outcome, outcomes[name], otherwise="noem een uitkomst van dit besluit")
                message = f"'{outcome}' is geen uitkomst van het besluit '{name}'"
                yield finding("uitkomst-onbekend", mandate.places[f"behalve.{name}"], message, remedy=remedy)


def _outcomes(decision: DecisionType, layers: tuple[Agreement, ...]) -> tuple[str, ...]:
    concepts = (layer.concepts.get(decision.outcome) for layer in layers)
    types = (concept.type for concept in concepts if concept)
    return tuple(choice for type_ in types if type_ for choice in type_.choices)
