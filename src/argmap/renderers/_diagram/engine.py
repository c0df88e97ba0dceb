"""Calling Graphviz."""

from __future__ import annotations

from argmap.errors import RenderError

TIMEOUT = 120


def lay_out(source: str, format_: str, *options: str) -> bytes:
    """Have the program ``dot`` lay out and draw a graph.

    Args:
        source: The graph in DOT.
        format_: What to draw: ``svg``, ``png`` or ``pdf``.
        options: Further options of ``dot``.

    Raises:
        RenderError: There is no ``dot``, it failed, or it took longer than two minutes.
    """
    from subprocess import TimeoutExpired

    from graphviz import CalledProcessError, ExecutableNotFound
    from graphviz.backend import dot_command

    command = [*dot_command.command("dot", format_), *options]
    try:
        return _run(command, source, *_easier(source))
    except ExecutableNotFound:
        raise RenderError(
            "drawing needs the program 'dot': install Graphviz from https://graphviz.org/download/, "
            "or ask for DOT, which needs no program"
        ) from None
    except TimeoutExpired:
        raise RenderError(
            f"Graphviz did not finish within {TIMEOUT} seconds: draw a part of the map with --around, --group or --type"
        ) from None
    except CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        errors = [line for line in said if line.startswith("Error")] or said[-1:]
        raise RenderError(f"Graphviz failed: {errors[0] if errors else f'exit code {error.returncode}'}") from None
    except OSError as error:
        raise RenderError(f"Graphviz could not be run: {error.strerror}") from None


def _easier(source: str) -> tuple[str, str]:
    """Return a graph with the words of edges beside them, and one with straight edges besides.

    Graphviz 2.43 loses edges, finds no ranks or crashes on some graphs in which edges with words go round, and finds no
    way for a curve in others.
    """
    beside = source.replace("label=<<B> ", "xlabel=<<B> ")
    return beside, beside.replace("splines=true", "splines=line")


def _run(command: list[str], source: str, *others: str) -> bytes:
    """Run Graphviz on the first of some graphs that it does not fail on."""
    from graphviz import CalledProcessError
    from graphviz.backend import execute

    try:
        done = execute.run_check(command, input=source.encode(), capture_output=True, quiet=True, timeout=TIMEOUT)
    except CalledProcessError:
        if not others:
            raise
        return _run(command, *others)
    picture: bytes = done.stdout
    return picture
