"""Fetching documents from the web, within limits."""

from __future__ import annotations

from itertools import count

import pytest

from argmap.errors import ReadError
from argmap.sources import fetch as fetching
from argmap.sources.fetch import fetch


def test_address_on_this_machine_is_only_fetched_when_allowed(server):
    """Addresses of this machine and of private networks are refused unless they are allowed."""
    with pytest.raises(ReadError, match="private network"):
        fetch(f"{server}/page")
    assert fetch(f"{server}/page", private=True).media_type == "text/html"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/for-ever", "more than 5 redirects"), ("/gone", "answers 404"), ("/flood", "is larger than")],
)
def test_fetch_ends(server, monkeypatch, path, reason):
    """A redirect without end, an error and a flood each end the fetch with a sentence."""
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    with pytest.raises(ReadError, match=reason):
        fetch(f"{server}{path}", private=True)


def test_slow_answer_ends_at_the_time_limit(server):
    """A fetch that takes longer than its limit ends, by whatever clock."""
    ticks = count(step=20)
    with pytest.raises(ReadError, match="takes longer than 30 seconds"):
        fetch(f"{server}/page", private=True, clock=lambda: float(next(ticks)))


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "https://[::1", "nonsense"])
def test_only_web_addresses_are_fetched(url):
    """What is not an http or https address is refused without a look at it."""
    with pytest.raises(ReadError, match=r"not an http or https address|is not an address"):
        fetch(url)
