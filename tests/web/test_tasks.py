"""Work beside the pages: how much of it one person may have."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from soco_rules.web.faults import RefusedError
from soco_rules.web.tasks import KEPT
from soco_rules.web.tasks import BrokenOffError
from soco_rules.web.tasks import EndedError
from soco_rules.web.tasks import Progress
from soco_rules.web.tasks import Ready
from soco_rules.web.tasks import Run
from soco_rules.web.tasks import State
from soco_rules.web.tasks import Tasks
from soco_rules.web.tasks import Work
from tests.web.persons import ADVISOR
from tests.web.persons import LAWYER


def test_one_person_leaves_room_for_others() -> None:
    tasks, go = Tasks(), Event()

    def waits(_: Run) -> Ready:
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


def test_work_counts_what_it_passes_on() -> None:
    run = Run()

    seen = [(each, run.progress) for each in run.over("tellen", "ab")]
    assert [("a", Progress("tellen", 0, 2)), ("b", Progress("tellen", 1, 2))] == seen
    assert Progress("tellen", 2, 2) == run.progress


def test_work_that_was_stopped_goes_no_further() -> None:
    tasks, begun, go = Tasks(), Event(), Event()

    def works(run: Run) -> Ready:
        begun.set()
        go.wait()
        return Ready("work", {"done": list(run.over("tellen", "ab"))})

    task = tasks.begin("werk", ADVISOR, works)
    begun.wait()
    task.stop()
    go.set()

    with pytest.raises(EndedError):
        task.coming.result()
    assert State.STOPPED == task.state


def test_work_that_waits_is_stopped_at_once() -> None:
    tasks, go = Tasks(pool=ThreadPoolExecutor(1)), Event()
    first = tasks.begin("eerst", ADVISOR, lambda _: Ready("work", {"waited": go.wait()}))
    second = tasks.begin("dan", ADVISOR, lambda _: Ready("work", {}))
    waiting = second.state
    second.stop()

    assert (State.WAITS, State.STOPPED) == (waiting, second.state)
    go.set()
    assert Ready("work", {"waited": True}) == first.coming.result()


def test_work_ends_when_its_time_is_over() -> None:
    task = Tasks(longest=0).begin("werk", ADVISOR, lambda _: Ready("work", {}))

    assert isinstance(task.coming.exception(), EndedError)
    assert State.TOO_LONG == task.state


@pytest.mark.parametrize(
    ("work", "state"),
    [
        (lambda _: Ready("work", {}), State.READY),
        (lambda _: Ready("work", {}, 422), State.REFUSED),
        (lambda _: _raise(BrokenOffError()), State.BROKEN),
        (lambda _: _raise(ValueError()), State.BROKEN),
    ],
)
def test_somebody_reads_how_work_ended(work: Work, state: State) -> None:
    task = Tasks().begin("werk", ADVISOR, work)
    task.coming.exception()

    assert state == task.state


def test_somebody_finds_the_newest_of_his_own_work_only() -> None:
    tasks = Tasks()
    of_another = tasks.begin("van een ander", LAWYER, lambda _: Ready("work", {}))
    for number in range(KEPT + 2):
        tasks.begin(str(number), ADVISOR, lambda _: Ready("work", {})).coming.result()

    assert [str(number) for number in range(KEPT + 1, 0, -1)] == [each.title for each in tasks.of(ADVISOR)]
    assert (of_another,) == tasks.of(LAWYER)


def _raise(error: Exception) -> Ready:
    raise error
