"""Markdown: the words that a reader of the page sees are in the text, its marks are not."""

from __future__ import annotations

import sys
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.extract import markdown
from argmap.sources.extraction import extract


def read(source):
    """Read Markdown."""
    return markdown.read(source.encode())


def left_out(source):
    """Return what is left out of Markdown: places and words by kind."""
    return {each.kind: (each.places, each.words) for each in read(source).left_out}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# The *wells* #\n\nDry __since__ May.  \nStill `so`.", "The wells\n\nDry since May.\nStill so.\n"),
        ("Title\n=====\n\nText\nof it", "Title\n\nText\nof it\n"),
        ("- one\n- two\n  - three\n\nNext", "one\ntwo\nthree\n\nNext\n"),
        ("3. three\n4. four", "3. three\n4. four\n"),
        ("- one\n\n  more\n\n- two", "one\n\nmore\n\ntwo\n"),
        ("> said\n> twice", "said\ntwice\n"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |\n", "a b\n1 2\n"),
        ("```python\nx = 1\n  *y*\n```\n", "x = 1\n  *y*\n"),
        ("10<sup>−6</sup> H<sub>2</sub>O<br>&amp; \\*", "10⁻⁶ H₂O\n& *\n"),
        ("<details><summary>More</summary>\n\nIn *it*\n\n</details>", "More\n\nIn it\n"),
        ("10^−6^ H~2~O the 2^nd^, a ^ b, ~~two~~, ~/home~", "10⁻⁶ H₂O the 2nd, a ^ b, two, ~/home~\n"),
        ("$12.5\\,\\%$ of $a*b*c$, $5 or *$6*", "$12.5\\,\\%$ of $a*b*c$, $5 or $6\n"),
        ("a\n\n***\n\nb", "a\n\nb\n"),
    ],
)
def test_marks_of_markdown_are_no_text(source, text):
    """Marks go; words, code, numbers of lists, and the words of parts in HTML stay."""
    assert read(source).text == text


def test_what_is_left_out_of_markdown_is_told():
    """Addresses, pictures, comments and marks of footnotes are counted; the footnotes themselves are text."""
    source = "See [it](http://example.org) and <http://example.org>, ![map](m.png).<!-- no -->\n\n"
    source += "Dry[^1].\n[^1]: *Log*\n[^b]: B"
    found = read(source)
    assert found.text == "See it and http://example.org, .\n\nDry.\n\nLog\n\nB\n"
    assert left_out(source) == {
        "addresses of links": (1, 0),
        "pictures": (1, 0),
        "comments": (1, 0),
        "note marks": (3, 3),
    }
    assert found.visible == len(found.text.split()) + 3
    assert "struck through" in read("~~old~~ new").doubts[0]


def test_front_matter_is_no_text():
    """Front matter goes, but for the title that it states; a rule at the top of a page is none."""
    found = read('---\n# a remark\ntitle: "The wells"\n---\n\n# Heading\n')
    assert (found.text, found.title) == ("Heading\n", "The wells")
    assert [each.kind for each in found.left_out] == ["front matter"]
    assert read("---\n\nText\n\n---\n").text == "Text\n"
    assert read("# Heading\n\n# Another").title == "Heading"


def test_html_in_markdown_needs_the_extra(monkeypatch):
    """Without the parser of HTML, its blocks are told, with what to install."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    found = read("Text\n\n<div>two words</div>\n\n<!-- a comment -->\n")
    assert found.text == "Text\n"
    assert {each.kind: each.words for each in found.left_out} == {"HTML parts": 2, "comments": 0}
    assert "pip install 'argmap[web]'" in found.doubts[0]


def test_what_is_nested_too_deeply_is_told():
    """Quotes within a hundred quotes, which the parser passes over, are told with their words."""
    assert left_out("Top\n\n" + "> " * 150 + "two words") == {"parts nested too deeply": (1, 2)}


def test_file_is_markdown_by_its_name():
    """The ending of a name, or the media type, says that a text is Markdown."""
    assert extract(b"*Rain*", "rain.md").text == "Rain\n"
    assert extract(b"*Rain*", "rain", media_type="text/markdown").text == "Rain\n"
    assert extract(b"*Rain*", "rain.md", media_type="text/plain").text == "Rain\n"
    assert extract(b"*Rain*", "rain.txt").text == "*Rain*\n"


WORDS = (f"w{number}" for number in count())
BLOCKS = ["{}", "# {}", "- {}", "1. {}", "> {}", "    {}", "```\n{}\n```", "| {} |\n|---|", "**{}**", "<div>{}</div>"]
BLOCKS += ["[{}](http://example.org)", "{}\n---", "- > {}", "[^a]: {}", "*{}", "`{}", "[{}]: b", "<i>{}</i>", "$${}$$"]


@given(st.lists(st.tuples(st.sampled_from(BLOCKS), st.sampled_from(["\n", "\n\n"])), max_size=30))
def test_every_word_of_markdown_is_kept_or_told(blocks):
    """Each word of a text is in what is read, in order, but for names of definitions."""
    kept, source = [], ""
    for block, end in blocks:
        word = next(WORDS)
        kept += [word] if block != "[{}]: b" else []
        source += block.format(word) + end
    found = read(source).text
    places = [found.find(word) for word in kept]
    assert -1 not in places
    assert places == sorted(places)


@given(st.text(alphabet="ab *_`[]()<>!#-+>|~^:\\&;\n\t1.\"'", max_size=120))
def test_any_markdown_is_read(source):
    """Whatever stands in a file, it is read, and what is left out is counted once."""
    found = read(source)
    assert found.visible == len(found.text.split()) + sum(each.words for each in found.left_out)
