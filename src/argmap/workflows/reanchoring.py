"""Mending anchors after a source was revised: what was found, what changed in it, and the phrases that name it now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeVar

from attrs import evolve, frozen

from argmap import formats
from argmap.analysis import Analysis
from argmap.errors import ReadError
from argmap.evidence.lockfile import Lock, decode
from argmap.evidence.passages.describe import mended
from argmap.evidence.passages.resolution import Anchor, Outcome, Resolution
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.tokens import codes
from argmap.evidence.text.words import word_pattern
from argmap.model.citations import Citation, Passage, Selector
from argmap.model.document import ArgumentMap
from argmap.project import documents
from argmap.project.project import Project
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Edit, apply_edits
from argmap.workflows.locking import Anchors

_TO_MEND = (Outcome.FUZZY, Outcome.CONTEXT_CHANGED, Outcome.AMBIGUOUS, Outcome.MISSING)
_Cited = TypeVar("_Cited", Passage, Citation)


class Accept(StrEnum):
    """How sure a place must be to be taken without asking.

    *strong*: it is proven to say the same. *weak*: it reads differently, or stands among other words, but no figure,
    negation or other signal word came or went; what says otherwise (AM207) is never taken without asking.
    """

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
        """Tell whether it may be taken without asking."""
        found = self.resolution
        if self.selector is None or found.says_otherwise:
            return False
        return accept is Accept.WEAK or found.is_strong


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
    return Proposal(anchor, resolution, mended(selector, place, searched), diff)


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


@frozen
class Rewriting:
    """Files with new selectors in place of old ones.

    Attributes:
        texts: The texts of the files that change, by file.
        unmended: Where a phrase is written in a way that a program cannot mend, by anchor: ``file, line 3``.
    """

    texts: Mapping[str, str]
    unmended: Mapping[Anchor, str]


def rewritten_files(maps: Iterable[ArgumentMap], changes: Mapping[Anchor, Selector]) -> Rewriting:
    """Put new selectors in place of old ones, wherever a program can; what it cannot mend hinders nothing else.

    Args:
        maps: The maps, as they were read; several of them may be in one file.
        changes: New selector by anchor.

    Raises:
        ReadError: A file has a syntax error.
    """
    by_file: dict[str, list[ArgumentMap]] = {}
    for m in maps:
        if m.origin:
            by_file.setdefault(m.origin.file, []).append(m)
    unmended: dict[Anchor, str] = {}
    for file, held in by_file.items():
        unmended |= dict(_unmendable(file, held, changes))
    taken = {anchor: new for anchor, new in changes.items() if anchor not in unmended}
    texts = {file: _rewritten(held, taken) for file, held in by_file.items()}
    return Rewriting({file: text for file, text in texts.items() if text is not None}, unmended)


def unchanged(maps: Iterable[ArgumentMap], changes: Mapping[Anchor, Selector]) -> list[Anchor]:
    """Return the anchors that maps still have although they were to be others."""
    present = {(cited.source, cited.selector) for m in maps for s in m for cited in s.cited}
    return [anchor for anchor, new in changes.items() if anchor in present and anchor[1] != new]


def _unmendable(
    file: str, maps: Sequence[ArgumentMap], changes: Mapping[Anchor, Selector]
) -> Iterator[tuple[Anchor, str]]:
    """Find the anchors whose phrases a file has in a way that a program cannot mend: by halves, as they are few."""
    here = {(cited.source, cited.selector) for m in maps for s in m for cited in s.cited}
    groups = [[anchor for anchor in changes if anchor in here]]
    while groups:
        group = groups.pop()
        if not group or _is_mendable(maps, {anchor: changes[anchor] for anchor in group}):
            continue
        if len(group) > 1:
            groups += [group[: len(group) // 2], group[len(group) // 2 :]]
        else:
            spans = [
                cited.span for m in maps for s in m for cited in s.cited if (cited.source, cited.selector) == group[0]
            ]
            lines = next(m.origin.lines for m in maps if m.origin)
            line = min(lines.position(span.start).line for span in spans if span)
            yield group[0], f"{file}, line {line}"


def _is_mendable(maps: Sequence[ArgumentMap], changes: Mapping[Anchor, Selector]) -> bool:
    """Tell whether each map of a file, read again, is the same but for the selectors that were to change."""
    text = _rewritten(maps, changes)
    if text is None:
        return not any(_edits(m, changes) for m in maps)
    pairs = ((m, _edits(m, changes)) for m in maps)
    return all(
        not own or not m.origin or documents.reread(text, m.origin) == _wanted(m, own, changes) for m, own in pairs
    )


def _rewritten(maps: Sequence[ArgumentMap], changes: Mapping[Anchor, Selector]) -> str | None:
    """Return the text of a file with the edits of all its maps, or None where there are none, or two overlap."""
    edits = [edit for m in maps for edit in _edits(m, changes)]
    if not edits:
        return None
    try:
        return apply_edits(next(m.origin.lines for m in maps if m.origin).text, edits)
    except ValueError:  # two overlap
        return None


def _edits(m: ArgumentMap, changes: Mapping[Anchor, Selector]) -> list[Edit]:
    if m.origin is None:
        return []
    if any(finding.code == SYNTAX.code for finding in m.origin.findings):
        raise ReadError(f"{m.origin.file} has a syntax error: mend that first; argmap check shows where")
    edits = formats.named(m.origin.format).edits
    return edits(m, changes) if edits else []


def _wanted(m: ArgumentMap, edits: Iterable[Edit], changes: Mapping[Anchor, Selector]) -> ArgumentMap:
    """Return a map with new selectors in the citations and passages that were edited."""
    edited = {edit.span for edit in edits}

    def mended(cited: _Cited) -> _Cited:
        new = changes.get((cited.source, cited.selector)) if cited.span in edited else None
        return evolve(cited, selector=new) if new else cited

    statements = (
        evolve(s, passages=tuple(map(mended, s.passages)), citations=tuple(map(mended, s.citations))) for s in m
    )
    return evolve(m, statements=tuple(statements))
