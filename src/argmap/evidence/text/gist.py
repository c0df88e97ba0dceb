"""What a passage says, in one form: equal for two passages that cannot differ in meaning.

White space, case, punctuation, quotation and citation marks, spelling variants and fillers do not count; every other
word, figure, unit and sign does, and so does a question mark.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from argmap.evidence.text.languages.classes import classes_of
from argmap.evidence.text.languages.spelling import bare, plain, spelled, uncontracted
from argmap.evidence.text.words import marks

_FIGURE = r"(?:(?<!\w)[-+](?=\d))?(?:\d{1,3}(?:[ '’]\d{3})++(?!\d)|\d++(?:[.,:/]\d++)*+)(?:\s?[%‰°])?"
_SIGN = r"[^\w\s.,;:!'\"()\[\]{}*†‡§¶·•|\\/_。、，；：！（）「」『』《》【】〈〉।॥،؛՝։።፣፤׀׃״׳`^~¡¿™®©-]"
_IS_FIGURE = re.compile(r"[-+]?\d").match
_CITED = re.compile(
    r"(?<=[^\s\[(])\s?\[(?:(?:note|n|fn)\.?\s?)?[1-9]\d{0,2}(?:\s?[,;-]\s?[1-9]\d{0,2})*+\]"
    r"|\s?\[(?:[a-z]|citation needed)\]"
    r"|\s?\([^()]{1,40}?\bet al\.,? (?:19|20)\d\d[a-z]?\)"
    r"|(?<=[^\W\d_]{3})[¹²³⁰⁴-⁹]++(?!\w)|(?<=[.,;:!?\"')\]])[¹²³⁰⁴-⁹]++(?!\w)"
)
_MAY_CITE = re.compile(r"[\[(¹²³⁰⁴-⁹]").search
_COMMA_THOUSANDS = frozenset("en zh ja ko he hi th ur bn mr ta te gu kn ml pa ms fil sw".split())
_MARKED = "\x1f"


@cache
def letters() -> str:
    """Return the pattern of a run of letters with their marks; ``n't`` belongs to its word."""
    return rf"[^\W\d_](?:[^\W\d_]|[{marks()}])*+(?:(?<=n)'t(?!\w))?"


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(rf"{letters()}|{_FIGURE}|{_SIGN}|\w", re.IGNORECASE)


def gist(text: str, languages: tuple[str, ...]) -> str:
    """Return what a text in normal form N1 says; signs that its words may have or lack are left out.

    Example:
        >>> one = gist("The colour of 1,200 wells [3] was, moreover, grey.", ("en",))
        >>> one == gist("the color of 1200 wells was gray", ("en",)), one == gist("the color of 12 wells", ("en",))
        (True, False)
    """
    said = [_said(found, languages) for found in _tokens().findall(without_citations(text))]
    return "".join(said if text.isascii() else map(bare, said))


@lru_cache(maxsize=1 << 14)
def _said(found: str, languages: tuple[str, ...]) -> str:
    """Return what a word, figure or sign adds."""
    if _IS_FIGURE(found):
        return f"{_MARKED}{figure_value(found, languages)}{_MARKED}"
    words = uncontracted(plain(found))
    if words[0] in classes_of(languages).fillers:
        return ""
    written = (found,) if len(words) == 1 else words
    return "".join(_unfilled(spelled(word, languages), languages) for word in written)


def without_citations(text: str) -> str:
    """Leave out the marks of notes and references.

    Example:
        >>> without_citations("six wells [12, 13] ran dry.¹ An area of 5 km²")
        'six wells ran dry. An area of 5 km²'
    """
    return _CITED.sub("", text) if _MAY_CITE(text) else text


def figure_value(figure: str, languages: tuple[str, ...]) -> str:
    """Return a figure in one form: digits of any script, without what parts its thousands.

    Example:
        >>> figure_value("१,२००", ("hi",)), figure_value("1 200,5 %", ("fr",)), figure_value("1,200", ("de",))
        ('1200', '1200,5%', '1,200')
    """
    if not figure.isascii():
        figure = "".join(str(int(c)) if c.isdecimal() else c for c in figure)
    figure = re.sub(r"[\s'’]", "", figure)
    if languages and _COMMA_THOUSANDS.issuperset(languages):
        return re.sub(r"(?<=\d),(?=\d{3}(?!\d))|(?<=\d),(?=\d\d,\d)", "", figure)
    if languages and _COMMA_THOUSANDS.isdisjoint(languages) and re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?%?", figure):
        return figure.replace(".", "")
    return figure


def _unfilled(word: str, languages: tuple[str, ...]) -> str:
    """Leave the fillers out of a run of a script that sets no spaces."""
    pattern = classes_of(languages).fillers_inside
    if pattern is None or word.isascii():
        return word
    fillers = classes_of(languages).fillers
    return pattern.sub(lambda match: "" if match[0] in fillers else match[0], word)
