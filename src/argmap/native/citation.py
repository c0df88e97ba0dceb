"""The short form of passages and citations: ``source "phrase … phrase" locator``."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.model.citations import Selector

_MARK = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u109f\u1780-\u17d3\u200c\u200d\u3099\u309a"
)
"""Vowel signs, accents and joiners, without which many scripts cannot write a word; ``\\w`` leaves them out."""

_ID = rf"[^\W_][\w.\-{_MARK}]*"

ID = re.compile(rf"{_ID}\Z")
"""What an id looks like: a letter or digit, then letters, digits, ``-``, ``_`` and ``.``, in any script."""

_TAIL = r"\s*+(?:\((?P<nth>[1-9][0-9]{0,5})\))?\s*+(?P<at>[^\"…]*)\Z"
_QUOTED = re.compile(rf'(?:(?P<source>{_ID})\s+)?"(?P<quote>.*)"{_TAIL}', re.DOTALL)
_CURLED = re.compile(rf"(?P<source>{_ID})\s+[“„«](?P<quote>[^“”„«»]*)[”“»]{_TAIL}", re.DOTALL)
_WORDS = (
    r"pp?\.|§§?|ch\.|chap\.|chapters?|sec\.|sections?|tab\.|tables?|figs?\.|figures?|ll?\.|lines?|paras?\.|paras?\b|"
    r"paragraphs?|vols?\.|nos?\.|cols?\.|arts?\.|schedule|annex|app\.|appendix|q\.|nn?\.|fn\.|pages?|"
    r"S\.|Seiten?|Abb\.|Kap\.|Kapitel|Zeilen?|Bd\.|Nr\.|Tabelle|Rn\.|Abs\.|chapitre|tableau|ligne|"
    r"págs?\.|página|cap\.|capítulo|tabla|línea|с\.|стр\.|гл\.|табл\.|рис\."
)
"""What a locator begins with: page, section and the like, in English, German, French, Spanish and Russian."""

_VALUE = r"(?:\d[\w.:/]*+(?:\s?ff?\.)?|(?-i:[IVXLCDM]++|[ivxlc]++|[A-Z](?:[.-]?\d[\w.-]*+)?)(?!\w))"
_FORM = (
    rf"(?:(?:{_WORDS})\s*{_VALUE}(?:\s*(?:,|[-–/&]|to\b|and\b|bis\b|und\b)\s*{_VALUE})*+|"
    r"\d{1,2}:\d\d(?::\d\d)?|第\s?\d+\s?[章节節页頁])"
)
_LOCATED = re.compile(
    rf"(?P<source>{_ID})[\s,]+(?P<at>{_FORM}(?:[\s,;]+{_FORM})*+)(?:[\s,;:]+(?P<rest>\S.*))?\Z",
    re.IGNORECASE | re.DOTALL,
)
_REST = re.compile(r"[\"“„«](?P<quote>.*)[\"”“»]\s*(?:\((?P<nth>[1-9][0-9]{0,5})\))?\Z", re.DOTALL)


class Reference(NamedTuple):
    """A passage or citation as written.

    Attributes:
        source: Id of the source; None where the map's ``about`` is meant.
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
    After a source, ``“ ”`` will do as well. What follows such a locator is a phrase: nothing is left unread.

    Example:
        >>> parse('city-survey "Mean speed … 41 streets" p. 12')
        Reference(source='city-survey', selector=Selector(quote='Mean speed … 41 streets', nth=None), locator='p. 12')
        >>> parse("make 30 km/h … residential streets").source is None
        True
        >>> parse("census table H4")
        Reference(source='census', selector=None, locator='table H4')
        >>> parse('letter p. 2 "elephants landed"')
        Reference(source='letter', selector=Selector(quote='elephants landed', nth=None), locator='p. 2')
    """
    text = text.strip()
    match = _QUOTED.match(text) or _CURLED.match(text)
    if match and match["quote"].strip():
        nth = int(match["nth"]) if match["nth"] else None
        return Reference(match["source"], Selector(match["quote"], nth), match["at"].strip(" ,") or None)
    if ID.match(text):
        return Reference(text, None, None)
    match = _LOCATED.match(text)
    if match:
        return Reference(match["source"], _selector(match["rest"]), match["at"])
    return Reference(None, Selector(text), None)


def _selector(rest: str | None) -> Selector | None:
    """Return the selector that follows a locator, in quotes or not."""
    quoted = _REST.match(rest) if rest else None
    if quoted and quoted["quote"].strip():
        return Selector(quoted["quote"], int(quoted["nth"]) if quoted["nth"] else None)
    return Selector(rest) if rest else None


def short(source: str, selector: Selector | None, locator: str | None, about: str | None) -> str | None:
    """Write the short form, or return None where it could not be read back as it was.

    Example:
        >>> short("memo", Selector("no well … ran dry"), "p. 3", "brief")
        'memo "no well … ran dry" p. 3'
        >>> short("brief", Selector("make 30 km/h"), None, "brief")
        'make 30 km/h'
    """
    wanted = Reference(source, selector, locator)
    forms = []
    if selector is None:
        forms.append(source if locator is None else f"{source} {locator}")
    else:
        nth = f" ({selector.nth})" if selector.nth else ""
        tail = nth + (f" {locator}" if locator else "")
        if source == about:
            forms += [selector.quote] if not tail else []
            forms.append(f'"{selector.quote}"{tail}')
        forms.append(f'{source} "{selector.quote}"{tail}')
    for form in forms:
        read = parse(form)
        if Reference(read.source or about, read.selector, read.locator) == wanted:
            return form
    return None
