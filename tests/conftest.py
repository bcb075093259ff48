from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.road import Road, open_store

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared data is not beside this checkout (../shared/data)")
    return SHARED


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A new store in each of the two homes; PostgreSQL where TAWATUR_TEST_POSTGRES names a server."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    server = os.environ.get("TAWATUR_TEST_POSTGRES")
    if not server:
        pytest.skip("TAWATUR_TEST_POSTGRES names no PostgreSQL server to make test databases on")
    import psycopg

    name = f"tawatur_test_{os.getpid()}_{abs(hash(str(tmp_path))) % 10**8}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield server.rsplit("/", 1)[0] + "/" + name
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def road(address: str) -> Iterator[Road]:
    with open_store(address) as opened:
        yield opened


@pytest.fixture(scope="session")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("no chromium on this machine; Debian: apt-get install chromium")
    return found
