"""From a Case back to the text of a case file, so that `read_case` reads the same case from it."""

from __future__ import annotations

import json
from typing import Any

import yaml

from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.values import Role

Plain = dict[str, Any]
_ONE_LINE = 10**9
"""The width of a line: a reason stays on one."""
_PLAIN = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:timestamp"})
"""What may stand without quotes although other programs read it as more than text: whole numbers and dates."""


class _OneLine(dict[str, Any]):
    """What a file writes on one line, between braces."""


class _Dumper(yaml.SafeDumper):
    """Writes what could be read as something else between quotes, but for whole numbers and dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the table of PyYAML, not of an instance
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in _PLAIN]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature of PyYAML
        """Write everything out: a case file may not hold a reference."""
        return True


def _on_one_line(dumper: _Dumper, part: _OneLine) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", part, flow_style=True)


_Dumper.add_representer(_OneLine, _on_one_line)


def case_text(case: Case, *, heading: str = "") -> str:
    """The text of a case file: JSON where its name says so, else YAML under a heading of comment lines."""
    written = _case(case)
    if case.file.endswith(".json"):
        return "".join(map(_seen, json.dumps(written, ensure_ascii=False, indent=2))) + "\n"
    text = _yaml(written, with_accents=True)
    return heading + (text if text == "".join(map(_seen, text)) else _yaml(written, with_accents=False))


def heading_of(text: str) -> str:
    """The comment lines with which a case file begins."""
    lines = text.splitlines(keepends=True)
    last = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[:last])


def _seen(sign: str) -> str:
    """A sign as it is, or its number where a reader would refuse what it cannot show."""
    return sign if sign.isprintable() or sign == "\n" else f"\\u{ord(sign):04x}"


def _yaml(written: Plain, *, with_accents: bool) -> str:
    """The YAML of a case; without accents, every sign outside ASCII is written as its number."""
    return yaml.dump(
        written,
        Dumper=_Dumper,
        allow_unicode=with_accents,
        sort_keys=False,
        width=_ONE_LINE,
        default_flow_style=False,
    )


def _case(case: Case) -> Plain:
    parts: Plain = {
        "schema_versie": "1",
        "overeenkomst": case.agreement,
        "feiten": _by_name({key: _fact(reports) for key, reports in case.facts.items() if reports}),
        "oordelen": _by_name({key: _judgement(judgement) for key, judgement in case.judgements.items()}),
        "brief": dict(case.letter),
        "procedure": dict(case.procedure),
    }
    return {key: part for key, part in parts.items() if part}


def _by_name(parts: dict[tuple[str, Role | None], object]) -> Plain:
    """The parts under their names, and under the person where there is one."""
    found: Plain = {}
    for (name, role), part in parts.items():
        if role is None:
            found[name] = part
        else:
            found.setdefault(name, {"per_persoon": {}})["per_persoon"][str(role)] = part
    return found


def _fact(reports: tuple[Report, ...]) -> object:
    written = [_report(report) for report in reports]
    return written[0] if len(written) == 1 else written


def _report(report: Report) -> object:
    if report.source is None and report.date is None:
        return report.value
    return _OneLine(_filled({"waarde": report.value, "bron": report.source, "datum": report.date}))


def _judgement(judgement: Judgement) -> Plain:
    return _filled(
        {
            "waarde": judgement.value,
            "door": judgement.by,
            "datum": judgement.date,
            "reden": judgement.reason,
        }
    )


def _filled(part: Plain) -> Plain:
    return {key: value for key, value in part.items() if value is not None}
