"""Which findings a picture shows: those of each card, those said once as they hold for many, and how many are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from argmap.model.bearing import owners
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Severity
from argmap.renderers import Findings
from argmap.wording import counted, joined

_FEWEST_ALIKE = 8  # cards; a warning on fewer stands on each of them
_WORDS = {"suspect": "changed since reviewed"}
_WANTED = {
    Findings.ALL: frozenset({Severity.ERROR, Severity.WARNING}),
    Findings.ERRORS: frozenset({Severity.ERROR}),
    Findings.NONE: frozenset[Severity](),
}


@frozen
class Found:
    """The findings of a picture.

    Attributes:
        on_cards: The findings that stand on a card, by the id of its statement.
        once: The rules of warnings that hold for more than half of the cards, each with their number.
        cards: How many cards there are.
        undrawn: How many errors and warnings are not drawn, as the options do not ask for them.
    """

    on_cards: Mapping[str, tuple[Finding, ...]]
    once: Mapping[tuple[str, str], int]
    cards: int
    undrawn: int

    def told(self) -> Iterator[str]:
        """Say once what holds for many cards alike."""
        if self.once:
            rules = [f"{code} {in_words(name)} ({number})" for (code, name), number in self.once.items()]
            yield f"Found for most of the {self.cards} cards, so told here alone: {joined(rules, most=len(rules))}."

    def warnings(self) -> Iterator[str]:
        """Say how many findings are not drawn."""
        if self.undrawn:
            yield f"{counted(self.undrawn, 'finding')} not drawn, as asked: argmap check lists what it finds"


def found(m: ArgumentMap, findings: Iterable[Finding], wanted: Findings) -> Found:
    """Lead each finding to the card that it is about, through its steps and citations.

    Args:
        m: The map that is drawn.
        findings: What the checks found.
        wanted: Which of them to draw; notes never are.
    """
    known = owners(m)
    on_cards: dict[str, list[Finding]] = {s.id: [] for s in m.statements}
    undrawn = 0
    for finding in findings:
        card = on_cards.get(known.get(finding.node or "", ""))
        if card is None or finding.severity is Severity.NOTE:
            continue
        if finding.severity in _WANTED[wanted]:
            card.append(finding)
        else:
            undrawn += 1
    once = _alike(on_cards.values())
    kept = {name: tuple(f for f in each if (f.code, f.name) not in once) for name, each in on_cards.items()}
    return Found(kept, once, len(on_cards), undrawn)


def _alike(cards: Iterable[Iterable[Finding]]) -> dict[tuple[str, str], int]:
    """Count the cards of each warning that stands on more than half of them."""
    every = [{(f.code, f.name) for f in each if f.severity is Severity.WARNING} for each in cards]
    numbers = Counter(rule for rules in every for rule in rules)
    least = max(_FEWEST_ALIKE, len(every) // 2 + 1)
    return {rule: numbers[rule] for rule in sorted(numbers) if numbers[rule] >= least}


def in_words(rule: str) -> str:
    """Return the name of a rule in words.

    Example:
        >>> in_words("unsupported-claim"), in_words("unweighed-trade-off")
        ('unsupported claim', 'unweighed trade-off')
    """
    return _WORDS.get(rule) or rule.replace("-", " ").replace("trade off", "trade-off")
