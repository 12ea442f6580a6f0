"""The register of adopted versions, `agreements/vastgesteld.yaml`: read, and one version added to its text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

REGISTER = "agreements/vastgesteld.yaml"
_HEADING = """\
# Vastgestelde versies van overeenkomsten: elk bestand is daarna niet meer te wijzigen. soco vaststellen vult dit aan.
"""
_KEYS = ("sha256", "door", "functie", "datum", "bestuursbesluit", "bestuursbesluit_datum", "mandaat")
_Key = tuple[str, str]
"""A reference and a version."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The decision by which the governing body agreed to a version: under which mark it is kept, and of which day."""

    reference: str
    date: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """An adopted version: the hash of its file and, where the register tells, who adopted it and when.

    `mandate` is the line of the mandate register under which it was adopted, with its source. Without that and without
    `consent` nobody wrote down which decision of the governing body it rests on: that is not known, and it does not say
    that there was none.
    """

    sha256: str
    by: str = ""
    function: str = ""
    date: str = ""
    consent: Consent | None = None
    mandate: str = ""


_NOWHERE = Consent("", "")


def sha256_of(content: bytes) -> str:
    """The hash of a rule file, as the register has it."""
    return hashlib.sha256(content).hexdigest()


def read_register(
    content: bytes,
) -> tuple[dict[_Key, Recorded], Mapping[_Key, Span], tuple[Diagnostic, ...]]:
    """Every adopted version by reference and date, with its place, and what is wrong with the register.

    A version is its hash, or `sha256` with `door`, `functie`, `datum`, `bestuursbesluit` and its day or
    `mandaat` under each other.
    """
    source, findings = (None, ()) if _is_empty(content) else read(REGISTER, content)
    found: dict[_Key, Recorded] = {}
    places: dict[_Key, Span] = {}
    wrong: list[Diagnostic] = [*findings]
    for reference, versions in source.data.items() if source else ():
        assert source is not None
        if not isinstance(versions, dict):
            message = f"bij '{reference}' horen versies, elk met de sha256 van het bestand"
            wrong.append(finding("verkeerde-vorm", source.key_spans[reference,], message))
            continue
        for version, written in versions.items():
            recorded = _recorded(written)
            place = source.key_spans[reference, version]
            if recorded is None:
                message = f"bij '{version}' hoort de sha256 van het bestand, of {', '.join(_KEYS)}"
                wrong.append(finding("verkeerde-vorm", place, message))
                continue
            found[reference, version] = recorded
            places[reference, version] = place
    return found, places, tuple(wrong)


def with_version(content: bytes, reference: str, version: str, recorded: Recorded) -> bytes | None:
    """The register with one version more and every other sign as it was; None where its text leaves no place for it."""
    text = content.decode("utf-8-sig")
    line_end = "\r\n" if "\r\n" in text else "\n"
    source, findings = (None, ()) if _is_empty(content) else read(REGISTER, content)
    if findings:
        return None
    new = _inserted(text, source, reference, version, recorded)
    before, _, _ = read_register(content)
    written = new.replace("\r\n", "\n").replace("\n", line_end).encode()
    written = content[:3] + written if content.startswith(b"\xef\xbb\xbf") else written
    after, _, wrong = read_register(written)
    is_right = not wrong and after == {**before, (reference, version): recorded}
    return written if is_right else None


def _is_empty(content: bytes) -> bool:
    """Whether there is nothing but comments."""
    return all(
        line.lstrip()[:1] in (b"", b"#") for line in content.removeprefix(b"\xef\xbb\xbf").splitlines()
    )


def _recorded(written: object) -> Recorded | None:
    match written:
        case str() if written:
            return Recorded(written.removeprefix("sha256:"))
        case {"sha256": str(digest), **rest} if set(rest) <= set(_KEYS) and all(
            isinstance(value, str) for value in rest.values()
        ):
            texts = {key: str(value) for key, value in rest.items()}
            consent = Consent(texts.get("bestuursbesluit", ""), texts.get("bestuursbesluit_datum", ""))
            return Recorded(
                digest.removeprefix("sha256:"),
                texts.get("door", ""),
                texts.get("functie", ""),
                texts.get("datum", ""),
                consent if consent != _NOWHERE else None,
                texts.get("mandaat", ""),
            )
        case _:
            return None


def _inserted(text: str, source: Source | None, reference: str, version: str, recorded: Recorded) -> str:
    versions = source.data.get(reference) if source else None
    if source is None or not isinstance(versions, dict) or not versions:
        start = text if not text or text.endswith("\n") else f"{text}\n"
        return (start or _HEADING) + f"{reference}:\n" + _entry(version, recorded, "  ")
    at = source.spans[reference,]
    lines = text.splitlines(keepends=True)
    if lines[at.line - 1][at.column - 1 : at.column] == "{":
        end = lines[at.end_line - 1]
        close = at.end_column - 2
        lines[at.end_line - 1] = f"{end[:close].rstrip()}, {_in_line(version, recorded)}{end[close:]}"
        return "".join(lines)
    last = max(source.spans[path].end_line for path in source.scalars if path[0] == reference)
    first = next(iter(versions))
    indent = " " * (source.key_spans[reference, first].column - 1)
    if not lines[last - 1].endswith("\n"):
        lines[last - 1] += "\n"
    return "".join((*lines[:last], _entry(version, recorded, indent), *lines[last:]))


def _entry(version: str, recorded: Recorded, indent: str) -> str:
    lines = (f"{indent}{indent}{key}: {text}\n" for key, text in _pairs(recorded))
    return f"{indent}{version}:\n" + "".join(lines)


def _in_line(version: str, recorded: Recorded) -> str:
    return f"{version}: {{{', '.join(f'{key}: {text}' for key, text in _pairs(recorded))}}}"


def _pairs(recorded: Recorded) -> tuple[tuple[str, str], ...]:
    who = (_quoted(text) for text in (recorded.by, recorded.function))
    board = recorded.consent
    agreed = ("", "") if board is None else (_quoted(board.reference), board.date)
    mandate = _quoted(recorded.mandate) if recorded.mandate else ""
    said = zip(_KEYS, (recorded.sha256, *who, recorded.date, *agreed, mandate), strict=True)
    return tuple((key, text) for key, text in said if text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
