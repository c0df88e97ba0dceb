"""Giving tasks to those who do them, so that no file that brings one of them down ends the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import TypeVar

from attrs import evolve

from argmap.corpora.crews import Crew
from argmap.corpora.making import Done, attempt, make
from argmap.corpora.tasks import Found, Task
from argmap.errors import ArgmapError, ReadError

_AHEAD = 3
_T = TypeVar("_T")


def run(tasks: Iterable[Task], crew: Crew) -> Iterator[tuple[Task, Done]]:
    """Do tasks, and return what came of each, as they are done.

    Args:
        tasks: Taken a few at a time.
        crew: Those who do them.

    Raises:
        ReadError: The workers cannot be started, or a part cannot be written.
    """
    waiting = iter(tasks)
    suspects: list[Task] = []
    running: dict[Future[Done], Task] = {}
    executor = _started(crew)
    try:
        while _submit(executor, waiting, running, crew.width * _AHEAD):
            broken = False
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                try:
                    yield task, future.result()
                except ArgmapError:
                    raise
                except Exception as error:  # noqa: BLE001  (each executor has its own for a worker that died)
                    suspects.append(task)
                    broken = broken or isinstance(error, BrokenExecutor)
            if broken:
                suspects += running.values()
                running.clear()
                crew.stop(executor)
                executor = _started(crew)
    finally:
        for future in running:
            future.cancel()
        crew.stop(executor)
    for task in suspects:
        yield task, _carefully(task, crew)


def _submit(executor: Executor, waiting: Iterator[Task], running: dict[Future[Done], Task], most: int) -> bool:
    """Give tasks to an executor until so many are running; tell whether any is."""
    while len(running) < most and (task := next(waiting, None)):
        running[executor.submit(make, task)] = task
    return bool(running)


def _carefully(task: Task, crew: Crew) -> Done:
    """Do a task by itself that may have brought a worker down, without the files that do so."""
    done = _alone(make, task, crew)
    if done is not None:
        return done
    fatal: set[str] = set()
    todo: list[tuple[Found, ...]] = [task.files]
    while todo:
        some = todo.pop()
        if _alone(_survive, evolve(task, files=some), crew):
            continue
        if len(some) == 1:
            fatal.add(some[0].path)
        else:
            todo += some[len(some) // 2 :], some[: len(some) // 2]
    done = _alone(make, evolve(task, fatal=frozenset(fatal)), crew)
    if done is None:
        raise ReadError(f"the workers end whatever they are given, at last with {task.files[0].path} and what follows")
    return done


def _survive(task: Task) -> bool:
    attempt(task)
    return True


def _alone(work: Callable[[Task], _T], task: Task, crew: Crew) -> _T | None:
    """Do a task with nothing beside it; None where the worker died of it."""
    executor = _started(crew)
    try:
        return executor.submit(work, task).result()
    except ArgmapError:
        raise
    except Exception:  # noqa: BLE001  (each executor has its own for a worker that died)
        return None
    finally:
        crew.stop(executor)


def _started(crew: Crew) -> Executor:
    """Return an executor at work; raises `ReadError` where it does not begin to."""
    executor = crew.start()
    try:
        executor.submit(os.getpid).result()
    except Exception as error:  # noqa: BLE001  (each executor has its own)
        crew.stop(executor)
        raise ReadError(
            f"no worker can be started ({type(error).__name__}); "
            "in a script, what builds a corpus stands under if __name__ == '__main__'"
        ) from None
    return executor
