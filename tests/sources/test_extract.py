"""Extraction: the text of web pages and plain files, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError
from argmap.sources.extract import html, text
from argmap.sources.extraction import extract


def page(body, head=""):
    """Return the text of a web page."""
    return html.read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()).text


def test_page_is_read_block_by_block():
    """Blocks of a page stand on lines of their own, inline elements do not break words, and white space is folded."""
    assert (
        page("<h1>Head</h1><p>One <b>para</b>graph\n  here.<p>Two<br>lines")
        == "Head\n\nOne paragraph here.\n\nTwo\nlines\n"
    )
    assert page("<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c</table>") == "one\ntwo\n\na b\nc\n"
    assert page("<pre>a\n  b</pre>") == "a\n  b\n"


def test_page_leaves_out_what_is_no_text():
    """Scripts, styles, menus, margins and hidden parts of a page are left out."""
    kept = "<nav>menu</nav><p>Text.</p><script>run()</script><aside>ad</aside><footer>end</footer>"
    assert page(kept + "<p hidden>no</p><div style='display: none'>no</div><template><p>no</p></template>") == "Text.\n"


def test_page_with_one_main_part_is_that_part():
    """Where a page has one main part, only that is taken; where it has several articles, the whole page is."""
    assert page("<p>Above</p><main><p>Inside</p></main><p>Below</p>") == "Inside\n"
    assert page("<article>One</article><article>Two</article>") == "One\n\nTwo\n"


def test_footnote_marks_go_and_exponents_stay():
    """A linked mark in superscript is a footnote and is dropped; an exponent is kept, never glued to its base."""
    assert page("<p>dry<sup><a href='#n'>1</a></sup> and 10<sup>2</sup> km<sup>2</sup>") == "dry and 10² km²\n"
    assert page("<p>the 19<sup>th</sup> century<sup>never closed<p>Next") == "the 19th centurynever closed\n\nNext\n"


def test_page_without_text_is_refused():
    """A page that only a script would fill is refused with what to do."""
    with pytest.raises(ReadError, match="saved from the browser"):
        page("<script>fill()</script>")


def test_encoding_of_a_page_is_the_declared_one():
    """A page says its encoding in a meta element; a named one goes before it."""
    data = "<meta charset=windows-1252><p>café".encode("windows-1252")
    assert html.read(data).text == "café\n"
    assert html.read("<p>café".encode("windows-1252"), "windows-1252").text == "café\n"
    with pytest.raises(ReadError, match="line 1 is not in utf-8"):
        html.read("<p>café".encode("windows-1252"))


MARKUP = "<p> </p> <sup> </sup> <section> </section> <td> <nav> </nav> <pre> < &amp <!-- <a".split()


@given(st.lists(st.sampled_from([*MARKUP, "word "])))
def test_any_markup_is_read(parts):
    """Markup with any nesting is read: every word that stands outside tags, comments and menus is there, in order."""
    text = "start " + "".join(parts)
    plain = not {"<nav>", "<", "<!--", "<a"} & set(parts)
    found = page(text)
    assert found.startswith("start")
    assert not plain or found.count("word") == parts.count("word ")


def test_plain_text_is_taken_as_it_is():
    """Plain text keeps its lines; Windows line ends and runs of blank lines are evened out."""
    found = text.read(b"# Title\r\n\r\n\r\n\r\nText  \r\n")
    assert (found.text, found.title) == ("# Title\n\nText\n", "Title")


def test_what_is_no_text_is_refused():
    """Pictures and programs are not text."""
    with pytest.raises(ReadError, match="is not text"):
        text.read(b"\x89PNG\r\n\x1a\n\0\0\0")
    with pytest.raises(ReadError, match="there is no encoding 'klingon'"):
        text.read(b"a", "klingon")


def test_kind_of_a_file_shows_in_its_bytes_first():
    """What a file begins with counts before what a server calls it, and that before its ending."""
    assert extract(b"<!DOCTYPE html><p>Rain", "rain.txt").text == "Rain\n"
    assert extract(b"<p>Rain", "rain", media_type="text/html").text == "Rain\n"
    assert extract(b"<p>Rain", "rain.txt").text == "<p>Rain\n"
    with pytest.raises(ReadError, match="holds no text"):
        extract(b"  \n", "rain.txt")
