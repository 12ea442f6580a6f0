"""The tables of the store, as the newest revision has them."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlalchemy import Column
from sqlalchemy import ForeignKeyConstraint
from sqlalchemy import Index
from sqlalchemy import Integer
from sqlalchemy import LargeBinary
from sqlalchemy import MetaData
from sqlalchemy import PrimaryKeyConstraint
from sqlalchemy import Table
from sqlalchemy import Text

REVISIONS = ("0001", "0002")
"""The revisions of the schema, oldest first: what `migrations/versions` holds."""

# Bytewise order in both databases; SQLite has no other.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
_NUMBER = Integer().with_variant(BigInteger(), "postgresql")

metadata = MetaData()

book = Table(
    "book",
    metadata,
    Column("agreement", _TEXT, primary_key=True),
    Column("opened_at", _TEXT, nullable=False),
    Column("head_number", _NUMBER, nullable=False),
    Column("head_digest", LargeBinary, nullable=False),
    Column("head_seal", LargeBinary, nullable=False),
    Column("seal_key", _TEXT, nullable=False),
    Column("last_dossier", _NUMBER, nullable=False),
    sqlite_strict=True,
)
"""One row an agreement: its lock, and the sealed head of its chain."""

entry = Table(
    "entry",
    metadata,
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
"""The acts; triggers refuse any change of one. `dossier` is 0 for the book itself."""

data_key = Table(
    "data_key",
    metadata,
    Column("agreement", _TEXT, nullable=False),
    Column("dossier", _NUMBER, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("kek", _TEXT, nullable=False),
    Column("bsn_index", LargeBinary),
    PrimaryKeyConstraint("agreement", "dossier"),
    ForeignKeyConstraint(["agreement"], ["book.agreement"]),
    sqlite_strict=True,
)
"""The key of each dossier, wrapped by the key `kek` of the key file; a row that is gone is a dossier that is erased."""

Index("entry_by_dossier", entry.c.agreement, entry.c.dossier)
Index("data_key_by_bsn", data_key.c.agreement, data_key.c.bsn_index)

revision = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True))
"""Alembic's own table: which revision the database has."""
