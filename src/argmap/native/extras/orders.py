"""How audiences rank values: after a name a chain such as ``safety > calm > time``, or a list of chains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import product

from argmap.flaws import Flaws
from argmap.model.orders import Order
from argmap.native import values
from argmap.native.ids import is_id
from argmap.native.tree import Mapping, Node, Scalar, Sequence, span
from argmap.rules.wrong_value import RULE as WRONG_VALUE

EXAMPLE = "write it as orders: {parents: safety > calm > time}"
"""How an order is written, for messages."""
_NO_SIGN = re.compile(r">\s*[>=]|[,;=<]")
_JOINT = re.compile("[,;=]")
_MOST_CHAINS = 4


def read_orders(key: Scalar, node: Node, flaws: Flaws) -> tuple[Order, ...]:
    """Read what stands after ``orders``.

    Args:
        key: The key.
        node: Names of audiences with the chains of values that each holds.
        flaws: Where flaws are noted: texts that rank nothing, and names that stand twice.
    """
    found: list[Order] = []
    for name, at, value in values.pairs(key, node, "an order", flaws):
        chains: list[tuple[str, ...]] = []
        noted = len(flaws.found)
        for item in values.items(value, flaws):
            text = item.value if isinstance(item, Scalar) else None
            chain = chain_of(text or "")
            if chain:
                chains.append(chain)
            elif item.end > item.start:
                why = misused(text or "") or f"{values.described(item)} ranks no values: {EXAMPLE}"
                flaws.add(WRONG_VALUE, why, span(item), name)
            else:
                meant = _cut_off(found[-1], at, flaws.text) if found else ""
                flaws.add(WRONG_VALUE, f"the order {name!r} ranks no values: {meant or EXAMPLE}", span(at), name)
        if chains:
            found.append(Order(name, tuple(chains), span(at)))
        elif len(flaws.found) == noted:
            flaws.add(WRONG_VALUE, f"the order {name!r} ranks no values: {EXAMPLE}", span(at), name)
    return tuple(found)


def _cut_off(before: Order, at: Scalar, text: str) -> str:
    """Return what was meant by a name after the comma that ends another order between braces."""
    if before.span is None or "\n" in text[before.span.end : at.start]:
        return ""
    chains = (*before.chains, (*before.chains[-1][:-1], at.value or ""))
    listed = ", ".join(" > ".join(chain) for chain in chains)
    return f"if the comma was to join it to the one before, write {before.id}: [{listed}]"


def chain_of(text: str) -> tuple[str, ...]:
    """Return the values of a chain; none where it ranks nothing.

    Example:
        >>> chain_of("safety > peace and quiet"), chain_of("safety"), chain_of("safety >")
        (('safety', 'peace and quiet'), (), ())
    """
    names = tuple(" ".join(name.split()) for name in text.split(">"))
    return names if len(names) > 1 and all(names) and not _NO_SIGN.search(text) else ()


def misused(text: str) -> str:
    """Say which sign of a text cannot stand in a chain, and what to write instead; nothing where there is none.

    Example:
        >>> misused("jobs > health, fairness")
        "',' does not join values in a chain: write [jobs > health, jobs > fairness]"
        >>> misused("jobs < health")
        "'<' ranks nothing: begin with the highest value, and write '>' between values"
    """
    found = _NO_SIGN.search(text)
    if not found or ">" not in text + found[0].replace("<", ">"):
        return ""
    sign = "".join(found[0].split())
    if not _JOINT.fullmatch(sign):
        return f"{sign!r} ranks nothing: begin with the highest value, and write '>' between values"
    parts = [" > ".join(chain_of(part)) for part in _JOINT.split(text)]
    steps = [[name for part in _JOINT.split(step) if (name := " ".join(part.split()))] for step in text.split(">")]
    chains = parts if all(parts) else [" > ".join(names) for names in product(*steps) if len(names) > 1]
    listed = f"[{', '.join(chains)}]" if 1 < len(chains) <= _MOST_CHAINS else "a list of chains, as in [a > b, a > c]"
    return f"{sign!r} does not join values in a chain: write {listed}"


def write_orders(orders: Iterable[Order], lose: Callable[[str, str], None]) -> Mapping | None:
    """Write orders as what stands after ``orders``; what no document may hold is reported."""
    written: dict[str, tuple[Scalar, Node]] = {}
    for order in orders:
        if order.id in written or not is_id(order.id) or not is_readable(order):
            lose(f"the order {order.id!r} cannot be read again: {EXAMPLE}", order.id)
            continue
        chains: list[Node] = [Scalar(" > ".join(chain), 0, 0, '"') for chain in order.chains]
        value = chains[0] if len(chains) == 1 else Sequence(chains, 0, 0, flow=True)
        written[order.id] = Scalar(order.id, 0, 0, '"'), value
    return Mapping([*written.values()], 0, 0) if written else None


def is_readable(order: Order) -> bool:
    """Tell whether an order is read again as it is."""
    return bool(order.chains) and all(chain_of(" > ".join(chain)) == chain for chain in order.chains)
