"""Maps in Sphinx documents: the directive ``argmap`` draws a map where it stands.

Put ``"argmap.sphinx_extension"`` among the ``extensions`` in ``conf.py``. The directive takes the path of a map, as one
writes that of an image, and the options of ``argmap render`` without their dashes::

    .. argmap:: maps/library.yaml
       :caption: Should the library open on Sundays?
       :around: people-would-come
       :no-legend:
       :with-page:

A web page has the picture twice, for light and for dark screens; other documents have it in a format that they take.
With ``:with-page:``, the picture leads to the map as a page of its own.
An error in a map is a warning of Sphinx, at its line in the map, so that ``sphinx-build -W`` fails. A document is made
anew when its map has changed, or the records, texts, lock or settings that the map's picture depends on.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click
from attrs import evolve
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.util.osutil import relative_uri

from argmap import files
from argmap.analysis import Analysis, analyse
from argmap.cli.drawing import drawing_options, named
from argmap.errors import ArgmapError
from argmap.formats import split_name
from argmap.model.findings import Severity
from argmap.project.documents import load
from argmap.project.project import folder_of
from argmap.renderers import DrawingOptions, Theme
from argmap.version import __version__
from argmap.workflows.checking import check_all
from argmap.workflows.pictures import draw

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOGGER = logging.getLogger(__name__)
_HEAD = 1000
_STYLE_FILE = "argmap.css"
_STYLE = """\
img.argmap { max-width: 100%; height: auto; }
.argmap-dark, a:has(> .argmap-dark) { display: none; }
@media screen {
  [data-theme="dark"] :is(.argmap-light, a:has(> .argmap-light)) { display: none; }
  [data-theme="dark"] :is(.argmap-dark, a:has(> .argmap-dark)) { display: inline; }
}
@media screen and (prefers-color-scheme: dark) {
  [data-theme="auto"] :is(.argmap-light, a:has(> .argmap-light)) { display: none; }
  [data-theme="auto"] :is(.argmap-dark, a:has(> .argmap-dark)) { display: inline; }
}
"""
"""Shows the picture that suits the page; ``data-theme`` is where furo and the PyData theme say what a reader chose."""

_asked: click.Command = click.command("argmap")(drawing_options(lambda *, drawing: drawing))
"""Reads options of drawing as ``argmap render`` does, and returns `DrawingOptions`."""

_OPTIONS = {
    option.opts[0].removeprefix("--"): option
    for option in _asked.params
    if isinstance(option, click.Option) and option.name not in ("theme", "page")
}
"""Those that a directive has: not the colours, which are those of the reader's screen, nor the size of paper."""


class _Map(nodes.General, nodes.Element):
    """Stands for a map until it is known what kind of document is made.

    Attributes: ``map``, its path; ``words``, the options of drawing; ``page``, whether it has a page of its own;
    ``alt``, ``width``, ``align`` and ``classes``, as those of an image.
    """


class ArgmapDirective(SphinxDirective):
    """Draws a map where it stands."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]] | None] = {
        "alt": directives.unchanged,
        "caption": directives.unchanged,
        "width": directives.length_or_percentage_or_unitless,
        "align": lambda text: directives.choice(text, ("left", "center", "right")),
        "class": directives.class_option,
        "name": directives.unchanged,
        "with-page": directives.flag,
        **{
            name: directives.flag if option.is_flag else directives.unchanged_required
            for name, option in _OPTIONS.items()
        },
    }

    def run(self) -> list[nodes.Node]:
        """Return the place of the picture, in a figure with its caption; tell the errors of the map."""
        _, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(split_name(path)[0])
        try:
            analysis = analyse(load(files.shown(Path(path))))
            _options(self._words(), analysis)
            self._tell_errors(analysis)
        except ArgmapError as error:
            raise self.error(str(error)) from None
        except click.UsageError as error:
            raise self.error(error.format_message()) from None
        for file in _files_of(analysis):
            self.env.note_dependency(str(file))
        title = analysis.map.title
        place = _Map(
            map=path,
            words=self._words(),
            page="with-page" in self.options,
            alt=self.options.get("alt") or (f"Argument map: {title}" if title else "Argument map"),
            classes=self.options.get("class", []),
            **{name: self.options[name] for name in ("width", "align") if name in self.options},
        )
        self.set_source_info(place)
        return [self._figure(place)]

    def _words(self) -> list[str]:
        """Return the options of drawing as `argmap render` takes them; several values of one stand between commas."""
        words = []
        for name, option in _OPTIONS.items():
            if name in self.options and option.is_flag:
                words.append(f"--{name}")
            elif name in self.options:
                values = self.options[name].split(",") if option.multiple else [self.options[name]]
                words += [f"--{name}={value.strip()}" for value in values]
        return words

    def _tell_errors(self, analysis: Analysis) -> None:
        for finding in check_all([analysis], analysis.project).findings:
            if finding.severity is Severity.ERROR:
                told = f"{finding.code} {finding.message}"
                place = f"{finding.file}:{finding.line}"
                _LOGGER.warning("%s", told, location=place, type="argmap", subtype=finding.code)

    def _figure(self, place: _Map) -> nodes.figure:
        figure = nodes.figure("", place)
        if "align" in self.options:
            figure["align"] = self.options["align"]
        if "caption" in self.options:
            words, messages = self.parse_inline(self.options["caption"])
            figure += [nodes.caption("", "", *words), *messages]
        self.add_name(figure)
        return figure


def _options(words: list[str], analysis: Analysis) -> DrawingOptions:
    """Return what options ask to be drawn; raises what is wrong with them."""
    asked: DrawingOptions = _asked.main(words, standalone_mode=False)
    return named(asked, analysis.map)


def _files_of(analysis: Analysis) -> Iterator[Path]:
    """Return the files besides the map itself that its picture depends on."""
    project = analysis.project
    yield from (file for file in (project.settings.file, project.lock_file) if file and file.exists())
    yield from project.record_files()
    for source in analysis.sources.values():
        if source.id in analysis.texts and source.text:
            yield folder_of(source.record or analysis.map.origin) / source.text


def _put_pictures(app: Sphinx, document: nodes.document, name: str) -> None:
    """Draw the maps of a document, as the kind of document that is made takes them; say where one cannot be drawn."""
    for place in list(document.findall(_Map)):
        try:
            place.replace_self(nodes.inline("", "", *_pictures(app, name, place)))
        except ArgmapError as error:
            _LOGGER.warning("%s", error, location=place, type="argmap", subtype="drawing")
            place.replace_self(nodes.paragraph("", place["alt"]))


def _pictures(app: Sphinx, document: str, place: _Map) -> Iterator[nodes.Element]:
    """Return the pictures of a map: two for a web page, one for other documents, without a file where none show."""
    if app.builder.format == "html" and app.builder.name != "epub":
        page = _page(app, document, place) if place["page"] else None
        for theme in (Theme.LIGHT, Theme.DARK):
            image = _picture(app, document, place, "svg", theme)
            yield nodes.reference("", "", image, refuri=page, internal=True) if page else image
        return
    known = {"image/svg+xml": "svg", "image/png": "png"}
    shown = [kind for name, kind in known.items() if name in app.builder.supported_image_types]
    yield _picture(app, document, place, shown[0], Theme.LIGHT) if shown else _image(place, place["map"])


def _picture(app: Sphinx, document: str, place: _Map, kind: str, theme: Theme) -> nodes.image:
    """Draw a map into a file of its own, named by what it holds, and return its image."""
    data = _drawn(place, kind, theme)
    file = Path(app.doctreedir) / "argmap" / _name(place, data, kind)
    files.make_folder(file.parent)
    files.write(file, data)
    app.env.images.add_file(document, str(file))
    image = _image(place, str(file), f"argmap-{theme}")
    width = re.search(rb'<svg[^<>]* width="(\d+pt)"', data[:_HEAD]) if kind == "svg" else None
    if width:
        image.setdefault("width", width[1].decode())
    return image


def _page(app: Sphinx, document: str, place: _Map) -> str:
    """Make the page of a map, whose name stays the same when the map changes, and return its address in a document."""
    told = " ".join([Path(os.path.relpath(place["map"], app.srcdir)).as_posix(), *place["words"]])
    name = f"_argmap/{_name(place, told.encode(), 'html')}"
    file = Path(app.outdir) / name
    files.make_folder(file.parent)
    files.write(file, _drawn(place, "html", Theme.AUTO))
    return relative_uri(app.builder.get_target_uri(document), name)


def _drawn(place: _Map, kind: str, theme: Theme) -> bytes:
    """Draw a map; what its picture leaves out stands in it, and is told by a run of Sphinx that is not quiet."""
    analysis = analyse(load(place["map"]))
    drawing = draw(analysis, kind, evolve(_options(place["words"], analysis), theme=theme))
    for warning in drawing.warnings if theme is not Theme.DARK else ():
        _LOGGER.info("%s: %s", files.shown(Path(place["map"])), warning)
    return drawing.data


def _name(place: _Map, told: bytes, kind: str) -> str:
    stem = re.sub(r"\W+", "-", Path(place["map"]).stem)
    return f"{stem}-{hashlib.sha256(told).hexdigest()[:12]}.{kind}"


def _image(place: _Map, uri: str, *classes: str) -> nodes.image:
    same = {name: place[name] for name in ("alt", "width", "align") if name in place}
    return nodes.image(uri=uri, candidates={"*": uri}, classes=["argmap", *classes, *place["classes"]], **same)


def _put_style(app: Sphinx) -> None:
    """Put the style sheet among the files of a web page."""
    if app.builder.format == "html":
        folder = Path(app.outdir) / "_static"
        files.make_folder(folder)
        files.write(folder / _STYLE_FILE, _STYLE.encode())


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx of the directive."""
    app.add_node(_Map)
    app.add_directive("argmap", ArgmapDirective)
    app.add_css_file(_STYLE_FILE)
    app.connect("builder-inited", _put_style)
    app.connect("doctree-resolved", _put_pictures)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
