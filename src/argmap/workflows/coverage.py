"""How much of a source a project's maps use: by sentence and by paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.analysis import Analysis
from argmap.evidence.text.coverage import Sentence, covered
from argmap.model.citations import Stance
from argmap.text import Span


def coverage(name: str, text: str, maps: Iterable[Analysis]) -> list[Sentence]:
    """Tell for each sentence of a source whether some map uses it.

    Args:
        name: Id of the source.
        text: Its text.
        maps: The maps; those in which another source has this id do not count.
    """
    used: list[Span] = []
    context: list[Span] = []
    for analysis in maps:
        if analysis.texts.get(name) != text:
            continue
        for statement in analysis.map:
            for passage in statement.passages:
                if passage.source == name:
                    used += analysis.resolutions[name, passage.selector].places
            for citation in statement.citations:
                if citation.source == name:
                    places = analysis.resolutions[name, citation.selector].places
                    (context if citation.stance is Stance.CONTEXT else used).extend(places)
    return covered(text, used, context)
