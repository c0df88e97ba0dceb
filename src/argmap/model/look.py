"""How the author of a map asks for it to be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import Factory, frozen


class Label(StrEnum):
    """What of a statement's words stands on its card."""

    BOTH = "both"
    TITLE = "title"
    TEXT = "text"
    NONE = "none"


@frozen
class Fold:
    """An argument drawn as one card, because not all that its steps start from and lead to is drawn.

    Attributes:
        steps: Ids of its steps; the last one leads to its conclusion, and names the card.
        group: Id of the section that the card stands in.
        tags: The argument's tags.
    """

    steps: tuple[str, ...]
    group: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the card."""
        return self.steps[-1]


@frozen
class Look:
    """How a map is to be drawn, where its author says so; every title is resolved to the id that has it.

    Attributes:
        hidden: Ids of the statements, and of the steps, that are not drawn.
        folds: The arguments that are one card each.
        closed: Ids of the sections that are one card each.
        labels: What stands on a statement's card, by its id; whether it has a title of its own counts else.
        shows_tags: Whether tags stand on the cards.
        colours: The colour of a statement or a fold, by id, as ``#rrggbb``.
        group_colours: The colour of a section, by id.
        key: What colours mean: words and colour, in order.
        settings: The settings that ask for it, by the names that the author knows.

    Example:
        >>> Look(hidden=frozenset({"rain"}), closed=frozenset({"money"})).key
        ()
    """

    hidden: frozenset[str] = frozenset()
    folds: tuple[Fold, ...] = ()
    closed: frozenset[str] = frozenset()
    labels: Mapping[str, Label] = Factory(dict)
    shows_tags: bool = False
    colours: Mapping[str, str] = Factory(dict)
    group_colours: Mapping[str, str] = Factory(dict)
    key: tuple[tuple[str, str], ...] = ()
    settings: tuple[str, ...] = ()


PLAIN = Look()
"""Everything is drawn, and as argmap draws it."""
