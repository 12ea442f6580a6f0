"""Where a besluit is prepared: of which dossier, on which days, and the desk for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends
from fastapi import Query
from fastapi import Request

from soco_rules.catalogue import finding
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.lifecycle import place_of
from soco_rules.web.addresses import There
from soco_rules.web.casework.books import rules_of
from soco_rules.web.casework.days import Chosen
from soco_rules.web.casework.days import chosen
from soco_rules.web.faults import RefusedError
from soco_rules.web.forms import Filled
from soco_rules.web.forms import text_in
from soco_rules.web.ground import Ground
from soco_rules.web.ground import Here

MOST_SKIPPED = 100
AHEAD = "alvast"
"""The word in an address with which somebody answers questions of a besluit that cannot be taken yet."""


@dataclass(frozen=True, slots=True)
class At:
    """Where a conversation is held: which besluit of which dossier, on which days, and what was skipped."""

    reference: str
    number: int
    besluit: str
    days: Chosen
    skipped: tuple[str, ...] = ()

    @property
    def is_ahead(self) -> bool:
        """Whether questions are answered though the besluit cannot be taken yet."""
        return AHEAD in self.days.kept

    @property
    def path(self) -> str:
        """The address of the page without what is chosen on it."""
        return f"/dossiers/{self.reference}/{self.number}/besluit/{self.besluit}"

    def address(self, *, asked: str = "", skipped: tuple[str, ...] | None = None, page: str = "") -> str:
        """The address of this page, or of one below it, with what is chosen."""
        chosen_now = self.skipped if skipped is None else skipped
        pairs = [*self.days.kept.items(), *(("overslaan", each) for each in dict.fromkeys(chosen_now))]
        pairs += [("vraag", asked)] if asked else []
        return f"{self.path}{page}?{urlencode(pairs)}"


def at(
    request: Request,
    ground: Here,
    there: There,
    besluit: str,
    filled: Filled,
    overslaan: Annotated[list[str] | None, Query(max_length=MOST_SKIPPED)] = None,
) -> At:
    """Where somebody is: an address says of the days and of what was skipped, or the form that is sent there.

    Raises:
        RefusedError: the agreement has no such besluit.
    """
    decisions = rules_of(ground, there.reference).stack.decisions
    if besluit not in decisions:
        message = f"'{there.reference}' kent geen besluit '{besluit}'."
        remedy = "kies een besluit op de bladzijde van het dossier"
        raise RefusedError(
            finding("onbekend-besluit", place_of(there.number), message, remedy=remedy), status=404
        )
    is_form = request.method == "POST"
    given: Mapping[str, str] = filled if is_form else request.query_params
    days = chosen(dict(given), ground.settings.today(), monthly=decisions[besluit].monthly)
    if given.get(AHEAD) == "ja":
        days = replace(days, kept={**days.kept, AHEAD: "ja"})
    skipped = text_in(filled, "overgeslagen").split() if is_form else overslaan or ()
    return At(there.reference, there.number, besluit, days, tuple(skipped))


Deciding = Annotated[At, Depends(at)]


def desk_at(ground: Ground, here: At) -> Desk:
    """The desk of a besluit on the days that were chosen.

    Raises:
        RefusedError: there are no rules to decide with on those days.
    """
    desk, findings = ground.desk(here.reference, here.besluit, here.days.dates)
    if desk is None:
        raise RefusedError(*findings)
    return desk
