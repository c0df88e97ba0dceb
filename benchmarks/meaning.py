"""Whether a changed meaning is ever taken as the same, and how often what means the same is.

``python benchmarks/meaning.py [--pairs 2000] [--seeds 901 902 903 904] [--show]``

Sentences in 22 languages are locked, changed, looked up again and put to what ``argmap reanchor --accept strong`` asks.
A change of meaning is one negation, figure, quantifier, modal, word of order, opposite, other word, name or unit; a
harmless one is of typography, case, punctuation, citation marks, spelling, digits or fillers. Seeds below 900 are for
working on argmap, those from 901 on for measuring.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from attrs import field, frozen

from argmap.evidence.lockfile import read_lock, write_lock
from argmap.evidence.locks.recording import make_lock
from argmap.evidence.passages.resolution import Resolution
from argmap.evidence.passages.resolve import resolve_anchors
from argmap.model.citations import Selector
from argmap.workflows.reanchoring import Accept, Proposal

SOURCE = "text"


def texts() -> dict[str, list[str]]:
    """Read the templates of each language."""
    written = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    blocks = [block.split("\n") for block in written.strip().split("\n\n")[1:]]
    return {language: templates for language, *templates in blocks}


TEXTS = texts()
MEANINGFUL = {
    "n": "negation",
    "f": "figure",
    "q": "quantifier",
    "m": "modal",
    "o": "order",
    "x": "opposite",
    "w": "other word",
    "a": "name",
    "u": "unit",
}
_PLACE = re.compile(r"\[([a-z]):([^|\]]*)\|([^\]]*)\]")
_TOLD = ("negation", "figure", "digits")
_DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "hi": "०१२३४५६७८९", "bn": "০১২৩৪৫৬৭৮৯", "th": "๐๑๒๓๔๕๖๗๘๙"}
_UNSPACED = ("zh", "ja", "th")


@frozen
class Pair:
    """A sentence before and after an edit.

    Attributes:
        language: Its code.
        kind: What the edit is.
        before: The sentence as it is locked.
        after: The sentence in the changed text.
    """

    language: str
    kind: str
    before: str
    after: str


@frozen
class Sentence:
    """A template with the reading chosen at each place."""

    language: str
    template: str
    chosen: tuple[int, ...]
    figure: str

    def text(self, change: int | None = None, figure: str | None = None) -> str:
        """Write it out, perhaps with the other reading at one place."""
        numbered = iter(enumerate(self.chosen))

        def reading(match: re.Match[str]) -> str:
            number, chosen = next(numbered)
            return match[2 + (chosen ^ (number == change))]

        written = _PLACE.sub(reading, self.template).replace("{}", figure or self.figure)
        return re.sub(" +", " ", written).strip()


def sentences(language: str, random: Random) -> Iterator[Sentence]:
    """Yield each template of a language with readings chosen at random."""
    for template in TEXTS[language]:
        chosen = tuple(random.randrange(2) for _ in _PLACE.findall(template))
        yield Sentence(
            language, template, chosen, str(random.choice((random.randint(3, 98), random.randint(1000, 9999))))
        )


def meaning_changes(sentence: Sentence, random: Random) -> Iterator[Pair]:
    """Yield the minimal pairs of a sentence that differ in meaning."""
    before = sentence.text()
    for number, (kind, one, two) in enumerate(_PLACE.findall(sentence.template)):
        if kind in MEANINGFUL and one.strip() != two.strip():
            yield Pair(sentence.language, MEANINGFUL[kind], before, sentence.text(number))
    if "{}" in sentence.template:
        other = str(int(sentence.figure) + random.choice((1, 10, 100, 5)))
        yield Pair(sentence.language, "digits", before, sentence.text(figure=other))


def harmless_changes(sentence: Sentence, random: Random) -> Iterator[Pair]:
    """Yield edits of a sentence that leave its meaning alone."""
    before = sentence.text()
    for number, (kind, _, _) in enumerate(_PLACE.findall(sentence.template)):
        if kind in "hs":
            yield Pair(sentence.language, {"h": "filler", "s": "spelling"}[kind], before, sentence.text(number))
    for kind, edit in EDITS.items():
        after = edit(before, sentence, random)
        if after != before:
            yield Pair(sentence.language, kind, before, after)


def _between(text: str, sentence: Sentence, random: Random) -> int:
    """Choose a place between two words, or two characters of a script that sets no spaces."""
    if sentence.language in _UNSPACED:
        return random.choice([at for at in range(3, len(text) - 3) if text[at - 1 : at + 2].isalpha()])
    return random.choice([match.start() for match in re.finditer(" ", text)])


def _typography(text: str, sentence: Sentence, random: Random) -> str:
    at = _between(text, sentence, random)
    blank = "\n" if sentence.language in _UNSPACED else random.choice(("\u00a0", "\n", "  ", "\u2009", "\u200b "))
    return text[:at] + blank + text[at:].lstrip(" ")


def _quotation_marks(text: str, sentence: Sentence, random: Random) -> str:
    if sentence.language in _UNSPACED:
        at = _between(text, sentence, random)
        return f"{text[:at]}“{text[at : at + 2]}”{text[at + 2 :]}"
    words = text.split(" ")
    at = random.randrange(1, len(words) - 1)
    left, right = random.choice(("“”", "„“", "«»", "''"))
    return " ".join([*words[:at], f"{left}{words[at]}{right}", *words[at + 1 :]])


def _case(text: str, sentence: Sentence, random: Random) -> str:
    words = text.split(" ")
    at = random.randrange(1, len(words)) if len(words) > 1 else 0
    if sentence.language == "tr" or "ß" in words[at]:  # whose capitals are another matter
        return text
    words[at] = words[at].upper() if random.random() < 0.5 else words[at][:1].upper() + words[at][1:]
    return " ".join(words)


def _punctuation(text: str, sentence: Sentence, random: Random) -> str:
    at = _between(text, sentence, random)
    if text[at - 1].isalpha() and sentence.language not in _UNSPACED:
        return text[:at] + "," + text[at:]
    return text.replace(",", "").replace("،", "").replace("，", "").replace("、", "")


def _citation(text: str, sentence: Sentence, random: Random) -> str:
    at = _between(text, sentence, random)
    return f"{text[:at]}[{random.randint(1, 60)}]{text[at:]}" if text[at - 1].isalpha() else text


def _digits(text: str, sentence: Sentence, _: Random) -> str:
    digits = _DIGITS.get(sentence.language)
    return text.translate(dict(zip(map(ord, "0123456789"), digits, strict=True))) if digits else text


EDITS: dict[str, Callable[[str, Sentence, Random], str]] = {
    "typography": _typography,
    "quotation marks": _quotation_marks,
    "case": _case,
    "punctuation": _punctuation,
    "citation mark": _citation,
    "digits of the script": _digits,
}


def sample(make: Callable[[Sentence, Random], Iterator[Pair]], count: int, seed: int) -> list[list[Pair]]:
    """Make pairs, in texts of one language in which each template comes once."""
    random = Random(seed)
    made: list[list[Pair]] = []
    left = count
    while left:
        for language in TEXTS:
            pairs = [random.choice(found) for s in sentences(language, random) if (found := list(make(s, random)))][
                :left
            ]
            made.append(pairs)
            left -= len(pairs)
    return [pairs for pairs in made if pairs]


def resolved(pairs: list[Pair], random: Random) -> Iterator[tuple[Pair, Resolution, bool]]:
    """Lock the sentences of a text, change them, and tell what becomes of each, and whether it is taken as strong."""
    anchors = [(SOURCE, Selector(_quote(pair, random))) for pair in pairs]
    before = {SOURCE: "\n\n".join(pair.before for pair in pairs)}
    found = resolve_anchors(anchors, {SOURCE}, before)
    lock = read_lock(write_lock(make_lock(found, before)))
    after = {SOURCE: "\n\n".join(pair.after for pair in pairs)}
    again = resolve_anchors(anchors, {SOURCE}, after, lock)
    for pair, anchor in zip(pairs, anchors, strict=True):
        proposal = Proposal(anchor, again[anchor], anchor[1], "")
        resolution = again[anchor]
        yield pair, resolution, resolution.is_verified or (resolution.needs_review and proposal.is_safe(Accept.STRONG))


def _quote(pair: Pair, random: Random) -> str:
    words = pair.before.split(" ")
    if len(words) < 8 or random.random() < 0.5:
        return pair.before
    return f"{' '.join(words[:3])} … {' '.join(words[-3:])}"


@frozen
class Score:
    """What became of a sample.

    Attributes:
        every: Pairs by kind.
        strong: Of these, those that were taken without a question.
        told: Of these, those of which AM207 tells.
        notable: Pairs of which the outcome is not the wanted one.
    """

    every: Counter[str] = field(factory=Counter)
    strong: Counter[str] = field(factory=Counter)
    told: Counter[str] = field(factory=Counter)
    notable: list[tuple[Pair, Resolution]] = field(factory=list)


def measure(made: list[list[Pair]], seed: int, *, harmless: bool) -> Score:
    """Look the pairs of a sample up."""
    score, random = Score(), Random(seed)
    for pairs in made:
        for pair, resolution, strong in resolved(pairs, random):
            score.every[pair.kind] += 1
            score.strong[pair.kind] += strong
            score.told[pair.kind] += resolution.says_otherwise
            if strong is not harmless or (pair.kind in _TOLD and not resolution.says_otherwise):
                score.notable.append((pair, resolution))
    return score


def told_share(score: Score) -> float:
    """Return the share of changed negations and figures that AM207 tells of."""
    return sum(score.told[kind] for kind in _TOLD) / max(1, sum(score.every[kind] for kind in _TOLD))


def report(title: str, score: Score) -> None:
    """Print a table."""
    print(f"{title:24}{'pairs':>8}{'strong':>8}{'AM207':>8}")
    for kind in (*sorted(score.every), "all"):
        row = [counts.total() if kind == "all" else counts[kind] for counts in (score.every, score.strong, score.told)]
        print(f"  {kind:22}" + "".join(f"{count:>8}" for count in row))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[901, 902, 903, 904])
    parser.add_argument("--show", action="store_true", help="print the pairs whose outcome is not the wanted one")
    given = parser.parse_args()
    for seed in given.seeds:
        changed = measure(sample(meaning_changes, given.pairs, seed), seed, harmless=False)
        same = measure(sample(harmless_changes, given.pairs, seed), seed, harmless=True)
        report(f"seed {seed}: changed", changed)
        report(f"seed {seed}: harmless", same)
        every = same.every.total()
        print(
            f"accepted though changed: {changed.strong.total()} of {changed.every.total()}   "
            f"harmless and strong: {100 * same.strong.total() / every:.1f} %   "
            f"negations and figures told: {100 * told_share(changed):.1f} %\n"
        )
        if given.show:
            for pair, found in (*changed.notable, *same.notable):
                print(f"{pair.language} {pair.kind}: {found.outcome} {found.score}\n  {pair.before}\n  {pair.after}")


if __name__ == "__main__":
    main()
