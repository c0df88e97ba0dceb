"""Argdown's model to an argument map.

A reconstructed argument becomes its steps: linked premises, conclusion, the rule as the scheme's name. One that is not
reconstructed is a statement of kind ``argument``. What has no place in a map is a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import partial

from attrs import evolve

from argmap import collector
from argmap.flaws import Flaws
from argmap.formats.argdown.lint.conclusions import check_conclusions
from argmap.formats.argdown.lint.marks import check_marks
from argmap.formats.argdown.lint.titles import check_titles
from argmap.formats.argdown.meaning.citing import Citing, as_text
from argmap.formats.argdown.meaning.interpretation import interpret
from argmap.formats.argdown.meaning.model import Interpretation
from argmap.formats.argdown.reading.denials import read_denials
from argmap.formats.argdown.reading.groups import read_groups
from argmap.formats.argdown.reading.statements import Statements
from argmap.formats.argdown.reading.steps import Steps
from argmap.formats.argdown.settings.look import Made, read_look
from argmap.formats.argdown.settings.settings import check_front_matter, check_names, place_of
from argmap.formats.argdown.syntax.parser import parse
from argmap.formats.argdown.syntax.tree import Tree
from argmap.model.document import ArgumentMap
from argmap.model.look import Look
from argmap.model.origin import Ignore, Origin
from argmap.model.places import moved
from argmap.native.ids import Names
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unused_ignore import RULE as UNUSED_IGNORE
from argmap.text import LineIndex, Span

_IGNORE = re.compile(r"argmap:[ \t]*ignore(?:\[([^\]\n]*)\])?")


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a map from Argdown; never raises for what stands in it.

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
    tree = parse(text)
    model = interpret(tree)
    flaws = Flaws()
    m, look = _to_map(tree, model, flaws)
    ignores = _ignores(tree, flaws)
    if place:
        flaws.move(place)
        ignores = tuple(evolve(ignore, span=place(ignore.span)) for ignore in ignores)
    flaws.found += own.found
    lines = LineIndex(written)
    model.let_go()
    return evolve(m, origin=Origin(file, "argdown", lines, ignores, flaws.findings(file, lines), look=look))


def _ignores(tree: Tree, flaws: Flaws) -> tuple[Ignore, ...]:
    found = []
    for start, end in tree.comments:
        match = _IGNORE.search(tree.text, start, end)
        if match:
            codes = tuple(code.strip().upper() for code in (match[1] or "").split(",") if code.strip())
            found.append(Ignore(codes, Span(start, end)))
    for match in _IGNORE.finditer(tree.text) if "argmap:" in tree.text else ():
        place = bisect_right(tree.comments, (match.start(), len(tree.text))) - 1
        if place < 0 or tree.comments[place][1] <= match.start():
            flaws.add(UNUSED_IGNORE, _no_comment(tree.text, match), Span(*match.span()))
    return tuple(found)


def _no_comment(text: str, found: re.Match[str]) -> str:
    """Say why words that should silence something are no comment."""
    line = text.rfind("\n", 0, found.start()) + 1
    if text.find("//", line, found.start()) >= 0 and text.find("\n", found.end()) < 0:
        return "this is no comment yet: '//' begins one only in a line that ends, so end the last line of the file"
    return f"this is no comment of Argdown: write '// {found[0]}' behind what it is about, on the same line"


def _listed(tree: Tree, key: str, name: str) -> Span:
    """Give the place of a key of the front matter, or of a name that it lists."""
    place = place_of(tree, key)
    return place if name == key else place_of(tree, name, place.end)


def _to_map(tree: Tree, model: Interpretation, flaws: Flaws) -> tuple[ArgumentMap, Look]:
    for finding in tree.findings:
        flaws.add(SYNTAX, finding.message, Span(finding.start, finding.end))
    for start, end, message in model.findings:
        flaws.add(DUPLICATE_ID, message, Span(start, end))
    settings = model.settings
    check_front_matter(tree, flaws)
    check_names(tree, model, flaws)
    check_marks(tree, model, flaws)
    ids = Names()
    citing = Citing(flaws, ids, as_text(settings.get("about")))
    groups = read_groups(model, partial(_listed, tree, "groups"), flaws)
    denials = read_denials(model, flaws)
    statements = Statements(model, ids, groups, citing, flaws, denials)
    made = statements.all()
    citations = {citation.id for statement in made for citation in statement.citations} if denials else set()
    steps = Steps(model, statements.names, ids, flaws, denials, citations)
    relations = steps.relations()
    check_titles(model, statements.names, flaws)
    check_conclusions(model, denials, statements.names, flaws)
    m = ArgumentMap(
        title=as_text(settings.get("title")) or "",
        description=as_text(settings.get("description", settings.get("subTitle"))),
        about=citing.about,
        about_span=place_of(tree, "about") if citing.about else None,
        groups=groups.all(),
        statements=made,
        relations=relations,
        sources=citing.sources(settings["sources"], partial(_listed, tree, "sources"))
        if settings.get("sources")
        else (),
    )
    return m, read_look(model, Made(statements.names, steps.of_inference, groups.of_section))
