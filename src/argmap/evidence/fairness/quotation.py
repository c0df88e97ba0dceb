"""A quotation in its sentence: what of it a statement reports, and what the statement itself says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import field, frozen

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.reading import Reading, opposites, stem, stems_of, words_of

_ENOUGH = 0.5  # of the words that a clause shares with the statement where the best clause shares most
_NAMED = 0.3  # of the words of content of what is named
_SOON = 3  # words after one that it is about
_LEAD = 3  # words after the preposition that begins a statement


_TOLD_ELSEWHERE = frozenset(
    (
        "voice.told",
        "denial.after",
        "denial.next",
        "condition.before",
        "condition.first",
        "condition.next",
        "voice.next",
        "hedge.next",
    )
)
_LIMITS = frozenset(("scope", "scope.first", "scope.group", "scope.noun"))


class Focus(NamedTuple):
    """The words of a clause of the passage that the statement reports.

    Attributes:
        start: The first word that both have.
        end: The one after the last.
        left: Where the passage's part of the clause begins.
        right: Where that ends.
    """

    start: int
    end: int
    left: int
    right: int


@frozen(eq=False)
class Quotation:
    """A quotation in what is around it.

    Attributes:
        reading: The sentences that it touches, and the one after them.
        start: Its first word.
        end: The word after its last.
        hidden: The words between its phrases that the citation does not show, as the first and the one after the last.
        said: The statement.
    """

    reading: Reading
    start: int
    end: int
    hidden: tuple[int, int]
    said: str = field(repr=False)

    @cached_property
    def said_words(self) -> list[str]:
        """Return the statement's words."""
        return words_of(self.said)

    @cached_property
    def said_stems(self) -> frozenset[str]:
        """Return what the statement's words begin with."""
        return stems_of(self.said_words, self.reading.language)

    @cached_property
    def foci(self) -> list[Focus]:
        """Return what the statement reports of the passage, a clause each; nothing where that cannot be told."""
        reading = self.reading
        clauses: dict[int, list[int]] = {}
        for at in range(self.start, self.end):
            clauses.setdefault(reading.clause[at], []).append(at)
        shared = {
            number: [at for at in places if reading.stems[at] in self.said_stems] for number, places in clauses.items()
        }
        weight = {number: len({reading.stems[at] for at in places}) for number, places in shared.items()}
        best = max(weight.values(), default=0)
        if not best:
            shown = {reading.clause[at] for at in range(self.start, self.end) if at not in range(*self.hidden)}
            return [Focus(self.start, self.end, self.start, self.end)] if len(shown) == 1 else []
        return [
            Focus(shared[number][0], self._last(shared[number], places), places[0], places[-1] + 1)
            for number, places in clauses.items()
            if weight[number] and weight[number] >= _ENOUGH * best and not self._is_antecedent(places, weight)
        ]

    def _is_antecedent(self, places: Sequence[int], weight: Mapping[int, int]) -> bool:
        """Tell whether words are but the noun of a relative clause that is quoted to its end and reported the more."""
        reading, after = self.reading, places[-1] + 1
        relative = next((at for at in (after, after + 1) if reading.has("relative", at)), self.end)
        if relative >= self.end or reading.joined(places[-1], relative):
            return False
        clause = reading.clause[relative]
        return reading.clause[self.end - 1] == clause and weight[clause] >= weight[reading.clause[places[-1]]]

    def _last(self, shared: list[int], places: list[int]) -> int:
        """Return the end of what is reported of a clause: all of it, where only what precedes an ellipsis is shared."""
        first, after = self.hidden
        spans = places[0] < first and after <= places[-1]
        return places[-1] + 1 if spans and shared[-1] < first else shared[-1] + 1

    def hides(self, cue: Cue) -> bool:
        """Tell whether a cue stands where the citation has its ellipsis."""
        return self.hidden[0] <= cue.start and cue.end <= self.hidden[1]

    def adjoins(self, cue: Cue) -> bool:
        """Tell whether a hidden cue stands right before the rest of the sentence, or governs all that is hidden."""
        reading, (first, last) = self.reading, self.hidden
        if not self.hides(cue) or last == self.end or reading.sentence[cue.start] != reading.sentence[last]:
            return False
        between = range(cue.end, last)
        if not any(reading.stems[at] or not reading.is_word(at) for at in between):
            return True
        turns = any(reading.has("and", at) or reading.has("but", at) or reading.words[at] in ",;" for at in between)
        return cue.start == first and not turns

    def continues(self, cue: Cue) -> bool:
        """Tell whether a cue is hidden with a verb of its own, after which the sentence, or another, goes on."""
        first, last = self.hidden
        if not self.hides(cue) or last == self.end:
            return False
        joined = cue.start > first and any(self.reading.has("and", at) for at in range(cue.end, last))
        return (
            joined
            or self.reading.has("but", last - 1)
            or self.reading.sentence[cue.start] != self.reading.sentence[last]
        )

    def mentions(self, start: int, end: int) -> bool:
        """Tell whether the statement has a word of some words' content, or all their figures."""
        stems = [stem for stem in self.reading.stems[start:end] if stem]
        if any(stem in self.said_stems and not stem[0].isdigit() for stem in stems):
            return True
        figures = {stem for stem in stems if stem[0].isdigit()}
        return bool(figures) and figures <= self.said_stems

    def names(self, start: int, end: int) -> bool:
        """Tell whether the statement has enough of some words that the rest of the passage has not."""
        stems = self.reading.stems
        rest = {*stems[self.start : max(self.start, start)], *stems[end : self.end]}
        own = {*stems[start:end]} - rest - {""}
        return bool(own) and _NAMED * len(own) <= len(own & self.said_stems)

    @cached_property
    def _saying(self) -> dict[str, set[str]]:
        """Return the words by which the statement denies, conditions, attributes, weakens or limits, by misuse."""
        found: dict[str, set[str]] = {}
        line = _line(self.said_words)
        cues = self.reading.language.find(self.said_words)
        fair = {at for cue in cues if cue.kind == "fair" for at in range(cue.start, cue.end)}
        words = {word for at, word in enumerate(self.said_words) if at not in fair and self._is_said(at)}
        for name, listed in self.reading.language.words.items():
            kind, _, misuse = name.partition(".")
            if kind == "said":
                found[misuse] = set(listed & words)
                together = (each.replace("-", " ") for each in listed if "-" in each)
                found[misuse].update(each for each in together if f" {each} " in line)
        for cue in cues:
            if cue.kind == "condition.first" and cue.start == 0 and "," in self.said_words[cue.end :]:
                for misuse in ("condition", "hedge"):
                    found.setdefault(misuse, set()).add(" ".join(self.said_words[: cue.end]))
            idle = cue.kind in _TOLD_ELSEWHERE or not self._is_said(cue.start)
            if idle or (cue.kind in _LIMITS and self._repeats(cue)):
                continue
            found.setdefault(cue.kind.partition(".")[0], set()).add(" ".join(self.said_words[cue.start : cue.end]))
        return found

    def _is_said(self, at: int) -> bool:
        """Tell whether a word of the statement may say something of what is reported.

        Some do so only of what comes right after them, *without delay*, some name things, *the charges paid for it*.
        """
        words, known, stems = self.said_words, self.reading.language.words, self.reading.stems[self.start : self.end]
        after = words[at + 1 : at + 1 + _SOON]
        if words[at] in known.get("said.near", ()):
            return not stems_of(after, self.reading.language).isdisjoint(stems)
        if words[at] not in known.get("said.noun", ()) or not at or words[at - 1] not in known["article"]:
            return True
        return (
            not after or after[0] in known["about"] or not after[0][0].isalnum() or not known["that"].isdisjoint(after)
        )

    def overstates(self, start: int, end: int) -> bool:
        """Tell whether the statement says of all what some words name, and the passage does not: *in all schools*."""
        known, said = self.reading.language.words["universal"], self.said_words
        if known.isdisjoint(said) or not known.isdisjoint(self.reading.words[self.start : self.end]):
            return False
        stems = {*self.reading.stems[start:end]} - {""}
        return any(
            word in known and not stems.isdisjoint(stems_of(said[at + 1 : at + 1 + _SOON], self.reading.language))
            for at, word in enumerate(said)
        )

    def _repeats(self, cue: Cue) -> bool:
        """Tell whether the passage has all the content of some words of the statement, or a group as they have one."""
        inside = (each.kind for each in self.reading.cues if self.start <= each.start < self.end)
        if cue.kind == "scope.group" and cue.kind in inside:
            return True
        stems = stems_of(self.said_words[cue.start : cue.end], self.reading.language)
        stems = frozenset(stem for stem in stems if not stem[0].isdigit())
        return bool(stems) and stems.issubset(self.reading.stems[self.start : self.end])

    def leads(self, cue: Cue) -> bool:
        """Tell whether the statement begins with a limit of its own: *by day*, of *but not at night*."""
        known, places = (self.reading.language.words.get(name, frozenset()) for name in ("said.lead", "said.place"))
        words = self.said_words[: _LEAD + 1]
        near = not places.isdisjoint(self.reading.words[cue.start : cue.start + _LEAD])
        if not words or words[0] not in (known | places if near else known):
            return False
        stems = filter(None, (stem(word, self.reading.language) for word in words[1:]))
        return next(stems, "") not in {"", *self.reading.stems[self.start : self.end]}

    def qualifies(self) -> bool:
        """Tell whether the statement begins with a word that the passage lacks, and the noun that this begins with.

        That word is an adjective in languages that have these before their nouns.
        """
        if not self.reading.language.words["adjective"]:
            return False
        said = (stem(word, self.reading.language) for word in self.said_words)
        numbered = [(at, each) for at, each in enumerate(said) if each][:2]
        if len(numbered) < 2 or numbered[1][0] != numbered[0][0] + 1:
            return False
        stems = self.reading.stems[self.start : self.end]
        first = next((at for at, each in enumerate(stems) if each), len(stems))
        if self.reading.language.words["comma"] and not self.reading.is_noun(self.start + first):
            return False
        bare = all(self.reading.has("article", self.start + at) for at in range(first))
        return bare and numbered[0][1] not in stems and stems[first : first + 1] == [numbered[1][1]]

    def says(self, misuse: str, cue: Cue) -> bool:
        """Tell whether the statement itself says what a cue does, more often than the rest of the passage does."""
        words = self.reading.words
        apart = range(*self.hidden) if self.hides(cue) else range(cue.start, cue.end)
        rest = _line([words[at] for at in range(self.start, self.end) if at not in apart])
        said = _line(self.said_words)
        repeated = _line(words[max(0, cue.start - 1) : cue.end + 1])
        stems = {self.reading.stems[at] for at in range(self.start, self.end) if at not in apart} - {""}
        return repeated in said or any(
            said.count(f" {each} ") > rest.count(f" {each} ") and stem(each, self.reading.language) not in stems
            for each in self._saying.get(misuse, ())
        )

    def shows(self, cue: Cue) -> bool:
        """Tell whether a cue stands in a phrase by which the passage is cited."""
        first, last = self.hidden
        return (self.start <= cue.start and cue.end <= first) or (last <= cue.start and cue.end <= self.end)

    def reverses(self) -> bool:
        """Tell whether the statement has a word that means the contrary of one of the passage."""
        stems = self.reading.stems[self.start : self.end]
        return not (self.said_stems - set(stems)).isdisjoint(opposites(stems, self.reading.language))

    def spares(self, cue: Cue, focus: Focus) -> bool:
        """Tell whether a cue stands in the first of two predicates, of which the statement reports the other.

        That is so where an *and* comes between the cue and the next word that both have; or right before the passage,
        and the statement names the subject before the cue.
        """
        reading = self.reading
        if cue.start < focus.left:
            subject = range(bisect_left(reading.sentence, reading.sentence[cue.start]), cue.start)
            return reading.has("and", focus.left - 1) and any(reading.stems[n] in self.said_stems for n in subject)
        shared = next((n for n in range(cue.end, focus.end) if reading.stems[n] in self.said_stems), cue.end)
        return any(reading.has("and", n) and reading.joined(n, shared) for n in range(cue.end, shared))

    def rewords(self) -> bool:
        """Tell whether the statement has a word of content that neither the passage nor what is around it has."""
        return not self.said_stems.issubset(self.reading.stems)


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "
