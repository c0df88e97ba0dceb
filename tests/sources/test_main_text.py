"""The guessed main text of a page: what is left out is told, and what is missing is named."""

from __future__ import annotations

import sys

import pytest

from argmap.errors import MissingExtraError, ReadError
from argmap.sources.extract import web

PROSE = "The river rose by three metres in the night, and the mill was under water until the morning came. " * 4
PAGE = f"""<html><title>Wells &amp; mills</title><body><div class=menu><a href=/>Home</a><a href=/b>About</a></div>
<div><h1>Wells</h1><p>{PROSE}</p><p>{PROSE}</p></div><div class=footer>Imprint</div>"""


def test_what_is_no_main_text_is_told():
    """Each word of the page is in the text or told; the title is the page's."""
    found = web.read(PAGE.encode())
    assert PROSE.strip() in found.text
    assert found.title == "Wells & mills"
    assert found.left_out[0].kind == "parts outside the main text"
    assert "Imprint" in found.left_out[0].first or found.left_out[0].words > 1
    assert found.visible == len(found.text.split()) + sum(each.words for each in found.left_out)


def test_encoding_is_that_of_the_page():
    """The page is decoded as any page is."""
    assert "Größe" in web.read(PAGE.replace("river", "Größe").encode("windows-1252"), "latin1").text


def test_page_of_too_many_tags_is_refused():
    """A page that would take minutes is refused in a sentence."""
    with pytest.raises(ReadError, match="more than 100,000 tags"):
        web.read(b"<div>" * 100_001)
    with pytest.raises(ReadError, match="no main text"):
        web.read(b"<script>x</script>")


@pytest.mark.parametrize("package", ["trafilatura", "lxml_html_clean", "htmldate"])
def test_package_that_is_missing_is_named(package, monkeypatch):
    """Not only trafilatura may be missing, but what it needs."""
    for name in [
        name for name in sys.modules if name.partition(".")[0] in ("trafilatura", "justext", "lxml_html_clean")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "lxml.html.clean", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=rf"needs {package}: pip install 'argmap\[web\]'"):
        web.read(PAGE.encode())
