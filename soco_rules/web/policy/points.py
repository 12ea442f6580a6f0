"""The points of a version as a form: what each means and can be, what is said of it, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from itertools import groupby

from soco_rules.diagnostics import Diagnostic
from soco_rules.drafting.answer import LONGEST
from soco_rules.drafting.answer import as_written
from soco_rules.drafting.draft import UNANSWERED
from soco_rules.drafting.draft import Entry
from soco_rules.drafting.draft import entry_of
from soco_rules.drafting.questions import Question
from soco_rules.drafting.questions import form_under
from soco_rules.drafting.questions import own_questions
from soco_rules.drafting.rule_file import one_line
from soco_rules.drafting.rule_file import with_entry
from soco_rules.model.agreement import Agreement
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import choices_in_words
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_value
from soco_rules.model.values import spaced
from soco_rules.model.workspace import Workspace
from soco_rules.parser.load import load_agreement
from soco_rules.web import days
from soco_rules.web.forms import Choice
from soco_rules.web.forms import Field
from soco_rules.web.forms import absent_of
from soco_rules.web.forms import choices_of
from soco_rules.web.forms import day_field
from soco_rules.web.forms import day_given
from soco_rules.web.forms import in_one_sentence
from soco_rules.web.forms import sentence
from soco_rules.web.remedies import in_plain_words

SOURCE, ASSUMPTION, OPEN = "bron", "aanname", "open"
_ORIGINS = (
    Choice(SOURCE, "Het staat in een document (bron)"),
    Choice(ASSUMPTION, "Het is een aanname"),
    Choice(OPEN, "Het is nog open"),
)
_HELPED = frozenset({"ongeldige-waarde", "buiten-grens"})
_UNTOLD = frozenset({"eis-open"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One point on the form: its question, and its fields in the order in which they are filled.

    `briefly` is what is wrong with its value without what to do about it, which stands at the field.
    """

    name: str
    label: str
    meaning: str
    answers: str
    bases: tuple[str, ...]
    value: Field
    origin: Field
    why: Field
    owner: Field
    since: Field
    notes: tuple[str, ...] = ()
    briefly: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """All its fields."""
        return (self.value, self.origin, self.why, self.owner, self.since)

    @property
    def is_wrong(self) -> bool:
        """Whether something is wrong with one of its fields."""
        return any(field.error for field in self.fields)

    @property
    def is_open(self) -> bool:
        """Whether nobody filled it yet."""
        return self.origin.value in {"", OPEN}


@dataclass(frozen=True, slots=True)
class Section:
    """Points under one heading; `anchor` leads to it."""

    title: str
    points: tuple[Asked, ...]
    anchor: str

    @property
    def open_points(self) -> int:
        """How many of its points nobody filled yet."""
        return sum(point.is_open for point in self.points)

    @property
    def wrong_points(self) -> int:
        """With how many of its points something is wrong."""
        return sum(point.is_wrong for point in self.points)


@dataclass(frozen=True, slots=True)
class Points:
    """The questions of a version and what its file answers."""

    questions: tuple[Question, ...]
    entries: Mapping[str, Entry]


def points_of(
    workspace: Workspace, version: Agreement, text: str
) -> tuple[Points | None, tuple[Diagnostic, ...]]:
    """The points of a version: those that the layers under it leave open, and its own; None with what is in the way."""
    own = own_questions(version, text)
    if not version.builds_on:
        questions: tuple[Question, ...] = own
    else:
        form, findings = form_under(workspace, version)
        if form is None:
            return None, findings
        questions = (*form.questions, *own)
    entries = {name: entry_of(point, version) for name, point in version.points.items()}
    return Points(questions, entries), ()


def as_form(points: Points) -> dict[str, str]:
    """What the fields hold that nobody has changed; a point that the file does not name is still open."""
    entries = {question.name: points.entries.get(question.name, UNANSWERED) for question in points.questions}
    return {key: text for name, entry in entries.items() for key, text in _filled(name, entry)}


def changed(points: Points, form: Mapping[str, str], today: int) -> tuple[dict[str, Entry], dict[str, str]]:
    """The points that are said otherwise on a form, and what is wrong with it by the name of the field."""
    entries: dict[str, Entry] = {}
    wrong: dict[str, str] = {}
    for question in points.questions:
        if f"herkomst-{question.name}" not in form and f"waarde-{question.name}" not in form:
            continue  # not on the form that was sent
        entry, problems = _entry(question, form, today)
        wrong |= problems
        if entry is not None and entry != points.entries.get(question.name):
            entries[question.name] = entry
    return entries, wrong


def with_entries(text: str, file: str, entries: Mapping[str, Entry]) -> tuple[str, tuple[str, ...]]:
    """The text of a version with these points said otherwise, and the names of those for which that cannot be done."""
    left: list[str] = []
    for name, entry in entries.items():
        said = with_entry(text, file, name, entry)
        if said is None:
            left.append(name)
        else:
            text = said
    return text, tuple(left)


def misread(points: Points, name: str, entry: Entry) -> str:
    """Why what is said of a point is no value for it; empty where it is one, or where it stays open."""
    question = next(each for each in points.questions if each.name == name)
    if entry.value is None:
        return ""
    try:
        parse_value(entry.value, question.type)
    except UnreadableValueError as error:
        return f"{error}."
    return ""


def told_at(
    text: str, file: str, findings: tuple[Diagnostic, ...]
) -> tuple[dict[str, tuple[Diagnostic, ...]], tuple[Diagnostic, ...]]:
    """The findings by the point that they stand at, and those about something else; their lines are those of `text`."""
    agreement, _ = load_agreement(file, text.encode())
    places = {} if agreement is None else _lines(agreement)
    at: dict[str, tuple[Diagnostic, ...]] = {}
    rest: list[Diagnostic] = []
    for found in in_plain_words(findings):
        name = next((name for name, lines in places.items() if found.span.line in lines), None)
        if found.code in _UNTOLD:
            continue
        if name is None or found.span.file.rpartition("/")[0] != file.rpartition("/")[0]:
            rest.append(found)
        else:
            at[name] = (*at.get(name, ()), found)
    return at, tuple(rest)


def sections(
    points: Points,
    form: Mapping[str, str],
    wrong: Mapping[str, str],
    findings: Mapping[str, tuple[Diagnostic, ...]],
) -> tuple[Section, ...]:
    """The whole form, with errors at their fields."""
    return tuple(
        Section(
            title,
            tuple(_asked(question, form, wrong, findings.get(question.name, ())) for question in group),
            f"deel-{number}",
        )
        for number, (title, group) in enumerate(
            groupby(points.questions, key=lambda question: question.section), start=1
        )
    )


def fields_of(form: tuple[Section, ...]) -> tuple[Field, ...]:
    """Every field, named after its point for the summary of what is wrong; what to do stands at the field itself."""
    return tuple(
        replace(
            field,
            label=f"{point.label}, {field.label[:1].lower()}{field.label[1:]}",
            error=(point.briefly if field is point.value and point.briefly else field.error),
        )
        for section in form
        for point in section.points
        for field in point.fields
    )


def _filled(name: str, entry: Entry) -> Iterator[tuple[str, str]]:
    origin = OPEN if entry.value is None else SOURCE if entry.source else ASSUMPTION
    yield f"waarde-{name}", entry.value or ""
    yield f"herkomst-{name}", origin
    yield f"toelichting-{name}", entry.source or entry.assumption or entry.open_reason or ""
    yield f"eigenaar-{name}", entry.owner or ""
    yield f"datum-{name}", entry.since or ""


def _entry(question: Question, form: Mapping[str, str], today: int) -> tuple[Entry | None, dict[str, str]]:
    """What is said of a point, and what is wrong with it; where a reason lacks the value is looked at all the same."""
    name = question.name
    said = {key: one_line(form.get(f"{key}-{name}", "")) for key in ("toelichting", "eigenaar", "datum")}
    value = as_written(question, form.get(f"waarde-{name}", ""))
    if question.type.kind is Kind.DATE:
        value = days.as_written(value)
    origin = form.get(f"herkomst-{name}", "")
    wrong = {f"{key}-{name}": _TOO_LONG for key, text in said.items() if len(text) > LONGEST}
    if len(value) > LONGEST:
        wrong[f"waarde-{name}"] = _TOO_LONG
    if origin not in {SOURCE, ASSUMPTION, OPEN}:
        wrong[f"herkomst-{name}"] = "Kies waar dit vandaan komt, of dat het nog open is."
    if not said["toelichting"]:
        wrong[f"toelichting-{name}"] = "Schrijf het document op, of de reden."
    if origin == OPEN:
        return (None, wrong) if wrong else (Entry(open_reason=said["toelichting"]), {})
    if not value:
        wrong[f"waarde-{name}"] = "Vul een waarde in, of kies dat het nog open is."
    day, problem = day_given(said, "datum")
    if day is not None and day > today and origin == ASSUMPTION:
        problem = "Deze dag moet nog komen. Vul de dag in waarop de aanname is gedaan."
    if problem:
        wrong[f"datum-{name}"] = problem
    why = said["toelichting"] if 0 < len(said["toelichting"]) <= LONGEST else _NO_REASON_YET
    if f"waarde-{name}" in wrong:
        return None, wrong
    if origin != ASSUMPTION:
        return Entry(value, why), wrong
    owner = said["eigenaar"] if len(said["eigenaar"]) <= LONGEST else ""
    since = None if day is None else iso_day(day)
    return Entry(value, None, why, owner=owner or None, since=since), wrong


_NO_REASON_YET = "nog niet ingevuld"
"""With what a value is looked at whose reason lacks; it is never kept, for the reason is told as lacking."""
_TOO_LONG = f"Dit is langer dan {LONGEST} tekens. Houd het korter."


def _lines(agreement: Agreement) -> dict[str, range]:
    places = {}
    for name in agreement.points:
        key, value = agreement.spans[f"afspraken.{name}:"], agreement.spans[f"afspraken.{name}"]
        places[name] = range(key.line, value.end_line + 1)
    return places


def _asked(
    question: Question, form: Mapping[str, str], wrong: Mapping[str, str], findings: tuple[Diagnostic, ...]
) -> Asked:
    name = question.name

    def field(key: str, label: str, kind: str = "text") -> Field:
        id_ = f"{key}-{name}"
        return Field(id_, label, kind, form.get(id_, ""), error=wrong.get(id_, ""), required=False)

    value = _value_field(question, form.get(f"waarde-{name}", ""))
    errors = tuple(_helped(question, found) for found in findings if found.is_error)
    own = wrong.get(value.name, "")
    return Asked(
        name=name,
        label=spaced(name).capitalize(),
        meaning=question.meaning,
        answers=sentence(_answers(question)),
        bases=question.bases,
        value=replace(value, error=own or in_one_sentence(errors)),
        origin=replace(field("herkomst", "Waaruit blijkt dit?", kind="radio"), choices=_ORIGINS),
        why=field("toelichting", "Welk document, waarom deze aanname, of waarom nog open"),
        owner=field("eigenaar", "Eigenaar van deze aanname, als dat een ander is"),
        since=day_field(
            f"datum-{name}",
            "Dag van deze aanname, als dat een andere is",
            form.get(f"datum-{name}", ""),
            error=wrong.get(f"datum-{name}", ""),
            required=False,
        ),
        notes=tuple(in_one_sentence((found,)) for found in findings if not found.is_error),
        briefly="" if own else " ".join(dict.fromkeys(sentence(found.message) for found in errors)),
    )


def _answers(question: Question) -> str:
    """What can be filled in; of a list of words that it is chosen, for the words stand in the list itself."""
    if question.type.kind is not Kind.CHOICE:
        return question.answers_in_words
    words = ", ".join(f"‘{each}’" for each in choices_in_words(question.type))
    absent = ", of dat het niet van toepassing is" if question.type.may_be_absent else ""
    return f"kies uit {words}{absent}"


def _value_field(question: Question, value: str) -> Field:
    name, type_ = f"waarde-{question.name}", question.type
    absent = absent_of(type_)
    match type_.kind:
        case Kind.YES_NO:
            choices = (*choices_of(type_), *absent)
            return Field(name, "Waarde", "radio", value, choices=choices, required=False)
        case Kind.CHOICE:
            choices = (Choice("", "kies"), *choices_of(type_), *absent)
            return Field(name, "Waarde", "select", value, choices=choices, required=False)
        case Kind.DATE if not absent:
            return day_field(name, "Waarde", value, required=False)
        case _:
            return Field(name, "Waarde", "text", value, required=False)


def _helped(question: Question, found: Diagnostic) -> Diagnostic:
    """For a value that cannot be read or does not fit, what would do."""
    return replace(found, remedy=f"schrijf {question.answers}") if found.code in _HELPED else found
