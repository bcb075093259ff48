"""Running the reader."""

from __future__ import annotations

import socket

import uvicorn

from tawatur.road import Road
from tawatur.web.app import make_app


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
    """A server of the reader over a store."""
    return uvicorn.Server(uvicorn.Config(make_app(road), host=host, port=port, log_level="warning"))
