"""Sources that a map names by their addresses, as browsers copy them, in place of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from attrs import evolve

from argmap.model.document import ArgumentMap
from argmap.model.sources import Source, is_address
from argmap.model.statements import Statement


def with_ids(m: ArgumentMap, sources: Iterable[Source]) -> ArgumentMap:
    """Return a map whose passages and citations name by its id each source that they named by an address of it.

    Args:
        m: The map.
        sources: The known sources; the address of one is its ``url``, that of its archived copy, or that of its DOI.

    Example:
        >>> from argmap.native.read import read_yaml
        >>> m = read_yaml("nodes: {a: {claim: A., cite: 'https://example.org/w/#:~:text=six%20wells'}}", "")
        >>> with_ids(m, [Source("survey", url="http://example.org/w")])["a"].citations[0].source
        'survey'
    """
    named = {cited.source for statement in m for cited in statement.cited if is_address(cited.source)}
    if not named:
        return m
    pages = {_key(address): source.id for source in sources for address in _addresses(source)}
    known = {name: pages[_key(name)] for name in named if _key(name) in pages}

    taken = {citation.id for statement in m for citation in statement.citations}
    ids = {}
    for statement in m:
        for citation in statement.citations:
            usual = citation.id.replace(f"@{citation.source}", f"@{known.get(citation.source)}")
            if citation.source in known and usual not in taken:
                taken.add(usual)
                ids[citation.id] = usual
    statements = tuple(_renamed(statement, known, ids) for statement in m)
    relations = tuple(evolve(r, target=ids[r.target]) if r.target in ids else r for r in m.relations)
    return evolve(m, statements=statements, relations=relations)


def _renamed(statement: Statement, known: Mapping[str, str], ids: Mapping[str, str]) -> Statement:
    if not any(cited.source in known for cited in statement.cited):
        return statement
    return evolve(
        statement,
        passages=tuple(evolve(p, source=known.get(p.source, p.source)) for p in statement.passages),
        citations=tuple(
            evolve(c, source=known.get(c.source, c.source), id=ids.get(c.id, c.id)) for c in statement.citations
        ),
    )


def _addresses(source: Source) -> Iterable[str]:
    return filter(None, (source.url, source.archived, source.doi_address))


def _key(address: str) -> tuple[str, str, str]:
    """Return what two addresses of one page have in common: all but scheme, fragment, case of the host, last slash."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return (address, "", "")
    return (parts.netloc.lower(), parts.path.rstrip("/"), parts.query)
