"""Taking documents in: is every word of theirs in the text that is kept, or in the account of what was left out?

    python benchmarks/intake.py             every document
    python benchmarks/intake.py Word        those whose kind holds a word
    python benchmarks/intake.py --keep DIR  leave the documents in a folder

A word counts as kept when it stands in the text; what is missing must be covered by the account. A phrase is a sentence
of the document, looked up as a citation is. It ends with status 1 where words are missing without a word.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

from attrs import frozen
from intake_documents import Document, documents

from argmap.errors import ArgmapError
from argmap.evidence.passages.locate import locate
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector
from argmap.model.sources import Source
from argmap.project.project import Project
from argmap.workflows import intake

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯]|[^\W_぀-ヿ㐀-鿿가-힯]+")
"""A word; a character of Chinese, Japanese and Korean."""

_SENTENCE = re.compile(r"(?<=[.?!。])\s+")


def main(arguments: list[str]) -> int:
    """Take every document in, print what became of its words, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", nargs="?", default="")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="intake-") as folder:
        made = options.keep or Path(folder)
        made.mkdir(parents=True, exist_ok=True)
        root = Path(folder) / "project"
        root.mkdir()
        (root / "argmap.toml").write_text("", encoding="utf-8")
        return _report([each for each in documents(made) if options.kind in each.kind], Project(root))


@frozen
class Outcome:
    """What became of a document.

    Attributes:
        words: How many words it has.
        missing: Those that are not in the text.
        told: How many of the words that a reader sees are not in the text, by the account.
        doubtful: Whether the account says that the text may be wrong.
        phrases: Its sentences.
        unfound: Those of them that are not found in the text.
    """

    words: int
    missing: tuple[str, ...]
    told: int
    doubtful: bool
    phrases: tuple[str, ...]
    unfound: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Return whether words are missing without a word."""
        return len(self.missing) > self.told and not self.doubtful


def _report(chosen: list[Document], project: Project) -> int:
    print(f"{'document':<36} {'words':>6} {'missing':>8} {'told':>6} {'phrases':>8}")
    outcomes = []
    for number, document in enumerate(chosen):
        name = f"{document.kind} ({document.language})"
        try:
            outcome = _outcome(project, document, f"d{number}")
        except ArgmapError as error:
            outcome = _nothing(document)
            print(f"{name}: {error}")
        outcomes.append(outcome)
        found = len(outcome.phrases) - len(outcome.unfound)
        counts = f"{outcome.words:>6} {len(outcome.missing):>8} {outcome.told:>6} {found:>5}/{len(outcome.phrases)}"
        print(f"{name:<36} {counts}", *outcome.missing[:8])
        print(*(f"    not found: {phrase}\n" for phrase in outcome.unfound), sep="", end="")
    silent = sum(outcome.silent for outcome in outcomes)
    missing = sum(len(outcome.missing) for outcome in outcomes)
    phrases, unfound = (sum(len(getattr(each, name)) for each in outcomes) for name in ("phrases", "unfound"))
    print(f"{len(chosen)} documents, {sum(each.words for each in outcomes):,} words: {missing} missing, ", end="")
    print(f"without a word in {silent} documents; {phrases - unfound} of {phrases} phrases found")
    return int(silent > 0)


def _outcome(project: Project, document: Document, name: str) -> Outcome:
    taken = intake.add(project, document.path.read_bytes(), document.path.name, facts=Source(name))
    text = taken.text.read_text(encoding="utf-8") if taken.text else ""
    wanted, phrases = _words(" ".join(document.seen)), _phrases(document)
    missing = tuple((wanted - _words(text)).elements())
    searched = Searched(text)
    unfound = tuple(phrase for phrase in phrases if not locate(Selector(phrase), searched).places)
    told = (taken.intake.visible or 0) - taken.intake.kept if taken.intake else 0
    return Outcome(wanted.total(), missing, max(told, 0), bool(taken.intake and taken.intake.doubts), phrases, unfound)


def _nothing(document: Document) -> Outcome:
    wanted, phrases = _words(" ".join(document.seen)), _phrases(document)
    return Outcome(wanted.total(), tuple(wanted.elements()), 0, False, phrases, phrases)


def _phrases(document: Document) -> tuple[str, ...]:
    return tuple(phrase for part in document.seen for phrase in _SENTENCE.split(part) if phrase)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
