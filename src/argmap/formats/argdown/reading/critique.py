"""What the data of an inference says of its scheme: roles, answers to critical questions, and those that are waived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.conventions import ANSWERS, RAISES, ROLES, WAIVES
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.reading.weights import reasons_in
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.critique import Answer, Filling, Waiver
from argmap.model.relations import RelationKind
from argmap.native.ids import is_id
from argmap.native.reasons import critique
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def critique_of(reading: Reading, kind: RelationKind, data: dict[str, Any], span: Span) -> dict[str, Any]:
    """Return what the data of an inference says of its scheme, as fields of a relation."""
    flaws = reading.flaws
    found: dict[str, Any] = {"scheme_span": span}
    if ROLES in data:
        filled = ((name, _reasons(reading, name, value, span)) for name, value in _named(ROLES, data, span, flaws))
        found["roles"] = tuple(Filling(name, sum(reasons, ()), span) for name, reasons in filled if reasons)
    if ANSWERS in data:
        given = ((name, _reasons(reading, name, value, span)) for name, value in _named(ANSWERS, data, span, flaws))
        found["answers"] = tuple(Answer(name, reasons, span) for name, reasons in given if reasons)
    if WAIVES in data:
        found["waives"] = tuple(_waived(data, span, flaws))
    if RAISES in data and kind is not RelationKind.UNDERCUT:
        flaws.add(WRONG_VALUE, critique.stray("draw one with '_>'"), span)
    elif RAISES in data:
        name = as_text(data[RAISES]) or ""
        found |= {"raises": name, "raises_span": span} if _is_name(name, RAISES, span, flaws) else {}
    return found


def _named(key: str, data: dict[str, Any], span: Span, flaws: Flaws) -> Iterator[tuple[str, Any]]:
    value = data[key]
    if isinstance(value, dict):
        yield from ((name, each) for name, each in value.items() if _is_name(name, key, span, flaws))
    else:
        flaws.add(WRONG_VALUE, critique.takes(key), span)


def _is_name(name: str, key: str, span: Span, flaws: Flaws) -> bool:
    if not is_id(name):
        flaws.add(BAD_ID, critique.bad_name(name, key), span)
    return is_id(name)


def _reasons(reading: Reading, name: str, value: Any, span: Span) -> tuple[tuple[str, ...], ...]:
    return tuple(reasons_in(reading, value, span, critique.nothing(name)))


def _waived(data: dict[str, Any], span: Span, flaws: Flaws) -> Iterator[Waiver]:
    if not isinstance(data[WAIVES], dict):
        names = [as_text(item) or "" for item in as_list(data[WAIVES])]
        yield from (Waiver(name, "", span) for name in names if _is_name(name, WAIVES, span, flaws))
        return
    for name, value in _named(WAIVES, data, span, flaws):
        reason = "" if value is None else as_text(value)
        if reason is None:
            flaws.add(WRONG_VALUE, f"{name!r} takes a reason in words", span)
        else:
            yield Waiver(name, reason, span)
