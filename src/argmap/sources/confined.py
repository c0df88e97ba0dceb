"""Reading documents of others in a process of its own, with limits of time and memory.

Both ends are here: `read_apart` starts the process and passes the document in; `answer` is what runs there. They speak
JSON, so that a broken reader can return words at most. What the process imports, it finds where this one does.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from attrs import asdict

from argmap import registry
from argmap.errors import MissingExtraError, ReadError
from argmap.files import LARGEST
from argmap.sources import extract as package
from argmap.sources.extract import Extracted, LeftOut

_SECONDS = 60
_BYTES = 2 * 2**30
_WITHOUT_PROCESSES = ("emscripten", "wasi")
_START = (
    "import json, sys; request = json.loads(sys.stdin.buffer.readline()); sys.path[:] = request.pop('path'); "
    "from argmap.sources.confined import answer; answer(**request)"
)
_TOO_LONG = "reading it took more than {} seconds and was given up"
_TOO_MUCH = f"reading it takes more than {_BYTES >> 30} GB of memory and was given up"
_BROKE_DOWN = "its reader broke down over it ({}): it is damaged, or of a form that argmap does not know"
_ERRORS = {"ReadError": ReadError, "MissingExtraError": MissingExtraError}


def read_apart(data: bytes, extractor: str, encoding: str | None, *, seconds: int = _SECONDS) -> Extracted:
    """Read a document in a process of its own.

    Where no process can be started, as in a program that has its Python inside or in a browser, it is read in this one.

    Args:
        data: What the file holds.
        extractor: Name of the extractor to use.
        encoding: The file's character encoding, where someone knows it.
        seconds: After how long to stop.

    Raises:
        ReadError: There is no text to be had, or not within the limits.
        MissingExtraError: An extra must be installed first.
    """
    if getattr(sys, "frozen", False) or not sys.executable or sys.platform in _WITHOUT_PROCESSES:
        return _read(data, extractor, encoding)
    request = {"extractor": extractor, "encoding": encoding, "seconds": seconds, "path": _import_path()}
    try:
        ended = subprocess.run(  # noqa: S603  (our own interpreter)
            [sys.executable, "-I", "-c", _START],
            input=json.dumps(request).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise ReadError(_TOO_LONG.format(seconds)) from None
    except OSError as error:
        raise ReadError(f"no process can be started to read it in ({error.strerror})") from None
    try:
        told: dict[str, Any] = json.loads(ended.stdout)
    except ValueError:
        raise ReadError(_death(ended.returncode, seconds)) from None
    if "error" in told:
        raise _ERRORS[told["error"]](*told["arguments"])
    return _from_json(told)


def answer(extractor: str, encoding: str | None, seconds: int) -> None:
    """Read the document on standard input within the limits, and write what was found to standard output."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no part of the answer
    _limit(seconds)
    try:
        told = json.dumps(asdict(_read(sys.stdin.buffer.read(), extractor, encoding)))
    except MissingExtraError as error:
        told = json.dumps({"error": "MissingExtraError", "arguments": [error.feature, error.package, error.extra]})
    except ReadError as error:
        told = _refusal(str(error))
    except MemoryError:
        told = _refusal(_TOO_MUCH)
    except Exception as error:  # noqa: BLE001  (what a library raises over a damaged file has many names)
        told = _refusal(_BROKE_DOWN.format(type(error).__name__))
    with output:
        output.write(told.encode())


def _read(data: bytes, extractor: str, encoding: str | None) -> Extracted:
    extracted: Extracted = registry.load(package, extractor).EXTRACTOR.read(data, encoding)
    if len(extracted.text) > LARGEST:
        raise ReadError(f"its text is over {LARGEST >> 20} MB, more than any real document")
    return extracted


def _import_path() -> list[str]:
    return [*(str(entry) or os.getcwd() for entry in sys.path), str(Path(__file__).parents[2])]  # noqa: PTH109


def _limit(seconds: int) -> None:
    """Limit memory and time of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, _BYTES), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(kind)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _refusal(sentence: str) -> str:
    return json.dumps({"error": "ReadError", "arguments": [sentence]})


def _death(status: int, seconds: int) -> str:
    """Return what to say of a process that ended without an answer."""
    name = f"status {status}"
    with suppress(ValueError):
        name = signal.Signals(-status).name
    if name == "SIGXCPU":
        return _TOO_LONG.format(seconds)
    return f"its reader broke down over it ({name}): it is damaged, or takes more than {_BYTES >> 30} GB of memory"


def _from_json(told: dict[str, Any]) -> Extracted:
    left_out = tuple(LeftOut(**each) for each in told.pop("left_out"))
    return Extracted(**told | {"left_out": left_out, "doubts": tuple(told["doubts"])})
