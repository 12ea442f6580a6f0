"""Versions of agreements that wait to be adopted: what each still lacks, and what it changes."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import lru_cache

from soco_rules.adopt.mandate import COOPERATIVE
from soco_rules.adopt.mandate import mandate_for_agreements
from soco_rules.adopt.version import MOST_YEARS_BEFORE
from soco_rules.adopt.version import is_too_old
from soco_rules.comparing.changes import Change
from soco_rules.comparing.changes import changes
from soco_rules.comparing.words import change_title
from soco_rules.comparing.words import difference_in_words
from soco_rules.compiler.program import compile_stack
from soco_rules.compiler.versions import previous_version
from soco_rules.diagnostics import has_errors
from soco_rules.drafting.adopting import OWN_WORK
from soco_rules.drafting.adopting import Tried
from soco_rules.drafting.adopting import waiting_versions
from soco_rules.drafting.guarded import RED
from soco_rules.drafting.version import Edit
from soco_rules.drafting.version import edits_in
from soco_rules.drafting.version import with_heading
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Status
from soco_rules.model.names import is_one
from soco_rules.model.values import iso_day
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import Consent
from soco_rules.parser.register import Recorded
from soco_rules.parser.register import read_register
from soco_rules.web.access.functions import WITHOUT
from soco_rules.web.access.functions import Functions
from soco_rules.web.access.functions import why_not
from soco_rules.web.days import day_in
from soco_rules.web.forms import Field
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import text_in
from soco_rules.web.legal.in_function import function_fields
from soco_rules.web.people import Person

_ASSUMED = "vastgesteld-met-aanname"
BOARD, BOARD_DAY = "bestuursbesluit", "bestuursbesluit_datum"
_UNDER_MANDATE = " Laat dit en de dag leeg als u zelf een mandaat hebt om overeenkomsten vast te stellen."
_CHOSEN = "Uit het mandaatregister. Kies alleen de functie die u hebt: zij komt zo in het register van vastgestelde versies."
LONGEST = 200
"""Characters in the mark of a decision of the governing body."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One version in the list. `lacks` says in words what must be done first; empty where it can be adopted now."""

    path: str
    reference: str
    title: str
    valid_from: int
    status: str
    edits: tuple[Edit, ...]
    is_own: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdoptedVersion:
    """A version with what the register has of its adoption."""

    version: Agreement
    recorded: Recorded

    @property
    def path(self) -> str:
        """Its page."""
        return path_of(self.version)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a version changes, with each part of it, in words."""

    title: str
    parts: tuple[str, ...]
    is_words_only: bool


def waiting_for(
    workspace: Workspace, person: Person, trying: Callable[[Agreement], Tried]
) -> tuple[Waiting, ...]:
    """Every version that waits: those that lack nothing first.

    What lacks nothing on paper is tried, for its rules may have errors and its scenarios may be red.
    """
    rows = (_row(workspace, version, person) for version in waiting_versions(workspace))
    found = (
        row if row.lacks else replace(row, lacks=_against(trying(version)))
        for version, row in zip(waiting_versions(workspace), rows, strict=True)
    )
    return tuple(sorted(found, key=lambda each: (bool(each.lacks), each.reference, each.valid_from)))


def _against(attempt: Tried) -> tuple[str, ...]:
    """What keeps a version from being adopted that is finished on paper, in words."""
    wrong = [found for found in attempt.findings if found.is_error and found.code != OWN_WORK]
    red = sum(found.code == RED for found in wrong)
    faults = len(wrong) - red
    return (
        *((_counted(faults, "fout", "fouten"),) if faults else ()),
        *((_counted(red, "mislukt scenario", "mislukte scenario’s"),) if red else ()),
    )


def adopted_versions(workspace: Workspace) -> tuple[AdoptedVersion, ...]:
    """Every version of the register that is in the workspace, the last adopted first."""
    recorded, _, _ = read_register(workspace.sources.get(REGISTER, "").encode())
    found = (
        AdoptedVersion(version, each)
        for versions in workspace.agreements.values()
        for version in versions
        if (each := recorded.get((version.reference, iso_day(version.valid_from)))) is not None
    )
    return tuple(sorted(found, key=lambda each: each.recorded.date, reverse=True))


def _row(workspace: Workspace, version: Agreement, person: Person) -> Waiting:
    edits = edits_of(workspace, version)
    return Waiting(
        path=path_of(version),
        reference=version.reference,
        title=version.title,
        valid_from=version.valid_from,
        status=str(version.status),
        edits=edits,
        is_own=worked_on(edits, person),
        lacks=_lacks(version, workspace.sources.get(version.path, "")),
    )


def path_of(version: Agreement) -> str:
    """The page on which a version is adopted."""
    return f"/vaststellen/{version.reference}/{iso_day(version.valid_from)}"


def edits_of(workspace: Workspace, version: Agreement) -> tuple[Edit, ...]:
    """Who worked on a version at the desk."""
    return edits_in(workspace.sources.get(version.path, ""))


def worked_on(edits: tuple[Edit, ...], person: Person) -> bool:
    """Whether this person is among them."""
    return any(is_one(each.by, person.name) for each in edits)


@lru_cache(maxsize=256)
def _lacks(version: Agreement, text: str) -> tuple[str, ...]:
    adopted = with_heading(text, version.path, {"status": str(Status.ADOPTED)}) or text
    _, findings = load_agreement(version.path, adopted.encode())
    assumptions = sum(found.code == _ASSUMED for found in findings)
    still_open = sum(point.open_reason is not None for point in version.points.values())
    found = (
        (version.is_example, "het is een voorbeeld uit openbare bronnen"),
        (still_open, _counted(still_open, "open punt", "open punten")),
        (assumptions, _counted(assumptions, "aanname", "aannames")),
    )
    return tuple(words for counts, words in found if counts)


def _counted(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"


def before_it(workspace: Workspace, version: Agreement) -> Agreement | None:
    """The version in whose place this one comes."""
    return previous_version(workspace.agreements.get(version.reference, ()), version)


@lru_cache(maxsize=32)
def changed_by(workspace: Workspace, version: Agreement, before: Agreement) -> tuple[Told, ...] | None:
    """What a version says otherwise than the one before it; None where one of the two cannot be read.

    Both stand on the layers of the first day of the version, so that only what it changes itself is told.
    """
    old, wrong = compile_stack(workspace, before, version.valid_from)
    new, also = compile_stack(workspace, version, version.valid_from)
    if old is None or new is None or has_errors((*wrong, *also)):
        return None
    return tuple(map(_told, changes(old.stack, new.stack)))


def _told(change: Change) -> Told:
    parts = (*change.meaning, *change.words)
    return Told(change_title(change), tuple(map(difference_in_words, parts)), change.is_words_only)


def fields_of(
    person: Person,
    workspace: Workspace,
    agreement: Agreement,
    today: int,
    form: Mapping[str, object],
    own: Functions,
) -> tuple[Field, ...]:
    """What is asked of who adopts a version; `own` are the functions of this person."""
    body = agreement.municipality.authority if agreement.municipality else "het bestuursorgaan"
    mandated = may_without_board(workspace, agreement.reference, today)
    fields = (
        Field(
            BOARD,
            "Kenmerk van het bestuursbesluit",
            hint=f"Het besluit waarmee {body} met deze versie instemde, zoals het in de besluitenlijst staat."
            + (_UNDER_MANDATE if mandated else ""),
            required=not mandated,
        ),
        day_field(
            BOARD_DAY,
            "Dag van het bestuursbesluit",
            hint="De dag waarop dat besluit is genomen",
            required=not mandated,
        ),
        *function_fields(person, own, functions_in(workspace, agreement.reference), _CHOSEN),
        day_field("datum", "Dag van vaststellen", iso_day(today), "Vandaag, of een dag die voorbij is"),
    )
    return tuple(replace(each, value=text_in(form, each.name) if form else each.value) for each in fields)


def functions_in(workspace: Workspace, reference: str) -> tuple[str, ...]:
    """The functions that the register of the municipality knows, each once; not those of a cooperative."""
    lines = workspace.mandates.get(reference.partition("/")[0], ())
    return tuple(dict.fromkeys(each.function for each in lines if each.body != COOPERATIVE))


def errors_in(
    workspace: Workspace,
    agreement: Agreement,
    form: Mapping[str, object],
    person: Person,
    today: int,
    own: Functions,
) -> dict[str, str]:
    """What is wrong with what was filled in, by field."""
    function, signed = person.function or text_in(form, "functie"), day_given(form, "datum")[0] or today
    mandate = mandate_for_agreements(workspace, agreement.reference, function, signed)
    errors = {} if mandate and _is_silent(form) else _about_the_board(agreement, form)
    if not function:
        errors["functie"] = WITHOUT if own.names == () else "Vul in in welke functie u vaststelt."
    elif problem := why_not(own, function):
        errors["functie"] = problem
    day, problem = day_given(form, "datum")
    if day is None:
        errors["datum"] = problem or "Vul in op welke dag u vaststelt."
    elif day > today:
        errors["datum"] = "Deze dag moet nog komen. Kies vandaag, of een dag die voorbij is."
    return errors


def _is_silent(form: Mapping[str, object]) -> bool:
    """Whether no decision of the governing body is named."""
    return not (text_in(form, BOARD) or text_in(form, BOARD_DAY))


def may_without_board(workspace: Workspace, reference: str, today: int) -> bool:
    """Whether the register has a mandate of today to adopt versions of this agreement."""
    lines = workspace.mandates.get(reference.partition("/")[0], ())
    return any(mandate_for_agreements(workspace, reference, each.function, today) for each in lines)


def _about_the_board(agreement: Agreement, form: Mapping[str, object]) -> dict[str, str]:
    errors: dict[str, str] = {}
    mark = text_in(form, BOARD)
    if not mark:
        errors[BOARD] = (
            "Vul het kenmerk in. Een versie wordt vastgesteld nadat het bestuursorgaan heeft ingestemd, of door wie "
            "daarvoor een mandaat heeft."
        )
    elif len(mark) > LONGEST:
        errors[BOARD] = f"Dit is te lang. Houd het bij ten hoogste {LONGEST} tekens."
    decided, problem = day_given(form, BOARD_DAY)
    adopted, _ = day_given(form, "datum")
    if decided is None:
        errors[BOARD_DAY] = problem or "Vul in op welke dag dat besluit is genomen."
    elif adopted is not None and adopted < decided:
        errors[BOARD_DAY] = "Dit besluit is van na de dag van vaststellen. Kijk beide dagen na."
    elif is_too_old(decided, agreement):
        errors[BOARD_DAY] = (
            f"Dit is meer dan {MOST_YEARS_BEFORE} jaar voor de eerste dag van deze versie. Kijk de dag na."
        )
    return errors


def consent_in(form: Mapping[str, object]) -> Consent | None:
    """The decision of the governing body, of a form without errors; None where a mandate takes its place."""
    if _is_silent(form):
        return None
    return Consent(text_in(form, BOARD), iso_day(day_in(text_in(form, BOARD_DAY))))
