"""HTML: one document that loads nothing, runs nothing, and says what the map says."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from argmap.workflows.reporting.making import make
from argmap.workflows.reporting.report import plain

from ..conftest import HOSTILE

WHEN = date(2026, 11, 30)
TAGS = set(
    "html head meta title style body header h1 h2 h3 nav ol li a main section p dl dt dd div table caption thead tbody "
    "tr th td figure img figcaption".split()
)
VOID = {"meta", "img"}


class Page(HTMLParser):
    """What a page holds: its tags with their attributes, its text, and whether its tags are closed in order."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(data.decode())
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Close the tag that is open."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keep a text."""
        self.text.append(data)


def test_hostile_texts_are_text(hostile) -> None:
    """No text of a map becomes a tag, an attribute or a script; each is read as it was written."""
    page = Page(make(hostile, "html", WHEN, "m", pictured=False).data)
    assert {tag for tag, _ in page.tags} <= TAGS
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name == "style"]
    links = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert all(link.startswith(("#s", "https://")) for link in links)
    said = "".join(page.text)
    assert all(plain(text) in said for text in HOSTILE)
    assert not re.search("[\u202e\x1b\x00]", said)


def test_the_policy_lets_nothing_in_but_its_own_style(analysis) -> None:
    """The content policy names the hash of the one style and pictures in the page; there is no script."""
    data = make(analysis, "html", WHEN, "m", pictured=False).data
    style = re.search(rb"<style>(.*?)</style>", data, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    (policy,) = (a["content"] for tag, a in Page(data).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:;")
    assert b"<script" not in data


def test_it_can_be_read_by_everyone(analysis) -> None:
    """The language is said, headings go down step by step, ids are unique, tables have captions and heads."""
    page = Page(make(analysis, "html", WHEN, "m", pictured=False).data)
    assert dict(page.tags)["html"]["lang"] == "en"
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    tags = [tag for tag, _ in page.tags]
    assert tags.count("table") == tags.count("caption") == tags.count("thead") > 4
    assert all(attributes["scope"] == "col" for tag, attributes in page.tags if tag == "th")


def test_texts_from_right_to_left_are_marked(project) -> None:
    """A text that runs from right to left is said to; a sentence of argmap's that begins with one runs as English."""
    import argmap

    project({})
    m = argmap.loads("nodes: {a: {recommendation: שלום עולם}}")
    page = make(argmap.analyse(m), "html", WHEN, "m", pictured=False).data.decode()
    assert '<td dir="rtl">שלום עולם</td>' in page
    assert "<dd>“שלום עולם” is unsupported: nothing is cited for it.</dd>" in page


@pytest.mark.dot
def test_pictures_stand_in_the_page(analysis) -> None:
    """A picture is part of the page, with a text for who cannot see it."""
    page = Page(make(analysis, "html", WHEN, "m").data)
    (picture,) = (attributes for tag, attributes in page.tags if tag == "img")
    assert picture["src"].startswith("data:image/svg+xml;base64,")
    assert picture["alt"].startswith("The whole map (8 statements), as cards")
