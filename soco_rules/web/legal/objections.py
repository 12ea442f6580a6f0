"""The desk about objections: those that wait, one with its terms and steps, and the decision on it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi import Depends

from soco_rules.web.legal import objection_answer
from soco_rules.web.legal import objection_known
from soco_rules.web.legal import objection_list
from soco_rules.web.legal import objection_page
from soco_rules.web.legal import objection_receipt
from soco_rules.web.people import DeskRole
from soco_rules.web.people import only_for

router = APIRouter(dependencies=[Depends(only_for(DeskRole.LEGAL))])
for _page in (objection_list, objection_receipt, objection_page, objection_answer, objection_known):
    router.include_router(_page.router)
