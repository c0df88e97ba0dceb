"""Any text in ICCMA's notation, line by line."""

from __future__ import annotations

import re

from argmap.frameworks.files._examined.attacks import Attacks
from argmap.frameworks.files._examined.faults import Faults, Word, lines
from argmap.frameworks.files._naming import MOST, numbered
from argmap.frameworks.files._notation import Drawn
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import Span
from argmap.wording import quoted

_WHOLE = re.compile("[0-9]+")
_DIGITS = 9
_FEW = {0: "no arguments", 1: "the argument 1 alone", 2: "the arguments 1 and 2"}
_HEADER = "'p af' and the number of arguments, such as 'p af 12'"


def examined(text: str, faults: Faults) -> Drawn:
    """Read any text, and find every fault in it."""
    number: int | None = None
    headed = False
    attacks = Attacks()
    for words, span in lines(text):
        if words[0].text.startswith("#"):
            continue
        if words[0].text == "p":
            if headed:
                faults.add("this is a second header: the first one counts", span)
            else:
                number = _header(words, span, faults)
        elif not headed:
            faults.add(f"a header has to come first: {_HEADER}", span)
        headed = True
        if words[0].text != "p" and (pair := _pair(words, span, number, faults)):
            attacks.add(*pair, span, faults)
    if not headed:
        faults.add(f"a header is missing: {_HEADER}", Span(0, 0))
    return Drawn(attacks.among(numbered(number or 0)))


def _header(words: list[Word], span: Span, faults: Faults) -> int | None:
    """Return the number of arguments that a header promises."""
    kind, *numbers = [word.text for word in words[1:]] or [""]
    if kind != "af":
        what = f"'p {kind}' begins another kind of file" if kind else "this header is not whole"
        faults.add(f"{what}: a framework begins with {_HEADER}", span)
    elif len(numbers) != 1 or not _WHOLE.fullmatch(numbers[0]):
        what = f"not {quoted(' '.join(numbers))}" if numbers else "which is missing"
        faults.add(f"after 'p af' stands the number of arguments, {what}", span)
    elif len(numbers[0].lstrip("0")) > _DIGITS or int(numbers[0]) > MOST:
        faults.add(f"argmap reads frameworks of up to {MOST:,} arguments", words[2].span)
    else:
        return int(numbers[0])
    return None


def _pair(words: list[Word], span: Span, number: int | None, faults: Faults) -> tuple[int, int] | None:
    """Return the indices of the arguments of an attack, where there are such."""
    wrong = [word for word in words if not _WHOLE.fullmatch(word.text)]
    if wrong and len(words) == 2:
        for word in wrong:
            faults.add(f"{quoted(word.text)} is no argument: arguments are the numbers from 1 on", word.span)
        return None
    if len(words) != 2:
        here = "here is one word" if len(words) == 1 else "here are more words"
        faults.add(f"an attack is two numbers, such as '1 2': {here}", span)
        return None
    source, target = (_index(word, number, faults) for word in words)
    return None if source is None or target is None else (source, target)


def _index(word: Word, number: int | None, faults: Faults) -> int | None:
    """Return the index of an argument, where the header has it."""
    digits = word.text.lstrip("0")
    if number is None:
        return None
    if digits and len(digits) <= _DIGITS and int(digits) <= number:
        return int(digits) - 1
    has = _FEW.get(number, f"the arguments 1 to {number}")
    faults.add(
        f"there is no argument {quoted(digits or '0')[1:-1]}: 'p af {number}' has {has}", word.span, UNKNOWN_REFERENCE
    )
    return None
