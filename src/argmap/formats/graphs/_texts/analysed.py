"""The analysed text of a node set, and where its information nodes stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from argmap.flaws import unwritten
from argmap.formats import _positions
from argmap.formats.graphs import _aif
from argmap.formats.graphs._texts import highlights
from argmap.formats.graphs._texts.anchoring import Anchored, Quotation, Text, anchor
from argmap.formats.graphs._woven import Woven
from argmap.model.citations import Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.sources import Source
from argmap.text import Span

_SPEAKER = re.compile(r"[^:\n]{0,80}:\s*")
_AGREEING = "agree"
_LEFT_OUT = ("…", "...")
_CONTEXT = re.compile(r"\s-|-\s")


@frozen
class Analysed:
    """An analysed text.

    Attributes:
        text: Its words.
        quotations: Where information nodes stand in it, by their ids.
        loose: How many places are those of nodes that are not there.
    """

    text: str
    quotations: dict[str, list[Quotation]]
    loose: int = 0


def analysed(nodes: Sequence[tuple[str, Mapping[str, Any]]], ends: Iterable[tuple[str, str]], markup: str) -> Analysed:
    """Find information nodes in a text: where they are highlighted, or a locution is that puts them forward.

    A text in which nothing is highlighted is searched for their words.

    Args:
        nodes: Their ids and fields.
        ends: The ids of the nodes that edges join.
        markup: The text.
    """
    found = highlights.read(markup)
    if not found.text.strip():
        return Analysed("", {})
    types = {name: _aif.type_of(fields) for name, fields in reversed(nodes)}
    texts = {name: _aif.text_of(fields) for name, fields in reversed(nodes)}
    said_in = _locutions(types, texts, ends)
    stated = [name for name, kind in types.items() if kind == "I"]
    if found.spans:
        spans = {name: _highlighted(name, said_in.get(name, ()), found.spans) for name in stated}
    else:
        spans = _found({name: [*_words(name, said_in.get(name, ()), texts)] for name in stated}, found.text)
    quotations = {
        name: [Quotation("", span.start, span.end - span.start, None) for span in those]
        for name, those in spans.items()
        if those
    }
    return Analysed(found.text, quotations, sum(name not in types for name in found.spans))


def _locutions(
    types: Mapping[str, str], texts: Mapping[str, str], ends: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """Return the locutions by which information nodes are put forward; who agrees says it in other words."""
    said: dict[str, list[str]] = {}
    stated: dict[str, list[str]] = {}
    for source, target in ends:
        kinds = types.get(source), types.get(target)
        if kinds == ("L", "YA"):
            said.setdefault(target, []).append(source)
        elif kinds == ("YA", "I") and not texts[source].casefold().startswith(_AGREEING):
            stated.setdefault(target, []).append(source)
    return {
        name: list(dict.fromkeys(locution for act in acts for locution in said.get(act, ())))
        for name, acts in stated.items()
    }


def _highlighted(name: str, locutions: Iterable[str], spans: Mapping[str, list[Span]]) -> list[Span]:
    return spans.get(name) or [span for locution in locutions for span in spans.get(locution, ())]


def _words(name: str, locutions: Iterable[str], texts: Mapping[str, str]) -> Iterator[str]:
    """Give what may stand in the text for an information node: its words, or those of its locutions."""
    yield texts[name]
    for locution in locutions:
        yield _SPEAKER.sub("", texts[locution], count=1)
        yield texts[locution]


def _found(words: Mapping[str, list[str]], text: str) -> dict[str, list[Span]]:
    """Return where the first of some words stands alone in a text, literally."""
    selectors = {
        each: Selector(" ".join(each.split()))
        for those in words.values()
        for each in those
        if each.strip() and not any(mark in each for mark in _LEFT_OUT) and not _CONTEXT.search(each)
    }
    places = _positions.found(selectors.values(), text)
    alone = {each: span for each, selector in selectors.items() if (span := places[selector])}
    return {name: [alone[each] for each in those if each in alone][:1] for name, those in words.items()}


def put_text(m: ArgumentMap, rest: dict[str, Any], names: Mapping[str, Any]) -> None:
    """Write the analysed text of a map into a file of xAIF that has none, its passages highlighted."""
    text = m.texts[m.about or ""]
    selectors = [(s.id, p.selector) for s in m for p in s.passages if p.source == m.about and p.selector]
    places = _positions.found((selector for _, selector in selectors), text)
    wanted = ((str(names[name]), places[selector]) for name, selector in selectors if name in names)
    spans = sorted(((node, span) for node, span in wanted if span), key=lambda each: (each[1].start, -each[1].end))
    kept: list[tuple[str, Span]] = []
    for node, span in spans:
        if not kept or span.start >= kept[-1][1].end:
            kept.append((node, span))
    rest["text"] = highlights.write(text, kept)


def lost(m: ArgumentMap, woven: Woven, markup: str, names: Mapping[str, Any], title: str) -> Iterator[Finding]:
    """Say what of the texts and passages of a map a file does not say."""
    ends = ((str(source), str(target)) for source, target in map(_aif.ends, woven.edges))
    there = analysed([(str(_aif.node_id(fields)), fields) for fields in woven.nodes], ends, markup)
    about = m.about or ""
    means = anchor(there.quotations, {"": there.text}, {"": about})
    messages = []
    if m.about is None or m.texts.get(about, there.text) != there.text:
        messages.append("the text of the analysed source is not that of the file, which stays")
    passages = {s.id: means.get(str(names.get(s.id)), Anchored()).passages for s in m}
    place = _places((p for s in m for p in (*s.passages, *passages[s.id])), there.text)
    said = {name: {place(p) for p in those} for name, those in passages.items()}
    left = sum(place(p) not in said[s.id] for s in m for p in s.passages)
    if left:
        what, are = ("a passage", "is") if left == 1 else (f"{left:,} passages", "are")
        messages.append(f"{what} that {are} not highlighted in the text of the file {are} not written")
    own = {s.id: {place(p) for p in s.passages} for s in m}
    stays = sum(len(places - own[name]) for name, places in said.items())
    if stays:
        what, stay = ("a passage", "stays") if stays == 1 else (f"{stays:,} passages", "stay")
        messages.append(f"{what} that the map no longer has {stay} highlighted in the text of the file")
    records = sum(s not in (Source(about), Text("").record(about)) for s in m.sources)
    if records:
        what, says = ("a source record", "says") if records == 1 else (f"{records:,} source records", "say")
        messages.append(f"{what} {says} more than {title} has a place for")
    yield from unwritten(messages)


def _places(passages: Iterable[Passage], text: str) -> Callable[[Passage], tuple[str, Span | Selector | None]]:
    """Return what tells where a passage is: its place in a text, whatever words name it, or else these."""
    selectors = dict.fromkeys(p.selector for p in passages if p.selector)
    found = _positions.found(selectors, text)
    return lambda p: (p.source, (p.selector and found[p.selector]) or p.selector)
