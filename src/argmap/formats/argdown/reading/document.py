"""Argdown's model to an argument map.

A reconstructed argument becomes its steps: linked premises, conclusion, the rule as the scheme's name. One that is not
reconstructed becomes a statement of kind ``argument``. What has no place in a map is a finding.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from argmap import collector
from argmap.flaws import Flaws
from argmap.formats.argdown.lint.conclusions import check_conclusions
from argmap.formats.argdown.lint.front_matter import check_front_matter
from argmap.formats.argdown.lint.indentation import check_indentation
from argmap.formats.argdown.lint.marks import check_marks
from argmap.formats.argdown.lint.run_on_texts import check_run_on_texts, part_joined
from argmap.formats.argdown.lint.titles import check_titles
from argmap.formats.argdown.lint.unknown_names import check_names
from argmap.formats.argdown.meaning.interpretation import interpret
from argmap.formats.argdown.meaning.model import Interpretation
from argmap.formats.argdown.reading.annexes import read_annexes
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.reading.denials import read_denials
from argmap.formats.argdown.reading.expectations import read_expectations
from argmap.formats.argdown.reading.groups import read_groups
from argmap.formats.argdown.reading.ignores import read_ignores
from argmap.formats.argdown.reading.orders import read_orders
from argmap.formats.argdown.reading.relations import read_relations
from argmap.formats.argdown.reading.sources import read_sources
from argmap.formats.argdown.reading.statements import read_statements
from argmap.formats.argdown.reading.weights import check_weights
from argmap.formats.argdown.settings.picture_settings import Ids, read_look
from argmap.formats.argdown.syntax.front_matter import span_of, spans_under
from argmap.formats.argdown.syntax.parser import parse
from argmap.formats.argdown.syntax.tree import Tree
from argmap.formats.argdown.syntax.values import as_text
from argmap.model.document import ArgumentMap
from argmap.model.look import Look
from argmap.model.origin import Origin
from argmap.model.places import moved
from argmap.native.ids import Names
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import LineIndex, Span


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a map from Argdown; never raises, whatever is in it.

    Args:
        text: The whole file.
        file: Its path, for findings.

    Example:
        >>> m = read("[Wet]: The street is wet.\n  + <Rain>: It rained.", "street.argdown")
        >>> [(s.id, str(s.kind)) for s in m], m.relations[0].id
        ([('wet', 'claim'), ('rain', 'argument')], 'rain -> wet')
    """
    with collector.paused():
        if "@include(" in text:
            return _read_with_others(text, file)
        return _read(text, text, file, Flaws())


def _read_with_others(text: str, file: str) -> ArgumentMap:
    """Read a file that includes others; every place is one in the file itself."""
    from argmap.formats.argdown.reading.include import include

    flaws = Flaws()
    whole, offsets = include(text, file, flaws)
    return moved(_read(whole, text, file, flaws, offsets.back), offsets.back)


def _read(text: str, written: str, file: str, own: Flaws, place: Callable[[Span], Span] | None = None) -> ArgumentMap:
    flaws = Flaws()
    tree = parse(_with_line_feeds(text, flaws))
    part_joined(tree, flaws)
    model = interpret(tree)
    m, look = _to_map(tree, model, flaws)
    ignores = read_ignores(tree, flaws)
    if place:
        flaws.move(place)
        ignores = tuple(evolve(ignore, span=place(ignore.span)) for ignore in ignores)
    flaws.found += own.found
    lines = LineIndex(written)
    model.let_go()
    return evolve(m, origin=Origin(file, "argdown", lines, ignores, flaws.findings(file, lines), look=look))


def _with_line_feeds(text: str, flaws: Flaws) -> str:
    """Return a text as it is meant whose lines end with carriage returns alone: Argdown sees no empty line there."""
    if "\r" not in text or "\n" in text:
        return text
    message = "the lines end with carriage returns alone: save the file with the line ends of Linux or Windows"
    flaws.add(SYNTAX, message, Span(0, 0))
    return text.replace("\r", "\n")


def _to_map(tree: Tree, model: Interpretation, flaws: Flaws) -> tuple[ArgumentMap, Look]:
    flaws.found += [*tree.flaws, *tree.broken_data, *model.flaws]
    check_front_matter(tree, flaws)
    check_names(tree, model, flaws)
    check_marks(tree, model, flaws)
    check_indentation(tree, flaws)
    check_run_on_texts(tree, flaws)
    settings = model.settings
    groups = read_groups(model, spans_under(tree, "groups"), flaws)
    denials = read_denials(model, flaws)
    about = as_text(settings.get("about"))
    reading = Reading(model, flaws, Names(), about, groups, denials)
    statements = reading.statements = read_statements(reading)
    citations = {citation.id for statement in statements for citation in statement.citations} if denials else set()
    relations, steps = read_relations(reading, citations)
    check_weights(reading)
    check_titles(model, reading.names, flaws)
    check_conclusions(model, denials, reading.names, flaws)
    m = ArgumentMap(
        title=as_text(settings.get("title")) or "",
        description=as_text(settings.get("description", settings.get("subTitle"))),
        about=about,
        about_span=span_of(tree, "about") if about else None,
        groups=groups.all(),
        statements=statements,
        relations=relations,
        sources=read_sources(settings.get("sources"), spans_under(tree, "sources"), flaws),
        orders=read_orders(settings.get("orders"), spans_under(tree, "orders"), flaws),
        expectations=read_expectations(settings.get("expect"), statements, spans_under(tree, "expect"), flaws),
        annex=read_annexes(settings.get("annex"), spans_under(tree, "annex"), flaws),
    )
    return m, read_look(model, Ids(reading.names, steps, groups.of_section))
