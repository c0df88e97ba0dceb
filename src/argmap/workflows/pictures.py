"""Drawing a map with its findings on the cards, and showing it in a notebook."""

from __future__ import annotations

from pathlib import Path

from argmap import files, registry, renderers
from argmap.analysis import Analysis, analyse
from argmap.errors import ArgmapError, ReadError
from argmap.model.document import ArgumentMap
from argmap.renderers import Drawing, DrawingOptions, Marks, Renderer, View
from argmap.wording import counted
from argmap.workflows.checking import check_all
from argmap.workflows.rules import explanation

LONG = 3000
"""Above so many cards, Graphviz takes a minute or more."""


def renderer(name: str) -> Renderer:
    """Return the renderer with a name, such as ``svg``; raises `UnknownNameError`."""
    declared: Renderer = registry.load(renderers, name, "kind of picture").RENDERER
    return declared


def draw(analysis: Analysis, name: str, options: DrawingOptions | None = None, marks: Marks | None = None) -> Drawing:
    """Check and evaluate a map, and draw it.

    Args:
        analysis: The map in its project.
        name: Name of a renderer: ``dot``, ``svg``, ``png``, ``pdf`` or ``html``.
        options: What to draw, and how.
        marks: What to mark.

    Raises:
        RenderError: Graphviz is missing, or fails.
        MissingExtraError: The bundled engine is asked for, and is not installed.
        UnknownNameError: There is no such renderer, or the options name a statement or group that is not there.
    """
    made = renderer(name)
    report = check_all([analysis], analysis.project)
    rules = {finding.code: finding.name for finding in report.findings}
    explained = {code: explanation(rule) for code, rule in rules.items()}
    return made.render(View(analysis, report.findings, options or DrawingOptions(), marks, explained))


def render(m: ArgumentMap, file: str | Path, *, options: DrawingOptions | None = None) -> tuple[str, ...]:
    """Draw a map into a file.

    Args:
        m: The map.
        file: Where to; its ending tells the format: ``.html``, ``.svg``, ``.png``, ``.pdf`` or ``.dot``.
        options: What to draw, and how.

    Returns:
        Warnings, each a sentence.

    Raises:
        ReadError: The file cannot be written, or its ending stands for no picture.
        RenderError: Graphviz is missing, or fails.
        MissingExtraError: The bundled engine is asked for, and is not installed.
    """
    name = Path(file).suffix[1:].lower()
    known = registry.names(renderers)
    if name not in known:
        raise ReadError(f"{file}: argmap draws {', '.join(known)}; name one of them as the ending")
    drawing = draw(analyse(m), name, options)
    files.write(file, drawing.data)
    return drawing.warnings


def mimebundle(m: ArgumentMap) -> dict[str, str]:
    """Show a map in a notebook: as a picture where Graphviz is at hand, and always as text."""
    title = m.title or "argument map"
    bundle = {"text/plain": f"{title}: {counted(len(m), 'statement')}, {counted(len(m.relations), 'relation')}"}
    try:
        bundle["image/svg+xml"] = draw(analyse(m), "svg").data.decode()
    except ArgmapError as error:
        bundle["text/plain"] += f"\n({error})"
    return bundle
