"""What the parts of reading share: Argdown's model, and what is known of the map made of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import define, field

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.model import Argument, Interpretation, Member, StatementClass, Titled
from argmap.formats.argdown.reading.denials import Denial
from argmap.formats.argdown.reading.expectations import ids_by_title
from argmap.formats.argdown.reading.groups import Groups
from argmap.model.relations import RelationKind
from argmap.model.statements import Statement
from argmap.native.ids import Names


@define
class Reading:
    """A map while it is read.

    Attributes:
        model: Argdown's model.
        flaws: Where flaws are noted.
        ids: The ids given so far.
        about: Id of the default source.
        groups: The groups of the map.
        denials: What arguments speak against, by the statement that they conclude.
        names: The id of a statement or an argument; a reconstructed argument has that of its conclusion.
        statements: The statements.
        weighing: The kinds of the reasons whose weight was read, by the identity of the element after their mark.
    """

    model: Interpretation
    flaws: Flaws
    ids: Names
    about: str | None
    groups: Groups
    denials: Mapping[StatementClass, Denial]
    names: dict[Titled, str] = field(factory=dict)
    statements: tuple[Statement, ...] = ()
    weighing: dict[int, RelationKind] = field(factory=dict)

    @cached_property
    def by_title(self) -> dict[str, str]:
        """Return the ids of statements by their ids and titles; a title that several have names none."""
        return ids_by_title(self.statements)

    def name_of(self, row: Member) -> str | None:
        """Return the id of the statement in a row of a reconstruction; None for one without a text."""
        return self.names.get(self.model.statements[row.title])

    def denial_of(self, argument: Argument) -> Denial | None:
        """Return what an argument speaks against, if it concludes a denial."""
        return self.denials.get(self.model.statements[argument.rows[-1].title]) if self.denials else None
