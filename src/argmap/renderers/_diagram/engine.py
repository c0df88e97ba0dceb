"""Calling Graphviz: its own program ``dot``, or the one that the package graphviz-pure brings along."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.errors import MissingExtraError, RenderError
from argmap.renderers import Drawing, Engine
from argmap.renderers._diagram.glyphs import lacking
from argmap.renderers._diagram.sheet import composed, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from subprocess import CompletedProcess

    from argmap.renderers._diagram.diagram import Diagram

TIMEOUT = 120

_MOST = 12

_INSTALL = "install Graphviz from https://graphviz.org/download/"
_BUNDLED = "graphviz-pure"
_SIGNS = {"svg": b"</svg>", "png": b"\x89PNG", "pdf": b"%PDF-", "json0": b'"bb":'}
"""What stands in every picture, and in every graph that is laid out, by format."""
_LONGEST = 60
_ROUTED, _ON_EDGE = re.compile("splines=(true|polyline)"), re.compile("label=(?=<<B> )")


def lay_out(made: Diagram, format_: str, *options: str, engine: Engine = Engine.AUTO) -> Drawing:
    """Have Graphviz lay out and draw a picture, and say where it is not as good as it should be.

    Args:
        made: The picture; parts that stand apart are laid out each by itself.
        format_: What to draw: ``svg``, ``png`` or ``pdf``.
        options: Further options of ``dot``.
        engine: Which Graphviz draws it.

    Raises:
        RenderError: There is no Graphviz that can draw it, it failed, or it took longer than two minutes.
        MissingExtraError: The bundled engine is asked for, and is not installed.
    """
    program = _program(engine, format_)
    unshown = tuple(_unshown(made.source)) if format_ == "png" and Path(program).stem == _BUNDLED else ()
    if not made.parts:
        drawn = _drawn([program, "-Kdot", f"-T{format_}", *options], made.source)
        return Drawing(drawn.data, unshown + drawn.warnings)
    parts = laid_out(made.parts, format_, engine=engine)
    drawn = draw_placed(composed(made.source, parts.graphs), format_, *options, engine=engine)
    return Drawing(drawn.data, unshown + parts.warnings + drawn.warnings)


class Laid(NamedTuple):
    """Graphs that Graphviz has laid out, as its JSON tells them, and what to know of them."""

    graphs: list[Mapping[str, Any]]
    warnings: tuple[str, ...]


def laid_out(sources: Iterable[str], format_: str, *, engine: Engine = Engine.AUTO) -> Laid:
    """Have Graphviz lay out graphs, each by itself, with the engine that draws a format; raises as `lay_out` does.

    Each has a process of its own: in one for all, what Graphviz makes of a graph depends on those before it, and is not
    the same every time.
    """
    from concurrent.futures import ThreadPoolExecutor

    command = [_program(engine, format_), "-Kdot", "-Tjson0"]
    with ThreadPoolExecutor() as threads:
        drawn = list(threads.map(lambda source: _drawn(command, source), sources))
    warnings = dict.fromkeys(warning for each in drawn for warning in each.warnings)
    return Laid([graph for each in drawn for graph in read(each.data.decode())], tuple(warnings))


def draw_placed(source: str, format_: str, *options: str, engine: Engine = Engine.AUTO) -> Drawing:
    """Have Graphviz draw a graph in which everything has its place; raises as `lay_out` does."""
    return _drawn([_program(engine, format_), "-Kneato", "-n2", f"-T{format_}", *options], source)


def _drawn(command: list[str], source: str) -> Drawing:
    """Run Graphviz on a graph, and where it fails on what is easier to draw."""
    done, easier, warnings = _run(command, source), _easier(source), []
    while done.returncode and (graph := next(easier, None)):
        done = _run(command, graph.source)
        if not done.returncode:
            warnings.append(graph.warning)
    failed = _failure(done, command)
    if failed:
        raise RenderError(f"{failed}; {_way_out(command)}")
    return Drawing(done.stdout, tuple(warnings))


def _failure(done: CompletedProcess[bytes], command: list[str]) -> str:
    """Say what has gone wrong in a run of Graphviz; nothing where it has printed what it was asked for."""
    if done.returncode:
        return f"Graphviz failed: {_complaint(done.stderr) or f'exit code {done.returncode}'}"
    if _SIGNS[_format(command)] in done.stdout:
        return ""
    printed = done.stdout[:_LONGEST].decode(errors="replace").strip()
    return f"Graphviz printed no picture: {printed or 'nothing'}"


def _way_out(command: list[str]) -> str:
    """Say what may draw where a Graphviz does not."""
    if Path(command[0]).stem == _BUNDLED:
        return _INSTALL
    return f"--engine bundled draws {'SVG and PNG ' if _format(command) == 'pdf' else ''}without it"


def _format(command: list[str]) -> str:
    return next(option[2:] for option in command if option.startswith("-T"))


class _Easier(NamedTuple):
    """A graph that Graphviz may draw where it failed on another, and what to know of its picture."""

    source: str
    warning: str


def _easier(source: str) -> Iterator[_Easier]:
    """Go through what is easier to draw than a graph.

    Graphviz 2.43 loses edges, finds no ranks or crashes on some graphs in which edges with words go round, and either
    engine finds no way between the cards for some edges.
    """
    said = "Graphviz failed on this map as it should be drawn"
    beside = _ON_EDGE.sub("xlabel=", source)
    yield _Easier(_ROUTED.sub("splines=curved", source), f"{said}: its edges are curves that may cross cards")
    yield _Easier(beside, f"{said}: the words of its edges stand beside them")
    yield _Easier(_ROUTED.sub("splines=line", beside), f"{said}: its edges are lines that may cross cards")


def _run(command: list[str], source: str) -> CompletedProcess[bytes]:
    import subprocess

    try:
        return subprocess.run(command, input=source.encode(), capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise RenderError(
            f"Graphviz did not finish within {TIMEOUT} seconds: draw a part of the map with --around, --group or --type"
        ) from None
    except OSError as error:
        raise RenderError(f"Graphviz could not be run: {error.strerror}") from None


def _unshown(source: str) -> Iterator[str]:
    """Say which characters of a picture the bundled engine draws as boxes."""
    if chars := lacking(source):
        shown = chars if len(chars) <= _MOST else f"{chars[:_MOST]}…"
        yield f"the bundled engine has no letters for {shown} in PNG: draw SVG, or install Graphviz and fonts for them"


def _complaint(stderr: bytes) -> str:
    """Return the line in which Graphviz says what is wrong: its first error, or the last line that it wrote."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    return next((line for line in lines if "Error:" in line), lines[-1] if lines else "")


def _program(engine: Engine, format_: str) -> str:
    """Return the path of the program that an engine stands for; of two, the system's own."""
    from shutil import which

    own = None if engine is Engine.BUNDLED else which("dot")
    if own:
        return own
    bundled = _bundled()
    if format_ == "pdf":
        how = "" if bundled else " with pip install 'argmap[render]'"
        raise RenderError(f"only Graphviz's own program 'dot' draws PDF: {_INSTALL}, or draw SVG, PNG or HTML{how}")
    if engine is Engine.DOT:
        raise RenderError(f"the program 'dot' is missing: {_INSTALL}, or take the engine 'bundled'")
    if bundled:
        return bundled
    if engine is Engine.BUNDLED:
        raise MissingExtraError("the bundled engine", _BUNDLED, "render")
    raise RenderError(f"drawing needs Graphviz: pip install 'argmap[render]', or {_INSTALL}; DOT needs neither")


def _bundled() -> str | None:
    """Return the path of the program of graphviz-pure, in this environment or else on the path."""
    from importlib.metadata import PackageNotFoundError, distribution
    from shutil import which

    try:
        files = distribution(_BUNDLED).files or []
    except PackageNotFoundError:
        files = []
    programs = (Path(str(file.locate())) for file in files if file.stem == _BUNDLED)
    return next((str(program) for program in programs if program.is_file()), None) or which(_BUNDLED)
