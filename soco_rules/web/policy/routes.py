"""Every page of the policy advisor's desk."""

from __future__ import annotations

from fastapi import APIRouter

from soco_rules.web.policy import beginning
from soco_rules.web.policy import filling
from soco_rules.web.policy import reading
from soco_rules.web.policy import scenarios
from soco_rules.web.policy import text

router = APIRouter()
for _pages in (beginning, reading, filling, scenarios, text):
    router.include_router(_pages.router)
