"""A reviewed statement that rests on something that has changed since.

What it does:
    Compares each statement that was reviewed, with its reasons, its citations
    and all that these rest on, with what stood there at the review.

Why it matters:
    When a premise is reworded, a passage revised or a source retracted, what was
    built on it may no longer hold. Exactly the statements downstream are suspect
    until someone looks again: 'argmap review ID' says that they were.

Example:
    nodes:
      wet: {claim: The street is wet., because: [rain]}
      rain: {evidence: It rained at night., cite: log p. 1}
    sources:
      log: Weather log

    reviewed as:
    nodes:
      wet: {claim: The street is wet., because: [rain]}
      rain: {evidence: It rained all day., cite: log p. 1}
    sources:
      log: Weather log

Use instead:
    nodes:
      wet: {claim: The street is wet., because: [rain]}
      rain: {evidence: It rained at night., cite: log p. 1}
    sources:
      log: Weather log
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evidence.locks.review import suspects
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import listed


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements whose fingerprints are not those of their last review."""
    reviews = {
        review.statement: review
        for review in (analysis.lock.reviews.values() if analysis.lock else ())
        if review.map == analysis.path
    }
    if not reviews:
        return
    known = {name: (review.own, review.cone) for name, review in reviews.items()}
    for name, changed in suspects(analysis.fingerprints, known).items():
        statement, review = analysis.map[name], reviews[name]
        others = [each for each in changed if each != name]
        what = " and ".join(
            filter(None, ["it, its reasons or what it cites changed" if name in changed else "", _premises(others)])
        )
        message = (
            f"{review.reviewer} reviewed {name!r} on {review.date}; since then {what or 'what it rests on changed'}"
        )
        yield Flaw(f"{message}: look again, then argmap review {name}", statement.span, name)


def _premises(names: list[str]) -> str:
    return f"{listed(names)} changed" if names else ""


CHECK = Check("AM211", Severity.WARNING, run=run)
