"""The letters of a month in bulk: of each member one for each besluit that has a letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path
from pathlib import PurePosixPath

from soco_rules.diagnostics import Diagnostic
from soco_rules.letters.forms import Form
from soco_rules.letters.forms import as_file
from soco_rules.letters.write import compose
from soco_rules.letters.write import for_review
from soco_rules.model.house_style import HouseStyle
from soco_rules.settling.members import Member
from soco_rules.settling.month import Result
from soco_rules.settling.month import Settled

_UNFIT = re.compile(r"[^0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A letter that is to be written: of whom, about what, and under which name below the folder of letters."""

    member: Member
    besluit: str
    result: Result
    path: PurePosixPath


@dataclass(frozen=True, slots=True)
class Written:
    """A letter as a file, or why there is none; `is_concept` tells that it says so of itself."""

    statement: Statement
    content: bytes | None
    is_concept: bool
    findings: tuple[Diagnostic, ...]


def statements_of(settled: Settled, form: Form) -> tuple[Statement, ...]:
    """Every letter of the month, in the order of the book. Who has no outcome yet gets none.

    No name stands in the name of a file: the number of the dossier and that of the member do.
    """
    letters = {besluit.name for besluit in settled.asked.decisions if besluit.letter is not None}
    return tuple(
        Statement(member, name, result, PurePosixPath(name, f"{_file_name(member)}{form}"))
        for member, results in settled.each()
        for name, result in results.items()
        if name in letters and result.decision.outcome is not None
    )


def write_statement(statement: Statement, folders: Sequence[Path], style: HouseStyle, form: Form) -> Written:
    """The file of one letter: final once it was adopted and the law asks nothing more, else a draft that says so."""
    composed, findings = compose(statement.result.decided, folders, style)
    if composed is None:
        return Written(statement, None, True, findings)
    composed = for_review(composed) if form == ".docx" else composed
    content, found = as_file(composed, form)
    return Written(statement, content, bool(composed.concept), (*findings, *found))


def told_once(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """The same finding about many letters once, with how many."""
    counted = Counter(findings)
    for found, number in counted.items():
        yield found if number == 1 else replace(found, message=f"{found.message} (bij {number} brieven)")


def _file_name(member: Member) -> str:
    number = _UNFIT.sub("-", member.member_number or "").strip("-")[:40]
    return f"{member.number:05d}-{number}" if number else f"{member.number:05d}"
