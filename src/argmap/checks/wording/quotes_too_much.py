"""A map that quotes too much of one source.

What it does:
    Adds up the words that the passages and citations of a map quote from each
    source, each phrase once, and reports a source of which they repeat more than
    300 words (2 % of its text, where that is more), or more than half of its text.

Why it matters:
    Argument files are shared, and the source belongs to somebody else. Three or
    four words at either end find a passage as well as ten do.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed fell by 4.1 km/h"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on the 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 4.1 km/h"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on the 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.citations import Cited, Selector
from argmap.model.findings import Severity
from argmap.model.statements import Statement
from argmap.wording import quoted

_MOST = 300


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the sources of which a map repeats too many words, where it first names them."""
    quotes: dict[str, dict[str, None]] = {}
    first: dict[str, tuple[Statement, Cited]] = {}
    for statement in analysis.graph.statements:
        for cited in statement.cited:
            if cited.selector is not None:
                first.setdefault(cited.source, (statement, cited))
                quotes.setdefault(cited.source, {}).update(dict.fromkeys(_phrases(cited.selector)))
    for source, phrases in quotes.items():
        number = sum(len(phrase.split()) for phrase in phrases)
        length = len(analysis.texts[source].split()) if source in analysis.texts else 0
        if number > max(_MOST, length // 50) or number > length / 2 > 0:
            statement, cited = first[source]
            share = f", {number / length:.0%} of its text" if length else ""
            message = f"this map quotes {number:,} words of {quoted(source)}{share}: shorten the phrases to their ends"
            yield Flaw(message, cited.span, statement.id)


def _phrases(selector: Selector) -> Iterator[str]:
    yield from selector.phrases
    yield from filter(None, (selector.before, selector.after))


CHECK = Check("AM702", Severity.NOTE, run=run, default=False)
