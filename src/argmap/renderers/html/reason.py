"""The reason for a standing in a sentence that names statements and sources as a reader knows them."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.analysis import Analysis
from argmap.evaluation.why import Why
from argmap.plain_words import Called, renamed
from argmap.renderers._diagram.markup import clean


def calling(analysis: Analysis, names: Mapping[str, str]) -> Called:
    """Return what gives an id of a statement, a source or a step the words that a reader knows it by.

    Args:
        analysis: Of the map.
        names: What each statement is called.
    """
    sources = analysis.sources
    steps = {relation.id: _step(relation.premises, names) for relation in analysis.map.relations}

    def called(what: str, name: str) -> str:
        """Return the words for an id."""
        if what == "source":
            return f"“{clean(sources[name].label)}”" if name in sources else name
        return f"“{names[name]}”" if name in names else steps.get(name, name)

    return called


def reason(why: Why, remarks: Mapping[str, str], called: Called) -> str:
    """Return the reason for the standing of a statement, without its name and standing.

    Args:
        why: The reason.
        remarks: What is said against disputed citations, by id.
        called: Gives ids the words of readers.
    """
    told = next(renamed(why, called).told(remarks), "")
    said = told.removeprefix(f"{called('statement', why.id)} is {why.status}: ")
    said = said.replace("” + “", "” together with “")
    return clean(f"{said[:1].upper()}{said[1:]}.") if said else ""


def _step(premises: tuple[str, ...], names: Mapping[str, str]) -> str:
    return "the step from " + " and ".join(f"“{names.get(premise, premise)}”" for premise in premises)
