"""Watching the files of maps, records and texts."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

Folders = Callable[[], tuple[set[Path], set[Path]]]


async def watch(folders: Folders, changed: Callable[[], Awaitable[None]]) -> None:
    """Call a function whenever a file has changed, until cancelled.

    Args:
        folders: Returns the folders to watch: those with all that is inside them, and those with their own files alone.
        changed: Is called once for what changes together.
    """
    whole, flat = folders()
    await asyncio.gather(_watch(whole, changed, inside=True), _watch(flat, changed, inside=False))


async def _watch(folders: set[Path], changed: Callable[[], Awaitable[None]], *, inside: bool) -> None:
    from watchfiles import DefaultFilter, awatch

    if not folders:
        return
    async for _ in awatch(*folders, watch_filter=DefaultFilter(), recursive=inside):
        await changed()
