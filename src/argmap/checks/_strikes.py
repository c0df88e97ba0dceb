"""What speaks against a statement that is not accepted, found in the reason for its label."""

from __future__ import annotations

from argmap.evaluation.why import Why
from argmap.wording import linked, quoted

_REACH = 1000


def decisive(why: Why) -> tuple[Why, Why] | None:
    """Find the attack or undercut that keeps a statement from being accepted.

    Args:
        why: The reason for the label of a rejected or undecided statement.

    Returns:
        The nearest attack or undercut, and the statement or step that it strikes at; None where none is near.
    """
    todo, seen = [why], {id(why)}
    for each in todo:
        for child in each.children:
            if child.is_answered:
                continue
            if child.kind in ("attack", "contradiction", "counter-citation") or _is_unmet(child):
                return child, each
            if child.status == "stands":
                continue
            for reason in child.children:
                if reason.kind == "undercut":
                    return reason, child
                if id(reason) not in seen and len(todo) < _REACH:
                    seen.add(id(reason))
                    todo.append(reason)
    return None


def _is_unmet(why: Why) -> bool:
    return why.kind == "standard" and why.status == "stands"


def told(why: Why) -> str:
    """Say what keeps a statement from being accepted.

    Args:
        why: The reason for the label of a rejected or undecided statement, which the sentence calls *it*.
    """
    found = decisive(why)
    if found is None:
        return "the support it rests on is attacked"
    strike, struck = found
    whom = "it" if struck.id == why.id else f"{quoted(struck.id)}, on which it rests"
    asked = f"; {strike.measure.asked}" if strike.measure and strike.status == "stands" else ""
    if strike.kind == "standard":
        return f"what supports {whom}{'' if struck.id == why.id else ','} is too weak{asked}"
    who = linked(strike.names)
    if struck.kind != "statement":
        return f"{who} undercuts {'the citation' if struck.kind == 'citation' else 'the step'} {quoted(struck.id)}"
    if strike.kind == "counter-citation":
        return f"a citation of {who} speaks against {whom}{asked}"
    if strike.kind == "contradiction":
        return f"{who} contradicts {whom}"
    return f"{who} speaks against {whom}{asked}"
