"""Whom a report credits in its title and text too, not in its credit lines alone; null for those stored before."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("signs", sa.Column("credits", sa.JSON))
