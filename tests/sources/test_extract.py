"""Extraction: the text of plain files, the kinds of files, and what is refused."""

from __future__ import annotations

import pytest

from argmap.errors import ReadError
from argmap.sources.extract import text
from argmap.sources.extraction import extract


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
