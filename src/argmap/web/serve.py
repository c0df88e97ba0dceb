"""Serving maps on 127.0.0.1, and opening the browser there."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from secrets import token_urlsafe
from signal import SIGINT, SIGTERM, signal
from threading import current_thread, main_thread
from typing import Any

from argmap.errors import MissingExtraError, ReadError
from argmap.files import reason
from argmap.web.shelf import Desk, Shelf

HERE = "127.0.0.1"

_LAST_WORDS = 1  # seconds that answers have to end in when the server stops


def serve(desk: Desk, port: int, started: Callable[[str], None]) -> None:
    """Serve maps until interrupted.

    Args:
        desk: How maps are found, read and drawn.
        port: Of this machine; 0 for any that is free.
        started: Is called with the address to open, once there is an answer there.

    Raises:
        MissingExtraError: The extra ``web-ui`` is not installed.
        ReadError: The port cannot be had.
    """
    uvicorn = _uvicorn()
    from argmap.web.app import Server, aside
    from argmap.web.watch import watch

    with _listening(port) as listener:
        port = listener.getsockname()[1]
        shelf = Shelf(desk, f"/{token_urlsafe(24)}/")
        server = Server(shelf, frozenset({f"{HERE}:{port}", f"localhost:{port}"}))

        class Running(uvicorn.Server):  # type: ignore[name-defined,misc]
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                await aside(shelf.names)
                self.watching = asyncio.create_task(watch(shelf.folders, server.changed))
                started(f"http://{HERE}:{port}{shelf.base}")

            @contextmanager
            def capture_signals(self) -> Iterator[None]:
                """Let Ctrl-C end the server, and nothing else."""
                signals = (SIGINT, SIGTERM) if current_thread() is main_thread() else ()
                before = {each: signal(each, self.handle_exit) for each in signals}
                try:
                    yield
                finally:
                    for each, handler in before.items():
                        signal(each, handler)

            async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
                self.watching.cancel()
                await server.close()
                await super().shutdown(sockets)

        settings = uvicorn.Config(
            server,
            lifespan="off",
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_LAST_WORDS,
        )
        Running(settings).run([listener])


def _uvicorn() -> Any:
    found = {}
    for package in ("starlette", "uvicorn", "watchfiles"):
        try:
            found[package] = import_module(package)
        except ImportError:
            raise MissingExtraError("argmap view", package, "web-ui") from None
    return found["uvicorn"]


def _listening(port: int) -> socket.socket:
    listener = socket.socket()
    try:
        if os.name == "posix":  # elsewhere it would let two servers have one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HERE, port))
    except (OSError, OverflowError) as error:
        listener.close()
        remedy = "name another with --port, or none for one that is free"
        raise ReadError(f"port {port} cannot be had ({reason(error)}): {remedy}") from None
    return listener
