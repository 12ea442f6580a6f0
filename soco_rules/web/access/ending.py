"""When the session of somebody ends, told beforehand: after a while of silence, and once a day however busy he is."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC
from datetime import datetime

from fastapi import Request

from soco_rules.web.access.entrance import entrance_of
from soco_rules.web.access.sessions import Session
from soco_rules.web.access.sessions import renewed
from soco_rules.web.access.ways import SessionRules

_DAY = 24 * 60 * 60
SOON = 15 * 60
"""Seconds before the end in which every page tells of it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """After how many seconds of silence a session ends, and after how many seconds however busy somebody is.

    `until` is the time at which it ends for who asks nothing more, `at_last` the time at which it ends in any case;
    both as people read them, such as 14:05.
    """

    silence: int
    rest: int
    until: str
    at_last: str

    @property
    def is_near(self) -> bool:
        """Whether it ends soon, whatever somebody does."""
        return self.rest <= SOON


def ending_of(rules: SessionRules, session: Session, now: int) -> Ending | None:
    """When a session ends that asks something now; None where that is more than a day away."""
    seen = (renewed(session, now) or session).seen
    last = session.began + rules.longest
    if rules.idle >= _DAY:
        return None
    return Ending(rules.idle, max(last - now, 0), _clock(min(seen + rules.idle, last)), _clock(last))


def ending_for(request: Request) -> Ending | None:
    """When the session of who asks ends; None for who has none, and for the user of this computer."""
    rules, session = entrance_of(request).sessions, getattr(request.state, "session", None)
    return ending_of(rules, session, int(time.time())) if rules and session else None


def _clock(moment: int) -> str:
    return datetime.fromtimestamp(moment, tz=UTC).astimezone().strftime("%H:%M")
