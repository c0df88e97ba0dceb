"""The argument as an outline in reading order: all that the page says where no script runs, and to screen readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

from attrs import frozen

_DEEPEST = 8
_QUOTED = re.compile("(?<=“)[^“”]*(?=”)")
_MANY, _LONG = 300, ' class="long"'
_MOST_WHOLE = 3000
"""Of more statements than this the outline is brief, as a browser takes long to lay out so much."""
_SIDES = (
    ("support", "for", "For it"),
    ("attack", "against", "Against it"),
    ("undercut", "against", "Against a step to it or a citation of it"),
    ("contradiction", "against", "Contradicted by"),
)
_STANCES = {
    None: "From the analysed text",
    "supports": "Cites",
    "contradicts": "Cites against it",
    "qualifies": "Cites as a qualification",
    "context": "Cites for context",
}

_Fact = Mapping[str, Any]


@frozen
class _Index:
    """Look-ups over what a page knows: statements, sources, titles of sections by id, and what bears on a statement."""

    statements: Mapping[str, _Fact]
    sources: Mapping[str, _Fact]
    sections: Mapping[str, str]
    bearing: Mapping[str, list[_Fact]]
    states: Mapping[str, str]
    places: Mapping[tuple[str, str, str], int]


def outline(facts: _Fact, places: Mapping[tuple[str, str, str], int]) -> str:
    """Write the outline of what a page knows: an entry for each statement, indented by its depth.

    Of a very large map, entries have the text and the standing alone, and the outline says so.

    Args:
        facts: What the page knows.
        places: The numbers of the places in its texts, by statement, source and quotation.
    """
    bearing: dict[str, list[_Fact]] = {}
    for relation in facts["relations"]:
        bearing.setdefault(relation["on"], []).append(relation)
    index = _Index(
        {statement["id"]: statement for statement in facts["statements"]},
        {source["id"]: source for source in facts["sources"]},
        {group["id"]: group["title"] for group in facts["groups"]},
        bearing,
        facts["meanings"]["states"],
        places,
    )
    after = _sources(facts["sources"]) + _about_all(facts["findings"])
    if len(index.statements) <= _MOST_WHOLE:
        entries = "".join(_entry(each, _body(each, index)) for each in facts["statements"])
        return f"<ol{_LONG if len(index.statements) > _MANY else ''}>{entries}</ol>{after}"
    told = (
        f"Of {len(index.statements):,} statements, the outline has the texts and how they stand. What they rest on and "
        "where it is written is in their details, which need a script, and in the pages of single sections."
    )
    entries = "".join(_entry(each, _text(each)) for each in facts["statements"])
    return f'<p class="brief">{told}</p><ol{_LONG}>{entries}</ol>{after}'


def _entry(statement: _Fact, body: Iterable[str]) -> str:
    return (
        f'<li id="{anchor(statement)}" class="d{min(statement["depth"], _DEEPEST)}">'
        f'<a class="entry" href="#{anchor(statement)}">'
        f'<span class="kind {statement["kind"]}">{statement["described"]}</span> '
        f'<bdi class="label">{escape(statement["label"])}</bdi>{_said(statement)}</a>'
        f'<div class="more">{"".join(body)}</div></li>'
    )


def anchor(statement: _Fact) -> str:
    """Return the name of a statement's entry, ``o-ID`` where its card is ``n-ID``."""
    return escape(f"o{statement['card'][1:]}")


def _said(statement: _Fact) -> str:
    said = ", ".join(statement["told"])
    if not said:
        return ""
    look = "open" if statement["words"] else "good"
    look = "bad" if statement["standing"] in ("unsupported", "rejected") else look
    return f' <span class="said {look}">{said}</span>'


def _text(statement: _Fact) -> Iterator[str]:
    if statement["title"] and statement["text"]:
        yield f'<p dir="auto">{escape(statement["text"])}</p>'


def _body(statement: _Fact, index: _Index) -> Iterator[str]:
    yield from _text(statement)
    if statement["why"]:
        yield f'<p class="why">{_isolated(statement["why"])}</p>'
    if statement["rests"]:
        yield f"<p>Rests on {escape(statement['rests'])}.</p>"
    if statement["note"]:
        yield f'<p class="note" dir="auto">{escape(statement["note"])}</p>'
    for cited in (*statement["citations"], *statement["passages"]):
        yield _cited(cited, index, index.places.get((statement["id"], cited["source"], cited["quote"])))
    for kind, side, word in _SIDES:
        reasons = [_reason(r, index) for r in index.bearing.get(statement["id"], ()) if r["kind"] == kind]
        if reasons:
            yield f'<p class="{side}">{word}: {"; ".join(reasons)}.</p>'
    yield _findings(statement["findings"])
    if statement["group"] in index.sections:
        yield f'<p class="section">Section: <bdi>{escape(index.sections[statement["group"]])}</bdi></p>'


def _cited(cited: _Fact, index: _Index, place: int | None) -> str:
    label = f"<bdi>{escape(index.sources[cited['source']]['label'])}</bdi>"
    if cited["href"]:
        label = f'<a href="{escape(cited["href"])}" rel="noreferrer noopener">{label}</a>'
    quoted = f'<q dir="auto">“{escape(cited["quote"])}”</q>' if cited["quote"] else ""
    if place is not None:
        quoted = f'<a href="#p-{place}">{quoted}</a>'
    told = ", ".join(part for part in (label, quoted, escape(cited["locator"])) if part)
    state = escape(cited.get("remark") or index.states[cited["state"]])
    return f'<p class="cited">{_STANCES[cited.get("stance")]}: {told} <small>({state})</small></p>'


def _reason(relation: _Fact, index: _Index) -> str:
    told = " together with ".join(link(index.statements[premise]) for premise in relation["premises"])
    scheme = f" – {escape(relation['scheme'])}" if relation["scheme"] else ""
    scheme += "".join(f"; {_isolated(each)}" for each in relation["questions"])
    by = "".join(f"; answered by {escape(each)}" for each in relation["answers"])
    but = f" ({relation['fate']}{by})" if relation["fate"] != "holds" else ""
    return f"{told}{scheme}{but}"


def link(statement: _Fact) -> str:
    """Return a link to a statement's entry."""
    return f'<a href="#{anchor(statement)}"><bdi>{escape(statement["label"])}</bdi></a>'


def _findings(findings: Iterable[_Fact]) -> str:
    return "".join(
        f'<p class="finding {finding["severity"]}"><b>{finding["code"]}</b> {_isolated(finding["message"])}</p>'
        for finding in findings
    )


def _isolated(sentence: str) -> str:
    """Write a sentence in which what stands in quotation marks has its own direction of writing.

    Example:
        >>> _isolated("“A” supports it.")
        '“<bdi>A</bdi>” supports it.'
    """
    return _QUOTED.sub(r"<bdi>\g<0></bdi>", escape(sentence))


def _sources(sources: Sequence[_Fact]) -> str:
    """List the sources, with what was found about each."""
    if not sources:
        return ""
    return f'<h2>Sources</h2><ul class="sources">{"".join(map(_source, sources))}</ul>'


def _source(source: _Fact) -> str:
    label = f'<bdi class="label">{escape(source["label"])}</bdi>'
    if source["href"]:
        label = f'<a href="{escape(source["href"])}" rel="noreferrer noopener">{label}</a>'
    facts = (", ".join(source["authors"]), source["publisher"], source["published"])
    told = "".join(f", <bdi>{escape(fact)}</bdi>" for fact in facts if fact)
    about = " (the analysed text)" if source["about"] else ""
    note = f'<p class="note" dir="auto">{escape(source["note"])}</p>' if source["note"] else ""
    return f'<li>{label}{told}{about}<div class="more">{note}{_findings(source["findings"])}</div></li>'


def _about_all(findings: Sequence[_Fact]) -> str:
    """List what was found about the map as a whole."""
    return f'<h2>About the map</h2><div class="more">{_findings(findings)}</div>' if findings else ""
