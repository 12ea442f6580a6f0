"""One point in the text of a rule file said otherwise, with every other sign of that file as it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass

from soco_rules.diagnostics import Span
from soco_rules.model.agreement import Agreement

_ABOUT_VALUE = ("waarde", "open")
_PLAIN = re.compile(r"[\w€][\w€%./()+ -]*[\w%.)]|[\w€]")
_JSON_WORDS = frozenset({"null", "true", "false"})


@dataclass(frozen=True, slots=True)
class _Key:
    """One key of a point with its value, as positions in the text."""

    name: str
    start: int
    end: int


def quoted(text: str) -> str:
    """A text as YAML reads it back, with quotes only where they are needed."""
    if _PLAIN.fullmatch(text) and text not in _JSON_WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def with_keys(text: str, agreement: Agreement, name: str, said: dict[str, str | None]) -> str:
    """The text in which a point of the agreement has these keys: each a value as YAML, or None to leave it out.

    Keys that are not in `said` stay as they are written.
    """
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def position(line: int, column: int) -> int:
        return starts[min(line, len(starts)) - 1] + column - 1

    place = agreement.spans[f"afspraken.{name}"]
    whole = position(place.line, place.column), position(place.end_line, place.end_column)
    keys = tuple(_keys(agreement, f"afspraken.{name}", position))
    if text[whole[0]] == "{":
        return text[: whole[0]] + f"{{{', '.join(_in_line(text, keys, said))}}}" + text[whole[1] :]
    if not keys:  # a value without keys, such as `urengrens: 1000`
        rest = ", ".join(f"{key}: {value}" for key, value in said.items() if value is not None)
        return text[: whole[0]] + f"{{{rest}}}" + text[whole[1] :]
    return _on_lines(text, keys, said)


def _keys(agreement: Agreement, path: str, position: Callable[[int, int], int]) -> Iterator[_Key]:
    for name in agreement.spans:
        if not name.startswith(f"{path}.") or not name.endswith(":"):
            continue
        key = name.removeprefix(f"{path}.").removesuffix(":")
        if "." in key:
            continue
        at: Span = agreement.spans[name]
        value: Span = agreement.spans[f"{path}.{key}"]
        yield _Key(key, position(at.line, at.column), position(value.end_line, value.end_column))


def _in_line(text: str, keys: tuple[_Key, ...], said: dict[str, str | None]) -> Iterator[str]:
    for key in _in_order(keys, said):
        value = said.get(key.name)
        if key.name not in said:
            yield text[key.start : key.end]
        elif value is not None:
            yield f"{key.name}: {value}"


def _in_order(keys: tuple[_Key, ...], said: dict[str, str | None]) -> Iterator[_Key]:
    """The keys that there are and those that come, a value where the value or the openness was."""
    present = {key.name for key in keys}
    coming = [_Key(name, 0, 0) for name in said if name not in present]
    first = [key for key in coming if key.name in _ABOUT_VALUE]
    if not any(key.name in _ABOUT_VALUE for key in keys):
        yield from first
        first = []
    for key in keys:
        yield key
        if key.name in _ABOUT_VALUE:
            yield from first
            first = []
    yield from (key for key in coming if key.name not in _ABOUT_VALUE)


def _on_lines(text: str, keys: tuple[_Key, ...], said: dict[str, str | None]) -> str:
    """Keys under each other, each with its own margin; what comes stands after the first that is said otherwise."""
    margin = text[text.rfind("\n", 0, keys[0].start) + 1 : keys[0].start]
    present = {key.name for key in keys}
    coming = [
        f"{margin}{name}: {value}\n"
        for name, value in said.items()
        if name not in present and value is not None
    ]
    first = next((key for key in keys if key.name in said), keys[-1])
    for key in reversed(keys):  # from the end, so that the positions before it stay what they are
        begin = text.rfind("\n", 0, key.start) + 1
        after = _end_of_line(text, key.end)
        line = text[begin:after]
        if key.name in said:
            value = said[key.name]
            line_end = "\n" if text[key.end - 1] == "\n" else text[key.end : after]
            line = "" if value is None else f"{margin}{key.name}: {value}{line_end}"
        if key is first:
            line = "".join((line if not line or line.endswith("\n") else f"{line}\n", *coming))
        text = text[:begin] + line + text[after:]
    return text


def _end_of_line(text: str, end: int) -> int:
    """Where the line ends on which a value ends; a text on lines of its own ends where the next line begins."""
    if text[end - 1] == "\n":
        return end
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1
