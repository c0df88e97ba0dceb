"""Mending anchors after a source was revised: what was found, what changed in it, and the phrases that name it now."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from attrs import frozen

from argmap.analysis import Analysis
from argmap.errors import ReadError
from argmap.evidence.lockfile import Lock, decode
from argmap.evidence.passages.describe import describe
from argmap.evidence.passages.resolution import Anchor, Outcome, Resolution
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.tokens import codes
from argmap.evidence.text.words import word_pattern
from argmap.model.citations import Citation, Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.native import scalars
from argmap.native.citation import short
from argmap.project import documents
from argmap.project.project import Project
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span
from argmap.workflows.locking import Anchors

_TO_MEND = (Outcome.FUZZY, Outcome.CONTEXT_CHANGED, Outcome.AMBIGUOUS, Outcome.MISSING)
_IN_QUOTES: tuple[Callable[[str], str], ...] = (
    str,
    lambda phrase: json.dumps(phrase, ensure_ascii=False)[1:-1],
    lambda phrase: phrase.replace("'", "''"),
)
"""How a phrase stands in YAML: as it is, in double quotation marks, in single ones."""
_NEEDS_CARE = re.compile(r"""["'\\:#{}\[\],]""")


class Accept(StrEnum):
    """How sure a place must be to be taken without asking."""

    STRONG = "strong"
    WEAK = "weak"


@frozen
class Proposal:
    """An anchor whose passage is not what it was.

    Attributes:
        anchor: The source and the selector as it is written.
        resolution: What was found.
        selector: The selector to write instead; None where a person must look.
        diff: The passage as it is now: ``{+new words+}``, and ``[-…-]`` where words were.
    """

    anchor: Anchor
    resolution: Resolution
    selector: Selector | None
    diff: str

    def is_safe(self, accept: Accept) -> bool:
        """Tell whether it may be taken without asking: nothing that counts was changed, and the place is sure."""
        found = self.resolution
        if self.selector is None or found.lost or found.gained:
            return False
        return accept is Accept.WEAK or found.is_strong or found.outcome is Outcome.CONTEXT_CHANGED


def proposals(maps: Iterable[Analysis], project: Project) -> list[Proposal]:
    """Look up the anchors of maps, and propose a new selector for each whose passage was changed."""
    found = Anchors.of(maps)
    searched: dict[str, Searched] = {}
    made = []
    for (source, selector), resolution in found.resolutions.items():
        if selector is None or resolution.outcome not in _TO_MEND:
            continue
        text = searched.setdefault(source, Searched(found.texts[source]))
        made.append(_proposal((source, selector), selector, resolution, text, project.lock))
    return made


def _proposal(
    anchor: Anchor, selector: Selector, resolution: Resolution, searched: Searched, lock: Lock | None
) -> Proposal:
    if not resolution.needs_review:
        return Proposal(anchor, resolution, None, "")
    place = resolution.places[0]
    record = lock.record(anchor[0], selector) if lock else None
    passage = normal_text(searched.normal.raw[place.start : place.end])
    diff = word_diff(decode(record.sketch), passage, selector) if record else passage
    return Proposal(anchor, resolution, describe(place, searched), diff)


def word_diff(held: Sequence[int], passage: str, selector: Selector) -> str:
    """Show a passage with what changed in it: the lock holds only codes of its words, so lost words are counted.

    Args:
        held: The codes of the words as they were.
        passage: The words as they are.
        selector: Whose phrases tell some of the lost words.

    Example:
        >>> held = codes("six of the wells were below the safe level")
        >>> word_diff(held, "six of the new wells were at the level", Selector("six of … the safe level"))
        'six of the {+new+} wells were [-1 word-] {+at+} the [-safe-] level'
    """
    words = word_pattern(passage).findall(passage)
    known = _known_words(selector, len(held))
    shown: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, held, codes(passage), autojunk=False).get_opcodes():
        if what == "equal":
            shown += words[c:d]
            continue
        if b > a:
            lost = [known.get(place) for place in range(a, b)]
            told = " ".join(filter(None, lost)) if all(lost) else f"{b - a} word{'s' if b - a > 1 else ''}"
            shown.append(f"[-{told}-]")
        if d > c:
            shown.append(f"{{+{' '.join(words[c:d])}+}}")
    return " ".join(shown)


def _known_words(selector: Selector, count: int) -> dict[int, str]:
    """Return the words of a passage that its selector spells out, by place."""
    phrases = [word_pattern(phrase).findall(phrase) for phrase in map(normal_text, selector.phrases)]
    known = dict(enumerate(phrases[0]))
    if len(phrases) > 1:
        known |= {count - len(phrases[1]) + place: word for place, word in enumerate(phrases[1])}
    return known


def rewritten_files(maps: Sequence[ArgumentMap], changes: Mapping[Anchor, Selector]) -> dict[str, str]:
    """Return the texts of the files that change, by file, with new selectors in place of old ones; see `rewritten`."""
    texts: dict[str, str] = {}
    for m in reversed(maps):  # so that the places in what comes earlier in the file stay true
        text = rewritten(m, changes, texts.get(m.origin.file)) if m.origin else None
        if m.origin and text is not None:
            texts[m.origin.file] = text
    return texts


def unchanged(maps: Iterable[ArgumentMap], changes: Mapping[Anchor, Selector]) -> list[Anchor]:
    """Return the anchors that maps still have although they were to be others."""
    present = {anchor for m in maps for anchor in _anchors(m)}
    return [anchor for anchor, new in changes.items() if anchor in present and anchor[1] != new]


def rewritten(m: ArgumentMap, changes: Mapping[Anchor, Selector], text: str | None = None) -> str | None:
    """Return the text of a map's file with new selectors in place of old ones, and nothing else changed.

    Args:
        m: The map, as it was read.
        changes: New selector by anchor.
        text: The text of the file, where it has changed since the map was read.

    Returns:
        The text, or None where nothing in it changes.

    Raises:
        ReadError: The file is written in a way that a program cannot mend.
    """
    if m.origin is None:
        return None
    if any(finding.code == SYNTAX.code for finding in m.origin.findings):
        raise ReadError(f"{m.origin.file} has a syntax error: mend that first; argmap check shows where")
    text = m.origin.lines.text if text is None else text
    written_in: dict[Span, list[Passage | Citation]] = {}
    edits: set[Span] = set()
    wanted = []
    for place in _places(m):
        span, new = place.span, changes.get((place.source, place.selector))
        if new and span and text.startswith("@include(", span.start):
            new = None  # it stands in the file that is included, and is mended there
        wanted.append((place.source, new or place.selector))
        if span:
            written_in.setdefault(span, []).append(place)
            edits.update([span] if new else [])
    if not edits:
        return None
    rewrite = _in_braces if m.origin.format == "argdown" else _rewrite
    parts: list[str] = []
    last = 0
    for span in sorted(edits, key=lambda edit: edit.start):
        parts += text[last : span.start], rewrite(text[span.start : span.end], written_in[span], changes, m)
        last = span.end
    text = "".join([*parts, text[last:]])
    found = documents.reread(text, m.origin)
    if _anchors(found) != wanted:
        line = m.origin.lines.position(min(span.start for span in edits)).line
        raise ReadError(
            f"{m.origin.file} cannot be mended by a program: change the phrases from line {line} on by hand"
        )
    return text


def _places(m: ArgumentMap) -> Iterator[Passage | Citation]:
    for statement in m:
        yield from statement.passages
        yield from statement.citations


def _anchors(m: ArgumentMap) -> list[Anchor]:
    return [(place.source, place.selector) for place in _places(m)]


def _in_braces(
    segment: str, places: Sequence[Passage | Citation], changes: Mapping[Anchor, Selector], m: ArgumentMap
) -> str:
    """Put new phrases into the data of a statement in Argdown, with the marks that its quotation marks ask for."""
    wanted = [(place.source, changes.get((place.source, place.selector), place.selector)) for place in places]
    phrases = {p.selector.quote: new.quote for p, (_, new) in zip(places, wanted, strict=True) if p.selector and new}
    text, brace, data = segment.partition("{")
    head = f"===\nabout: {json.dumps(m.about)}\n===\n\n" if m.about else ""
    for encode in _IN_QUOTES:
        known = {encode(old): encode(new) for old, new in phrases.items()}
        longest_first = "|".join(re.escape(old) for old in sorted(known, key=len, reverse=True))
        pieces = re.split(f"({longest_first})", data)
        written = text + brace + "".join(known.get(piece, piece) for piece in pieces)
        if _anchors(documents.loads(f"{head}{written}\n", format="argdown")) == wanted:
            return written
    return segment


def _rewrite(
    segment: str, places: Sequence[Passage | Citation], changes: Mapping[Anchor, Selector], m: ArgumentMap
) -> str:
    """Put a new selector into what is written: the phrases alone where that is safe, else the whole short form."""
    place = places[0]
    old, new = place.selector, changes[place.source, place.selector]
    if old and old.nth is None and segment.count(old.quote) == 1 and not _NEEDS_CARE.search(new.quote):
        return segment.replace(old.quote, new.quote)
    written = short(place.source, new, place.locator, m.about)
    return scalars.inline(written, flow=True) if written else segment
