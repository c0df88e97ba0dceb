"""What is served, and to whom: pages and pictures, to those who know the token, from this machine alone.

Every address begins with a random token, so that another page in the browser can ask for nothing; the names that a
request goes by (Host, Origin) must be this machine's, so that a foreign name that was made to lead here leads nowhere.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from secrets import compare_digest
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qs, unquote_to_bytes

from attrs import define, field

from argmap.web.pages import address_of
from argmap.web.shelf import Shelf

if TYPE_CHECKING:
    from starlette.responses import Response

Result = TypeVar("Result")

PATIENCE = 25.0
"""Seconds after which a page that waits for a change is told that there was none, and asks again."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@define(eq=False)
class Server:
    """What answers the requests: an ASGI application.

    Attributes:
        shelf: The maps.
        hosts: The names by which a request may call this server, each with the port.
    """

    shelf: Shelf
    hosts: frozenset[str]
    _news: asyncio.Condition = field(factory=asyncio.Condition, init=False)
    _closing: bool = field(default=False, init=False)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request."""
        try:
            answer = refused(scope, self.hosts, self.shelf.base) or await self._answer(scope)
        except Exception as error:  # noqa: BLE001  (whatever it is, the reader is told, and the next request answered)
            answer = _text(500, f"this is a bug in argmap, please report it: {error!r}")
        for name, value in _HEADERS.items():
            answer.headers[name] = value
        await answer(scope, receive, send)

    async def changed(self) -> None:
        """Tell every page that waits that a file has changed."""
        await aside(self.shelf.changed)
        async with self._news:
            self._news.notify_all()

    async def close(self) -> None:
        """Let no page wait any longer."""
        self._closing = True
        async with self._news:
            self._news.notify_all()

    async def _answer(self, scope: Any) -> Response:
        path = _path(scope)
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        name = path.removeprefix(f"{self.shelf.base}map/")
        if name != path:
            status, page = await aside(lambda: self.shelf.page(name, asked.get("fold", [])))
            return _html(status, page)
        if path == f"{self.shelf.base}version":
            return await self._version(asked.get("known", [""])[0])
        if path == self.shelf.base:
            return await self._index()
        return _text(404, "there is nothing at this address")

    async def _index(self) -> Response:
        """Answer with the list of maps, or lead to the page of the only one."""
        from starlette.responses import RedirectResponse

        names = await aside(self.shelf.names)
        if len(names) == 1:
            return RedirectResponse(f"{self.shelf.base}map/{address_of(names[0])}")
        return _html(200, await aside(self.shelf.index))

    async def _version(self, known: str) -> Response:
        """Answer whether something has changed since the version that a page knows: when it has, or in a while."""
        from starlette.responses import Response

        async with self._news:
            if known == str(self.shelf.version) and not self._closing:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), PATIENCE)
        changed = json.dumps({"changed": known != str(self.shelf.version)})
        return Response(changed, media_type="application/json")


def refused(scope: Any, hosts: frozenset[str], base: str) -> Response | None:
    """Return why a request is not answered, if it is not."""
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    if headers.get("host") not in hosts:
        return _text(421, "this server answers by the address that argmap view has printed, and by no other")
    if "origin" in headers and headers["origin"] not in {f"http://{host}" for host in hosts}:
        return _text(403, "this server answers its own pages only")
    path = _path(scope)
    if compare_digest(f"{path}/".encode(errors="surrogateescape"), base.encode()):
        from starlette.responses import RedirectResponse

        return RedirectResponse(base)
    if not compare_digest(path[: len(base)].encode(errors="surrogateescape"), base.encode()):
        return _text(404, "open the address that argmap view has printed: it holds a token")
    if scope["method"] not in ("GET", "HEAD"):
        return _text(405, "this server only shows")
    return None


async def aside(function: Callable[[], Result]) -> Result:
    """Call a function on a thread of its own, for which nobody waits when the server ends."""
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[Result] = loop.create_future()

    def run() -> None:
        try:
            result = function()
        except Exception as error:  # noqa: BLE001  (it is raised where it is waited for)
            settle(outcome.set_exception, error)
        else:
            settle(outcome.set_result, result)

    def settle(settling: Callable[[Any], None], value: object) -> None:
        with suppress(RuntimeError):  # the server has ended
            loop.call_soon_threadsafe(lambda: None if outcome.done() else settling(value))

    Thread(target=run, daemon=True).start()
    return await outcome


def _path(scope: Any) -> str:
    """Return the path that a request asks for, with names of files as Python has them, whatever their bytes."""
    return unquote_to_bytes(scope["raw_path"]).decode(errors="surrogateescape")


def _html(status: int, page: bytes) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse(page, status)


def _text(status: int, reason: str) -> Response:
    from starlette.responses import PlainTextResponse

    return PlainTextResponse(f"{reason}\n", status)
