"""One answer to one question: held at once against its type, its bounds and the requirements, as `controleer` would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from soco_rules.catalogue import finding
from soco_rules.compiler.layers import stack_layers
from soco_rules.compiler.program import compile_stack
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.drafting.draft import Draft
from soco_rules.drafting.draft import Entry
from soco_rules.drafting.questions import Form
from soco_rules.drafting.questions import Question
from soco_rules.drafting.rule_file import as_rule_file
from soco_rules.drafting.rule_file import one_line
from soco_rules.drafting.rule_file import path_of
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import in_words
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.review import requirements

Findings = tuple[Diagnostic, ...]
LONGEST = 1000
"""No answer needs more signs."""


class Origin(StrEnum):
    """Where an answer comes from."""

    SOURCE = "bron"
    ASSUMPTION = "aanname"


def answer(  # noqa: PLR0917  one thing each, in the order in which they are asked
    form: Form, draft: Draft, name: str, text: str, origin: Origin, reason: str
) -> tuple[Draft | None, Findings]:
    """The draft with a point filled, and warnings about it; or None with what is wrong with the answer.

    `text` may be looser than a rule file: `nvt`, `Ja`, the number of a choice. `reason` is the document or why it is
    assumed.

    Raises:
        KeyError: the layers leave no such point open.
    """
    said = one_line(reason)
    if problem := _unusable(name, said, "bij dit antwoord hoort een bron of een reden"):
        return None, (problem,)
    value = as_written(form.question(name), text)
    entry = Entry(value, said, None) if origin is Origin.SOURCE else Entry(value, None, said)
    return _checked(form, draft, name, entry)


def check_value(form: Form, draft: Draft, name: str, text: str) -> Findings:
    """What `answer` would say of a value, before it is known where the value comes from."""
    return _checked(form, draft, name, Entry(as_written(form.question(name), text), "-"))[1]


def leave_open(form: Form, draft: Draft, name: str, reason: str) -> tuple[Draft | None, Findings]:
    """The draft with a point left open for a reason.

    Raises:
        KeyError: the layers leave no such point open.
    """
    said = one_line(reason)
    if problem := _unusable(name, said, "een open punt zegt waarom het open is"):
        return None, (problem,)
    return draft.with_entry(form.question(name).name, Entry(open_reason=said)), ()


def as_written(question: Question, text: str) -> str:
    """An answer in the notation of the rule files, where a person may write it more loosely."""
    said = one_line(text)
    bare = said.casefold().rstrip(".")
    if bare in {"nvt", "n.v.t", NOT_APPLICABLE_TEXT}:
        return NOT_APPLICABLE_TEXT
    match question.type.kind:
        case Kind.YES_NO:
            return {"j": "ja", "n": "nee"}.get(bare, bare)
        case Kind.CHOICE:
            choices = question.type.choices
            if bare.isascii() and bare.isdigit() and 1 <= int(bare[:9]) <= len(choices):
                return choices[int(bare) - 1]
            named = bare.replace(" ", "_").replace("-", "_")
            worded = (each for each in choices if in_words(each, question.type).casefold() == said.casefold())
            return named if named in choices else next(worded, named)
        case Kind.COUNT | Kind.TEXT:
            return said
        case Kind.MONEY:
            return said.removesuffix("euro").strip()
        case Kind.PERCENTAGE:
            return said.removesuffix("procent").strip() + "%" if said.endswith("procent") else said
        case _:
            return bare


def workspace_with(workspace: Workspace, agreement: Agreement, text: str) -> Workspace:
    """The workspace in which this agreement takes the place of the version of the same day."""
    others = (
        version
        for version in workspace.agreements.get(agreement.reference, ())
        if version.valid_from != agreement.valid_from
    )
    versions = tuple(sorted((*others, agreement), key=lambda version: version.valid_from))
    agreements: Mapping[str, tuple[Agreement, ...]] = {**workspace.agreements, agreement.reference: versions}
    return replace(workspace, agreements=agreements, sources={**workspace.sources, agreement.path: text})


def _unusable(name: str, text: str, lacking: str) -> Diagnostic | None:
    if not text:
        return finding("herkomst-ontbreekt", Span(name), lacking, remedy="schrijf het op in een paar woorden")
    return _too_long(name, text)


def _too_long(name: str, text: str) -> Diagnostic | None:
    if len(text) <= LONGEST:
        return None
    message = f"Dit zijn {len(text)} tekens; meer dan {LONGEST} kan niet."
    return finding("te-groot", Span(name), message, remedy="houd het korter")


def _absent_text(question: Question, value: str) -> Diagnostic | None:
    """A text reads as anything, so that only here it shows that this one was not meant as a text."""
    if question.type.kind is not Kind.TEXT or question.type.may_be_absent or value != NOT_APPLICABLE_TEXT:
        return None
    message = f"Het punt '{question.name}' moet er zijn: niet van toepassing is hier geen mogelijkheid."
    return finding("punt-moet-er-zijn", Span(question.name), message)


def _checked(form: Form, draft: Draft, name: str, entry: Entry) -> tuple[Draft | None, Findings]:
    """The draft with an entry and what it causes: a finding that was there without it is not about this answer."""
    if not entry.value:
        message = f"Het punt '{name}' heeft geen waarde."
        return None, (finding("ongeldige-waarde", Span(name), message, remedy="schrijf een waarde of open"),)
    if problem := _too_long(name, entry.value) or _absent_text(form.question(name), entry.value):
        return None, (problem,)
    after = draft.with_entry(name, entry)
    known = {(found.code, found.message) for found in _findings(form, _without(draft, name), name)}
    caused = tuple(
        found for found in _findings(form, after, name) if (found.code, found.message) not in known
    )
    return (None if has_errors(caused) else after), tuple(_helped(form, name, found) for found in caused)


def _helped(form: Form, name: str, found: Diagnostic) -> Diagnostic:
    """For a value that cannot be read or does not fit, what would do."""
    if found.code not in {"ongeldige-waarde", "buiten-grens"}:
        return found
    return replace(found, remedy=f"schrijf {form.question(name).answers}")


def _without(draft: Draft, name: str) -> Draft:
    return replace(draft, entries={each: entry for each, entry in draft.entries.items() if each != name})


def _findings(form: Form, draft: Draft, about: str) -> Findings:
    """What the file would give, without what has nothing to do with one of its points."""
    text = as_rule_file(form, draft)
    file = path_of(draft.heading.reference, draft.heading.valid_from)
    agreement, findings = load_agreement(file, text.encode())
    if agreement is None or has_errors(findings):
        return findings
    workspace = workspace_with(form.workspace, agreement, text)
    if about not in form.related and form.question(about).type.kind is not Kind.DURATION:
        return (*findings, *stack_layers(workspace, agreement, form.on)[1])
    compiled, found = compile_stack(workspace, agreement, form.on)
    if compiled is None or has_errors(found):
        return (*findings, *found)
    return (*findings, *found, *requirements(compiled))
