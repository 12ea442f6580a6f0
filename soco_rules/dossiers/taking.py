"""Taking a proposal in a book that is locked: signed or adopted, with the final letter kept as it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from pathlib import Path

from soco_rules.adopt.statement import Statement
from soco_rules.adopt.statement import doubt_about_sending
from soco_rules.adopt.statement import still_to_come
from soco_rules.decide import SecondCalculator
from soco_rules.decide import in_process
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.adopting import Agreed
from soco_rules.dossiers.adopting import adopt_in
from soco_rules.dossiers.adopting import with_letter as letter_kept
from soco_rules.dossiers.dated_back import dated
from soco_rules.dossiers.deciding import Findings
from soco_rules.dossiers.keeping_letters import kept_letter
from soco_rules.dossiers.others import KeptOthers
from soco_rules.dossiers.others import count_on
from soco_rules.dossiers.others import nothing_kept
from soco_rules.dossiers.store import Ledger
from soco_rules.letters.made import Made
from soco_rules.letters.made import made
from soco_rules.letters.made import not_made_known
from soco_rules.model.dossier import Entry
from soco_rules.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written: the act, the letter of an adoption, and the act that keeps it once it is final."""

    agreed: Agreed
    entry: Entry
    letter: Made | None = None
    kept: Entry | None = None


def take(
    ledger: Ledger,
    workspace: Workspace,
    number: int,
    proposal: int,
    said: Statement,
    *,
    today: int,
    templates: Sequence[Path],
    with_letter: bool | None,
    apart: bool = False,
    second: SecondCalculator = in_process,
    kept: KeptOthers = nothing_kept,
) -> tuple[Taken | None, Findings]:
    """Write what a person says of a proposal; None with what stands in the way, and then nothing is written.

    A beschikking of which no letter can be made stands in the way, unless another letter is named. With `with_letter`
    an adoption has its letter, which is kept once it is final; then a letter that cannot be made always stands in the
    way. None is with a letter where one can be made and no other is named. `apart` and `second` are as in `adopt_in`;
    `kept` has what was counted of others before. A day of adopting after `today` stands in the way, and so does one of
    before the proposal was recorded, unless it is said why. A letter that is made today and was sent before, or goes
    much later, is told of.
    """
    if late := still_to_come(said.date, today):
        return None, (late,)
    book, count = ledger.book(dossiers=(number,)), count_on(ledger.view, number, kept)
    unexplained: Findings = ()
    if number in book.dossiers:
        said, unexplained = dated(said, book.dossiers[number], proposal, today)
    agreed, findings = adopt_in(
        workspace, book, number, proposal, said, apart=apart, second=second, count=count
    )
    if agreed is None:
        return None, (*findings, *unexplained)
    if unexplained:
        return None, unexplained
    letter = None
    if agreed.adoption is not None and (unknown := not_made_known(agreed.adoption, templates)):
        return None, unknown
    is_asked = with_letter or (with_letter is None and not said.own_letter.strip())
    if is_asked and agreed.adoption is not None:
        letter, unmade = made(agreed.adoption, templates, ".pdf")
        if letter is None and with_letter:
            return None, tuple(found for found in unmade if found.is_error) if has_errors(unmade) else unmade
    if letter is not None and (doubt := doubt_about_sending(said, today)):
        findings = (*findings, doubt)
    if letter is not None and not letter.reasons:
        agreed = replace(agreed, draft=letter_kept(agreed.draft))
    (entry,) = ledger.append((agreed.draft,))
    taken = Taken(agreed, entry, letter)
    keeps = None if agreed.adoption is None else kept_letter(letter, agreed.adoption, entry)
    if keeps is not None:
        (letter_entry,) = ledger.append((keeps,))
        taken = replace(taken, kept=letter_entry)
    return taken, findings
