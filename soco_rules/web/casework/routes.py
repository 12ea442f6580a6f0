"""The pages of the caseworker's desk, but for `letters` and `what_if`: those take long to load."""

from __future__ import annotations

from soco_rules.web.casework import assigning
from soco_rules.web.casework import deciding
from soco_rules.web.casework import dossier
from soco_rules.web.casework import enrolling
from soco_rules.web.casework import finding
from soco_rules.web.casework import person
from soco_rules.web.casework import procedure
from soco_rules.web.casework import telling

ROUTERS = (
    finding.router,
    enrolling.router,
    dossier.router,
    assigning.router,
    deciding.router,
    procedure.router,
    telling.router,
    person.router,
)
