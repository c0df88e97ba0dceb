"""What is served, and to whom: pages and pictures, to those who know the token, from this machine alone.

Every address begins with a random token, so that another page in the browser can ask for nothing; the names that a
request goes by (Host, Origin) must be this machine's, so that a foreign name that was made to lead here leads nowhere.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from secrets import compare_digest
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from attrs import define, field

from argmap.errors import ArgmapError
from argmap.web.shelf import Shelf
from argmap.web.watch import watch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

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


@define
class Server:
    """What answers the requests.

    Attributes:
        shelf: The maps.
        hosts: The names by which a request may call this server, each with the port.
    """

    shelf: Shelf
    hosts: frozenset[str]
    _news: asyncio.Condition = field(factory=asyncio.Condition, init=False)
    _closing: bool = field(default=False, init=False)

    def address(self, name: str) -> str:
        """Return the path of the page of a map."""
        return f"{self.shelf.base}map/{quote(name)}"

    async def changed(self) -> None:
        """Tell every page that waits that a file has changed."""
        await asyncio.to_thread(self.shelf.changed)
        async with self._news:
            self._news.notify_all()

    async def close(self) -> None:
        """Let no page wait any longer."""
        self._closing = True
        async with self._news:
            self._news.notify_all()

    async def index(self, _: Request) -> Response:
        """Answer with the list of maps, or with the page of the only one."""
        names = await asyncio.to_thread(self.names)
        if len(names) == 1:
            from starlette.responses import RedirectResponse

            return RedirectResponse(self.address(names[0]))
        return _answer(await asyncio.to_thread(self.shelf.index), "text/html")

    async def page(self, request: Request) -> Response:
        """Answer with the page of a map."""
        folded = request.query_params.getlist("fold")
        page = await asyncio.to_thread(self.shelf.page, request.path_params["name"], folded)
        return _refusal(404, "no map has this name") if page is None else _answer(page, "text/html")

    async def version(self, request: Request) -> Response:
        """Answer whether something has changed since the version that a page knows: when it has, or in a while."""
        known = request.query_params.get("known")
        async with self._news:
            if known == str(self.shelf.version) and not self._closing:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), PATIENCE)
        return _answer(json.dumps({"changed": known != str(self.shelf.version)}).encode(), "application/json")

    def names(self) -> list[str]:
        """Return the names of the maps; none where there is something wrong with them, which the list says."""
        try:
            return self.shelf.names()
        except ArgmapError:
            return []


def app(server: Server) -> Starlette:
    """Make the application that a server answers by."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import Route

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        await asyncio.to_thread(server.names)
        watching = asyncio.create_task(watch(server.shelf.folders, server.changed))
        yield
        watching.cancel()

    start = server.shelf.base
    routes = [
        Route(start, server.index),
        Route(f"{start}version", server.version),
        Route(f"{start}map/{{name:path}}", server.page),
    ]
    return Starlette(routes=routes, middleware=[Middleware(_Guard, server=server)], lifespan=living)


class _Guard:
    """Lets through what is asked for by its right name and with the token, and puts its headers on every answer."""

    def __init__(self, app: Any, server: Server) -> None:
        self.app, self.server = app, server

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, _with_headers(send))

    def _refusal(self, scope: Any) -> Response | None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if headers.get("host") not in self.server.hosts:
            return _refusal(421, "this server answers by the address that argmap view has printed, and by no other")
        if "origin" in headers and headers["origin"] not in {f"http://{host}" for host in self.server.hosts}:
            return _refusal(403, "this server answers its own pages only")
        base = self.server.shelf.base
        if not compare_digest(scope["path"][: len(base)].encode(), base.encode()):
            return _refusal(404, "open the address that argmap view has printed: it holds a token")
        return None


def _with_headers(send: Any) -> Any:
    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            added = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]
            message = {**message, "headers": [*message["headers"], *added]}
        await send(message)

    return sending


def _answer(data: bytes, kind: str) -> Response:
    from starlette.responses import Response

    return Response(data, media_type=kind)


def _refusal(status: int, reason: str) -> Response:
    from starlette.responses import PlainTextResponse

    return PlainTextResponse(f"{reason}\n", status)
