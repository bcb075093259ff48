"""Running the reader."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import uvicorn
from fastapi import FastAPI

from tawatur.road import Road
from tawatur.store import StoreError
from tawatur.web.app import make_app

_LARGE = 500  # reports of a story that is kept ready
_EVERY = 5.0  # seconds


def free_port(host: str, wanted: int) -> int:
    """`wanted`, or the next port after it that is free."""
    for port in range(wanted, wanted + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    raise OSError(f"no free port from {wanted} to {wanted + 99} on {host}")


def server(road: Road, host: str, port: int) -> uvicorn.Server:
    """A server of the reader over a store, which keeps its large stories ready."""

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        keeping = asyncio.create_task(_keep_ready(road))
        yield
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping

    app = make_app(road, life)
    return uvicorn.Server(uvicorn.Config(app, host=host, port=port, log_level="warning"))


async def _keep_ready(road: Road) -> None:
    while True:
        try:
            await asyncio.to_thread(road.keep_ready, _LARGE)
        except StoreError as error:  # a page that needs the store says so itself
            logging.getLogger(__name__).warning("%s", error)
        await asyncio.sleep(_EVERY)
