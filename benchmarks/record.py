#!/usr/bin/env python3
"""Record all that argmap prints and writes, to prove that a change of its insides changes nothing outside.

    python benchmarks/record.py record CHECKOUT OUT [--like OUT_A] [--shared FOLDER] [--only TEXT] [--jobs N]
    python benchmarks/record.py compare OUT_A OUT_B [--shown N]

CHECKOUT is a folder of argmap's sources (its `.venv` is used where it has one, else the Python that runs this) or a
Python that has argmap. OUT takes the inputs, the plan of runs, and a text file for each run. `--like` repeats the runs
of an earlier recording on its inputs. `record_inputs.py` makes the inputs, `record_commands.py`
lists the commands.

The clock stands still while a command runs; folders of this machine are named by words. A Python imports argmap once
and forks for every command.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
TIMEOUT = 60
TODAY = (2026, 1, 15, 12)
PROGRESS = re.compile(r"^[a-z]+ing\b.* …\n", re.MULTILINE)  # said only where the machine is slow
Run = tuple[str, str, list[str]]  # name, name of its input, commands in turn


def main() -> int:
    """Record or compare; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = parser.add_subparsers(dest="task", required=True)
    recording = tasks.add_parser("record", help="run everything, and keep what comes out")
    recording.add_argument("checkout", type=Path)
    recording.add_argument("out", type=Path)
    recording.add_argument("--like", type=Path, metavar="OUT_A", help="the runs and inputs of an earlier recording")
    recording.add_argument(
        "--shared", type=Path, default=SHARED, metavar="FOLDER", help="further inputs: cases, article"
    )
    recording.add_argument("--only", default="", metavar="TEXT", help="only runs whose name holds this")
    recording.add_argument("--jobs", type=int, default=2)
    comparing = tasks.add_parser("compare", help="tell what differs between two recordings")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--shown", type=int, default=20, help="how many differences to print, the others by name")
    arguments = parser.parse_args()
    if arguments.task == "compare":
        return compare(arguments.before, arguments.after, arguments.shown)
    out = arguments.out
    shutil.rmtree(out / "runs", ignore_errors=True)
    plan = repeat(arguments.like, out) if arguments.like else lay_out(out / "inputs", arguments.shared)
    return record(arguments.checkout, out, [run for run in plan if arguments.only in run[0]], arguments.jobs)


# Recording


def record(checkout: Path, out: Path, plan: list[Run], jobs: int) -> int:
    """Write the plan down and have several Pythons carry it out, each its share."""
    began = time.monotonic()
    (out / "plan.json").write_text(json.dumps(plan, indent=0, ensure_ascii=False), encoding="utf-8")
    python, path = interpreter(checkout)
    shares = [
        subprocess.Popen([python, "-P", __file__, str(out.resolve()), str(k), str(jobs)], env=environment(path))
        for k in range(jobs)
    ]
    status = max(abs(share.wait()) for share in shares)
    print(f"{len(list((out / 'runs').rglob('*.txt')))} runs of {len(plan)} in {time.monotonic() - began:.0f} s: {out}")
    return status


def repeat(earlier: Path, out: Path) -> list[Run]:
    """Take inputs and plan over from an earlier recording."""
    shutil.copytree(earlier / "inputs", out / "inputs", dirs_exist_ok=True)
    plan: list[Run] = json.loads((earlier / "plan.json").read_text(encoding="utf-8"))
    return plan


def lay_out(folder: Path, shared: Path) -> list[Run]:
    """Write the inputs, each to a folder of its own, and name the runs."""
    import record_inputs

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    plan: list[Run] = []
    for name, files, lines in record_inputs.every_input(shared):
        (folder / name).mkdir(parents=True)
        for path, content in files.items():
            (folder / name / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / name / path).write_bytes(content)
        for number, line in enumerate(dict.fromkeys(lines)):
            slug = re.sub(r"[^\w.]+", "-", line).strip("-")[:80]
            plan.append((f"{name}/{number:03}-{slug}", name, line.split(" ; ")))
    return plan


def interpreter(checkout: Path) -> tuple[str, str]:
    """Return the Python to use, and the folder in which it shall look for argmap first."""
    if checkout.is_file():
        return str(checkout.absolute()), ""
    own = checkout.absolute() / ".venv" / "bin" / "python"
    return str(own if own.is_file() else sys.executable), str(checkout.resolve() / "src")


def environment(path: str) -> dict[str, str]:
    """Return the surroundings of every run: nothing of this machine's but its programs and its home."""
    fixed = {"NO_COLOR": "1", "COLUMNS": "80", "LC_ALL": "C.UTF-8", "LOGNAME": "someone", "TZ": "UTC"}
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return fixed | kept | ({"PYTHONPATH": path} if path else {})


# In the Python that has argmap


def carry_out(out: Path, share: int, jobs: int) -> None:
    """Run one share of the plan, and write a text for each run."""
    stop_the_clock()
    source = load()
    if share == 0:
        print(f"argmap of {source}", flush=True)
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="record-") as temporary:
        place = Path(temporary).resolve()
        words = {str(place / "run"): "FOLDER", str(place): "TEMPORARY", str(source): "ARGMAP"}
        for name, input_name, commands in plan[share::jobs]:
            shutil.copytree(out / "inputs" / input_name, place / "run")
            text = "".join(run(command, place) for command in commands)
            for known, word in words.items():
                text = text.replace(known, word)
            file = out / "runs" / f"{name}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
            shutil.rmtree(place / "run")


def stop_the_clock() -> None:
    """Make it the same moment in every recording."""
    import datetime as dt

    class Still(dt.datetime):
        """A time whose now is always the same."""

        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Still:
            return cls(*TODAY, tzinfo=tz)

    dt.datetime = Still  # type: ignore[misc]


def load() -> Path:
    """Import all of argmap, so that no run has to; give its folder."""
    import contextlib
    import gc
    import importlib
    import pkgutil

    import argmap.cli

    for module in pkgutil.walk_packages(argmap.__path__, "argmap."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ImportError):
                importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    return Path(argmap.__file__).resolve().parent


def run(command: str, place: Path) -> str:
    """Run one command in the folder, and tell its status, what it printed and what became of the files."""
    folder = place / "run"
    words = shlex.split(command)
    if words[:1] == ["cp"]:
        (folder / words[2]).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / words[1], folder / words[2])
        return f"$ {command}\n"
    given = "/dev/null"
    if words[-2:-1] == ["<"]:
        given = str(folder / words[-1])
        words = words[:-2]
    before = files(folder)
    parts = [f"$ argmap {command}\nexit {fork(words, folder, given, place)}\n"]
    printed = {stream: (place / stream).read_bytes() for stream in ("stdout", "stderr")}
    shown = {stream: readable(stream, content) for stream, content in printed.items()}
    parts += [f"--- {stream}\n{text}\n" for stream, text in shown.items() if text]
    after = files(folder)
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            parts.append(f"--- {name} deleted\n")
        elif before.get(name) != after[name]:
            parts.append(f"--- {name} {'changed' if name in before else 'written'}\n{readable(name, after[name])}\n")
    return "".join(parts)


def files(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def readable(name: str, content: bytes) -> str:
    """Return content as text, carriage returns made visible; that of a picture, or of no text, by its digest."""
    if Path(name).suffix == ".pdf":
        return f"{content[:5]!r}"
    if Path(name).suffix == ".png":
        return hashlib.sha256(content).hexdigest()
    text = content.decode("utf-8", "backslashreplace").replace("\r", "\\r")
    return PROGRESS.sub("", text) if name == "stderr" else text


def fork(words: list[str], folder: Path, given: str, place: Path) -> str:
    """Run argmap in a process of its own; give its exit status, or the signal that ended it."""
    import signal

    process = os.fork()
    if process == 0:
        try:
            os.setsid()
            signal.alarm(TIMEOUT)
            os.chdir(folder)
            for number, path, flags in (
                (0, given, os.O_RDONLY),
                (1, place / "stdout", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
                (2, place / "stderr", os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
            ):
                os.dup2(os.open(path, flags), number)
            os._exit(in_fork(words))
        finally:
            os._exit(99)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return f"none: stopped after {TIMEOUT} s" if status == -signal.SIGALRM else str(status)


def in_fork(words: list[str]) -> int:
    """Call argmap as its script does; give the exit status. A traceback is cut to its last line."""
    import traceback

    from argmap.cli import main as argmap

    sys.argv = ["argmap", *words]
    status: int | str | None = 0
    try:
        argmap()
    except SystemExit as end:
        status = end.code
    except BaseException as error:  # noqa: BLE001 # whatever argmap lets out is part of the record
        status = 1
        sys.stderr.write("Traceback: " + "".join(traceback.format_exception_only(error)))
    for stream in (sys.stdout, sys.stderr):
        if stream and not stream.closed:
            stream.flush()
    return status if isinstance(status, int) else int(status is not None)


# Comparing


def compare(before: Path, after: Path, shown: int) -> int:
    """Print what differs between two recordings; give 1 where anything does."""
    old, new = ({str(f.relative_to(r)): f for f in r.rglob("*.txt")} for r in (before / "runs", after / "runs"))
    groups: Counter[str] = Counter()
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            print(f"\n=== {name}: only in {before if name in old else after}")
        elif (a := old[name].read_text(encoding="utf-8")) != (b := new[name].read_text(encoding="utf-8")):
            print(f"\n=== {name}")
            if sum(groups.values()) < shown:
                print(excerpt(a, b))
        else:
            continue
        groups[name.partition("/")[0]] += 1
    for group, count in groups.most_common():
        print(f"{count:6} differ in {group}")
    print(f"{len(old)} and {len(new)} runs, {sum(groups.values())} differ")
    return int(bool(groups) or not old)


def excerpt(before: str, after: str, length: int = 24, width: int = 300) -> str:
    """Return the beginning of what differs between two texts."""
    lines = [*difflib.unified_diff(before.split("\n"), after.split("\n"), "before", "after", n=1, lineterm="")][2:]
    cut = [line if len(line) <= width else f"{line[:width]} …" for line in lines[:length]]
    return "\n".join([*cut, *([f"… {len(lines) - length} more lines"] if len(lines) > length else [])])


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[2].isdecimal():
        carry_out(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main())
