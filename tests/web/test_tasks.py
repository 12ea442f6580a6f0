"""Work beside the pages: how much of it one person may have."""

from __future__ import annotations

from threading import Event

import pytest

from soco_rules.web.faults import RefusedError
from soco_rules.web.tasks import Progress
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Tasks
from tests.web.persons import ADVISOR
from tests.web.persons import LAWYER


def test_one_person_leaves_room_for_others() -> None:
    tasks, go = Tasks(), Event()

    def waits(_: Progress) -> Ready:
        go.wait()
        return Ready("work", {})

    begun = [tasks.begin(title, ADVISOR, waits) for title in ("een", "twee", "drie")]
    with pytest.raises(RefusedError) as refused:
        tasks.begin("vier", ADVISOR, waits)
    begun.append(tasks.begin("van een ander", LAWYER, waits))
    go.set()
    ready = [each.coming.result() for each in begun]
    begun.append(tasks.begin("vier", ADVISOR, waits))

    (found,) = refused.value.findings
    assert (429, "werk-genoeg", 4) == (refused.value.status, found.code, len(ready))
    assert found.message == "Er lopen of wachten al 3 berekeningen van u: 'een', 'twee', 'drie'."
    assert begun[-1].coming.result() == Ready("work", {})
