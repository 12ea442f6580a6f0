"""What a report rests on: the assumptions that were used, and the digests of files and programs."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from soco_rules.explain.receipt import ENGINE
from soco_rules.explain.receipt import fingerprint
from soco_rules.model.agreement import Assumption
from soco_rules.model.agreement import Provenance
from soco_rules.model.program import Clauses
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import month_in_words
from soco_rules.model.values import spaced
from soco_rules.simulation.flows import Flows
from soco_rules.simulation.intake import Caseload
from soco_rules.simulation.reckon import Side


def assumptions_of(programs: Iterable[Program], flows: Flows, caseload: Caseload) -> Iterator[str]:
    """What was reckoned with and has no source, each once."""
    found: dict[str, None] = {}
    for program in programs:
        for name, provenance in _provenances(program):
            if provenance.assumption is not None:
                found[_assumed(name, provenance.assumption)] = None
    yield from sorted(found)
    yield f"geldstromen: {flows.assumption}"
    yield "de dag van het besluit is de laatste dag van de maand"
    if caseload.invented:
        yield "het bestand is verzonnen: geen bedrag op deze pagina zegt iets over echte mensen"


def _provenances(program: Program) -> Iterator[tuple[str, Provenance]]:
    for step in program.steps:
        yield step.name, step.provenance
        if not isinstance(step, Field) and isinstance(step.body, Clauses):
            yield from ((f"{step.name}, {clause.name}", clause.provenance) for clause in step.body.clauses)
        if isinstance(step, Field) and step.origin is Origin.AMOUNT:
            yield from ((step.name, row.provenance) for row in program.amounts[step.name].values)


def _assumed(name: str, assumption: Assumption) -> str:
    return f"{spaced(name)}: {assumption.reason} ({assumption.owner})"


def receipt_of(caseload: Caseload, sides: Sequence[Side]) -> Iterator[tuple[str, str]]:
    """What the figures come from, each with its digest."""
    yield "rekenmachine", ENGINE
    yield f"bestand {caseload.name}", caseload.digest
    for side in sides:
        for decision, parts in side.parts.items():
            for part in parts:
                months = f"{month_in_words(part.months[0])} tot en met {month_in_words(part.months[-1])}"
                yield f"{side.name}, {decision}, {months}", fingerprint(part.program)
        files = {layer.path: layer.sha256 for program in side.programs for layer in program.layers}
        for path, digest in sorted(files.items()):
            yield f"{side.name}, {path}", f"sha256:{digest.removeprefix('sha256:')}"
