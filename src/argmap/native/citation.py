"""The short form of passages and citations: ``source "phrase … phrase" locator``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from argmap.evidence.passages.fragments import DELIMITER, FRAGMENT, read_directives
from argmap.model.citations import Selector
from argmap.native.citing.locators import form, is_locator
from argmap.native.citing.same import stands_for

_MARK = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u109f\u1780-\u17d3\u200c\u200d\u3099\u309a"
)
"""Vowel signs, accents and joiners, without which many scripts cannot write a word; ``\\w`` leaves them out."""

_ID = rf"[^\W_][\w.\-{_MARK}]*"

ID = re.compile(rf"{_ID}\Z")
"""What an id looks like: a letter or digit, then letters, digits, ``-``, ``_`` and ``.``, in any script."""

ADDRESS = r"https?://[^\s\"“„«「『]*[^\s\"“„«「『,:;]"
"""What the address of a source looks like, which names it as well as its id does; a pattern."""

SOURCE = rf"(?P<source>{ADDRESS}|{_ID})"
OPENING, CLOSING = '"“„«»「『《', '"”“»«」』》'
"""The quotation marks that may stand around a phrase."""

_PAIRS = (("“", "”"), ("«", "»"), ("「", "」"), ('"', '"'))
"""Pairs of marks that are written around a phrase; but for the last, only around one that has straight marks in it."""

ENDS = re.compile(rf"([^{OPENING}{CLOSING}]+)[{CLOSING}]\s*(?:…|\.\.\.)\s*[{OPENING}]([^{OPENING}{CLOSING}]+)")
"""The ends of a passage in quotation marks of their own, where one pair should stand around both; a slip."""

_NTH = r"(?:\((?P<nth>[1-9][0-9]{0,5})\))?"
_HEAD = re.compile(rf"(?:{SOURCE}[\s,:]+)?(?P<quotation>[{OPENING}].*)\Z", re.DOTALL)
_NAMED = re.compile(rf"\"(?P<quote>[^\"]+)\"\s*+{_NTH}\s*+\"(?P<at>[^\"]+)\"\Z")
_STRAIGHT = re.compile(rf"\"(?P<quote>.*)\"\s*+{_NTH}\s*+(?P<at>[^\"…]*)\Z", re.DOTALL)
_CURLED = re.compile(
    rf"[“„«»「『《](?P<quote>[^“”„«»「」『』《》]*)[”“»«」』》]\s*+{_NTH}\s*+(?:\"(?P<named>[^\"]+)\"|(?P<at>[^\"…]*))\Z",
    re.DOTALL,
)
_ALONE = re.compile(rf"(?:{ADDRESS}|{_ID})\Z")
_NAMING = re.compile(rf"{SOURCE}[\s,]++")
_OPENS = re.compile(f"[{OPENING}]")
_MARKED = re.compile(rf"[{OPENING}{CLOSING}]|[\s,:]['‘‚‹]")
_WITH_PHRASE = re.compile(rf"(?P<source>{ADDRESS})[\s,]+(?P<rest>\S.*)\Z", re.DOTALL)


class Reference(NamedTuple):
    """A passage or citation as written.

    Attributes:
        source: Id of the source, or its address; None where the map's ``about`` is meant.
        selector: The place in it, or None for the source as a whole.
        locator: Page, section and the like.
    """

    source: str | None
    selector: Selector | None
    locator: str | None


def parse(text: str) -> Reference:
    """Read the short form.

    ``id "phrase … phrase" locator`` names a source, and so does ``id locator "phrase … phrase"``; phrases alone, in
    quotes or not, are of the map's ``about``; a word alone, or with a locator like ``p. 12``, is a source as a whole.
    Instead of its id a source may be named by its address, whose text fragment names the passage. After a source,
    ``“ ”`` will do as well. What follows a locator is a phrase, and a locator of another form stands in quotation marks
    after the phrase: nothing is left unread.

    Example:
        >>> parse('city-survey "Mean speed … 41 streets" p. 12')
        Reference(source='city-survey', selector=Selector(quote='Mean speed … 41 streets', nth=None), locator='p. 12')
        >>> parse("make 30 km/h … residential streets").source is None
        True
        >>> parse("census table H4")
        Reference(source='census', selector=None, locator='table H4')
        >>> parse('letter p. 2 "elephants landed"')
        Reference(source='letter', selector=Selector(quote='elephants landed', nth=None), locator='p. 2')
        >>> parse("https://example.org/letter#:~:text=two%20wells,dry")[:2]
        ('https://example.org/letter', Selector(quote='two wells … dry', nth=None))
        >>> parse('letter "two wells" "the postscript"').locator
        'the postscript'
    """
    text = text.strip()
    head = _HEAD.match(text)
    quoted = head and (head["source"] or text[0] == '"') and _quotation(head["quotation"])
    if head and quoted:
        return _reference(head["source"], *quoted)
    if _ALONE.match(text):
        return _reference(text, None, None)
    located = _located().match(text)
    if located:
        return _reference(located["source"], _selector(located["rest"]), located["at"])
    between = _between(text)
    if between:
        return between
    phrase = _WITH_PHRASE.match(text)
    if phrase:
        return _reference(phrase["source"], Selector(phrase["rest"]), None)
    return Reference(None, Selector(text), None)


def _between(text: str) -> Reference | None:
    """Read a source, what has a number in it, and a quotation with nothing after it."""
    named = _NAMING.match(text)
    opens = _OPENS.search(text, named.end()) if named else None
    if not named or not opens:
        return None
    locator = text[named.end() : opens.start()].strip()
    quoted = _quotation(text[opens.start() :])
    if not quoted or quoted[1] or "…" in locator or not any(map(str.isdigit, locator)):
        return None
    return _reference(named["source"], quoted[0], _bare(locator))


@cache
def _located() -> re.Pattern[str]:
    one = form()
    return re.compile(
        rf"{SOURCE}[\s,]+[(\[]?(?P<at>{one}(?:[\s,;]+{one})*+)[)\]]?(?:[\s,;:]+(?P<rest>\S.*))?\Z",
        re.IGNORECASE | re.DOTALL,
    )


def _reference(source: str | None, selector: Selector | None, locator: str | None) -> Reference:
    """Return a reference; the address of a source may name the passage in its fragment."""
    if source and FRAGMENT in source:
        address = source.partition(DELIMITER)[0].removesuffix("#")
        directives = read_directives(source) if selector is None else ()
        return Reference(address, directives[0].selector if directives else selector, locator)
    return Reference(source, selector, locator)


def _quotation(text: str) -> tuple[Selector, str | None] | None:
    """Read a phrase in quotation marks, and the locator after it: of a known form, or in quotation marks of its own."""
    found = _NAMED.match(text) or _STRAIGHT.match(text) or _CURLED.match(text)
    if not found or not found["quote"].strip():
        return None
    named = found.groupdict().get("named")
    return Selector(found["quote"], int(found["nth"]) if found["nth"] else None), named or _bare(
        found["at"] or ""
    ) or None


def _bare(locator: str) -> str:
    """Return a locator without the brackets and commas around it."""
    locator = locator.strip(" ,;")
    if locator == ".":
        return ""
    inner = locator[1:-1].strip()
    return inner if locator[:1] + locator[-1:] in ("()", "[]") and is_locator(inner) else locator


def _selector(rest: str | None) -> Selector | None:
    """Return the selector that follows a locator, in quotes or not."""
    quoted = _quotation(rest) if rest and rest[0] in OPENING else None
    if quoted and not quoted[1]:
        return quoted[0]
    return Selector(rest) if rest else None


def short(source: str, selector: Selector | None, locator: str | None, about: str | None) -> str | None:
    """Write the short form, or return None where it could not be read back as it was.

    Example:
        >>> short("memo", Selector("no well … ran dry"), "p. 3", "brief")
        'memo "no well … ran dry" p. 3'
        >>> short("brief", Selector("make 30 km/h"), None, "brief")
        'make 30 km/h'
        >>> short("memo", Selector('so "no well" ran dry'), None, "brief")
        'memo “so "no well" ran dry”'
    """
    wanted = Reference(source, selector, locator)
    forms = []
    if selector is None:
        forms.append(source if locator is None else f"{source} {locator}")
    else:
        nth = f" ({selector.nth})" if selector.nth else ""
        tail = nth + (f" {locator if is_locator(locator) else _named(locator)}" if locator else "")
        if source == about and not tail and not _MARKED.search(selector.quote):
            forms.append(selector.quote)
        for opening, closing in _PAIRS if '"' in selector.quote else _PAIRS[-1:]:
            quotation = f"{opening}{selector.quote}{closing}{tail}"
            forms += [quotation, f"{source} {quotation}"] if source == about else [f"{source} {quotation}"]
    for written in forms if selector is None or not ENDS.fullmatch(selector.quote) else ():
        read = parse(written)
        if Reference(read.source or about, read.selector, read.locator) == wanted and not stands_for(written):
            return written
    return None


def _named(locator: str) -> str:
    return f'"{locator}"'
