"""How far two readings agree, as coders report it: on kinds, on relations between statements, and on boundaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from argmap.analysis import Analysis
from argmap.comparison.agreement.coefficients import Agreement, Pairs
from argmap.comparison.agreement.unitizing import Unit, alpha_of_units, apart
from argmap.comparison.alignment.groups import Alignment
from argmap.comparison.alignment.places import place_of
from argmap.model.bearing import borne_on
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind

_NONE = "none"


@frozen
class Boundaries:
    """How far two readings agree on which passages of the analysed text say something.

    Attributes:
        length: The characters of the text.
        passages: How many passages each reading has in it that do not overlap.
        binary: Krippendorff's *|uα*, of where passages begin and end; None where it is undefined.
        nominal: His *uα*, of that and of the kinds of the statements; None where it is undefined.
    """

    length: int
    passages: tuple[int, int]
    binary: float | None
    nominal: float | None


@frozen
class Figures:
    """How far two readings agree.

    Attributes:
        kinds: On the kinds of the statements that are one and one.
        relations: On what relation each of these has to each other, none being one of them.
        boundaries: On the passages of the analysed text; None where its text is not at hand, or not the same.
    """

    kinds: Agreement
    relations: Agreement
    boundaries: Boundaries | None


@frozen
class Counts:
    """What agreement is worked out from; those of several pairs of readings add up.

    Attributes:
        kinds: How many statements have each pair of kinds.
        relations: How many pairs of statements have each pair of relations.
    """

    kinds: Pairs
    relations: Pairs

    @classmethod
    def of(cls, left: ArgumentMap, right: ArgumentMap, alignment: Alignment) -> Counts:
        """Count the kinds and relations of two readings."""
        kinds = Counter((str(left[one].kind), str(right[other].kind)) for one, other in alignment.pairs)
        numbers = {one: number for number, (one, _) in enumerate(alignment.pairs)}
        others = {other: numbers[one] for one, other in alignment.pairs}
        related = _related(left, numbers), _related(right, others)
        pairs = {*related[0], *related[1]}
        relations = Counter((related[0].get(pair, _NONE), related[1].get(pair, _NONE)) for pair in pairs)
        rest = len(numbers) * (len(numbers) - 1) - len(pairs)
        return cls(kinds, relations + Counter({(_NONE, _NONE): rest}))

    def figures(self, cuts: Cuts | None) -> Figures:
        """Return how far the readings agree, with what they cut the analysed text into."""
        return Figures(
            Agreement.of(self.kinds), Agreement.of(self.relations), cuts.agreement if cuts is not None else None
        )


def figures(left: Analysis, right: Analysis, alignment: Alignment, sources: Mapping[str, str]) -> Figures:
    """Work out how far two readings agree.

    Args:
        left: The first reading.
        right: The second.
        alignment: Which of their statements are which.
        sources: The sources of which both have the text: the id in the first by that in the second.
    """
    return Counts.of(left.map, right.map, alignment).figures(Cuts.of(left, right, sources))


@frozen
class Cuts:
    """What two readings cut the analysed text into; those of several pairs of readings follow each other.

    Attributes:
        length: The characters of the text.
        left: The passages of the first reading, in order and apart.
        right: Those of the second.
    """

    length: int
    left: tuple[Unit, ...]
    right: tuple[Unit, ...]

    @classmethod
    def of(cls, left: Analysis, right: Analysis, sources: Mapping[str, str]) -> Cuts | None:
        """Look up the passages of two readings in the analysed text; None where its text is not at hand in both."""
        about = left.map.about
        if about is None or right.map.about is None or sources.get(right.map.about) != about:
            return None
        length = len(left.texts[about])
        own = {name: name for name in sources.values()}
        ones, others = (apart(_units(a, about, shared), length) for a, shared in ((left, own), (right, sources)))
        return cls(length, tuple(ones), tuple(others))

    @classmethod
    def joined(cls, texts: Iterable[Cuts]) -> Cuts | None:
        """Return several texts as one; None where there is none."""
        length, ones, others = 0, list[Unit](), list[Unit]()
        for text in texts:
            for units, found in ((text.left, ones), (text.right, others)):
                found.extend(Unit(unit.start + length, unit.end + length, unit.value) for unit in units)
            length += text.length
        return cls(length, tuple(ones), tuple(others)) if length else None

    @property
    def agreement(self) -> Boundaries:
        """Return how far the readings agree."""
        units = self.left, self.right
        alphas = (alpha_of_units(units, self.length, valued=valued) for valued in (False, True))
        return Boundaries(self.length, (len(self.left), len(self.right)), *alphas)


def _units(analysis: Analysis, about: str, sources: Mapping[str, str]) -> Iterator[Unit]:
    for statement in analysis.graph.statements:
        for passage in statement.passages:
            place = place_of(analysis, passage, sources)
            if place and place[0] == about:
                yield Unit(place[1].start, place[1].end, str(statement.kind))


def _related(m: ArgumentMap, numbers: Mapping[str, int]) -> dict[tuple[int, int], str]:
    """Return the relations that statements have to each other, by their numbers."""
    bears_on = borne_on(m)
    found: dict[tuple[int, int], set[str]] = {}
    for relation in m.relations:
        target = numbers.get(bears_on.get(relation.id, ""))
        for premise in relation.premises:
            number = numbers.get(premise)
            if number is not None and target is not None and number != target:
                found.setdefault((number, target), set()).add(str(relation.kind))
                if relation.kind is RelationKind.CONTRADICTION:
                    found.setdefault((target, number), set()).add(str(relation.kind))
    return {pair: " and ".join(sorted(kinds)) for pair, kinds in found.items()}
