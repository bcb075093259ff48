"""Opening a store: SQLite in a file (the default) or PostgreSQL by its address, at the right version."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DatabaseError, OperationalError, SQLAlchemyError

from tawatur.store.errors import StoreError

_BUSY = 60  # seconds to wait for another writer
_LOCK = 7_141_991  # the advisory lock of the one writer in PostgreSQL


def connect(store: str | Path, *, create: bool) -> Engine:
    """An engine on the store at a path or database URL, migrated to this version.

    Raises StoreError where there is no store (unless `create`), where it cannot be opened, is no store of
    Tawatur, or was made by a newer version.
    """
    address = str(store)
    if re.match(r"postgres(?:ql)?(?:\+\w+)?://", address):
        engine = _postgresql(address)
    elif "://" in address and not address.startswith("sqlite://"):
        raise StoreError(f"{_hidden(address)}: a store is a file or a postgresql:// address")
    else:
        engine = _sqlite(Path(address.removeprefix("sqlite:///")), create)
    try:
        _migrate(engine)
    except StoreError:
        engine.dispose()
        raise
    except SQLAlchemyError as error:
        engine.dispose()
        raise StoreError(f"{_hidden(address)}: {reason(error)}") from error
    return engine


def _sqlite(path: Path, create: bool) -> Engine:
    if path.parent.is_dir() and not os.access(path.parent, os.X_OK):
        raise StoreError(f"no permission to enter {path.parent}; choose another folder with --store")
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file for the store, such as {path / 'tawatur.db'}")
    if not path.exists():
        if not create:
            raise StoreError(f"there is no store at {path}; make one with: tawatur --store {path} init")
        if not path.parent.is_dir():
            raise StoreError(f"the folder {path.parent} does not exist; make it first")
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise StoreError(f"no permission to write in {path.parent}; choose another folder with --store")
    elif not os.access(path, os.R_OK | os.W_OK):
        raise StoreError(f"no permission to read and write {path}")
    elif not create and path.stat().st_size == 0:
        raise StoreError(f"{path} is empty, no store; make one with: tawatur --store {path} init")
    elif not _is_sqlite(path):
        raise StoreError(f"{path} is not a store of Tawatur; name another file with --store")
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(15) in (b"", b"SQLite format 3")


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions begin and end where we say
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        f"busy_timeout = {_BUSY * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("tawatur_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(address: str) -> Engine:
    url = re.sub(r"^postgres(?:ql)?(?:\+\w+)?://", "postgresql+psycopg://", address)
    try:
        return sa.create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ImportError as error:
        raise StoreError("PostgreSQL needs the extra: pip install 'tawatur[postgres]'") from error


def lock_for_writing(connection: Connection) -> None:
    """Make this transaction the one writer. SQLite is locked from its BEGIN."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _migrate(engine: Engine) -> None:
    with as_file(files("tawatur.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        script = ScriptDirectory.from_config(config)
        head = script.get_current_head()
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            tables = set(sa.inspect(connection).get_table_names())
        if current == head:
            return
        if current is None and tables - {"alembic_version"}:
            raise StoreError(
                "this database holds other tables and no store of Tawatur; name another one with --store"
            )
        if current is not None and current not in {found.revision for found in script.walk_revisions()}:
            raise StoreError(
                f"this store was made by a newer Tawatur (version {current} of its tables, this one knows {head}); update Tawatur"
            )
        with engine.connect().execution_options(tawatur_writes=True) as connection, connection.begin():
            lock_for_writing(connection)
            if MigrationContext.configure(connection).get_current_revision() != head:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")


def _hidden(address: str) -> str:
    with suppress(Exception):
        return sa.make_url(address).render_as_string(hide_password=True)
    return address


def reason(error: SQLAlchemyError) -> str:
    """What went wrong in a database, in words that say what to do."""
    original = str(getattr(error, "orig", error)).strip().splitlines()
    first = original[0] if original else type(error).__name__
    if isinstance(error, OperationalError) and ("locked" in first or "busy" in first):
        return "another program is writing to this store; try again when it is done"
    if isinstance(error, DatabaseError) and ("not a database" in first or "malformed" in first):
        return "the file is damaged or not a store of Tawatur; restore it from a copy, or name another one with --store"
    if "disk is full" in first or "No space left" in first or "disk I/O error" in first:
        return f"the disk cannot be written to ({first}); make room on it: nothing that was stored before is lost"
    return first
