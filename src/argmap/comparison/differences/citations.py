"""Which citations of one statement in two maps are the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from attrs import frozen

from argmap.model.citations import Citation


@frozen
class CitedPair:
    """A citation of a statement that two maps share, and its counterpart.

    Attributes:
        statement: The statement, by its id in the first map.
        left: The citation in the first map; None where only the second has it.
        right: The citation in the second map; None where only the first has it.
        is_same: Whether both count the same.
    """

    statement: str
    left: Citation | None
    right: Citation | None
    is_same: bool = False


def cited_alike(
    left: Sequence[Citation], right: Sequence[Citation], sources: Mapping[str, str]
) -> list[tuple[Citation | None, Citation | None]]:
    """Pair the citations of a statement: of the same passage, of the same source for the same, then of the same source.

    Args:
        left: Those in the first map.
        right: Those in the second.
        sources: What a source of the second map is called in the first, where it is called otherwise.

    Returns:
        Those of the first map in order, then what the second has alone.

    Example:
        >>> from argmap.model.citations import Stance
        >>> left = [Citation("a@memo", "memo"), Citation("a@survey", "survey")]
        >>> right = [Citation("b@memo", "memo", stance=Stance.CONTRADICTS)]
        >>> [(one and one.id, other and other.id) for one, other in cited_alike(left, right, {})]
        [('a@memo', 'b@memo'), ('a@survey', None)]
    """
    free = dict(enumerate(right))
    found: dict[int, Citation] = {}
    keys: tuple[Callable[[Citation, str], Hashable], ...] = (
        lambda c, source: (source, c.selector, c.stance),
        lambda c, source: (source, c.selector),
        lambda c, source: (source, c.stance),
        lambda _, source: source,
    )
    for key in keys:
        known: dict[Hashable, list[int]] = {}
        for number, citation in reversed(free.items()):
            known.setdefault(key(citation, sources.get(citation.source, citation.source)), []).append(number)
        for number, citation in enumerate(left):
            numbers = known.get(key(citation, citation.source), []) if number not in found else []
            if numbers:
                found[number] = free.pop(numbers.pop())
    return [
        *((citation, found.get(number)) for number, citation in enumerate(left)),
        *((None, c) for c in free.values()),
    ]
