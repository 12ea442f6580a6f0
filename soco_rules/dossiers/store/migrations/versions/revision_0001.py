"""The first tables: books, their acts and their data keys, with the triggers that keep acts as they are."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger
from sqlalchemy import Column
from sqlalchemy import ForeignKeyConstraint
from sqlalchemy import Integer
from sqlalchemy import LargeBinary
from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy import Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
_NUMBER = Integer().with_variant(BigInteger(), "postgresql")

# REPLACE removes a row in SQLite without any trigger on DELETE: that is why INSERT has its triggers too.
_SQLITE = (
    """
    CREATE TRIGGER entry_is_next BEFORE INSERT ON entry
    WHEN NEW.number <> coalesce((SELECT max(number) FROM entry WHERE agreement = NEW.agreement), 0) + 1
    BEGIN SELECT RAISE(ABORT, 'soco: an act has the next number'); END
    """,
    """
    CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'soco: an act is never changed'); END
    """,
    """
    CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'soco: an act is never removed'); END
    """,
    """
    CREATE TRIGGER book_is_new BEFORE INSERT ON book
    WHEN EXISTS (SELECT 1 FROM book WHERE agreement = NEW.agreement)
    BEGIN SELECT RAISE(ABORT, 'soco: a book is never replaced'); END
    """,
    """
    CREATE TRIGGER book_goes_on BEFORE UPDATE ON book
    WHEN NEW.agreement <> OLD.agreement OR NEW.opened_at <> OLD.opened_at
      OR NEW.head_number < OLD.head_number OR NEW.last_dossier < OLD.last_dossier
    BEGIN SELECT RAISE(ABORT, 'soco: a book never goes back'); END
    """,
    """
    CREATE TRIGGER book_is_kept BEFORE DELETE ON book
    BEGIN SELECT RAISE(ABORT, 'soco: a book is never removed'); END
    """,
)

_POSTGRESQL = (
    """
    CREATE FUNCTION soco_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'soco: an act or book is never changed or removed'; END $$
    """,
    "CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION soco_refuse()",
    "CREATE TRIGGER entry_is_kept BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION soco_refuse()",
    """
    CREATE TRIGGER book_goes_on BEFORE UPDATE ON book FOR EACH ROW
    WHEN (NEW.agreement <> OLD.agreement OR NEW.opened_at <> OLD.opened_at
      OR NEW.head_number < OLD.head_number OR NEW.last_dossier < OLD.last_dossier)
    EXECUTE FUNCTION soco_refuse()
    """,
    "CREATE TRIGGER book_stays BEFORE DELETE ON book FOR EACH ROW EXECUTE FUNCTION soco_refuse()",
    "CREATE TRIGGER book_is_kept BEFORE TRUNCATE ON book FOR EACH STATEMENT EXECUTE FUNCTION soco_refuse()",
)


def upgrade() -> None:
    """Make the tables and triggers."""
    _books()
    _entries()
    _data_keys()
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def _books() -> None:
    op.create_table(
        "book",
        Column("agreement", _TEXT, primary_key=True),
        Column("opened_at", _TEXT, nullable=False),
        Column("head_number", _NUMBER, nullable=False),
        Column("head_digest", LargeBinary, nullable=False),
        Column("head_seal", LargeBinary, nullable=False),
        Column("seal_key", _TEXT, nullable=False),
        Column("last_dossier", _NUMBER, nullable=False),
        sqlite_strict=True,
    )


def _entries() -> None:
    op.create_table(
        "entry",
        Column("agreement", _TEXT, nullable=False),
        Column("number", _NUMBER, nullable=False),
        Column("dossier", _NUMBER, nullable=False),
        Column("act", _TEXT, nullable=False),
        Column("subject", _TEXT),
        Column("month", _TEXT),
        Column("at", _TEXT, nullable=False),
        Column("by", _TEXT, nullable=False),
        Column("content", LargeBinary, nullable=False),
        Column("previous", LargeBinary, nullable=False),
        Column("digest", LargeBinary, nullable=False),
        PrimaryKeyConstraint("agreement", "number"),
        ForeignKeyConstraint(["agreement"], ["book.agreement"]),
        sqlite_strict=True,
    )


def _data_keys() -> None:
    op.create_table(
        "data_key",
        Column("agreement", _TEXT, nullable=False),
        Column("dossier", _NUMBER, nullable=False),
        Column("wrapped", LargeBinary, nullable=False),
        Column("kek", _TEXT, nullable=False),
        Column("bsn_index", LargeBinary),
        PrimaryKeyConstraint("agreement", "dossier"),
        ForeignKeyConstraint(["agreement"], ["book.agreement"]),
        sqlite_strict=True,
    )
    op.create_index("data_key_by_bsn", "data_key", ["agreement", "bsn_index"])
