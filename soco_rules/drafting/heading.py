"""What the heading of a new agreement can be, and what it usually is."""

from __future__ import annotations

import re

from soco_rules.model.agreement import Status
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.workspace import Workspace

MODEL = "landelijk/sociale-cooperatie"
"""The layer that an agreement with a social cooperative stands on."""
UNKNOWN = "onbekend"

_REFERENCE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")
_MUNICIPALITY = re.compile(r"['’]?[^\W\d_]+([ '’.-]+[^\W\d_]+)*\.?")
_CODE = re.compile(r"GM\d{4}")


def is_reference(text: str) -> bool:
    """Whether this can be the reference of an agreement of a municipality."""
    return bool(_REFERENCE.fullmatch(text)) and not text.startswith("landelijk/")


def is_municipality(text: str) -> bool:
    """Whether a municipality can be called this."""
    return bool(_MUNICIPALITY.fullmatch(text))


def is_code(text: str) -> bool:
    """Whether this is a code of a municipality (CBS), or says that it is not known yet."""
    return text == UNKNOWN or bool(_CODE.fullmatch(text))


def usual_names(reference: str) -> tuple[str, str]:
    """What the municipality and the cooperative of a reference are probably called."""
    municipality, cooperative = (part.replace("-", " ").title() for part in reference.split("/"))
    return municipality, cooperative


def usual_authority(municipality: str) -> str:
    """The body that decides unless it is said otherwise."""
    return f"het college van burgemeester en wethouders van {municipality}"


def usual_title(municipality: str, cooperative: str) -> str:
    """The title of an agreement that has no other."""
    return f"Afspraken tussen de gemeente {municipality} en sociale coöperatie {cooperative}"


def usual_owner(municipality: str) -> str:
    """Who looks after the assumptions unless it is said otherwise."""
    return f"beleidsadviseur {municipality}"


def taken(workspace: Workspace, reference: str, day: int) -> str | None:
    """Why no new version of an agreement can begin on a day."""
    for version in workspace.agreements.get(reference, ()):
        if version.valid_from == day:
            why = (
                "is vastgesteld" if version.status is Status.ADOPTED else "is niet met dit formulier gemaakt"
            )
            return f"{version.path} bestaat al en {why}. Het blijft zoals het is; kies een andere dag."
        if version.valid_from < day and version.valid_to is not None and version.valid_to >= day:
            until = as_dutch(version.valid_to, Kind.DATE)
            return f"{version.path} geldt tot en met {until}. Kies een latere dag."
    return None
