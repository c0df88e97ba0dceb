"""Formulas of MathML on one line, as a reader would type them.

Presentation MathML (https://www.w3.org/TR/mathml-core/) is read from the innermost element out. What it cannot show is
left to its annotation in TeX, or to its ``alttext``.
"""

from __future__ import annotations

from attrs import frozen

from argmap.sources.extract._linear import fraction, operator, root, scripts
from argmap.sources.extract.html.tree import Tree

_LARGEST = 4_000
_INVISIBLE = frozenset("\u2061\u2062\u2063\u2064\u200b")
_TIGHT = frozenset("/|‖!′″‴‵.°∂∇¬#@\\^_'`√∥∣")
_OPENING = frozenset("([{⟨⌊⌈⟦«“")
_CLOSING = frozenset(")]}⟩⌋⌉⟧»”")
_AFTER = frozenset(",;")
_BEFORE = frozenset("%‰")
_LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀lim max min sup inf limsup liminf argmax argmin".split()) | frozenset("∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀")
_PRIMES = frozenset("′″‴'")
_ACCENTS = {
    **dict.fromkeys("¯‾̅―", "\u0304"),
    **dict.fromkeys("^ˆ̂", "\u0302"),
    **dict.fromkeys("~˜∼̃", "\u0303"),
    **dict.fromkeys("→⃗⇀", "\u20d7"),
    **dict.fromkeys("˙.̇", "\u0307"),
    **dict.fromkeys("¨̈", "\u0308"),
}
_NOTHING = frozenset("annotation annotation-xml mphantom maligngroup malignmark none mprescripts".split())


@frozen
class _Part:
    """What an element of a formula is on the line."""

    text: str
    tag: str = ""


def formula(tree: Tree, at: int) -> str:
    """Return a formula on one line; nothing if the page does not say it in words.

    Args:
        tree: The page.
        at: Index of the element ``math``.

    Example:
        >>> from argmap.sources.extract.html.tree import parse
        >>> tree, _ = parse("<math><mi>n</mi><mo>=</mo><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi>")
        >>> formula(tree, tree.tags.index("math"))
        'n = 1/(a + b)'
    """
    if tree.ends[at] - at > _LARGEST:
        return " ".join(tree.text(at).split())
    parts: dict[int, _Part] = {}
    for each in range(tree.ends[at] - 1, at - 1, -1):
        tag = tree.tags[each]
        if not tag:
            text = " ".join(tree.texts[each].split())
            parts[each] = _Part(text, "mtext" if text else "")
            continue
        inside = [parts.pop(child) for child in tree.children(each)]
        parts[each] = _Part(_NAMED.get(tag, _token_or_row)(tag, inside, tree.attributes[each]), tag)
    return parts[at].text.strip() or _annotated(tree, at)


def _annotated(tree: Tree, at: int) -> str:
    for each in range(at, tree.ends[at]):
        if tree.tags[each] == "annotation" and "tex" in tree.attributes[each].get("encoding", "").lower():
            return " ".join(tree.text(each).split())
    return " ".join(tree.attributes[at].get("alttext", "").split())


def _token_or_row(tag: str, inside: list[_Part], attributes: dict[str, str]) -> str:
    if tag in _NOTHING:
        return ""
    if tag in ("mi", "mn", "mo", "mtext", "ms"):
        return " ".join("".join(part.text for part in inside).split())
    if tag == "mspace":
        return " " if attributes.get("width", "")[:1].isdigit() else ""
    return _row(inside)


def _row(inside: list[_Part]) -> str:
    parts: list[str] = []
    last, after_word = "", False
    for part in _elements(inside):
        new = _operator(part.text, last) if part.tag == "mo" else _operand(part, last, after_word=after_word)
        if new.startswith(" ") and (not last or last == " "):
            new = new[1:]
        if new:
            parts.append(new)
            last = new[-1]
            after_word = len(part.text) > 1 and part.text.isalpha()
    return "".join(parts).rstrip()


def _operator(sign: str, last: str) -> str:
    if sign in _INVISIBLE:
        return ""
    if sign in _TIGHT or sign in _OPENING or sign in _CLOSING:
        return sign
    if sign in _AFTER or sign in _LARGE:
        return f"{sign} "
    if sign in _BEFORE:
        return f" {sign}"
    is_prefix = not last or last in " (" or last in _OPENING
    return sign if is_prefix and len(sign) == 1 and sign in "+-−±∓" else f" {sign} "


def _operand(part: _Part, last: str, *, after_word: bool) -> str:
    text = part.text
    is_apart = after_word or (len(text) > 1 and part.tag in ("mi", "mtext")) or (part.tag == "mn" and last.isdigit())
    is_text = part.tag == "mtext" and last not in _OPENING
    return f" {text}" if is_text or (is_apart and last.isalnum() and text[:1].isalnum()) else text


def _elements(inside: list[_Part]) -> list[_Part]:
    return [part for part in inside if part.text]


def _arguments(inside: list[_Part], number: int) -> list[str]:
    found = [part.text for part in inside if part.tag]
    return [*found, *[""] * number][:number]


def _semantics(_: str, inside: list[_Part], __: dict[str, str]) -> str:
    return _row([part for part in inside if part.tag][:1])


def _fraction(_: str, inside: list[_Part], attributes: dict[str, str]) -> str:
    above, below = _arguments(inside, 2)
    if attributes.get("linethickness", "").strip()[:1] == "0":
        return f"({above} {below})"
    return fraction(above, below)


def _root(tag: str, inside: list[_Part], _: dict[str, str]) -> str:
    if tag == "msqrt":
        return root(_row(inside))
    return root(*_arguments(inside, 2))


def _scripts(tag: str, inside: list[_Part], _: dict[str, str]) -> str:
    base, first, second = _arguments(inside, 3)
    below, above = {"msub": (first, ""), "munder": (first, ""), "msup": ("", first), "mover": ("", first)}.get(
        tag, (first, second)
    )
    if tag == "mover" and len(base) == 1 and above in _ACCENTS:
        return base + _ACCENTS[above]
    if above and (set(above) <= _PRIMES or above in ("∘", "°")):
        return scripts(base, below) + above.replace("∘", "°")
    if base in _LARGE:
        return operator(base, below, above, "") + " "
    if base in _CLOSING:
        return base + scripts("", below, above)
    return scripts(base, below, above)


def _prescripts(_: str, inside: list[_Part], __: dict[str, str]) -> str:
    elements = [part for part in inside if part.tag]
    tags = [part.tag for part in elements]
    cut = tags.index("mprescripts") if "mprescripts" in tags else len(tags)
    after = [part.text for part in elements[1:cut]]
    before = [part.text for part in elements[cut + 1 :]]
    base = elements[0].text if elements else ""
    return scripts("", "".join(before[::2]), "".join(before[1::2])) + scripts(
        base, "".join(after[::2]), "".join(after[1::2])
    )


def _table(_: str, inside: list[_Part], __: dict[str, str]) -> str:
    return "; ".join(part.text for part in _elements(inside))


def _cells(_: str, inside: list[_Part], __: dict[str, str]) -> str:
    return " ".join(part.text.strip() for part in _elements(inside))


def _fenced(_: str, inside: list[_Part], attributes: dict[str, str]) -> str:
    within = ", ".join(part.text for part in _elements(inside))
    return f"{attributes.get('open', '(')}{within}{attributes.get('close', ')')}"


_NAMED = {
    "semantics": _semantics,
    "maction": _semantics,
    "mfrac": _fraction,
    **dict.fromkeys(("msqrt", "mroot"), _root),
    **dict.fromkeys(("msub", "msup", "msubsup", "munder", "mover", "munderover"), _scripts),
    "mmultiscripts": _prescripts,
    "mtable": _table,
    **dict.fromkeys(("mtr", "mlabeledtr"), _cells),
    "mfenced": _fenced,
}
