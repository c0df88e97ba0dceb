"""Who does the work of a build: processes of this machine, a Dask cluster, or any executor."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any

from attrs import field, frozen

from argmap import collector
from argmap.errors import MissingExtraError, ReadError


@frozen
class Crew:
    """Those who do the work.

    Attributes:
        start: Gives an executor; again where one is broken.
        width: How many tasks are done at a time.
        stop: Ends an executor.
        close: Ends what all of them share.
    """

    start: Callable[[], Executor]
    width: int
    stop: Callable[[Executor], None] = field(default=lambda executor: executor.shutdown(cancel_futures=True))
    close: Callable[[], None] = field(default=lambda: None)


def processes(jobs: int | None = None) -> Crew:
    """Return a number of processes of this machine; as many as it has processors where none is given."""
    width = jobs or available()
    method = "forkserver" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["argmap.corpora.ready"])
    return Crew(lambda: ProcessPoolExecutor(width, context, _begin), width)


def available() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def dask(address: str) -> Crew:
    """Return the workers of a Dask cluster.

    Args:
        address: Of its scheduler, such as ``tcp://10.0.0.1:8786``.

    Raises:
        MissingExtraError: Dask's distributed is not installed.
        ReadError: No scheduler answers there.
    """
    try:
        from distributed import Client
    except ImportError:
        raise MissingExtraError("a Dask cluster", "distributed", "corpus") from None
    try:
        client = Client(address)
    except (OSError, ValueError) as error:
        raise ReadError(f"no Dask scheduler answers at {address}: {error}") from None
    width = max(1, sum(client.nthreads().values()))
    return Crew(lambda: client.get_executor(pure=False), width, lambda executor: executor.shutdown(), client.close)


def here() -> Crew:
    """Return this very process; a file that ends it ends the build."""
    return Crew(_Here, 1)


class _Here(Executor):
    """Does at once what it is given."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it."""
        done: Future[Any] = Future()
        with collector.at_work():
            try:
                done.set_result(fn(*args, **kwargs))
            except Exception as error:  # noqa: BLE001  (it is the caller's)
                done.set_exception(error)
        return done


def given(executor: Executor) -> Crew:
    """Return the crew of an executor that is the caller's."""
    return Crew(lambda: executor, available(), stop=lambda _: None)


def _begin() -> None:
    """Let a process end with the one that began it, however that ends, and leave interrupts to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:

        def follow() -> None:
            parent.join()
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=follow, daemon=True).start()
