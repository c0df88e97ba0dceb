"""From theories of structured argumentation to maps."""

from __future__ import annotations

from collections.abc import Callable

from argmap.errors import ConvertError
from argmap.flaws import MANY, Flaws
from argmap.frameworks.structured.aba import AbaTheory
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.text import LineIndex, Span


def map_of(text: str, file: str, form: str, read: Callable[[str, Flaws, dict[str, Span]], AbaTheory]) -> ArgumentMap:
    """Read the text of a flat theory as a map.

    Args:
        text: The whole file.
        file: Its name.
        form: Name of the format.
        read: Reads the theory, and adds what is wrong, and where atoms stand.

    Raises:
        ConvertError: There is nothing of a theory in it.
    """
    flaws = Flaws(text, most=MANY)
    places: dict[str, Span] = {}
    theory = read(text, flaws, places)
    if not theory.assumptions and not theory.rules and (flaws.found or not text.strip()):
        raise ConvertError("this is no theory: it has no line such as 'a 1' or 'r 3 1 2' below a header 'p aba 3'")
    facts = {head for head, body in theory.rules if not body}
    told = (*theory.contraries.values(), *(atom for head, body in theory.rules for atom in (head, *body)))
    names = Names()
    ids = {
        atom: names.make(atom if is_id(atom) else slug(atom), "-")
        for atom in dict.fromkeys((*theory.assumptions, *told))
    }
    granted = facts.union(theory.assumptions)
    statements = (
        Statement(ids[atom], Kind.ASSUMPTION if atom in granted else Kind.CLAIM, atom, span=places[atom])
        for atom in ids
    )
    steps = [
        (RelationKind.SUPPORT, tuple(ids[atom] for atom in body), ids[head]) for head, body in theory.rules if body
    ]
    steps += [(RelationKind.ATTACK, (ids[other],), ids[atom]) for atom, other in theory.contraries.items()]
    relations = (Relation.make(*step) for step in dict.fromkeys(steps))
    lines = LineIndex(text)
    origin = Origin(file, form, lines, findings=flaws.findings(file, lines))
    return ArgumentMap(statements=tuple(statements), relations=tuple(relations), origin=origin)
