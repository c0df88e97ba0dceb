"""Single values of rows: words of a few, numbers, yes and no, weights and credences."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from argmap.flaws import Flaws
from argmap.formats._rows import words
from argmap.formats._rows.cells import note, shown
from argmap.formats._rows.records import Record
from argmap.native.reasons.measures import Measure
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_E = TypeVar("_E", bound=StrEnum)


def flag(record: Record, name: str, flaws: Flaws, owner: str | None = None) -> bool:
    """Read yes or no; empty is no."""
    if not record.text(name):
        return False
    value = words.flag(record.text(name))
    if value is None:
        message = f"{name!r} takes yes or no, and this is {shown(record.text(name))}"
        note(flaws, WRONG_VALUE, message, record.cells[name], owner)
    return bool(value)


def choice(record: Record, name: str, options: type[_E], flaws: Flaws, owner: str | None = None) -> _E | None:
    """Read one of a few words."""
    word = record.text(name).lower()
    if not word or word in list(options):
        return options(word) if word else None
    message = f"{name!r} cannot be {shown(record.text(name))}: one of {', '.join(options)} is right"
    note(flaws, WRONG_VALUE, message, record.cells[name], owner)
    return None


def whole(record: Record, name: str, flaws: Flaws, least: int = 1, owner: str | None = None) -> int | None:
    """Read a whole number."""
    text = record.text(name)
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= least:
        return int(text)
    message = f"{name!r} takes a whole number from {least}, and this is {shown(text)}"
    note(flaws, WRONG_VALUE, message, record.cells[name], owner)
    return None


def measure(record: Record, kind: Measure, flaws: Flaws, owner: str | None = None) -> float | None:
    """Read a number from 0 to 1; a comma may stand for the point."""
    text = record.text(kind.key)
    if not text:
        return None
    value = kind.parse(_fraction(text.replace(",", ".")))
    if value is None:
        note(flaws, WRONG_VALUE, kind.wrong(text, shown(text)), record.cells[kind.key], owner)
    return value


def _fraction(text: str) -> str:
    """Return a share as the number that it is: ``70%`` as ``0.7``."""
    share = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%", text, re.ASCII)
    return str(Decimal(share[1]) / 100) if share else text
