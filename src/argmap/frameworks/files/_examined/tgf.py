"""Any text in Trivial Graph Format, line by line."""

from __future__ import annotations

from argmap.frameworks.files._examined.attacks import Attacks
from argmap.frameworks.files._examined.faults import Faults, Word, lines
from argmap.frameworks.files._notation import Drawn
from argmap.text import Span
from argmap.wording import quoted


def examined(text: str, faults: Faults) -> Drawn:
    """Read any text, and find every fault in it."""
    index: dict[str, int] = {}
    labels: dict[str, str] = {}
    places: dict[str, Span] = {}
    attacks = Attacks()
    parting: Span | None = None
    last = Span(0, 0)
    for words, span in lines(text):
        last = span
        if text[span.start : span.end] == "#":
            if parting:
                faults.add("a second line '#': only one parts arguments and attacks", span)
            parting = parting or span
        elif parting is None:
            _argument(words, span, text, index, labels, faults)
            places.setdefault(words[0].text, span)
        else:
            _attack(words, span, index, attacks, faults)
    if parting is None:
        faults.add("a line '#' is missing between the arguments and the attacks", Span(last.end, last.end))
    faults.tell_missing(tuple(index), "a line '{}' above '#'")
    return Drawn(attacks.among(tuple(index)), labels, places)


def _argument(
    words: list[Word], span: Span, text: str, index: dict[str, int], labels: dict[str, str], faults: Faults
) -> None:
    name = words[0].text
    if name in index:
        faults.drop("an argument that stands again counts once", span)
        return
    index[name] = len(index)
    if len(words) > 1:
        labels[name] = text[words[1].span.start : span.end]


def _attack(words: list[Word], span: Span, index: dict[str, int], attacks: Attacks, faults: Faults) -> None:
    if len(words) == 1:
        faults.add(f"an attack is two names, such as 'a b': here is {quoted(words[0].text)} alone", span)
        return
    source, target = words[:2]
    if len(words) > 2:
        faults.drop("labels of attacks have no place in a framework", Span(words[2].span.start, span.end))
    for word in (source, target):
        if word.text not in index:
            faults.miss(word.text, word.span)
    if source.text in index and target.text in index:
        attacks.add(index[source.text], index[target.text], span, faults)
