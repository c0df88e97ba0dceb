"""What a step says of its scheme: ``roles``, ``answers`` and ``waives``, and which question an undercut ``raises``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from argmap.flaws import Flaw, Flaws
from argmap.model.critique import Answer, Filling, Waiver
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.native import values
from argmap.native.characters import is_whole
from argmap.native.ids import is_id
from argmap.native.reasons.joined import linked, unjoined
from argmap.native.tree import Mapping, Node, Scalar, Sequence, describe, span
from argmap.native.values import Found
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_EXAMPLES = {
    "roles": "roles: {source: mayor-says}",
    "answers": "answers: {biased: no-interest}",
    "waives": 'waives: {peers-differ: "Only one study exists."}',
}

_Reasons = tuple[tuple[str, ...], ...]


def read(record: Found, kind: RelationKind, key: str, target: str, flaws: Flaws) -> dict[str, Any]:
    """Read what a record says of the scheme of a step, as fields of a relation.

    Args:
        record: What is said of the step.
        kind: What the step is.
        key: The key that it is listed under, for messages.
        target: Id of what it bears on.
        flaws: Where slips are noted.
    """
    found: dict[str, Any] = {}
    if "scheme" in record:
        found["scheme_span"] = span(record["scheme"][1])
    if "roles" in record:
        filled = _answered(*record["roles"], target, flaws)
        found["roles"] = tuple(Filling(name.value or "", sum(reasons, ()), span(name)) for name, reasons in filled)
    if "answers" in record:
        given = _answered(*record["answers"], target, flaws)
        found["answers"] = tuple(Answer(name.value or "", reasons, span(name)) for name, reasons in given)
    if "waives" in record:
        found["waives"] = tuple(_waived(*record["waives"], target, flaws))
    if "raises" in record and kind is not RelationKind.UNDERCUT:
        flaws.add(WRONG_VALUE, stray(f"what stands under '{key}:' is none"), span(record["raises"][0]), target)
    elif "raises" in record:
        name, node = record["raises"]
        raised = values.text(name, node, flaws, target)
        if raised is not None and _is_name(Scalar(raised.strip(), node.start, node.end), "raises", target, flaws):
            found |= {"raises": raised.strip(), "raises_span": span(node)}
    return found


def _answered(key: Scalar, node: Node, target: str, flaws: Flaws) -> list[tuple[Scalar, _Reasons]]:
    """Return roles or questions with the reasons that stand after each; what names none is a slip."""
    found = ((name, _reasons(name, value, target, flaws)) for name, value in _named(key, node, target, flaws))
    return [(name, reasons) for name, reasons in found if reasons]


def _named(key: Scalar, node: Node, target: str, flaws: Flaws) -> Iterator[tuple[Scalar, Node]]:
    """Go through roles or questions with what stands after each; one that stands twice is a slip."""
    word = key.value or ""
    if not isinstance(node, Mapping):
        flaws.add(WRONG_VALUE, f"{takes(word)}, and this is {describe(node)}", span(node), target)
        return
    seen: set[str] = set()
    for at, value in values.whole(node, _never if word == "waives" else is_id, flaws, target):
        name = at._replace(value=(at.value or "").strip())
        if not _is_name(name, word, target, flaws):
            continue
        if name.value in seen:
            message = f"{values.shown(name.value or '')} stands twice in {word!r}: the second is not read"
            flaws.add(DUPLICATE_ID, message, span(at), target)
            continue
        seen.add(name.value or "")
        yield name, value


def _never(_: str) -> bool:
    """Tell of what follows a comma that it is no question: reasons have commas."""
    return False


def _is_name(name: Scalar, key: str, target: str, flaws: Flaws) -> bool:
    if is_id(name.value or ""):
        return True
    flaws.add(BAD_ID, bad_name(name.value or "", key), span(name), target)
    return False


def _reasons(name: Scalar, node: Node, target: str, flaws: Flaws) -> _Reasons:
    """Read reasons, each an id or several that are linked; anything else is a slip."""
    found: list[tuple[str, ...]] = []
    noted = len(flaws.found)
    for item in unjoined(node, target, flaws):
        if not isinstance(item, Scalar):
            message = f"{name.value!r} takes ids, or 'a + b' for linked ones, and this is {describe(item)}"
            flaws.add(WRONG_VALUE, message, span(item), target)
        elif item.value and not item.value.isspace() and (names := linked(item, target, flaws)):
            found.append(tuple(names))
    if not found and len(flaws.found) == noted:
        flaws.add(EMPTY_TEXT, nothing(name.value or ""), span(name), target)
    return tuple(found)


def _waived(key: Scalar, node: Node, target: str, flaws: Flaws) -> Iterator[Waiver]:
    """Read critical questions that are left open, each with its reason, or in a list without any."""
    if not isinstance(node, Mapping):
        for item in values.items(node, flaws):
            name = values.text(key, item, flaws, target)
            if name is not None and _is_name(Scalar(name.strip(), item.start, item.end), "waives", target, flaws):
                yield Waiver(name.strip(), "", span(item))
        return
    for at, value in _named(key, node, target, flaws):
        is_bare = isinstance(value, Scalar) and not (value.value or "").strip()
        reason = "" if is_bare else values.text(at, value, flaws, target)
        if reason is not None:
            yield Waiver(at.value or "", reason, span(at))


def takes(key: str) -> str:
    """Say what ``roles``, ``answers`` or ``waives`` takes."""
    what = "roles of its scheme" if key == "roles" else "critical questions of its scheme"
    return f"{key!r} takes {what} with a value each, as in {_EXAMPLES[key]}"


def bad_name(name: str, key: str) -> str:
    """Say that no role or question can be called so."""
    what = "a role" if key == "roles" else "a critical question"
    return f"{values.shown(name)} cannot be the name of {what}: 'argmap explain SCHEME' lists them"


def nothing(name: str) -> str:
    """Say that no statement stands after a role or a question."""
    return f"nothing stands after {values.shown(name)}: write the id of a statement, or delete it"


def stray(why: str) -> str:
    """Say that only undercuts raise questions."""
    return f"'raises' says which critical question an undercut answers against its step: {why}"


def write(relation: Relation) -> dict[str, Node | None]:
    """Write what a relation says of its scheme, as fields of a record."""
    data = as_data(relation)
    return {key: _node(data[key]) if key in data else None for key in ("roles", "answers", "waives", "raises")}


def as_data(relation: Relation) -> dict[str, Any]:
    """Return what a reader would take of what a relation says of its scheme, as texts, lists and mappings."""
    found: dict[str, Any] = {
        "roles": _first((each.role, " + ".join(each.statements)) for each in relation.roles if _fills(each)),
        "answers": _first((each.question, _joined(each.reasons)) for each in relation.answers if _replies(each)),
        "waives": _first((each.question, each.reason) for each in relation.waives if is_id(each.question)),
        "raises": relation.raises if _has_question(relation) else None,
    }
    return {key: value for key, value in found.items() if value}


def _first(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found


def _joined(reasons: _Reasons) -> str | list[str]:
    joined = [" + ".join(names) for names in reasons]
    return joined[0] if len(joined) == 1 else joined


def _node(value: Any) -> Node:
    if isinstance(value, dict):
        return Mapping([(Scalar(name, 0, 0, '"'), _node(each)) for name, each in value.items()], 0, 0, flow=True)
    if isinstance(value, list):
        return Sequence([Scalar(each, 0, 0, '"') for each in value], 0, 0, flow=True)
    return Scalar(value, 0, 0, '"')


def _fills(each: Filling) -> bool:
    return is_id(each.role) and bool(each.statements) and all(map(is_id, each.statements))


def _replies(each: Answer) -> bool:
    return is_id(each.question) and bool(each.reasons) and all(each.reasons) and all(map(is_id, each.statements))


def _is_told(reason: str) -> bool:
    return not reason.isspace() and len(reason) <= values.LONGEST_TEXT and is_whole(reason)


def _has_question(relation: Relation) -> bool:
    return relation.kind is RelationKind.UNDERCUT and relation.raises is not None and is_id(relation.raises)


def lost(m: ArgumentMap) -> Iterator[Flaw]:
    """Report what code has said of roles and critical questions that no document may hold."""
    for relation in m.relations:
        for name in _unwritable(relation) if relation.has_critique else ():
            message = f"what {relation.id!r} says of {name!r} cannot be read again, and is not written"
            yield Flaw(message, node=relation.id)


def _unwritable(relation: Relation) -> Iterator[str]:
    yield from (each.role for each in relation.roles if not _fills(each))
    yield from (each.question for each in relation.answers if not _replies(each))
    yield from (each.question for each in relation.waives if not is_id(each.question) or not _is_told(each.reason))
    if relation.raises is not None and not _has_question(relation):
        yield relation.raises
    for names in (
        [each.role for each in relation.roles],
        [each.question for each in relation.answers],
        [each.question for each in relation.waives],
    ):
        yield from (name for name, count in Counter(names).items() if count > 1)
