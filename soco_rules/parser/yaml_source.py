"""From the bytes of a YAML or JSON file to a Source: untyped text, with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from enum import Enum
from typing import Any
from typing import Literal

import yaml

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Note
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.parser.located import Located
from soco_rules.parser.located import located_in

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_MISTAKES = 10

Data = dict[str, "Data"] | list["Data"] | str
Path = tuple[str | int, ...]
Place = tuple[int, int]
"""A line and a column as YAML counts them: from 0."""


class Style(Enum):
    """How a scalar is written; only a plain one can be a JSON number, `true` or `null`."""

    PLAIN = "plain"
    SINGLE = "single quotes"
    DOUBLE = "double quotes"
    LITERAL = "block with its own lines"
    FOLDED = "block with folded lines"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written, with the places (counted from 0) of its first character and just past its last."""

    text: str
    style: Style
    start: Place
    end: Place


@dataclass(frozen=True, slots=True)
class Source:
    """A file as nested mappings, lists and exact texts. Paths are the keys and numbers that lead to a value."""

    file: str
    text: str
    lines: tuple[str, ...]
    data: dict[str, Data]
    spans: Mapping[Path, Span]
    key_spans: Mapping[Path, Span]
    scalars: Mapping[Path, Scalar]

    def is_plain(self, path: Path) -> bool:
        """Whether the value is written without quotes, so that `null` is null and not the text "null"."""
        return path in self.scalars and self.scalars[path].style is Style.PLAIN

    def located(self, path: Path) -> Located:
        """The text of a scalar, with the place in the file of each of its characters.

        Raises:
            KeyError: there is no scalar at this path.
        """
        return _located(self.scalars[path], self.file, self.lines)


def read(file: str, content: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The file's data, and everything that is wrong with its text.

    A Source comes back beside findings where the rest of the file can still be read; of two equal keys it holds the
    first. A value that is left out is the empty plain text, and has been reported here.
    """
    if len(content) > MAX_BYTES:
        size = f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB"
        return None, (finding("te-groot", Span(file, end_column=2), size),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(file, content, error.start),)
    lines = tuple(_LINE_END.split(text))
    invisible = _invisible_signs(file, lines)
    return (None, invisible) if invisible else _read_lines(file, text, lines)


_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[^\t\x20-\x7e\x85\xa0-\xac\xae-\u200a\u2010-\u2029\u202f-\u205f\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U000dffff\U000e1000-\U0010ffff]"
)
"""What YAML refuses, and what shows a reader another text than there is: no width, another direction."""
_HARD_SPACE = re.compile(r"(?:^[ \-]*|[{,] *)(?:\w+:)?\xa0")
"""Copied from a text processor: it looks like a space, and YAML reads it as a letter."""
_COMMENT = re.compile(r"\s+#")
_CLINGING_COMMENT = re.compile(r"\s+(#+[^\s#])")
_CUT_NUMBER = re.compile(r"\d,\d")
_STYLES = {"": Style.PLAIN, "'": Style.SINGLE, '"': Style.DOUBLE, "|": Style.LITERAL, ">": Style.FOLDED}
_QUOTES: dict[Style, Literal["'", '"']] = {Style.SINGLE: "'", Style.DOUBLE: '"'}
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _not_utf8(file: str, content: bytes, position: int) -> Diagnostic:
    line = content.count(b"\n", 0, position) + 1
    column = len(content[content.rfind(b"\n", 0, position) + 1 : position].decode("utf-8-sig", "replace")) + 1
    return finding(
        "codering", Span(file, line, column, line, column + 1), "hier staat een teken dat geen UTF-8 is"
    )


def _invisible_signs(file: str, lines: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """YAML refuses these signs without saying where, or reads them as letters, so they are sought first."""
    places = [
        (number, match.end(), ord(match[0][-1]))
        for number, line in enumerate(lines, 1)
        if (match := _INVISIBLE.search(line) or _HARD_SPACE.search(line))
    ]
    return tuple(
        finding(
            "yaml-fout",
            Span(file, number, end, number, end + 1),
            f"hier staat een onzichtbaar teken (nummer {sign})",
            remedy="haal het teken weg; typ de regel zo nodig opnieuw",
        )
        for number, end, sign in places[:MAX_MISTAKES]
    )


def _read_lines(file: str, text: str, lines: tuple[str, ...]) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read on past a mistake of which the extent is sure, so that one run shows the others as well."""
    mistakes: list[Diagnostic] = []
    tried = lines
    while True:
        builder = _Builder(file, tried)
        error = builder.build()
        if error is None:
            break
        from soco_rules.parser.yaml_errors import explain  # noqa: PLC0415 - slow, and seldom needed

        mistake, repaired = explain(error, file, tried)
        mistakes.append(mistake)
        if repaired is None or len(mistakes) == MAX_MISTAKES:
            break
        tried = repaired
    findings = in_reading_order([*mistakes, *builder.findings])
    if mistakes or builder.is_broken or not isinstance(builder.root, dict):
        return None, findings
    return builder.source(text), findings


def _located(scalar: Scalar, file: str, lines: tuple[str, ...]) -> Located:
    line, column = scalar.start
    end_line, end_column = scalar.end
    match scalar.style:
        case Style.PLAIN:
            commented = end_line < len(lines) and _COMMENT.match(lines[end_line], end_column) is not None
            if line == end_line:
                return Located(scalar.text, file, ((0, line + 1, column + 1),), before_comment=commented)
            return replace(located_in(scalar.text, file, lines, scalar.start), before_comment=commented)
        case Style.SINGLE | Style.DOUBLE:
            return located_in(scalar.text, file, lines, (line, column + 1), _QUOTES[scalar.style])
        case Style.LITERAL | Style.FOLDED:
            first = (line + 1, 0) if scalar.text.strip() else scalar.start
            return located_in(scalar.text, file, lines, first)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; in a mapping `key` is None where the next key is due."""

    target: dict[str, Data] | list[Data]
    path: Path
    start: Place
    in_flow: bool
    key: str | None = None
    key_start: Place = (0, 0)
    key_is_double: bool = False

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.target, dict) and self.key is None


class _Builder:
    """Follows the events of one parse; an explicit stack replaces recursion, so that depth is only a number."""

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.findings: list[Diagnostic] = []
        self.is_broken = False
        self._is_over = False
        self.root: Data | None = None
        self._file = file
        self._lines = lines
        self._spans: dict[Path, Span] = {}
        self._key_spans: dict[Path, Span] = {}
        self._scalars: dict[Path, Scalar] = {}
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0
        self._last_end: Place = (0, 0)
        self._after_cut: Place | None = None

    def source(self, text: str) -> Source:
        assert isinstance(self.root, dict)
        return Source(self._file, text, self._lines, self.root, self._spans, self._key_spans, self._scalars)

    def build(self) -> yaml.MarkedYAMLError | None:
        """Read everything; the answer is YAML's own error, or None when it has none."""
        try:
            for event in yaml.parse("\n".join(self._lines), Loader=_LOADER):
                self._take(event)
                if self._is_over:
                    return None
        except yaml.MarkedYAMLError as error:
            return error
        if not self._documents or self.root == "":
            self._report(
                "verkeerde-vorm",
                (0, 0),
                (0, 1),
                "het bestand is leeg",
                "schrijf sleutels met waarden: 'kenmerk: delft/scope'",
            )
        return None

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._start_document(event)
            case yaml.AliasEvent():
                self._anchor(event, "*")
                self._add("", event)
            case yaml.ScalarEvent():
                self._node(event)
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._node(event)
                self._start({}, event)
            case yaml.SequenceStartEvent():
                self._node(event)
                self._start([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end(event)
            case _:
                pass

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        line, column = _start(event)
        if self._documents > 1:
            message = "hier begint een tweede document in hetzelfde bestand"
            remedy = "haal de streepjes --- weg of maak er twee bestanden van"
            self._stop("yaml-fout", (line, column), (line, column + 3), message, remedy)

    def _node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"het bestand heeft meer dan {MAX_NODES} onderdelen"
            self._stop("te-diep", _start(event), _end(event), message, "splits het bestand")
        if event.anchor is not None:
            self._anchor(event, "&")
        if getattr(event, "tag", None) is not None:
            self._tag(event)

    def _anchor(self, event: yaml.NodeEvent, sign: Literal["&", "*"]) -> None:
        line, column = self._find(_start(event), sign)
        label = f"{sign}{event.anchor}"
        self._break(
            "yaml-anker",
            (line, column),
            (line, column + len(label)),
            f"'{label}' is voor YAML een verwijzing",
        )

    def _tag(self, event: yaml.NodeEvent) -> None:
        line, column = self._find(_start(event), "!")
        label = self._lines[line][column:].split(" ")[0]
        remedy = "schrijf 'is niet' in plaats van !=" if label.startswith("!=") else ""
        self._report(
            "yaml-label",
            (line, column),
            (line, column + len(label)),
            f"'{label}' is voor YAML een label",
            remedy,
        )

    def _find(self, start: Place, sign: str) -> Place:
        """Where the sign of a label stands: a label and an anchor may come in either order."""
        line, column = start
        return line, max(self._lines[line].find(sign, column), column)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        scalar = Scalar(
            event.value, _STYLES[event.style or ""], self._inside(_start(event)), self._inside(_end(event))
        )
        match scalar.style:
            case Style.PLAIN:
                self._check_plain(scalar)
            case Style.LITERAL | Style.FOLDED:
                self._check_block(scalar)
            case Style.SINGLE | Style.DOUBLE:
                pass
        if self._open and self._open[-1].awaits_key:
            self._key(self._open[-1], scalar)
            return
        if scalar.style is Style.PLAIN and not scalar.text and self._open and event.tag is None:
            self._missing(self._open[-1], scalar.start)
        self._scalars[self._add(scalar.text, event)] = scalar

    def _check_plain(self, scalar: Scalar) -> None:
        line, column = scalar.end
        after = self._lines[line] if line < len(self._lines) else ""
        if self._open and self._open[-1].in_flow and column and _CUT_NUMBER.match(after, column - 1):
            self._after_cut = (line, column + 1)
            message = "hier staat een komma tussen twee cijfers, binnen haken"
            self._break("komma-in-accolades", (line, column - 1), (line, column + 2), message)
        comment = _CLINGING_COMMENT.match(after, column)
        if comment and scalar.text:
            self._report(
                "yaml-fout",
                (line, comment.start(1)),
                (line, len(after)),
                "vanaf het teken # telt de rest van de regel niet mee",
                "zet de tekst tussen aanhalingstekens; is het een opmerking, zet dan een spatie achter #",
            )

    def _check_block(self, scalar: Scalar) -> None:
        """`als: >5` is valid YAML that swallows the comparison; the header of a block has only its sign, + or -."""
        line, column = scalar.start
        header = self._lines[line][column:].split(" #")[0].strip()
        if header.strip("|>+-"):
            from soco_rules.parser.yaml_errors import swallowed_start  # noqa: PLC0415 - slow, and seldom needed

            self.findings.append(swallowed_start(self._file, self._lines, scalar.start))
            self.is_broken = True

    def _key(self, frame: _Open, scalar: Scalar) -> None:
        self._last_end = scalar.end
        path = (*frame.path, scalar.text)
        frame.key, frame.key_start, frame.key_is_double = scalar.text, scalar.start, path in self._key_spans
        if frame.key_is_double:
            note = Note(f"hier staat '{scalar.text}' voor het eerst", self._key_spans[path])
            message = f"de sleutel '{scalar.text}' staat hier voor de tweede keer"
            self._report("dubbele-sleutel", scalar.start, scalar.end, message, notes=(note,))
            return
        if not scalar.text:
            message = "voor de dubbele punt staat geen sleutel"
            self._report(
                "verkeerde-vorm",
                scalar.start,
                scalar.end,
                message,
                "schrijf een sleutel voor de dubbele punt",
            )
        self._key_spans[path] = self._span(scalar.start, scalar.end)

    def _missing(self, frame: _Open, start: Place) -> None:
        if frame.key is None:
            message = "achter dit streepje staat niets"
            self._report(
                "sleutel-zonder-waarde", start, start, message, "vul de waarde in of haal het streepje weg"
            )
        elif frame.key_start != self._after_cut:
            end = (frame.key_start[0], frame.key_start[1] + len(frame.key))
            remedy = "zet een spatie achter de dubbele punt" if re.search(r"\w:\S", frame.key) else ""
            self._report(
                "sleutel-zonder-waarde",
                frame.key_start,
                end,
                f"de sleutel '{frame.key}' heeft geen waarde",
                remedy,
            )

    def _start(self, target: dict[str, Data] | list[Data], event: yaml.CollectionStartEvent) -> None:
        start = _start(event)
        if len(self._open) == MAX_DEPTH:
            message = f"het bestand heeft meer dan {MAX_DEPTH} niveaus in elkaar"
            self._stop("te-diep", start, (start[0], start[1] + 1), message)
        if self._open and self._open[-1].awaits_key:
            message = "op de plek van een sleutel staat een lijst of een groep sleutels"
            remedy = "schrijf hier een sleutel; zet een tekst met haken tussen aanhalingstekens"
            self._break("verkeerde-vorm", start, (start[0], start[1] + 1), message, remedy)
            self._open[-1].key, self._open[-1].key_is_double = "", True
        path = self._add(target, event)
        self._open.append(_Open(target, path, start, in_flow=bool(event.flow_style)))

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        frame = self._open.pop()
        if frame.in_flow:
            self._last_end = _end(event)
        self._spans[frame.path] = self._span(frame.start, self._last_end)

    def _add(self, value: Data, event: yaml.NodeEvent) -> Path:
        """Put a value in its mapping or list; that of a key that stands there twice gets a path of its own."""
        path = self._place(value)
        self._last_end = _end(event)
        self._spans[path] = self._span(_start(event), _end(event))
        return path

    def _place(self, value: Data) -> Path:
        if not self._open:
            self._set_root(value)
            return ()
        frame = self._open[-1]
        if isinstance(frame.target, list):
            frame.target.append(value)
            return (*frame.path, len(frame.target) - 1)
        key, frame.key = frame.key or "", None
        if frame.key_is_double:
            return (*frame.path, key, "")
        frame.target[key] = value
        return (*frame.path, key)

    def _set_root(self, value: Data) -> None:
        if self._documents > 1:
            return
        self.root = value
        if value != "" and not isinstance(value, dict):
            message = "bovenaan staat geen groep van sleutels met waarden"
            self._report(
                "verkeerde-vorm",
                (0, 0),
                (0, 1),
                message,
                "schrijf elke regel als sleutel, dubbele punt, spatie, waarde",
            )

    def _stop(self, code: str, start: Place, end: Place, message: str, remedy: str = "") -> None:
        self._is_over = True
        self._break(code, start, end, message, remedy)

    def _break(self, code: str, start: Place, end: Place, message: str, remedy: str = "") -> None:
        self.is_broken = True
        self._report(code, start, end, message, remedy)

    def _report(
        self,
        code: str,
        start: Place,
        end: Place,
        message: str,
        remedy: str = "",
        *,
        notes: tuple[Note, ...] = (),
    ) -> None:
        self.findings.append(finding(code, self._span(start, end), message, remedy=remedy, notes=notes))

    def _inside(self, place: Place) -> Place:
        """YAML counts one line more than the file has where something ends with the file."""
        last = len(self._lines) - 1
        return place if place[0] <= last else (last, len(self._lines[last]))

    def _span(self, start: Place, end: Place) -> Span:
        line, column = self._inside(start)
        end_line, end_column = max(self._inside(end), (line, column + 1))
        return Span(self._file, line + 1, column + 1, end_line + 1, end_column + 1)


def _start(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def _end(event: yaml.Event) -> Place:
    mark = event.end_mark
    return (mark.line, mark.column) if mark else (0, 0)
