"""The texts beside the map: every passage marked in the colour of the kind of what it carries, as sections to read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from attrs import frozen

from argmap.evidence.text.sentences import own_line_ends
from argmap.model.sources import Source
from argmap.renderers._diagram.markup import clean, element_id
from argmap.renderers.html.outline import anchor, link
from argmap.renderers.html.passages import FROM, NEAREST, Place, Reading, Stretch, Unplaced, paragraphs
from argmap.text import Span
from argmap.wording import counted

ROLES = {
    FROM: "put forward here",
    "supports": "cited for it",
    "contradicts": "cited against it",
    "qualifies": "cited as a qualification of it",
    "context": "cited for its context",
}
"""What a passage is for a statement, in words."""
STATES = {
    "disputed": "disputed",
    NEAREST: "only the nearest to what is not here",
    "fuzzy": "other words than before",
    "context-changed": "other surroundings than before",
    "ambiguous": "one of several places",
    "moved": "moved",
}
"""What a reader is told of a passage that was not just found, the gravest first."""

_MOST_NAMED = 5
_UNSEEN = re.compile(  # what no page can show, or what turns the direction of writing
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BREAK = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")

Fact = Mapping[str, Any]


@frozen
class _Column:
    """A text to be written.

    Attributes:
        reading: The text with its places.
        first: The number of its first place in the page.
        statements: What the page knows of statements, by id.
        numbers: The number of each place in the text.
        is_about: Whether it is the analysed text.
    """

    reading: Reading
    first: int
    statements: Mapping[str, Fact]
    numbers: Mapping[Span, int]
    is_about: bool


def places(texts: Iterable[Reading]) -> dict[str, Any]:
    """Return the places of all texts as data for the script: a place's number in the page is its position."""
    found = [
        {"source": reading.source, "bearings": [[b.statement, b.role, b.state, clean(b.quote)] for b in place.bearings]}
        for reading in texts
        for place in reading.places
    ]
    return {"places": found, "roles": ROLES}


def numbers(texts: Iterable[Reading]) -> dict[tuple[str, str, str], int]:
    """Return the number of the first place that a statement names in a source, by statement, source and quotation."""
    found: dict[tuple[str, str, str], int] = {}
    every = ((reading.source, place) for reading in texts for place in reading.places)
    for number, (source, place) in enumerate(every):
        for bearing in place.bearings:
            found.setdefault((bearing.statement, source, clean(bearing.quote)), number)
    return found


def columns(texts: Sequence[Reading], sources: Mapping[str, Source], known: Fact) -> str:
    """Write the texts, and which are not at hand.

    Args:
        texts: The texts that are.
        sources: The records, by id.
        known: What the page knows of its map.
    """
    statements = {statement["id"]: statement for statement in known["statements"]}
    parts, first = [], 0
    for reading in texts:
        numbers = {place.span: number for number, place in enumerate(reading.places)}
        column = _Column(reading, first, statements, numbers, reading.source == known["about"])
        parts.append(_column(column, sources.get(reading.source, Source(reading.source))))
        first += len(reading.places)
    at_hand = {reading.source for reading in texts}
    absent = _absent([source["label"] for source in known["sources"] if source["id"] not in at_hand])
    return (
        '<section id="texts" aria-label="Texts" tabindex="-1"><h2>Texts</h2>'
        f'{absent}<div id="columns">{"".join(parts)}</div></section>'
    )


def _column(column: _Column, source: Source) -> str:
    reading = column.reading
    items = "".join(f"<li>{_unplaced(each, column)}</li>" for each in reading.unplaced)
    unplaced = f'<ul class="unplaced">{items}</ul>' if items else ""
    language = f' lang="{escape(clean(source.language))}"' if source.language else ""
    return (
        f'<article class="column" id="{escape(element_id("t", source.id))}" data-source="{escape(source.id)}"'
        f' data-share="{_share(reading)}">'
        f'<h3 dir="auto">{escape(clean(source.label))}</h3>{_origin(source, column.is_about)}'
        f'<p class="share">{_share(reading)}{_context(reading)}.</p>{unplaced}'
        f'<div class="prose"{language}>{"".join(_paragraphs(column))}</div></article>'
    )


def _origin(source: Source, is_about: bool) -> str:
    """Say where a text comes from."""
    told = [*(["the analysed text"] if is_about else []), *source.authors, source.publisher, source.published]
    words = ", ".join(clean(each) for each in told if each)
    return f'<p class="origin" dir="auto">{escape(words[:1].upper() + words[1:])}</p>' if words else ""


def _share(reading: Reading) -> str:
    """Say how many sentences of a text are used."""
    used = sum(sentence.use == "used" for sentence in reading.sentences)
    return f"{used:,} of {counted(len(reading.sentences), 'sentence')} used"


def _context(reading: Reading) -> str:
    context = sum(sentence.use == "context" for sentence in reading.sentences)
    return f", {context:,} more only as context" if context else ""


def _absent(labels: Sequence[str]) -> str:
    """Say once which texts are not at hand."""
    if not labels:
        return ""
    names = ", ".join(f"<bdi>{escape(label)}</bdi>" for label in labels)
    if len(labels) == 1:
        return f'<p class="absent">The text of {names} is not at hand.</p>'
    told = f"The texts of {len(labels):,} sources are not at hand"
    return f'<details class="absent"><summary>{told}</summary><p>{names}.</p></details>'


def _unplaced(each: Unplaced, column: _Column) -> str:
    """Say what has no place in a text of its own."""
    name = link(column.statements[each.statement])
    role = "from which is taken" if each.role == FROM else ROLES[each.role].replace(" it", "", 1)
    if not each.quote:
        return f"The whole text, {role}: {name}"
    nearest = ""
    if each.nearest:
        nearest = f'; <a href="#p-{column.first + column.numbers[each.nearest]}">the nearest passage</a>'
    return f'<b>Not in this text:</b> <q dir="auto">“{escape(clean(each.quote))}”</q>, {role}: {name}{nearest}'


def _paragraphs(column: _Column) -> Iterator[str]:
    """Write the paragraphs of a text, and where its pages begin."""
    text, begun = column.reading.text, set[int]()
    page, before = 1, 0
    for stretches in paragraphs(column.reading):
        start, end = stretches[0].start, stretches[-1].end
        turned = text.count("\f", before, start)
        if turned:
            page += turned
            yield f'<p class="page">Page {page}</p>'
        before = end
        lines = frozenset(own_line_ends(text, Span(start, end)))
        written = "".join(_stretch(column, stretch, begun, lines) for stretch in stretches)
        yield f'<p dir="auto">{written}</p>'


def _stretch(column: _Column, stretch: Stretch, begun: set[int], lines: Collection[int]) -> str:
    """Write a stretch of a paragraph.

    Args:
        column: The text.
        stretch: The stretch.
        begun: The places of which a stretch was written already; those that begin here are added.
        lines: Where lines end for themselves.
    """
    words = escape(_shown(column.reading.text, stretch, lines), quote=False)
    if not stretch.places:
        return f'<span class="{stretch.use}">{words}</span>' if stretch.use in ("used", "context") else words
    found = [column.reading.places[number] for number in stretch.places]
    fresh = [number for number in stretch.places if number not in begun]
    begun.update(fresh)
    numbers = [column.first + number for number in stretch.places]
    name = f' id="p-{column.first + fresh[0]}"' if fresh else ' tabindex="-1"'
    anchors = "".join(f'<span id="p-{column.first + number}"></span>' for number in fresh[1:])
    statements = _carried(found, column)
    kinds = list(dict.fromkeys(statement["kind"] for statement in statements))
    looks = [kinds[0], *(f"also-{kind}" for kind in kinds[1:2]), *_look(found)]
    ended = [place for place in found if place.span.end == stretch.end]
    return (
        f'{anchors}<a class="passage {" ".join(looks)}" href="#{anchor(statements[0])}"'
        f' data-p="{" ".join(map(str, numbers))}" title="{escape(_title(statements))}"{name}>{words}</a>'
        f"{''.join(_end(place, column) for place in ended)}"
    )


def _carried(found: Iterable[Place], column: _Column) -> list[Fact]:
    """Return the statements that some places carry, each once."""
    ids = dict.fromkeys(bearing.statement for place in found for bearing in place.bearings)
    return [column.statements[name] for name in ids]


def _look(found: Iterable[Place]) -> list[str]:
    """Return the gravest state of some places, if one of them was not just found."""
    states = {bearing.state for place in found for bearing in place.bearings}
    return [state for state in STATES if state in states][:1]


def _title(statements: Sequence[Fact]) -> str:
    named = [f"{statement['kind'].capitalize()}: {statement['label']}" for statement in statements[:_MOST_NAMED]]
    more = [f"and {len(statements) - _MOST_NAMED} more"] if len(statements) > _MOST_NAMED else []
    return "\n".join([*named, *more])


def _end(place: Place, column: _Column) -> str:
    """Say what is to be said of a place where it ends, and where no script runs, what it carries."""
    told = "".join(f' <small class="state {state}">{STATES[state]}</small>' for state in _look([place]))
    names = ", ".join(map(link, _carried([place], column)))
    return f'{told}<noscript> <small class="carried">[{names}]</small></noscript>'


def _shown(text: str, stretch: Stretch, lines: Collection[int]) -> str:
    """Return the words of a stretch, with its lines broken where they end for themselves alone."""
    words = text[stretch.start : stretch.end]
    if not words.isprintable():
        words = _BREAK.sub(lambda found: "\n" if stretch.start + found.start() in lines else " ", words)
        words = _UNSEEN.sub("", words)
    return words
