"""Whether the database still refuses by itself to change what was written."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy import text
from sqlalchemy import union

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.dossiers.store.connect import Store
from soco_rules.dossiers.store.connect import reading
from soco_rules.dossiers.store.tables import book
from soco_rules.dossiers.store.tables import data_key
from soco_rules.dossiers.store.tables import entry

_SQLITE = frozenset(
    {"entry_is_next", "entry_stays", "entry_is_kept", "book_is_new", "book_goes_on", "book_is_kept"}
)
_POSTGRESQL = frozenset({"entry_stays", "entry_is_kept", "book_goes_on", "book_stays", "book_is_kept"})
_IN_SQLITE = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
_IN_POSTGRESQL = text(
    """
    SELECT tgname FROM pg_trigger
    WHERE tgrelid IN ('entry'::regclass, 'book'::regclass) AND NOT tgisinternal AND tgenabled <> 'D'
    """
)


def guards(store: Store) -> tuple[Diagnostic, ...]:
    """A finding where a trigger of ours is gone or switched off; that something was changed since need not be so.

    With one for acts of which the book itself was taken away: no `verify` of a book finds those.

    Raises:
        StoreError: the database refuses.
    """
    with reading(store) as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        there = frozenset(connection.scalars(_IN_SQLITE if is_sqlite else _IN_POSTGRESQL))
        written = union(select(entry.c.agreement), select(data_key.c.agreement)).subquery()
        bookless = select(written.c.agreement).where(written.c.agreement.not_in(select(book.c.agreement)))
        lost = connection.scalars(bookless.order_by(written.c.agreement)).all()
    gone = sorted((_SQLITE if is_sqlite else _POSTGRESQL) - there)
    message = f"'{store.place}' mist triggers, of zij staan uit: {', '.join(gone)}."
    off = (finding("opslag-onbeschermd", Span(store.place), message),) if gone else ()
    return (
        *off,
        *(
            finding(
                "boek-beschadigd",
                Span(store.place),
                f"Van '{each}' zijn er handelingen of sleutels, maar het boek is weg.",
            )
            for each in lost
        ),
    )
