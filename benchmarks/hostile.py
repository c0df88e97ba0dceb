"""Damaged files and random valid maps through every command: nothing may crash, hang, or take all memory.

    python benchmarks/hostile.py --seed 1 --count 100000
    python benchmarks/hostile.py --seed 1 --first 4711 --count 1 --show     # one input again

An input is a small project with one file damaged (maps in YAML, JSON, Argdown and Markdown, records, settings, the
lock, texts, lists of references, foreign annotations, documents, what is typed on the command line), or with a random
valid map. One or two commands run on each, within a process that is watched: a traceback, an exit status that a
command does not have, more than 10 seconds, and more than 1 GB of memory are trouble, which is printed and ends the run
with status 1. Ctrl-C ends a run with the figures so far.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, suppress
from pathlib import Path
from typing import NoReturn

from click.testing import CliRunner
from hostile_inputs import KINDS, Input, make, prepare, write

from argmap.cli.commands.solve import UNDECIDED
from argmap.cli.group import argmap

LONGEST = 10.0
"""Seconds of the processor."""
_PATIENCE = 120.0
LARGEST = 2**30
_PER_PROCESS = 2_000
_IN_MEMORY = "/dev/shm"  # noqa: S108  (where Linux has it; its folders are made and removed at once)
_ADDRESS_SPACE = 6 * 2**30
_ENDING = (signal.SIGINT, signal.SIGTERM)


def trouble(case: Input, folder: Path) -> Iterator[str]:
    """Run the commands of an input in a folder, and tell what must not be."""
    for command in case.commands:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        with chdir(folder):
            write(case.files)
            done = CliRunner().invoke(argmap, command, prog_name="argmap")
            if done.exception and not isinstance(done.exception, SystemExit):
                where = traceback.extract_tb(done.exception.__traceback__)[-1]
                said = f"{type(done.exception).__name__}: {str(done.exception)[:80]!r}"
                yield f"{said} in {Path(where.filename).name}:{where.lineno} by {' '.join(command)[:120]!r}"
            elif done.exit_code not in ((0, 2, UNDECIDED) if command[:1] == ["solve"] else (0, 1, 2)):
                yield f"exit status {done.exit_code} by {' '.join(command)[:120]!r}"
            elif "Traceback (most recent call last)" in done.output:
                yield f"a traceback in what is printed by {' '.join(command)[:120]!r}"


def _work(seed: int, first: int, last: int, folder: Path, out: int) -> None:
    """Go through inputs, and write a line when each begins and for each trouble."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    for each in _ENDING:
        signal.signal(each, signal.SIG_DFL)

    def say(**what: object) -> None:
        os.write(out, json.dumps(what).encode() + b"\n")

    for number in range(first, last):
        case = make(seed, number)
        signal.setitimer(signal.ITIMER_PROF, LONGEST)  # whose signal ends the process
        say(number=number, kind=case.kind, commands=len(case.commands))
        for told in trouble(case, folder):
            say(number=number, trouble=told)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > LARGEST:
            say(number=number, trouble="more than 1 GB of memory")
            return


class Run:
    """A run: the process that works, watched by the one that counts."""

    def __init__(self, seed: int, first: int, count: int) -> None:
        self.seed, self.next, self.last = seed, first, first + count
        self.kinds: Counter[str] = Counter()
        self.commands = 0
        self.slowest = 0.0
        self.troubles: list[str] = []

    def go(self) -> None:
        """Work through all inputs; a process that hangs or dies is followed by another."""
        prepare()
        where = _IN_MEMORY if Path(_IN_MEMORY).is_dir() else None
        with tempfile.TemporaryDirectory(prefix="hostile-", dir=where, ignore_cleanup_errors=True) as folder:
            while self.next < self.last:
                gc.freeze()
                reading, writing = os.pipe()
                worker = os.fork()
                if worker == 0:
                    self._be_worker(Path(folder) / "project", writing)
                os.close(writing)
                try:
                    self._watch(worker, reading)
                finally:
                    os.close(reading)
                print(f"… {self.next:,} inputs", file=sys.stderr, flush=True)

    def _be_worker(self, folder: Path, out: int) -> NoReturn:
        status = 1
        try:
            _work(self.seed, self.next, min(self.next + _PER_PROCESS, self.last), folder, out)
            status = 0
        except BaseException:  # noqa: BLE001  (whatever it is, it is told, and ends this process alone)
            traceback.print_exc()
        finally:
            os._exit(status)

    def _watch(self, worker: int, reading: int) -> None:
        begun, rest, data = time.monotonic(), b"", b"more"
        try:
            while data and select.select([reading], [], [], _PATIENCE)[0]:
                data = os.read(reading, 1 << 16)
                *lines, rest = (rest + data).split(b"\n")
                for line in lines:
                    now = time.monotonic()
                    self.slowest, begun = max(self.slowest, now - begun), now
                    self._note(json.loads(line))
        finally:
            if data:
                os.kill(worker, signal.SIGKILL)
            _, status = os.waitpid(worker, 0)
        if data:
            self._trouble(self.next - 1, f"no end within {_PATIENCE:.0f} seconds")
        elif os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF:
            self._trouble(self.next - 1, f"more than {LONGEST:.0f} seconds")
        elif status:
            self._trouble(self.next - 1, f"the process died with status {status}")

    def _note(self, what: dict[str, object]) -> None:
        number = int(str(what["number"]))
        if "trouble" in what:
            self._trouble(number, str(what["trouble"]))
            return
        self.next = number + 1
        self.kinds[str(what["kind"])] += 1
        self.commands += int(str(what["commands"]))

    def _trouble(self, number: int, what: str) -> None:
        self.troubles.append(what)
        print(f"input {number}: {what.encode('ascii', 'backslashreplace').decode()}", flush=True)


def main() -> int:
    """Run, and print how many inputs of each kind there were."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--show", action="store_true", help="print the inputs, too")
    options = parser.parse_args()
    if options.show:
        for number in range(options.first, options.first + options.count):
            print(make(options.seed, number))
    begun = time.process_time(), time.monotonic()
    run = Run(options.seed, options.first, options.count)
    for each in _ENDING:
        signal.signal(each, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        run.go()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"seed {options.seed}: {run.kinds.total():,} inputs, {run.commands:,} commands, {len(run.troubles)} troubles")
    print(f"{spent.ru_utime + spent.ru_stime:,.0f} s of CPU, {time.monotonic() - begun[1]:,.0f} s; ", end="")
    print(f"the slowest input {run.slowest:.1f} s; the largest process {spent.ru_maxrss / 1024:,.0f} MB")
    print(", ".join(f"{kind} {run.kinds[kind]:,}" for kind in KINDS))
    return 1 if run.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
