"""Checks: one flaw per module, in rooms by what they look at; a module's docstring is the page of its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from argmap.analysis import Analysis
from argmap.flaws import Flaw
from argmap.model.findings import Rule, Severity
from argmap.model.sources import Source


@frozen
class Survey:
    """All maps of a run and the source records of their project, for what no single map can tell.

    Attributes:
        analyses: The maps.
        records: The source records of the project, by id.
        complete: Whether these are all the maps of the project.
    """

    analyses: tuple[Analysis, ...]
    records: Mapping[str, Source]
    complete: bool


@frozen
class Check:
    """A module's declaration of the flaw it looks for; the module's name in kebab case is the rule's name.

    Attributes:
        code: ``AM`` and three digits.
        severity: What a finding counts for.
        run: Finds the flaws of one map.
        survey: Finds the flaws that only show across maps.
        default: Whether it runs unless it is asked for.
        follows: Names of the rules whose findings its own may merely follow from, beside errors in reading the map.
    """

    code: str
    severity: Severity
    run: Callable[[Analysis], Iterator[Flaw]] | None = None
    survey: Callable[[Survey], Iterator[Flaw]] | None = None
    default: bool = True
    follows: tuple[str, ...] = ()

    @classmethod
    def of(cls, rule: Rule, run: Callable[[Analysis], Iterator[Flaw]]) -> Check:
        """Return the check that looks for a flaw which readers report too, whose rule is declared in `argmap.rules`."""
        return cls(rule.code, rule.severity, run)
