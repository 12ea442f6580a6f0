"""A form: its fields, what was filled in, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends
from fastapi import Request

from soco_rules.diagnostics import Diagnostic
from soco_rules.model.values import NOT_APPLICABLE_TEXT
from soco_rules.model.values import Kind
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import ValueType
from soco_rules.model.values import in_words
from soco_rules.model.values import parse_date
from soco_rules.web.days import HINT
from soco_rules.web.days import MONTH_HINT
from soco_rules.web.days import day_in
from soco_rules.web.days import typed


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field as a person sees it. `kind` is the input: text, day, file, textarea, radio, select or checkbox.

    A day or month is made by `day_field` or `month_field`, and read with `day_given`. It is typed: the calendar of a
    browser keeps nothing of what is no day, so that nobody can say what is wrong, and speaks each its own language.

    `error` says what is wrong with `value` and how to mend it, in Dutch; it is empty where nothing is.
    """

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    hint: str = ""
    error: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = True
    autocomplete: str = "off"


def day_field(
    name: str, label: str, written: str = "", hint: str = "", error: str = "", *, required: bool = True
) -> Field:
    """A field in which a day is typed; `written` is a day as rule files write it, or what somebody typed."""
    return Field(name, label, "day", _typed(written), _with_example(hint, HINT), error, required=required)


def month_field(name: str, label: str, typed: str, hint: str = "", error: str = "") -> Field:
    """A field in which a month is typed, such as 10-2026."""
    return Field(name, label, "day", typed, _with_example(hint, MONTH_HINT), error)


def day_given(form: Mapping[str, object], name: str) -> tuple[int | None, str]:
    """The day in a field, or None with what is wrong with it; an empty field is None and wrong with nothing."""
    text = text_in(form, name)
    try:
        return (day_in(text) if text else None), ""
    except UnreadableValueError as error:
        return None, sentence(str(error))


def _typed(written: str) -> str:
    try:
        return typed(parse_date(written))
    except UnreadableValueError:
        return written


def _with_example(hint: str, example: str) -> str:
    return f"{sentence(hint)} {sentence(example)}".strip()


def wrong(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields with an error, for the summary above the form."""
    return tuple(field for field in fields if field.error)


def in_one_sentence(findings: Iterable[Diagnostic]) -> str:
    """Findings as the error of one field; what to do is said once where it is the same for several."""
    every = tuple(findings)
    last = {sentence(found.remedy): number for number, found in enumerate(every)}
    said = {sentence(found.message): number for number, found in enumerate(every)}
    parts = [
        part
        for number, found in enumerate(every)
        for part, place in ((sentence(found.message), said), (sentence(found.remedy), last))
        if part and place[part] == number
    ]
    return " ".join(parts)


def sentence(text: str) -> str:
    """A message with a capital, and one full stop unless it ends otherwise; nothing stays nothing."""
    said = text.strip().rstrip(".")
    return f"{said[0].upper()}{said[1:]}{'' if said.endswith(('?', '!')) else '.'}" if said else ""


def choices_of(type_: ValueType) -> tuple[Choice, ...]:
    """The answers of this type, where they can be counted; without that it does not apply (`absent_of`)."""
    match type_.kind:
        case Kind.YES_NO:
            return (Choice("ja", "ja"), Choice("nee", "nee"))
        case Kind.CHOICE:
            return tuple(Choice(each, in_words(each, type_)) for each in type_.choices)
        case _:
            return ()


def absent_of(type_: ValueType) -> tuple[Choice, ...]:
    """That it does not apply, where a value of this type may be absent."""
    return (Choice(NOT_APPLICABLE_TEXT, NOT_APPLICABLE_TEXT),) if type_.may_be_absent else ()


def text_in(form: Mapping[str, object], name: str) -> str:
    """What was filled in under a name, without spaces around it; empty where nothing was."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


async def _filled_in(request: Request) -> Mapping[str, str]:
    form = await request.form()
    return {name: value for name, value in form.items() if isinstance(value, str)}


Filled = Annotated[Mapping[str, str], Depends(_filled_in)]
"""What was filled in on a form, by the name of the field, for a page that does not know its fields beforehand."""
