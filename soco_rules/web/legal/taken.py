"""Adopting a proposal in two steps: the letter as it will be sent, and then the adoption under the lock of the book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from hashlib import sha256

from soco_rules.adopt.statement import Statement
from soco_rules.adopt.statement import doubt_about_sending
from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.dossiers.adopting import Agreed
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.dossiers.store import Ledger
from soco_rules.dossiers.taking import Taken
from soco_rules.dossiers.taking import take
from soco_rules.letters.made import not_made_known
from soco_rules.letters.to_markdown import as_markdown
from soco_rules.letters.tree import Letter
from soco_rules.model.adoption import Manner
from soco_rules.model.dossier import Entry
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import encoded_as_dutch
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import Field
from soco_rules.web.forms import text_in
from soco_rules.web.ground import Ground
from soco_rules.web.legal.about_to_say import in_words
from soco_rules.web.legal.asking import asking_of
from soco_rules.web.legal.asking import only_who_may
from soco_rules.web.legal.asking import signed_with
from soco_rules.web.legal.at_fields import with_findings
from soco_rules.web.legal.proposal import Reviewed
from soco_rules.web.legal.proposal import Shown
from soco_rules.web.legal.proposal import acts_since
from soco_rules.web.legal.proposal import reviewed
from soco_rules.web.legal.signing import fields_of
from soco_rules.web.legal.stated import statement_in
from soco_rules.web.people import Person
from soco_rules.web.remedies import for_a_page

CHANGED = "ondertussen-veranderd"
_OTHERWISE = "Klopt de dag niet, verander hem dan."
_DIGITS = 9
"""How long the number of an act can be; no page of the desk sends a longer one."""
_SEEN = "gezien"
_DRAFT = "vaststelling-voorlopig"
_LETTER = "brief"
STEP = "stap"
"""The field with the button that was pressed."""
_ADOPT = "vaststellen"
BACK = "terug"


@dataclass(frozen=True, slots=True)
class Step:
    """Where somebody is: filling in (no `review`), reading the letter that follows, or done.

    `hidden` is what the next form carries. `is_first` is whether it is the first of two signatures,
    `has_letter` whether there is a letter to read first. `words` has what a reader sees of each outcome, `articles`
    what each manner of hearing rests on, `doubt` what to look at again in what was filled in.
    """

    deviates: bool
    fields: tuple[Field, ...]
    findings: tuple[Diagnostic, ...] = ()
    review: Reviewed | None = None
    statement: Statement | None = None
    hidden: tuple[tuple[str, str], ...] = ()
    is_first: bool = False
    is_done: bool = False
    words: ChoiceWords = field(default_factory=dict)
    articles: Mapping[Manner, str] = field(default_factory=dict)
    status: int = 200
    has_letter: bool = True
    doubt: str = ""

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """What is about to be said, as names with their values."""
        return (
            in_words(self.statement, self.words, self.articles, is_first=self.is_first)
            if self.statement
            else ()
        )

    @property
    def title(self) -> str:
        """The heading of the page."""
        if self.review is None:
            return "Afwijken van de regels" if self.deviates else "Vaststellen"
        return "Nalezen en ondertekenen" if self.is_first else "Nalezen en vaststellen"


def adopting(
    here: Ground, person: Person, proposal: Shown, form: Mapping[str, object], *, deviates: bool = False
) -> Step:
    """The next step after what was filled in; an empty form is the first.

    Raises:
        RefusedError: the proposal cannot be adopted, or not by this person.
        StoreError: the dossiers cannot be written.
    """
    only_who_may(person, proposal, deviates=deviates)
    asking = asking_of(here, person, proposal, form, deviates=deviates)
    fields = fields_of(asking, form)
    if not form:
        return Step(deviates, fields, has_letter=not asking.no_letter)
    said, fields = statement_in(asking, form, fields)
    if said is None:
        return Step(deviates, fields, status=422)
    agreed, findings = signed_with(person, proposal, said)
    if agreed is None:
        fields, rest = with_findings(fields, findings)
        return Step(deviates, fields, rest, status=422)
    if text_in(form, STEP) == BACK:
        return Step(deviates, fields)
    if agreed.adoption is not None and (unknown := not_made_known(agreed.adoption, here.templates)):
        fields, rest = with_findings(fields_of(replace(asking, no_letter=True), form), unknown)
        return Step(deviates, fields, rest, status=422, has_letter=False)
    step = _confirmed(
        here, proposal, Step(deviates, fields, words=_words(proposal), articles=asking.articles), said, agreed
    )
    told = (found for found in findings if found.code != _DRAFT or not _tells_draft(step))
    step = replace(step, findings=for_a_page(told), doubt=_doubt(here, said, step))
    if text_in(form, STEP) != _ADOPT:
        return step
    return _written(here, person, proposal, form, step)


def _words(proposal: Shown) -> ChoiceWords:
    return proposal.decision.words_of(proposal.decision.outcome_name)


def _confirmed(here: Ground, proposal: Shown, step: Step, said: Statement, agreed: Agreed) -> Step:
    """The letter as it will be sent, to read before anything is written."""
    decided = agreed.adoption or proposal.decision
    review = reviewed(decided, here.templates)
    hidden = tuple((field.name, field.value) for field in step.fields if field.value)
    seal = seal_of(review.letter) if agreed.adoption and review.letter else ""
    return replace(
        step,
        review=review,
        statement=said,
        hidden=(*hidden, (_SEEN, str(proposal.seen)), (_LETTER, seal)),
        is_first=agreed.adoption is None,
    )


def _tells_draft(step: Step) -> bool:
    """Whether the page itself tells that the letter stays a concept, and why."""
    return not step.is_first and step.review is not None and bool(step.review.concept)


def _doubt(here: Ground, said: Statement, step: Step) -> str:
    """What a day of sending says that no letter made today can do, or that is far away."""
    if step.is_first or step.review is None or step.review.letter is None:
        return ""
    found = doubt_about_sending(said, here.settings.today())
    return f"{found.message} {_OTHERWISE}" if found else ""


def _written(here: Ground, person: Person, proposal: Shown, form: Mapping[str, object], step: Step) -> Step:
    """Adopt under the lock, when nothing came in between what was read and now."""
    assert step.statement is not None
    assert step.review is not None
    number = proposal.dossier.number
    workspace = here.rules().workspace
    try:
        with here.writing(proposal.agreement, person) as ledger:
            _only_as_read(ledger, number, text_in(form, _SEEN))
            taken, findings = take(
                ledger,
                workspace,
                number,
                proposal.entry.number,
                step.statement,
                today=here.settings.today(),
                templates=here.templates,
                with_letter=step.review.letter is not None and not step.statement.own_letter,
                apart=not person.is_alone,
                second=here.second,
                kept=here.others,
            )
            if taken is None:
                raise RefusedError(*for_a_page(findings))
            _only_this_letter(taken, number, text_in(form, _LETTER))
    except _ChangedError as error:
        return replace(step, findings=(error.finding, *step.findings), status=409)
    return replace(step, is_done=True)


def _only_as_read(ledger: Ledger, number: int, seen: str) -> None:
    dossier = ledger.book(dossiers=(number,)).dossiers[number]
    if since := acts_since(dossier, int(seen) if seen.isdecimal() and len(seen) <= _DIGITS else 0):
        raise _ChangedError(_what_happened(number, since))


def _only_this_letter(taken: Taken, number: int, seal: str) -> None:
    if taken.letter is not None and seal_of(taken.letter.letter) != seal:
        message = "De brief is niet meer zoals u hem hebt nagelezen."
        raise _ChangedError(finding(CHANGED, place_of(number), message))


class _ChangedError(Exception):
    """Something came in between; leaving the book with it writes nothing."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__()
        self.finding = found


def _what_happened(number: int, since: tuple[Entry, ...]) -> Diagnostic:
    told = "; ".join(
        f"{each.act.replace('_', ' ')} door {each.by} op {encoded_as_dutch(each.at[:10], Kind.DATE)}"
        for each in since
    )
    message = f"Na wat u hebt gelezen gebeurde er iets in dossier {number}: {told}."
    return finding(CHANGED, place_of(number), message)


def seal_of(letter: Letter) -> str:
    """What tells two letters apart that do not say the same."""
    return sha256(as_markdown(letter).encode()).hexdigest()
