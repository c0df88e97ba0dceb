"""What two versions of one map differ in, which statements stand otherwise, and what makes the conclusions do so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from argmap import collector
from argmap.analysis import Analysis, analyse
from argmap.comparison.alignment.groups import Alignment
from argmap.comparison.alignment.versions import align_versions
from argmap.comparison.changes import Change, changes_of
from argmap.comparison.compare import Comparison
from argmap.comparison.differences.swings import Swing
from argmap.comparison.differences.union import Difference, Union
from argmap.errors import UnknownNameError
from argmap.evaluation.labels import Basis, Standing
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.statements import Kind
from argmap.workflows.checking import check_all


@frozen
class Flipped:
    """A statement that stands otherwise in the new version.

    Attributes:
        name: Its id in the new version.
        old: Its id in the old one.
        kind: Its kind in the new version.
        before: Its standing in the old version.
        after: Its standing in the new one.
        why: Why it stands so now.
    """

    name: str
    old: str
    kind: Kind
    before: Standing
    after: Standing
    why: str


@frozen(eq=False)
class Diff:
    """What two versions of one map differ in.

    What is asked for is worked out then, and kept.

    Attributes:
        old: The old version.
        new: The new one.
        basis: Which grounds count.
        alignment: Which of their statements are which.
    """

    old: Analysis = field(repr=False)
    new: Analysis = field(repr=False)
    basis: Basis
    alignment: Alignment = field(repr=False)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return what changed, in the order of a document; nothing where only the layout did."""
        return changes_of(self.old, self.new, self.alignment, self.union)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Return the changes that count in an evaluation."""
        return self.union.differences

    @cached_property
    def flipped(self) -> tuple[Flipped, ...]:
        """Return the statements of both versions that stand otherwise in the new one, in its order."""
        return tuple(self._flipped())

    @property
    def swings(self) -> tuple[Swing, ...]:
        """Return the conclusions among them, with the smallest sets of changes that do it.

        Raises:
            CertificateError: A set does not do what it is said to do, which is a bug in argmap.
        """
        return self._both.swings

    @cached_property
    def findings(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Return what the checks find in the new version alone, and what they found in the old one alone."""
        old, new = (check_all([analysis], analysis.project).findings for analysis in (self.old, self.new))
        names = {one: other for other, one in self.alignment.partner.items()}
        before = Counter((f.code, names.get(f.node or "", f.node)) for f in old)
        after = Counter((f.code, f.node) for f in new)
        come = [f for f in new if _left(before, (f.code, f.node))]
        gone = [f for f in old if _left(after, (f.code, names.get(f.node or "", f.node)))]
        return tuple(come), tuple(gone)

    @property
    def union(self) -> Union:
        """Return both versions in one, of which changes can be taken over."""
        return self._both.union

    @cached_property
    def _both(self) -> Comparison:
        return Comparison(self.old, self.new, self.basis, {}, self.alignment)

    def _flipped(self) -> Iterator[Flipped]:
        before, after = (analysis.evaluation.of(self.basis) for analysis in (self.old, self.new))
        for old, new in self.alignment.pairs:
            if old in before and new in after and before.standings[old] is not after.standings[new]:
                kind = self.new.map[new].kind
                why = after[new].why.lines()[0].partition(": ")[2]
                yield Flipped(new, old, kind, before.standings[old], after.standings[new], why)


def _left(counts: Counter[tuple[str, str | None]], key: tuple[str, str | None]) -> bool:
    """Tell whether nothing is left of a count; take one off it."""
    counts[key] -= 1
    return counts[key] < 0


def difference(old: Analysis, new: Analysis, basis: Basis = Basis.DECLARED) -> Diff:
    """Compare two versions of a map, each in its project."""
    with collector.paused():
        return Diff(old, new, basis, align_versions(old.graph.statements, new.graph.statements))


def diff(old: ArgumentMap, new: ArgumentMap, *, basis: Basis | str = Basis.DECLARED) -> Diff:
    """Compare two versions of one map.

    Args:
        old: The old version; its project's source records and texts are used.
        new: The new version, in its project.
        basis: Which grounds count: ``independent``, ``cited``, ``declared`` or ``granted``.

    Raises:
        ConfigError: The settings of a project are wrong.
        UnknownNameError: There is no such basis.

    Example:
        >>> import argmap
        >>> old = argmap.loads("nodes: {wet: {claim: It is wet., because: [rain]}, rain: {assumption: It rained.}}")
        >>> new = argmap.loads("nodes: {wet: {claim: It is damp., because: [rain]}, rain: {claim: It rained.}}")
        >>> for change in argmap.diff(old, new).changes:
        ...     print(change.name, change.deed, change.before, "->", change.after)
        wet reworded It is wet. -> It is damp.
        rain retyped assumption -> claim
        >>> [(each.name, str(each.before), str(each.after)) for each in argmap.diff(old, new).flipped]
        [('wet', 'accepted', 'unsupported'), ('rain', 'accepted', 'unsupported')]
    """
    if basis not in list(Basis):
        raise UnknownNameError("basis", basis, map(str, Basis))
    return difference(analyse(old), analyse(new), Basis(basis))
