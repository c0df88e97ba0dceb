"""Marks of notes: what in a page is the number of a note, or the way back from one, and no word of its text.

They are known by role (https://www.w3.org/TR/dpub-aria-1.1/#doc-noteref), by class, id and address as journals,
encyclopaedias and programs name them, and by place: a linked number in superscript, a number on a word. An exponent
stands on a figure, a unit, a letter or a bracket.
"""

from __future__ import annotations

import re

from argmap.sources.extract.html.tree import Tree

NOTE_MARKS = "note marks"

_NEAR = 64
_LONGEST = 60
_SIGNS = r"[*†‡§¶#∗⁎⁑‖]{1,4}"
_ONE = rf"(?:[^\W\d_]{{0,2}}\d{{1,3}}[a-z]?|[^\W\d_]|[ivxlc]{{1,6}}|{_SIGNS})"
_MARK = re.compile(rf"[\[(]?\s?{_ONE}(?:\s?[,;–—-]\s?{_ONE})*\s?[\])]?[.,:]?")
_NAMED_MARK = re.compile(r"[\[(]?\s?[^\W\d_]{2,12}\.?\s\d{1,3}\s?[\])]?")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_COMMAS = frozenset(",;")
_BETWEEN = re.compile(r"[\s,;.\[\]()&–—-]*")
_NOTE_NAME = re.compile(
    r"(?:foot|end|side|margin)-?note|note-?(?:ref|call|tag|anchor|link|mark)|cite_?(?:note|ref)|cite-bracket|commentary"
    r"|(?:^|[\s#/._:-])(?:notes?|(?:bib|ref|fn|ftn|edn|en|ntr|ntc|fuss?note|anm|noteref|reference|sdfootnote)\w{0,12})"
    r"(?=$|[\s_.:\d-])",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(
    r"doc-noteref|noteref|(?:foot|end)-?note|fn-?ref|note-?(?:ref|call|tag|anchor)|sdfootnote|ftn|edn|ntr\d|commentary",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"ltx_tag_note|doc-backlink|backlink|footnote-back|reversefootnote|fn-?back|data-footnote-backref", re.IGNORECASE
)
_SIGNS_ALONE = re.compile(r"[\s↩↑↵⏎⤴⬆←^▲¶§#🔗⚓†‡*\ufe0e\ufe0f]{1,4}")
_ON_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,}+[.,;:!?’”\"»)\]。、」]{0,3}\s?$|[.,;:!?”\"»。、」%]$")
_UNIT = re.compile(
    r"(?:met(?:re|er)|mètre|metro|Meter|метр\w*|メートル|foot|feet|fuß|pied|mile|inch(?:e)?|yard|acre|second|sec)s?\s?$",
    re.IGNORECASE,
)
_FIGURES = re.compile(rf"[※注]?(?:\d{{1,3}}|{_SIGNS})(?:\s?[,;–—-]\s?\d{{1,3}})*\)?|※")
_LETTER = re.compile(r"[abcdfgh]\)?")
_BEFORE_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,}+\s?$|\d[.,]\d+\s?%?$|%$")


def note_mark(tree: Tree, at: int, before: str, *, follows: bool = False) -> str | None:
    """Return the text of a mark of a note, where an element is one.

    Args:
        tree: The page.
        at: Index of an element.
        before: The text that comes before it on its line.
        follows: Whether it comes right after another mark.
    """
    if tree.ends[at] - at > _NEAR or sum(map(len, tree.texts[at : tree.ends[at]])) > _LONGEST * 4:
        return None
    text = " ".join(tree.text(at).split())
    if not text or len(text) > _LONGEST:
        return None
    tag = tree.tags[at]
    if tag != "sup" and (_BACK.search(_names(tree, at)) or (tag == "a" and _is_sign(tree, at, text))):
        return text
    if tag == "sup" and (text in _COMMAS or (follows and _BETWEEN.fullmatch(text))):
        return text
    is_mark = _is_raised(tree, at, text, before) if tag == "sup" else tag == "a" and _is_link(tree, at, text, before)
    return text if is_mark else None


def _is_raised(tree: Tree, at: int, text: str, before: str) -> bool:
    """Return whether a superscript is the mark of a note."""
    if _BRACKETED.fullmatch(text) or _NOTE_NAME.search(_names(tree, at)):
        return True
    links = [each for each in range(at, tree.ends[at]) if tree.tags[each] == "a"]
    if not links:
        return _is_on_word(text, before) and not _begins_sentence(tree, at, before)
    outside = "".join(tree.texts[each] for each in range(at, tree.ends[at]) if not _is_in(tree, each, links))
    return bool(_BETWEEN.fullmatch(outside)) and all(_is_linked_mark(tree, link, before) for link in links)


def _is_link(tree: Tree, at: int, text: str, before: str) -> bool:
    """Return whether a link outside a superscript is the mark of a note."""
    if not _may_be_mark(text):
        return False
    own = _names(tree, at)
    inner = " ".join(_names(tree, each) for each in range(at + 1, tree.ends[at]) if tree.tags[each])
    address = tree.attributes[at].get("href", "")
    if any(tree.tags[each] == "sup" for each in range(at, tree.ends[at])):
        return _is_linked_mark(tree, at, before)
    if _EXPLICIT.search(own) or _EXPLICIT.search(inner):
        return True
    bound = text[:1] in "[(" or (before[-1:].isalpha() or before[-1:] in "”.,;:!?")
    return bound and "#" in address and bool(_EXPLICIT.search(address.rpartition("#")[2]))


def _is_linked_mark(tree: Tree, at: int, before: str) -> bool:
    text = " ".join(tree.text(at).split())
    address = tree.attributes[at].get("href", "")
    if not text or not _may_be_mark(text):
        return not text
    return "#" in address or bool(_NOTE_NAME.search(_names(tree, at))) or _is_on_word(text, before)


def _is_on_word(text: str, before: str) -> bool:
    """Return whether a figure stands on a word or a stop, and not on a unit."""
    if _LETTER.fullmatch(text):
        return bool(_BEFORE_LETTER.search(before))
    return bool(_FIGURES.fullmatch(text) and _ON_WORD.search(before) and not _UNIT.search(before))


def _begins_sentence(tree: Tree, at: int, before: str) -> bool:
    """Return whether a figure begins a sentence or a word, as in verses, laws and isotopes."""
    end = tree.ends[at]
    after = tree.texts[end][:1] if end < len(tree.texts) else ""
    return after.upper() != after.lower() and (before[-1:].isspace() or before[-1:] in ".!?:;")


def _is_sign(tree: Tree, at: int, text: str) -> bool:
    """Return whether a link has no words, as the way back from a note and the one to a heading have none."""
    return bool(_SIGNS_ALONE.fullmatch(text)) and "#" in tree.attributes[at].get("href", "")


def _may_be_mark(text: str) -> bool:
    return bool(_MARK.fullmatch(text) or _NAMED_MARK.fullmatch(text))


def _is_in(tree: Tree, at: int, links: list[int]) -> bool:
    return any(link <= at < tree.ends[link] for link in links)


def _names(tree: Tree, at: int) -> str:
    attributes = tree.attributes[at]
    return " ".join(attributes.get(each, "") for each in ("role", "class", "id", "rel", "epub:type"))
