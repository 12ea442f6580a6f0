"""Proofs that were made before are not made again: what a proof rests on, how it is written down, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from soco_rules.backends.proof.pair import of_second
from soco_rules.backends.proof.solve import EFFORT
from soco_rules.backends.proof.solve import Found
from soco_rules.backends.proof.solve import Undecided
from soco_rules.backends.proof.solve import version
from soco_rules.compiler.program import Compiled
from soco_rules.compiler.program import whole
from soco_rules.diagnostics import Span
from soco_rules.explain.receipt import fingerprint
from soco_rules.model.program import Program
from soco_rules.model.program import Slot
from soco_rules.model.program import reads
from soco_rules.model.values import Absent
from soco_rules.model.values import Value
from soco_rules.proving.cache import Cache
from soco_rules.proving.cache import Entry
from soco_rules.proving.cache import key_of
from soco_rules.proving.confirm import confirmed
from soco_rules.proving.confirm import confirmed_pair
from soco_rules.proving.periods import Period
from soco_rules.proving.prove import Answering
from soco_rules.proving.prove import Proof
from soco_rules.proving.prove import Proved
from soco_rules.proving.prove import Refuted
from soco_rules.proving.prove import Verdict
from soco_rules.proving.questions import Question
from soco_rules.proving.questions import Subject

_OF_ALL_CASES = frozenset({Subject.RULE, Subject.POINT})


def prove_remembering(
    compiled: Compiled, asked: tuple[Question, ...], days: Period, cache: Cache
) -> Iterator[Proof]:
    """The proofs, one by one; a case that stands in the cache only where the calculators still say so."""
    answering = Answering(compiled, days, EFFORT)
    prints: dict[object, str] = {}
    allowed = fingerprint(_about_open_points(answering))
    for question in asked:
        rests_on = (question.subject is Subject.POINT, question.asked, question.checks, question.decisions)
        if rests_on not in prints:
            prints[rests_on] = f"{_print_of(answering, question)} {allowed}"
        key = key_of(version(), str(days), str(EFFORT), _said(answering, question), prints[rests_on])
        held = cache.get(key)
        verdict = None if held is None else _recalled(answering, question, held)
        if verdict is None:
            verdict = answering.verdict(question)
        cache.keep(key, _entry(verdict))
        yield Proof(question, verdict)


def _said(answering: Answering, question: Question) -> str:
    """The question itself, wherever it stands in a file."""
    pairings = (replace(pairing, span=Span(""), steps=()) for pairing in answering.pairings(question))
    return repr((replace(question, span=Span("")), [replace(each, message="") for each in pairings]))


def _print_of(answering: Answering, question: Question) -> str:
    """A fingerprint of the rules that the answer rests on: of a point all of them, and what each decision gives."""
    if question.subject is not Subject.POINT:
        return fingerprint(answering.part(question))
    compiled = answering.compiled
    given = [(each.name, each.outcome, each.also, each.monthly) for each in compiled.stack.decisions.values()]
    return f"{fingerprint(whole(compiled))} {given}"


def _about_open_points(answering: Answering) -> Program:
    """The requirements that say how an open point can be filled."""
    checks = tuple(answering.compiled.checks[place] for place in answering.about_open_points())
    return answering.parted(tuple(slot for check in checks for slot in reads(check.node)), checks)


def _entry(verdict: Verdict) -> Entry:
    match verdict:
        case Proved():
            return {"verdict": "bewezen"}
        case Undecided(reason):
            return {"verdict": "open", "reden": reason}
        case Refuted(None):
            return {"verdict": "weerlegd"}
        case Refuted(case):
            assert case is not None
            answers = {**case.answers}
            if case.second is not None:
                answers |= {of_second(slot): value for slot, value in case.second.answers.items()}
            return {"verdict": "weerlegd", "peildatum": case.reference, "antwoorden": _as_json(answers)}
        case _:
            assert_never(verdict)


def _recalled(answering: Answering, question: Question, held: Entry) -> Verdict | None:
    """What an entry says; None where it says nothing, or says what is not so."""
    match held:
        case {"verdict": "bewezen"}:
            return Proved()
        case {"verdict": "open", "reden": str(reason)}:
            return Undecided(reason)
        case {"verdict": "weerlegd", "peildatum": int(day), "antwoorden": dict(answers)}:
            return _again(answering, question, Found(day, _values(answers)))
        case {"verdict": "weerlegd"} if len(held) == 1 and question.subject in _OF_ALL_CASES:
            return Refuted(None)
        case _:
            return None


def _again(answering: Answering, question: Question, found: Found) -> Verdict | None:
    """The case as the calculators have it now."""
    if question.subject in _OF_ALL_CASES:
        return None
    if question.subject is not Subject.COMPARISON:
        case = confirmed(answering.part(question), question, found)
        return Refuted(case) if case else None
    for pairing in answering.pairings(question):
        if all(of_second(slot) in found.values for slot in pairing.changes):
            case = confirmed_pair(answering.part_of(pairing), pairing, found)
            return Refuted(case) if case else None
    return None


def _as_json(values: Mapping[Slot, Value]) -> dict[str, object]:
    """The values of a case; what is not applicable stands as null."""
    return {slot: None if isinstance(value, Absent) else value for slot, value in values.items()}


def _values(held: Mapping[str, object]) -> dict[Slot, Value]:
    """The values that were written down, without what is no value."""
    values: dict[Slot, Value] = {}
    for slot, value in held.items():
        if value is None:
            values[slot] = Absent.NOT_APPLICABLE
        elif isinstance(value, bool | int | str):
            values[slot] = value
    return values
