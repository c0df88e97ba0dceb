"""The text of a page, block by block."""

from __future__ import annotations

import re

from attrs import define, field, frozen

from argmap.sources.extract._account import Account
from argmap.sources.extract._lines import Lines, weight
from argmap.sources.extract._scripts import above, below
from argmap.sources.extract.html.fates import EQUATIONS, FORMS, HIDDEN, MENUS, RUBY, UNSEEN, Words, unseen
from argmap.sources.extract.html.formulas import formula
from argmap.sources.extract.html.notes import NOTE_MARKS, note_mark
from argmap.sources.extract.html.tree import Tree
from argmap.text import count_words

_PARAGRAPHS = frozenset(
    "article aside blockquote center details dialog dl figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol "
    "p pre section table ul".split()
)
_BLOCKS = _PARAGRAPHS | frozenset(
    "address body caption dd div dt fieldset figcaption foreignobject hgroup html legend li listing optgroup option "
    "search summary svg tbody text tfoot thead tr".split()
)
_NOTE = "-note"
_NOTES = frozenset(("ltx_note_content", "sidenote", "marginnote", "footnote-content", "tooltiptext"))
_STOPS = frozenset(".,;:!?)]”’»")
_CELLS = frozenset(("td", "th"))
_MARKS = frozenset(("a", "span", "sub", "sup"))
_NOT_IN_SCRIPTS = _BLOCKS | frozenset(("br", "math", "pre"))
_STRUCK = frozenset(("s", "strike", "del"))
_PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
_KEEPS_LINES = re.compile(r"white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_CLASSES = {"sup": "sup", "super": "sup", "oj-super": "sup", "superscript": "sup", "oj-sub": "sub", "subscript": "sub"}
_WITH_WORDS = frozenset((MENUS, FORMS, RUBY))
_LABELLED = frozenset(("submit", "button", "reset"))
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_SEVERAL = 3
_WIDE = "\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60"
_BROKEN = re.compile(rf"(?<=[{_WIDE}])[^\S\n]*+\n\s*+(?=[{_WIDE}])")  # by CSS Text 3, 4.1.2
_RINGS = frozenset("oºO")
_SCALE = re.compile(r"\s?[CF](?!\w)")
_NEAR = 4
_SMALL = 64
_SHORT = 60


@frozen
class Laid:
    """The text of some of a page.

    Attributes:
        text: The text.
        words: How many words a reader sees there, counted in the page; what is left out is not among them.
        struck: How many passages of it are struck through.
    """

    text: str
    words: int
    struck: int


@frozen
class _Open:
    """An element that has not ended, and where the text was when it began."""

    end: int
    tag: str
    preformatted: bool
    written: int
    breaks: int


@define
class _Layout:
    tree: Tree
    fates: dict[int, str]
    words: Words
    account: Account | None
    lines: Lines = field(factory=Lines)
    seen: list[str] = field(factory=list)
    open: list[_Open] = field(factory=list)
    preformatted: int = 0
    struck: int = 0
    marked: int = -1

    def run(self, start: int, stop: int) -> Laid:
        """Lay out what is between two indices."""
        at = start
        while at < stop:
            while self.open and self.open[-1].end <= at:
                self._close()
            at = self._take(at)
        while self.open:
            self._close()
        return Laid(self.lines.text(), count_words("".join(self.seen)), self.struck)

    def _take(self, at: int) -> int:
        """Take what is at an index; return the index of what comes next."""
        tag = self.tree.tags[at]
        if not tag:
            self._text(self.tree.texts[at])
        elif fate := self.fates.get(at):
            self._leave(at, fate)
        elif tag == "math":
            self._formula(at)
        elif tag in _MARKS and (mark := self._note_mark(at)):
            self._left(NOTE_MARKS, mark)
            self.marked = len(self.seen)
        elif tag in _MARKS and (script := _which_script(self.tree, at)) and self._is_small(at):
            text = self.tree.text(at).translate(_DROPPED)
            self._written("°" if self._is_degree(at, text) else above(text) if script == "sup" else below(text))
        else:
            self._begin(at, tag)
            return at + 1
        return self.tree.ends[at]

    def _note_mark(self, at: int) -> str | None:
        follows = self.marked == len(self.seen)
        return note_mark(self.tree, at, self.lines.before(), follows=follows)

    def _text(self, text: str) -> None:
        clean = text if text.isascii() else _BROKEN.sub("", text.translate(_DROPPED))
        if self.marked == len(self.seen) and clean[:1] in _STOPS:
            self._close_up()
        self.seen.append(clean)
        (self.lines.write_as_it_stands if self.preformatted else self.lines.write)(clean)

    def _close_up(self) -> None:
        """Take the blank away that stood before the mark of a note, and now before a stop."""
        if self.lines.gap == " ":
            self.lines.gap = ""
            while self.seen and not self.seen[-1].strip():
                self.seen.pop()
            if self.seen:
                self.seen[-1] = self.seen[-1].rstrip()
            self.marked = -1

    def _written(self, text: str) -> None:
        self.seen.append(text)
        self.lines.write(text)

    def _formula(self, at: int) -> None:
        text = formula(self.tree, at)
        gap = "\n\n" if self.tree.attributes[at].get("display") == "block" else ""
        if text:
            self._part(gap)
            self._written(text)
            self._part(gap)
        else:
            self._left(EQUATIONS, "")

    def _part(self, gap: str) -> None:
        if gap:
            self.seen.append(" ")
            self.lines.part(gap)

    def _is_small(self, at: int) -> bool:
        """Return whether a superscript is one, and not the half of a page whose end tag is missing."""
        if self.tree.ends[at] - at > _SMALL or len(self.tree.text(at)) > _SHORT:
            return False
        within = range(at + 1, self.tree.ends[at])
        return not any(self.tree.tags[each] in _NOT_IN_SCRIPTS or each in self.fates for each in within)

    def _is_degree(self, at: int, text: str) -> bool:
        """Return whether a raised letter is the sign of degrees, as in 25 <sup>o</sup>C."""
        end = self.tree.ends[at]
        after = self.tree.texts[end][:2] if end < len(self.tree.texts) else ""
        return text.strip() in _RINGS and self.lines.before().rstrip()[-1:].isdigit() and bool(_SCALE.match(after))

    def _begin(self, at: int, tag: str) -> None:
        if tag == "br":
            self.seen.append(" ")
            self.lines.line()
        elif tag in _CELLS or (tag == "tspan" and {"x", "y", "dy"} & self.tree.attributes[at].keys()):
            self._part(" ")
        elif tag in _BLOCKS:
            self._part(_gap(tag))
        elif tag == "span" and not _NOTES.isdisjoint(self.tree.attributes[at].get("class", "").split()):
            tag = _NOTE
            self._part(" ")
        self.struck += tag in _STRUCK and self.words.within(self.tree, at)[0] > 0
        is_preformatted = tag in _PREFORMATTED or bool(_KEEPS_LINES.search(self.tree.attributes[at].get("style", "")))
        self.preformatted += is_preformatted
        breaks = self.lines.breaks + weight(self.lines.gap)
        self.open.append(_Open(self.tree.ends[at], tag, is_preformatted, len(self.lines.parts), breaks))
        self.lines.quiet |= tag in _CELLS

    def _close(self) -> None:
        ended = self.open.pop()
        self.preformatted -= ended.preformatted
        if ended.tag in _CELLS:
            self.seen.append(" ")
            self.lines.quiet = False
            if len(self.lines.parts) > ended.written:
                self.lines.gap = "\n\n" if self.lines.breaks - ended.breaks >= _SEVERAL else " "
        elif ended.tag in _BLOCKS:
            self._part(_gap(ended.tag))
        elif ended.tag == _NOTE:
            self._part(" ")

    def _leave(self, at: int, fate: str) -> None:
        if fate == UNSEEN:
            return
        end, attributes = self.tree.ends[at], self.tree.attributes[at]
        if fate == HIDDEN and self._is_between_figures(end):
            self._part(" ")
        if fate == EQUATIONS and attributes.get("alt", "").strip():
            self._written(attributes["alt"])
        elif self.tree.tags[at] == "input":
            self._left(fate, attributes.get("value", "") if attributes.get("type") in _LABELLED else "")
        elif fate in _WITH_WORDS:
            within = _Layout(self.tree, unseen(self.tree, self.words, at + 1, end), self.words, None)
            self._left(fate, within.run(at, end).text)
        else:
            self._left(fate, "")

    def _is_between_figures(self, end: int) -> bool:
        """Return whether figures would meet where nothing is seen, as those of 1 and 1/2."""
        after = "".join(self.tree.texts[end : end + _NEAR])
        return self.lines.before()[-1:].isdigit() and after[:1].isdigit()

    def _left(self, kind: str, text: str) -> None:
        if self.account is not None:
            for number, block in enumerate(filter(None, text.split("\n")) if text.strip() else [""]):
                self.account.add(kind, block, places=0 if number else 1)


def lay_out(tree: Tree, fates: dict[int, str], words: Words, account: Account, start: int, stop: int) -> Laid:
    """Lay out the text of some of a page.

    Args:
        tree: The page.
        fates: What of it is no text.
        words: Its words.
        account: Where to tell what is left out.
        start: Index of the first element or text.
        stop: Index after the last.
    """
    return _Layout(tree, fates, words, account).run(start, stop)


def _gap(tag: str) -> str:
    return "\n\n" if tag in _PARAGRAPHS else "\n"


def _which_script(tree: Tree, at: int) -> str | None:
    """Return which of superscript and subscript an element is."""
    tag, attributes = tree.tags[at], tree.attributes[at]
    if tag in ("sup", "sub"):
        return tag
    style = _RAISED.search(attributes.get("style", ""))
    if style:
        return {"super": "sup", "sub": "sub"}[style[1].lower()]
    return next((_CLASSES[each] for each in attributes.get("class", "").split() if each in _CLASSES), None)
