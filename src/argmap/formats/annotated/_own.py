"""The names by which argmap's own things stand in annotations: ``urn:argmap:`` and what they are, in parts."""

from __future__ import annotations

from urllib.parse import quote, unquote

_PREFIX = "urn:argmap:"
MAP = f"{_PREFIX}map"
"""The map as a whole, which what stands in no source is about."""


def name(what: str, *parts: str) -> str:
    """Return the name of something.

    Example:
        >>> name("cite", "dry@wells", "wells")
        'urn:argmap:cite:dry%40wells:wells'
    """
    return _PREFIX + ":".join((what, *(quote(part, safe="", errors="surrogatepass") for part in parts)))


def parts(iri: str | None, what: str) -> list[str] | None:
    """Return the parts of the name of something of a sort; None for any other name.

    Example:
        >>> parts("urn:argmap:cite:dry%40wells:wells", "cite"), parts("urn:argmap:map", "cite")
        (['dry@wells', 'wells'], None)
    """
    start = f"{_PREFIX}{what}:"
    if iri is None or not iri.startswith(start):
        return None
    return [unquote(part, errors="replace") for part in iri[len(start) :].split(":")]


def only(iri: str | None, what: str) -> str | None:
    """Return the one part of the name of something of a sort; None for any other name."""
    found = parts(iri, what)
    return found[0] if found and len(found) == 1 and found[0] else None
