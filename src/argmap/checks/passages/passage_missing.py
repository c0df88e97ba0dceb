"""A quoted passage that is not in its source.

What it does:
    Looks each passage and citation up in the text of its source, where that is
    at hand, and reports those that are not there. Typesetting does not count:
    case, spacing, hyphenation and kinds of quotation marks may differ, figures
    and negations may not. The place that has most of the words in their order
    is named, with what differs; where no place is like the passage, none is.

Why it matters:
    A citation that cannot be found is no evidence. It was misquoted, or comes
    from another source or edition, or was never there.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 44 streets" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._lines import Lines
from argmap.evidence.passages.locate import locate
from argmap.evidence.passages.misquoted import ELLIPSIS, misquoted, parted
from argmap.evidence.passages.resolution import Outcome
from argmap.evidence.passages.search import Searched
from argmap.flaws import Flaw
from argmap.model.citations import Selector
from argmap.model.findings import Severity
from argmap.native.citation import SOURCE
from argmap.native.citing.same import SAME
from argmap.wording import counted, quoted

_SAME = re.compile(rf"['‘]?{SAME}['’]?(?![\w-])")
_ANOTHER = re.compile(rf"(?:[,;&+]|\band\b)\s+{SOURCE}".replace("?P<source>", ""))
_DOI = re.compile(r"(?:doi:\s*)?10\.\d{4,9}/\S+\Z", re.IGNORECASE)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the passages and citations that are missing, with the place most like them."""
    lines = Lines(analysis.texts)
    searched: dict[str, Searched] = {}
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.outcome is not Outcome.MISSING or resolution.implausible or cited.selector is None:
            continue
        selector, guess = cited.selector, resolution.guess
        nth = f" ({selector.nth})" if selector.nth else ""
        message = f"{quoted(selector.quote)}{nth} is not in {quoted(cited.source)}"
        if written := _parted(selector, cited.source, analysis, searched):
            yield Flaw(f"{message}: {ELLIPSIS} {quoted(written)}", cited.span, statement.id)
            continue
        if guess and resolution.count:
            message += f": it stands there {_times(resolution.count)} in line {lines.of(cited.source, guess)}"
        elif guess:
            there = misquoted(selector, analysis.texts[cited.source][guess.start : guess.end])
            message += f"; the nearest, in line {lines.of(cited.source, guess)}, is {there}"
        hint = _meant(selector.quote, analysis.sources, has_passage=bool(statement.passages))
        yield Flaw(f"{message}; {hint}" if hint else message, cited.span, statement.id)


def _parted(selector: Selector, source: str, analysis: Analysis, searched: dict[str, Searched]) -> str | None:
    """Return the phrases of a passage that is there, but for its ellipsis; texts are made ready only for such."""
    apart = parted(selector)
    if apart is None:
        return None
    if source not in searched:
        searched[source] = Searched(analysis.texts[source])
    return apart.quote if locate(apart, searched[source], most=1).places else None


def _times(count: int) -> str:
    return "only once," if count == 1 else f"only {counted(count, 'time')}, the last of them"


def _meant(quote: str, sources: Collection[str], *, has_passage: bool) -> str | None:
    """Say what may have been meant by words that are no phrase of their source: others, several, the passage."""
    if has_passage and _SAME.match(quote):
        return "'same' cites the passage under 'from:' where it stands alone, or as an item of a list"
    second = next((found[1] for found in _ANOTHER.finditer(quote) if found[1] in sources), None)
    if second:
        return f"if {quoted(second)} is another source, write an item for each"
    if _DOI.match(quote):
        return "a source is named by its id, or by its address, as in https://doi.org/…"
    first, *rest = quote.split(maxsplit=1) or [""]
    name = _called(first, sources)
    if name:
        return f"if {quoted(name)} is the source, " + (
            "put the words after it in quotation marks" if rest else f"write {name}"
        )
    name = _called(rest[0].split(maxsplit=1)[0], sources) if rest else None
    return f"if {quoted(name)} is the source, begin with it" if name else None


def _called(word: str, sources: Collection[str]) -> str | None:
    """Return the source that a word names: by its id, or by the path of its file, in brackets or not."""
    bare = word.strip("()[]<>{}@`'\"‘’,;:")
    return next((name for name in (bare, PurePosixPath(bare).stem) if name in sources), None)


CHECK = Check("AM201", Severity.ERROR, run=run)
