"""A fictional municipality with an adopted agreement and a mandate register, and what is decided there."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from soco_rules.adopt.decision import adopt
from soco_rules.adopt.statement import Statement
from soco_rules.decide import decide
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import render
from soco_rules.facts import Dates
from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.case import Case
from soco_rules.model.decision import Decision
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.case import read_case
from soco_rules.parser.workspace import load_workspace

ROOT = Path(__file__).parent / "agreements" / "vastgesteld"
TEMPLATES = (ROOT / "templates", Path(__file__).parents[1] / "templates")
"""Where its letters are: its own first, with the parts that are shipped."""
REFERENCE = "waterstede/de-sluis"
DECIDED = parse_date("2026-10-20")
ADOPTED = parse_date("2026-10-22")
HEARD = Hearing(manner=Manner.HEARD, date="2026-10-15", account="Mevrouw wil graag beginnen.")
NOT_REQUIRED = Hearing(manner=Manner.NOT_REQUIRED, account="")
REASONS = "Naaiwerk past bij uw plan van aanpak."


@cache
def workspace() -> Workspace:
    """The workspace of Waterstede, which has no mistakes."""
    found, findings = load_workspace(ROOT, Path(__file__).parents[1])
    assert not [finding for finding in findings if finding.is_error], findings
    return found


def case(name: str, changes: dict[str, str] | None = None) -> Case:
    """A case of Waterstede, with pieces of its text changed."""
    text = (ROOT / "zaken" / f"{name}.yaml").read_text("utf-8")
    for before, after in (changes or {}).items():
        assert before in text, before
        text = text.replace(before, after)
    found, findings = read_case(f"{name}.yaml", text.encode())
    assert found, findings
    return found


def proposal(name: str = "toelating", changes: dict[str, str] | None = None, day: int = DECIDED) -> Decision:
    """What the rules propose on a case."""
    decision, findings = decide(
        workspace(), REFERENCE, name, case(name, changes), Dates(parse_date("2026-10-15"), day)
    )
    assert decision, findings
    return decision


def says(**changes: Any) -> Statement:  # noqa: ANN401 - the fields of a Statement
    """A statement that suits the admission, with some of it changed."""
    return Statement(
        **{
            "by": "A. de Groot",
            "function": "teamleider participatie",
            "date": ADOPTED,
            "sent_on": ADOPTED,
            "hearing": NOT_REQUIRED,
            "reasons": REASONS,
            **changes,
        }
    )


def for_the_cooperative(**changes: Any) -> Statement:  # noqa: ANN401 - the fields of a Statement
    """A statement of the cooperative about a place."""
    return says(
        **{
            "by": "J. Vos",
            "function": "voorzitter",
            "hearing": None,
            "date": ADOPTED + 5,
            "sent_on": ADOPTED + 5,
            **changes,
        }
    )


def adopted(decision: Decision, said: Statement) -> Adoption:
    """The adopted decision, where nothing stands in the way."""
    adoption, findings = adopt(decision, said, workspace())
    assert adoption, told(findings)
    return adoption


def told(findings: tuple[Diagnostic, ...]) -> str:
    """Findings as a person sees them."""
    return "\n".join(render(found, {}) for found in findings)
