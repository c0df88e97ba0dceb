"""Equations of Office (OMML, ECMA-376 part 1, §22.1) on one line."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from argmap.sources.extract._linear import fraction, operator, root, scripts

SLOTS = frozenset("deg den e fName lim num sub sup".split())
"""The elements that hold what is laid out."""

_OFF = ("0", "off", "false")


@define
class Structure:
    """What lays out a part of an equation, such as a fraction or a root.

    Attributes:
        kind: One of `STRUCTURES`.
        settings: What it says of itself, such as ``{"chr": "∑"}``.
        slots: What is in its slots, one after the other, each with the name of its slot; a row of a matrix begins
            with a slot ``mr``.
    """

    kind: str
    settings: dict[str, str] = field(factory=dict)
    slots: list[tuple[str, str]] = field(factory=list)

    def slot(self, name: str) -> str:
        """Return what is in a slot; nothing where there is none of that name."""
        return dict(self.slots).get(name, "")

    def linear(self) -> str:
        """Return it on one line."""
        return _LAYOUTS[self.kind](self)


def _fraction(of: Structure) -> str:
    above, below = of.slot("num"), of.slot("den")
    return f"{above} ¦ {below}" if of.settings.get("type") == "noBar" else fraction(above, below)


def _scripts(of: Structure) -> str:
    return scripts(of.slot("e"), of.slot("sub"), of.slot("sup"))


def _scripts_before(of: Structure) -> str:
    return scripts("", of.slot("sub"), of.slot("sup")) + of.slot("e")


def _limit_below(of: Structure) -> str:
    return scripts(of.slot("e"), below=of.slot("lim"))


def _limit_above(of: Structure) -> str:
    return scripts(of.slot("e"), above=of.slot("lim"))


def _root(of: Structure) -> str:
    return root(of.slot("e"), of.slot("deg"))


def _operator(of: Structure) -> str:
    return operator(of.settings.get("chr", "∫"), of.slot("sub"), of.slot("sup"), of.slot("e"))


def _function(of: Structure) -> str:
    name, argument = of.slot("fName"), of.slot("e")
    return f"{name}{argument}" if argument.startswith("(") else f"{name} {argument}"


def _delimited(of: Structure) -> str:
    inside = of.settings.get("sepChr", "|").join(text for _, text in of.slots)
    return f"{of.settings.get('begChr', '(')}{inside}{of.settings.get('endChr', ')')}"


def _matrix(of: Structure) -> str:
    rows: list[list[str]] = [[]]
    for name, text in of.slots:
        if name == "mr":
            rows.append([])
        else:
            rows[-1].append(text)
    return "; ".join(" ".join(row) for row in rows if row)


def _accent(of: Structure) -> str:
    return _marked(of.slot("e"), of.settings.get("chr", "\u0302"))


def _bar(of: Structure) -> str:
    return _marked(of.slot("e"), "\u0305" if of.settings.get("pos") == "top" else "\u0332")


def _marked(text: str, mark: str) -> str:
    return f"{text}{mark}" if len(text) == 1 else f"({text}){mark}"


def _in_turn(of: Structure) -> str:
    return "; ".join(text for _, text in of.slots if text)


_LAYOUTS: dict[str, Callable[[Structure], str]] = {
    "acc": _accent,
    "bar": _bar,
    "d": _delimited,
    "f": _fraction,
    "func": _function,
    "limLow": _limit_below,
    "limUpp": _limit_above,
    "m": _matrix,
    "nary": _operator,
    "rad": _root,
    "sPre": _scripts_before,
    **dict.fromkeys(("sSub", "sSubSup", "sSup"), _scripts),
    **dict.fromkeys(("borderBox", "box", "eqArr", "groupChr", "phant"), _in_turn),
}

STRUCTURES = frozenset(_LAYOUTS)
"""The elements that lay out what is in their slots."""


def is_on(value: str | None) -> bool:
    """Return whether a setting without a value, or with this one, is on."""
    return value not in _OFF
