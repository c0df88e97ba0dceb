"""Impact: how much falls with each source."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from argmap import collector
from argmap.analysis import Analysis
from argmap.evaluation.prospects.retraction import Flip
from argmap.model.statements import Kind
from argmap.workflows.weak.drops import affordable, drops
from argmap.workflows.weak.origins import Origin, origins
from argmap.workflows.weak.suspects import Suspect


@frozen
class Impact:
    """What changes without a source.

    Attributes:
        source: Its id.
        title: Of the source; None for one without a record.
        falls: The statements that stand worse without it, each with the file of its map.
        rises: Those that stand better.
        recommendations: How many of those that fall are recommendations.
    """

    source: str
    title: str | None
    falls: tuple[tuple[str, Flip], ...]
    rises: tuple[tuple[str, Flip], ...]
    recommendations: int


def impacts(analyses: Mapping[str, Analysis]) -> tuple[list[Impact], list[str]]:
    """Tell what changes without each source that some maps cite, on declared grounds.

    Args:
        analyses: The maps, by file.

    Returns:
        An impact for each source, those first with which most recommendations fall, then most statements; and the files
        of the maps that are too large to drop every source in turn, so that lost support alone was counted for some.
    """
    found: dict[str, list[tuple[str, Flip]]] = {}
    titles: dict[str, str] = {}
    unfinished: list[str] = []
    for file, analysis in analyses.items():
        cited = [sources for (origin, _), sources in origins(analysis).items() if origin is Origin.SOURCE]
        suspects = [Suspect(Origin.SOURCE, source, (source,)) for (source,) in cited]
        titles |= {name: analysis.sources[name].title for (name,) in cited if name in analysis.sources}
        with collector.paused():
            for suspect, flips in drops(analysis.evaluation, suspects, tuple(analysis.evaluation)):
                found.setdefault(suspect.name, []).extend((file, flip) for flip in flips)
        if len(suspects) > affordable(analysis.evaluation):
            unfinished.append(file)
    rows = [_impact(source, titles.get(source), flips, analyses) for source, flips in found.items()]
    return sorted(rows, key=lambda row: (-row.recommendations, -len(row.falls), -len(row.rises))), unfinished


def _impact(source: str, title: str | None, flips: list[tuple[str, Flip]], analyses: Mapping[str, Analysis]) -> Impact:
    falls = tuple((file, flip) for file, flip in flips if flip.is_loss)
    rises = tuple((file, flip) for file, flip in flips if flip.is_gain)
    kinds = [analyses[file].map[flip.id].kind for file, flip in falls]
    return Impact(source, title, falls, rises, kinds.count(Kind.RECOMMENDATION))
