"""The pages of the caseworker's desk, but for `what_if`: that takes long to load."""

from __future__ import annotations

from soco_rules.web.casework import assigning
from soco_rules.web.casework import deciding
from soco_rules.web.casework import dossier
from soco_rules.web.casework import enrolling
from soco_rules.web.casework import finding
from soco_rules.web.casework import letters
from soco_rules.web.casework import procedure
from soco_rules.web.casework import telling

ROUTERS = (
    finding.router,
    enrolling.router,
    dossier.router,
    assigning.router,
    deciding.router,
    letters.router,
    procedure.router,
    telling.router,
)
