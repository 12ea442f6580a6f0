"""One dossier is read without reading the whole book."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("entry_by_dossier", "entry", ["agreement", "dossier"])
