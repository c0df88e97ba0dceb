"""How audiences rank values, in the front matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.flaws import Flaws
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.orders import Order
from argmap.native.extras.orders import EXAMPLE, chain_of, misused
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def read_orders(value: Any, span_of: Callable[[str], Span], flaws: Flaws) -> tuple[Order, ...]:
    """Return the orders, from the value of ``orders``: names with a chain of values or a list of chains.

    Args:
        value: The value.
        span_of: Returns where a key is in the front matter, `orders` or a name below it.
        flaws: Where flaws are noted.
    """
    if not value:
        return ()
    if not isinstance(value, dict):
        flaws.add(WRONG_VALUE, f"'orders' takes names with values in order: {EXAMPLE}", span_of("orders"))
        return ()
    found = []
    for name, given in value.items():
        span = span_of(name)
        texts = [as_text(item) or "" for item in as_list(given)]
        chains = tuple(chain for text in texts if (chain := chain_of(text)))
        if len(chains) < len(texts) or not chains:
            why = next(filter(None, map(misused, texts)), EXAMPLE)
            flaws.add(WRONG_VALUE, f"the order {name!r} has a part that ranks no values: {why}", span)
        if chains:
            found.append(Order(name, chains, span))
    return tuple(found)
