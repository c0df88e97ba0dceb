"""The directive of Sphinx: maps drawn in documents."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

pytest.importorskip("sphinx")

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

MAP = """\
title: Is the street wet?
nodes:
  wet: {claim: The street is wet., because: [rain]}
  rain: {evidence: It rained., cite: report "rain fell"}
"""
PAGE = """\
Page
====

.. argmap:: maps/wet.yaml
"""
RECORD = "title: Weather report\ntext: texts/report.txt\n"
PROJECT = {
    "conf.py": 'extensions = ["argmap.sphinx_extension"]\n',
    "index.rst": PAGE,
    "maps/wet.yaml": MAP,
    "seeds/report.yaml": RECORD,
    "seeds/texts/report.txt": "In the morning rain fell.\n",
}


class Built:
    """What a run of Sphinx made, and what it warned of."""

    def __init__(self, builder="html", parallel=1):
        warnings = io.StringIO()
        with docutils_namespace():
            app = Sphinx(".", ".", "out", "trees", builder, status=None, warning=warnings, parallel=parallel)
            app.build()
        self.warnings = re.sub(r"\x1b\[[\d;]*m", "", warnings.getvalue())
        self.out = Path("out")

    def page(self, name="index.html"):
        """Return a page."""
        return (self.out / name).read_text(encoding="utf-8")

    def pictures(self):
        """Return the files of the pictures of the first page."""
        return sorted(re.findall(r'src="(_images/[^"]*)"', self.page()))


@pytest.fixture
def documents(project):
    """Write a project of documents with a map."""
    return project(PROJECT)


def edit(file, old, new):
    """Replace text in a file, and make it newer than anything built so far."""
    path = Path(file)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    later = path.stat().st_mtime + 10
    os.utime(path, (later, later))


def test_a_page_has_the_picture_for_light_and_for_dark_screens(documents):
    """A web page has two pictures of a map, of which its style sheet shows the one that suits the page."""
    built = Built()
    assert built.warnings == ""
    light, dark = re.findall(r'<img alt="Argument map: Is the street wet\?" class="argmap (argmap-\w+)"', built.page())
    assert (light, dark) == ("argmap-light", "argmap-dark")
    texts = [(built.out / picture).read_text(encoding="utf-8") for picture in built.pictures()]
    assert len(set(texts)) == 2
    assert all("It rained." in "".join(ET.fromstring(text).itertext()) for text in texts)
    assert not any("prefers-color-scheme" in text for text in texts)
    assert "argmap.css" in built.page()
    assert '[data-theme="dark"]' in (built.out / "_static" / "argmap.css").read_text(encoding="utf-8")


def test_a_picture_can_be_had_at_its_full_size(documents):
    """Each picture is at most as wide as the page, and links to its file."""
    page = Built().page()
    links = re.findall(r'<a class="[^"]*" href="(_images/[^"]*)"><img [^>]*src="\1" style="width: \d+pt;"', page)
    assert len(links) == 2


def test_a_picture_can_lead_to_the_map_as_a_page(documents):
    """With ``:with-page:`` both pictures lead to one page with the map, and if asked for the texts of its sources."""
    edit("index.rst", "wet.yaml\n", "wet.yaml\n   :with-page:\n   :with-source:\n")
    built = Built()
    assert built.warnings == ""
    first, second = re.findall(r'<a class="reference internal[^"]*" href="(_argmap/[^"]*)"><img', built.page())
    assert first == second
    page = built.page(first)
    assert "It rained." in page
    assert "In the morning" in page
    edit("maps/wet.yaml", "It rained.", "It poured.")
    assert "It poured." in Built().page(first)


def test_caption_alternative_text_and_name_are_the_directives_own(documents):
    """A caption is set with its marks, the alternative text is taken as it is, and a name can be referred to."""
    edit("index.rst", "wet.yaml\n", "wet.yaml\n   :caption: It *is* wet\n   :alt: Rain <wets> it\n   :name: wet-map\n")
    edit("index.rst", "Page\n", "See :ref:`wet-map`.\n\nPage\n")
    built = Built()
    assert built.warnings == ""
    assert 'alt="Rain &lt;wets&gt; it"' in built.page()
    assert re.search(r"<figcaption>\s*<p><span class=\"caption-text\">It <em>is</em> wet</span>", built.page())
    assert 'href="#wet-map"' in built.page()


def test_the_options_of_render_say_what_is_drawn(documents):
    """What ``argmap render`` can be told, the directive can; several values stand between commas."""
    edit("index.rst", "wet.yaml\n", "wet.yaml\n   :type: claim, objection\n   :no-legend:\n")
    built = Built()
    assert built.warnings == ""
    drawn = "".join(ET.parse(built.out / built.pictures()[0]).getroot().itertext())
    assert "The street is wet." in drawn
    assert "It rained." not in drawn


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("maps/wett.yaml", "maps/wett.yaml cannot be read: no such file or directory"),
        ("maps/wet.yaml\n   :around: rian", "unknown statement 'rian': did you mean 'rain'?"),
        ("maps/wet.yaml\n   :depth: far", "Invalid value for '--depth': 'far' is not a valid integer range."),
        ("maps/wet.yaml\n   :theme: dark", 'unknown option: "theme"'),
    ],
)
def test_what_cannot_be_drawn_is_told_where_the_directive_stands(documents, page, told):
    """A map that is not there, and options that it cannot have, are told at the directive's line."""
    edit("index.rst", "maps/wet.yaml", page)
    warnings = Built().warnings
    assert told in warnings
    assert re.match(r"\S*index\.rst:4: ", warnings)


def test_errors_of_a_map_are_warnings_at_their_place(documents):
    """An error of a map is told once, with its code, at its line in the map; warnings and notes stand on the cards."""
    edit("maps/wet.yaml", "because", "becuase")
    edit("maps/wet.yaml", "rain fell", "snow fell")
    said = Built().warnings.splitlines()
    assert len(said) == 2
    key = "AM002 unknown key 'becuase' in a statement: did you mean 'because'?"
    assert said[0] == f"{Path('maps/wet.yaml')}:3: WARNING: {key} [argmap.AM002]"
    assert re.search(r"wet\.yaml:4: WARNING: AM201 .* \[argmap\.AM201\]$", said[1])


def test_a_changed_map_record_or_text_is_drawn_anew(documents):
    """A page is made anew when its map, the record of a source or a source's text has changed, and not otherwise."""
    drawn = [Built().pictures(), Built().pictures()]
    assert drawn[0] == drawn[1]
    for file, old, new in (
        ("maps/wet.yaml", "It rained.", "It poured."),
        ("seeds/report.yaml", "Weather report", "Report of the weather"),
        ("seeds/texts/report.txt", "rain fell", "snow fell"),
    ):
        edit(file, old, new)
        drawn.append(Built().pictures())
        assert not set(drawn[-1]) & set(drawn[-2]), file


def test_other_documents_have_the_picture_in_a_format_that_they_take(documents):
    """LaTeX is given a PNG, and plain text the words that stand for the picture."""
    built = Built("latex")
    assert built.warnings == ""
    (picture,) = built.out.glob("wet-*.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stem in next(built.out.glob("*.tex")).read_text(encoding="utf-8")
    built = Built("text")
    assert built.warnings == ""
    assert "[image: Argument map: Is the street wet?]" in built.page("index.txt")


def test_text_of_a_map_stays_text(documents):
    """A title that looks like HTML is text in the page and in the picture."""
    edit("maps/wet.yaml", "Is the street wet?", "</script><img src=x onerror=alert(1)>")
    built = Built()
    assert built.warnings == ""
    assert "<img src=x" not in built.page()
    assert not [e for e in ET.parse(built.out / built.pictures()[0]).iter() if e.tag.endswith(("script", "}img"))]


def test_a_map_among_several_in_markdown_is_drawn_by_its_number(documents):
    """``page.md#2`` names the second map of a page, and the page is what the picture depends on."""
    Path("maps/two.md").write_text(f"```argmap\n{MAP}```\n\n```argmap\n{MAP.replace('wet?', 'dry?')}```\n")
    edit("index.rst", "wet.yaml", "two.md#2")
    built = Built()
    assert built.warnings == ""
    assert 'alt="Argument map: Is the street dry?"' in built.page()


def test_without_graphviz_the_page_says_what_it_is(documents, monkeypatch):
    """Where no engine draws, Sphinx is told at the directive's line, and the page has the words for the picture."""
    edit("index.rst", "wet.yaml\n", "wet.yaml\n   :engine: dot\n")
    monkeypatch.setenv("PATH", "")
    built = Built()
    assert re.match(r"\S*index\.rst:4: WARNING: .*\[argmap\.drawing\]", built.warnings)
    assert "Argument map: Is the street wet?" in built.page()
