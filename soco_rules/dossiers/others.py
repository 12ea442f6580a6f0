"""What a besluit counts over the other dossiers of a stored book, kept up to date by reading only what came since."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from threading import Lock

from soco_rules.dossiers.counting import ACTS
from soco_rules.dossiers.counting import Counted
from soco_rules.dossiers.counting import recounted
from soco_rules.dossiers.deciding import Count
from soco_rules.dossiers.deciding import Desk
from soco_rules.dossiers.deciding import counted_at
from soco_rules.dossiers.store import Mark
from soco_rules.dossiers.store import Store
from soco_rules.dossiers.store import View
from soco_rules.dossiers.store import viewing
from soco_rules.model.dossier import Dossier

MOST = 8
"""For so many desks what was counted is kept: of each who can still count, and of those what the definitions read."""


@dataclass(frozen=True, slots=True)
class Others:
    """What was counted when the book stood at `mark`. There is no dossier in it: `ready` adds who is decided on."""

    counted: Counted
    mark: Mark | None


def others_in(view: View, desk: Desk, before: Others | None = None) -> Others:
    """What a desk counts over a book; with what was counted `before` only the dossiers touched since are read.

    Raises:
        StoreError: the book cannot be read.
    """
    mark = view.mark()
    if before is None or before.mark is None or not view.holds(before.mark):
        counted = counted_at(desk, view.book(acts=ACTS))
    elif mark == before.mark:
        return before
    else:
        touched = view.touched(before.mark.number, ACTS)
        counted = recounted(before.counted, _read(view, touched)) if touched else before.counted
    empty = replace(counted.book, dossiers={}, entries=())
    return Others(replace(counted, book=empty, knowledge=view.known_through()), mark)


def ready(
    view: View, desk: Desk, number: int, before: Others | None = None, *, through: str | None = None
) -> Counted:
    """A book with one dossier, ready to decide on it; the others are counted where the rules of the desk ask for them.

    With `through` it is what was known at that moment. Whether there is such a dossier is told in deciding on it.

    Raises:
        StoreError: the book cannot be read.
    """
    book = view.book(dossiers=(number,), through=through)
    if not desk.asks_others:
        return counted_at(desk, book)
    counted = others_in(view, desk, before).counted
    if through is not None:
        later = view.touched(view.last_at(through), ACTS)
        counted = recounted(counted, _read(view, later, through=through)) if later else counted
        counted = replace(counted, knowledge=view.known_through(through))
    return replace(counted, book=book)


KeptOthers = Callable[[str, Desk], Others | None]
"""What was counted before for a book and a desk: `Kept.now` of a store, or nothing."""


def nothing_kept(_agreement: str, _desk: Desk) -> None:
    """For who asks once."""


def count_on(view: View, number: int, kept: KeptOthers) -> Count:
    """How a desk gets one dossier of a book ready to decide on; see `ready`."""
    return lambda desk: ready(view, desk, number, kept(view.agreement, desk))


def _read(view: View, numbers: Iterable[int], *, through: str | None = None) -> Iterable[Dossier]:
    """Some dossiers with what counts for others; one of which nothing was known yet has no acts."""
    numbers = tuple(numbers)
    found = view.book(dossiers=numbers, through=through, acts=ACTS).dossiers
    return (found.get(number, Dossier(number, ())) for number in numbers)


class Kept:
    """What was counted last for some desks of a store, in the memory of this process only."""

    def __init__(self, most: int = MOST) -> None:
        """Count nothing yet."""
        self._most = most
        self._lock = Lock()
        self._by_desk: OrderedDict[object, _Last] = OrderedDict()

    def now(self, store: Store, agreement: str, desk: Desk) -> Others | None:
        """What a desk counts over a book now; None where its rules count no others.

        Who asks while somebody else is counting the same waits for that one.

        Raises:
            StoreError: the book cannot be read.
        """
        if not desk.asks_others:
            return None
        last = self._last((store.engine, desk.workspace, agreement, desk.besluit.name, desk.dates))
        with last.lock, viewing(store, agreement) as view:
            last.others = others_in(view, desk, last.others)
            return last.others

    def _last(self, key: object) -> _Last:
        with self._lock:
            last = self._by_desk.setdefault(key, _Last(Lock()))
            self._by_desk.move_to_end(key)
            while len(self._by_desk) > self._most:
                self._by_desk.popitem(last=False)
            return last


@dataclass(slots=True)
class _Last:
    """What was counted last for one desk."""

    lock: Lock
    others: Others | None = None
