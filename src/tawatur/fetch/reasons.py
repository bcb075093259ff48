"""Why a document could not be fetched, in plain words."""

from __future__ import annotations

import os

import aiohttp

from tawatur.fetch.addresses import RefusedAddress


def reason(error: BaseException) -> str:
    """What to tell the reader about an error of the connection or of the answer."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, RefusedAddress):
            return str(cause)
        cause = cause.__cause__
    match error:
        case aiohttp.ClientConnectorCertificateError():
            why = getattr(error.certificate_error, "verify_message", "") or str(error.certificate_error)
            return f"the certificate of {error.host} is not valid: {why}"
        case aiohttp.ClientSSLError():
            return f"no secure connection to {error.host}:{error.port} can be made"
        case aiohttp.ClientConnectorDNSError():
            return f"the name {error.host} cannot be found"
        case aiohttp.ClientConnectorError():
            number = error.os_error.errno
            why = os.strerror(number) if number else str(error.os_error)
            return f"cannot connect to {error.host}:{error.port} ({why})"
        case aiohttp.ServerDisconnectedError():
            return "the server closed the connection without an answer"
        case aiohttp.ClientPayloadError():
            return "the answer broke off before its end, or is damaged"
        case aiohttp.ClientResponseError():
            return f"the answer is no valid HTTP: {_first_line(error.message)}"
        case aiohttp.InvalidURL():
            return f"{str(error)[:200]} is no address of http or https"
        case OSError():
            return "the connection broke off"
    return str(error) or type(error).__name__


def _first_line(message: str) -> str:
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return " ".join(lines[:2])[:200].rstrip(":") or "it cannot be read"
