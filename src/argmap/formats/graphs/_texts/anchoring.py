"""Texts that stand in a file of a graph, and the places in them where its statements stand: as passages, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.model.citations import Passage
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source, is_address
from argmap.native.ids import Names, is_id, slug
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_place import RULE as WRONG_PLACE
from argmap.text import Span
from argmap.wording import quoted

_UNREADABLE = re.compile(r"[0-9a-fA-F-]{20,}")
_UNNAMED = "places that no few words tell from others have no passage in the map"


@frozen
class Text:
    """A text that stands in a file.

    Attributes:
        content: All of it.
        title: What the file calls it.
        address: Where the file says that it comes from, if that is an address.
    """

    content: str
    title: str = ""
    address: str = ""

    def record(self, name: str) -> Source:
        """Return what a map knows of it."""
        return Source(name, self.title or name, url=self.address if is_address(self.address) else None)


@frozen
class Quotation:
    """A place where a file says that a statement stands.

    Attributes:
        text: The id of the text in the file.
        start: Offset of its first character; None where the file does not say.
        length: How many characters; None where the file does not say.
        words: What is said to stand there; None where the file does not say.
    """

    text: str
    start: int | None
    length: int | None
    words: str | None

    @property
    def span(self) -> Span:
        """Return its place, counted as the file counts."""
        start = self.start or 0
        return Span(start, start + (self.length if self.length is not None else len(self.words or "")))


@frozen
class Anchored:
    """What the quotations of a statement mean.

    Attributes:
        passages: Of those that are found.
        wrong: What is wrong with the others, and with those that stand elsewhere.
        unnamed: How many are in their text and cannot be named.
    """

    passages: tuple[Passage, ...] = ()
    wrong: tuple[str, ...] = ()
    unnamed: int = 0


def source_ids(texts: Mapping[str, Text], file: str) -> dict[str, str]:
    """Return ids for texts as sources: their own where people can read them, else after their titles, else the file.

    Example:
        >>> unreadable = "5f0c21ab-77aa-4c2e-9d1f-0123456789ab"
        >>> list(source_ids({"r1": Text("Dry."), unreadable: Text("Wet.", "The wells")}, "a.json").values())
        ['r1', 'the-wells']
        >>> list(source_ids({unreadable: Text("Dry.")}, "maps/wells.json").values())
        ['wells']
    """
    names = Names()
    stem = slug(file.replace("\\", "/").rpartition("/")[2].partition(".")[0].strip("-") or "text")
    found = {}
    for name, text in texts.items():
        is_readable = is_id(name) and not _UNREADABLE.fullmatch(name)
        found[name] = names.make(name if is_readable else slug(text.title) if text.title.strip() else stem, "-")
    return found


def anchor(
    quotations: Mapping[str, Sequence[Quotation]], texts: Mapping[str, str], sources: Mapping[str, str]
) -> dict[str, Anchored]:
    """Say which passages quotations are.

    Args:
        quotations: By the ids of statements.
        texts: By their ids in the file; quotations of others are left out.
        sources: The ids of texts as sources.
    """
    checked: dict[tuple[str, Quotation], _positions.Checked] = {}
    for name, stand in _by_text(quotations.values()).items():
        if name in texts:
            back = _positions.units(texts[name], units(stand, texts[name])).back
            checked |= {(name, each): _checked(each, back(each.span), texts[name]) for each in stand}
    spans: dict[str, dict[Span, None]] = {}
    for (name, _), found in checked.items():
        if found.span:
            spans.setdefault(name, {})[found.span] = None
    places = {name: _positions.described(wanted, texts[name]) for name, wanted in spans.items()}
    anchored = {}
    for statement, those in quotations.items():
        results = [
            (quotation.text, checked[quotation.text, quotation]) for quotation in those if quotation.text in texts
        ]
        named = [(name, places[name][found.span].selector) for name, found in results if found.span]
        passages = dict.fromkeys(Passage(sources[name], selector) for name, selector in named if selector)
        wrong = tuple(found.flaw for _, found in results if found.flaw)
        anchored[statement] = Anchored(tuple(passages), wrong, sum(selector is None for _, selector in named))
    return anchored


def _by_text(quotations: Iterable[Sequence[Quotation]]) -> dict[str, list[Quotation]]:
    found: dict[str, list[Quotation]] = {}
    for each in (each for those in quotations for each in those):
        found.setdefault(each.text, []).append(each)
    return found


def units(quotations: Iterable[Quotation], text: str) -> str:
    """Return in what the offsets of quotations of a text are counted, as `argmap.formats._positions` names it."""
    told = [(each.span, each.words) for each in quotations if each.words is not None and each.start is not None]
    return _positions.units_of(told, text)


def _checked(quotation: Quotation, span: Span, text: str) -> _positions.Checked:
    """Look a quotation up; one without an offset stands at the beginning, or where its words stand alone."""
    words = quotation.words
    if words is None or quotation.start is not None:
        return _positions.checked(span, text, words)
    at = 0 if text.startswith(words) else text.find(words)
    if at >= 0 and (at == 0 or text.find(words, at + 1) < 0):
        return _positions.checked(Span(at, at + len(words)), text, words)
    return _positions.checked(span, text, words)


@frozen
class Anchorage:
    """The texts of a file that a map is read from, and where its statements stand in them.

    Attributes:
        texts: By their ids in the file.
        sources: Their ids as sources, by the same.
        passages: Of statements, by their ids.
    """

    texts: Mapping[str, Text] = field(factory=dict)
    sources: Mapping[str, str] = field(factory=dict)
    passages: Mapping[str, tuple[Passage, ...]] = field(factory=dict)

    def put_in(self, m: ArgumentMap) -> ArgumentMap:
        """Return a map with its texts, their records, and the passages of its statements."""
        statements = (evolve(s, passages=self.passages[s.id]) if s.id in self.passages else s for s in m)
        names = list(self.sources.values())
        return evolve(
            m,
            about=names[0] if len(names) == 1 else None,
            statements=tuple(statements),
            sources=tuple(text.record(self.sources[name]) for name, text in self.texts.items()),
            texts={self.sources[name]: text.content for name, text in self.texts.items()},
        )


def anchorage(
    quotations: Mapping[str, Sequence[Quotation]],
    texts: Mapping[str, Text],
    file: str,
    places: Mapping[str, Span],
    flaws: Flaws,
) -> Anchorage:
    """Find where statements stand; what is wrong with a place is told.

    Args:
        quotations: By the ids of statements.
        texts: By their ids in the file.
        file: Its name.
        places: Of statements in the file.
        flaws: What is found.
    """
    sources = source_ids(texts, file)
    for statement, those in quotations.items():
        for quotation in those:
            if quotation.text not in texts:
                names = f"which the statement {quoted(statement)} names"
                message = f"no text has the id {quoted(quotation.text)}, {names}: add it"
                flaws.add(UNKNOWN_REFERENCE, message, places[statement], statement)
    found = anchor(quotations, {name: text.content for name, text in texts.items()}, sources)
    for statement, each in found.items():
        for message in each.wrong:
            flaws.add(WRONG_PLACE, f"the statement {quoted(statement)}: {message}", places[statement], statement)
        for _ in range(each.unnamed):
            flaws.drop(_UNNAMED, places[statement])
    return Anchorage(texts, sources, {name: each.passages for name, each in found.items() if each.passages})
