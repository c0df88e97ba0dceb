"""The same statement in different maps."""

from __future__ import annotations

from typing import NamedTuple

from argmap.corpora.corpus import Corpus
from argmap.errors import UnknownNameError

_ALIKE = r"trim(regexp_replace(lower(nfc_normalize(text)), '[^\pL\pM\pN]+', ' ', 'g'))"
"""A text without case, punctuation and the number of its spaces."""

_QUERY = f"""
    WITH alike AS (SELECT map, statement, text, {_ALIKE} AS words FROM statements)
    SELECT first(text ORDER BY map, statement), count(DISTINCT map), list(map ORDER BY map, statement),
        list(statement ORDER BY map, statement)
    FROM alike WHERE words != '' GROUP BY words HAVING count(DISTINCT map) > 1
    ORDER BY 2 DESC, 1
"""  # noqa: S608  (all is ours)


class Duplicate(NamedTuple):
    """A statement that several maps put forward.

    Attributes:
        text: Its text, as the first of them has it.
        maps: How many maps have it.
        places: Each map and the id that it has there, in order.
    """

    text: str
    maps: int
    places: list[tuple[str, str]]


def duplicates(corpus: Corpus) -> list[Duplicate]:
    """Find the statements that are the same in different maps but for case, punctuation and spacing; most maps first.

    Raises:
        UnknownNameError: The corpus was built without its statements.
        MissingExtraError: DuckDB is not installed.
    """
    if "statements" not in corpus.tables:
        raise UnknownNameError("table", "statements", corpus.tables)
    rows = corpus.sql(_QUERY).rows
    return [Duplicate(text, count, list(zip(maps, ids, strict=True))) for text, count, maps, ids in rows]
