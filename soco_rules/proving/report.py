"""What a run of proofs has to say, shortest first: what is wrong, what to look at, what is not proved, what holds."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

from soco_rules.compiler.program import Compiled
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import render
from soco_rules.model.values import Kind
from soco_rules.model.values import encode
from soco_rules.proving.cache import Cache
from soco_rules.proving.periods import Period
from soco_rules.proving.prove import Proof
from soco_rules.proving.prove import Proved
from soco_rules.proving.prove import Refuted
from soco_rules.proving.prove import prove
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject
from soco_rules.proving.remembered import prove_remembering
from soco_rules.proving.words import Shortfall
from soco_rules.proving.words import is_caught
from soco_rules.proving.words import shortfall

SUBJECTS = {
    Subject.CONFLICT: "begrippen waarvan de regels elkaar nooit tegenspreken",
    Subject.GAP: "begrippen die in elk geval een uitkomst hebben",
    Subject.REQUIREMENT: "eisen waaraan altijd is voldaan",
    Subject.COMPARISON: "eisen aan twee gevallen waaraan altijd is voldaan",
    Subject.RULE: "eigen regels die in minstens één geval winnen",
    Subject.POINT: "afspraken die verschil maken",
}
_LOOK = {
    "bewijs-verband-let-op": "Vergelijkingen die niet altijd kloppen",
    "bewijs-gat": "Gevallen zonder uitkomst: bedoeld, of een regel vergeten?",
    "bewijs-regel": "Eigen regels die nooit winnen",
    "bewijs-afspraak": "Afspraken die bij deze andere afspraken geen verschil maken",
    "bewijs-open-punt": "Hangt af van een punt dat open is",
    "bewijs-waarschuwing": "Waarschuwingen die kunnen voorkomen",
    "bewijs-open": "Niet bewezen en niet weerlegd",
}
"""The groups of what is no error, in the order in which they are printed."""
LONG = 200
"""A message with more characters does not fit in a list."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The questions about one stack over some days, with what was proved of them."""

    compiled: Compiled
    period: Period
    asked: tuple[Question, ...]
    proofs: tuple[Proof, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()

    def about(self, name: str) -> Stretch:
        """The same with only the questions that have this name."""
        return replace(self, asked=tuple(question for question in self.asked if question.name == name))

    def proved(self, each: Callable[[], None], cache: Cache | None = None) -> Stretch:
        """The same with all its proofs; `each` is called after every one."""
        proofs: list[Proof] = []
        shortfalls: list[Shortfall] = []
        for proof in (
            prove(self.compiled, self.asked, self.period)
            if cache is None
            else prove_remembering(self.compiled, self.asked, self.period, cache)
        ):
            proofs.append(proof)
            if short := shortfall(self.compiled, proof):
                shortfalls.append(short)
            each()
        return replace(self, proofs=tuple(proofs), shortfalls=tuple(shortfalls))


def in_words(
    stretches: Iterable[Stretch], gaps: Iterable[Diagnostic], sources: Mapping[str, str], *, everything: bool
) -> Iterator[str]:
    """The report as lines; with `everything` each shortfall whole, with its reason, remedy and scenarios."""
    begun: set[int] = set()
    for stretch in stretches:
        lowest = stretch.compiled.stack.lowest
        yield f"{lowest.reference}, versie {encode(lowest.valid_from, Kind.DATE)}, {stretch.period}"
        if lowest.valid_from not in begun and lowest.valid_from < stretch.period.first:
            before = Period(lowest.valid_from, stretch.period.first - 1)
            yield f"Over {before} is niets bewezen: dan is een laag eronder niet in werking."
        begun.add(lowest.valid_from)
        wrong = [short for short in stretch.shortfalls if short.finding.is_error]
        for short in wrong:
            yield from ("", *_whole(short, sources))
        for code, title in _LOOK.items():
            found = [short for short in stretch.shortfalls if short.finding.code == code]
            if found:
                yield from ("", f"{title} ({len(found)})")
                yield from _group(found, sources, everything=everything)
        yield from ("", "Bewezen" if wrong else "Geen fouten gevonden. Bewezen")
        yield from _counts(stretch, everything=everything)
    for gap in gaps:
        yield from ("", render(gap, sources))


def _group(found: Iterable[Shortfall], sources: Mapping[str, str], *, everything: bool) -> Iterator[str]:
    for short in found:
        if everything:
            yield from ("", *_whole(short, sources))
        else:
            yield f"  {short.finding.span.file}:{short.finding.span.line}: {_short(short)}"


def _short(short: Shortfall) -> str:
    """The message, of a case with many answers without them."""
    message = short.finding.message
    if len(message) <= LONG:
        return message
    said = message.partition(", als ")[0].partition(", in twee gevallen")[0]
    return f"{said}, in een geval dat --naam {short.name} --alles laat zien."


def _whole(short: Shortfall, sources: Mapping[str, str]) -> Iterator[str]:
    yield render(short.finding, sources)
    for scenario in short.scenarios:
        yield from (f"  {line}" for line in scenario)


def _counts(stretch: Stretch, *, everything: bool) -> Iterator[str]:
    for subject, what in SUBJECTS.items():
        asked = [
            proof
            for proof in stretch.proofs
            if _counts_as(proof, subject) and not _is_meant(stretch.compiled, proof)
        ]
        if asked:
            good = sum(isinstance(proof.verdict, Proved) for proof in asked)
            yield f"  {good:>4} van {len(asked):<4} {what}"
    caught = [proof.question.name for proof in stretch.proofs if _is_meant(stretch.compiled, proof)]
    if caught:
        yield f"  {len(caught):>4} eisen houden een verkeerde opgave tegen, zoals bedoeld: {', '.join(caught)}"
    higher = [proof for proof in stretch.proofs if not proof.question.is_own]
    if higher:
        good = sum(isinstance(proof.verdict, Proved) for proof in higher)
        yield f"  {good:>4} van {len(higher):<4} regels van hogere lagen die bij deze afspraken kunnen winnen"
    idle = [proof.question.name for proof in higher if isinstance(proof.verdict, Refuted)]
    if idle and everything:
        yield f"       nooit: {', '.join(idle)}"


def _counts_as(proof: Proof, subject: Subject) -> bool:
    return proof.question.subject is subject and proof.question.is_own


def _is_meant(compiled: Compiled, proof: Proof) -> bool:
    return is_caught(compiled, proof.question) and isinstance(proof.verdict, Refuted)
