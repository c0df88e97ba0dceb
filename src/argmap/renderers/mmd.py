"""Mermaid: a flowchart as text, for hosts that draw it, such as GitHub in a block ``mermaid`` of Markdown.

Kinds are told in words and by shape and colour, standing in words and by a dashed outline. What a flowchart has no room
for is left out and told: sources, findings, orders of values, tags, marks.

https://mermaid.js.org/syntax/flowchart.html, tried with Mermaid 11.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from argmap.model.findings import Severity
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind
from argmap.renderers import Drawing, Renderer, View
from argmap.renderers._diagram import standing
from argmap.renderers._diagram.content import heading, name, section_titles
from argmap.renderers._diagram.diagram import direction
from argmap.renderers._diagram.fates import Fate, fates
from argmap.renderers._diagram.markup import clean, element_id
from argmap.renderers._diagram.palette import palette
from argmap.renderers._diagram.steps import DrawnStep, Plan, plan
from argmap.renderers._selection import Selection, select
from argmap.wording import counted

MOST_CHARACTERS, MOST_EDGES = 50_000, 500
"""What Mermaid draws unless it is set up otherwise: ``maxTextSize`` and ``maxEdges``."""

_SHAPES = {
    Kind.CLAIM: ("[", "]"),
    Kind.PREMISE: ("(", ")"),
    Kind.RECOMMENDATION: ("[[", "]]"),
    Kind.EVIDENCE: ("[/", "/]"),
    Kind.ASSUMPTION: ("([", "])"),
    Kind.OBJECTION: ("{{", "}}"),
    Kind.QUESTION: (">", "]"),
    Kind.ARGUMENT: ("[\\", "\\]"),
}
_UNSAFE = re.compile(r"[^\w\s.,:?!'’“”–—…()-]|www\.|_", re.IGNORECASE)
_FORMULA = re.compile(r"\$(?=\$)")  # Mermaid looks for formulas when it has resolved character codes
_OF_TITLE = re.compile(r"[%<>]")


def render(view: View) -> Drawing:
    """Draw a view as a Mermaid flowchart; needs no program."""
    selection = select(view.analysis.map, view.options)
    flowchart = _Flowchart(view, selection, _plan(view, selection))
    text = "".join(f"{line}\n" for line in flowchart.lines())
    return Drawing(text.encode(), (*selection.warnings, *_left_out(view, selection), *_limits(text)))


def _plan(view: View, selection: Selection) -> Plan:
    m, whole = selection.map, view.analysis.map
    concluded = frozenset(r.target for r in (*whole.relations, *m.relations) if r.kind is RelationKind.SUPPORT)
    become = fates(whole, view.analysis.evaluation, lambda s: name(whole[s]).rstrip("."))
    return plan(m, {}, concluded, selection.look, selection.stand_ins, become.drawn_as(selection.led))


def escaped(text: str) -> str:
    """Return a text that Mermaid reads as text, in quotes: what could be syntax, HTML or Markdown is a character code.

    Example:
        >>> escaped('Is "a" < b; end #1?')
        'Is #34;a#34; #60; b#59; end #35;1?'
    """
    told = _FORMULA.sub("$\u2060", clean(text))
    return _UNSAFE.sub(lambda found: f"#{ord(found[0])};" if len(found[0]) == 1 else "www#46;", told)


def _quoted(title: str) -> str:
    """Return a title as YAML of the front matter, in which Mermaid looks for settings and for tags as well."""
    return _OF_TITLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(title, ensure_ascii=False))


@frozen
class _Flowchart:
    view: View
    selection: Selection
    plan: Plan

    def lines(self) -> Iterator[str]:
        """Return the lines of the flowchart."""
        m = self.selection.map
        title = clean(self.view.analysis.map.title)
        if title:
            yield from ("---", f"title: {_quoted(title)}", "---")
        yield f"flowchart {direction(self.view.options.direction, self.plan)}"
        yield from self._nodes()
        yield from self._edges()
        yield from self._classes({s.kind for s in m.statements})

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        """Return the words over each section."""
        return section_titles(self.view.analysis.map)

    @property
    def _names(self) -> Mapping[str, str]:
        """Return the id in Mermaid of each card."""
        return {element_id("n", s.id): f"n{place}" for place, s in enumerate(self.selection.map.statements)}

    def _nodes(self) -> Iterator[str]:
        """Draw the cards, those of a section inside it, and the junctions."""
        m = self.selection.map
        cards: dict[str | None, list[str]] = {}
        homes = {s.id: s.group if s.group in m.headings else None for s in m.statements}
        for place, statement in enumerate(m.statements):
            cards.setdefault(homes[statement.id], []).append(self._card(f"n{place}", statement.id))
        for step in filter(lambda step: step.junction, self.plan.steps.values()):
            home = homes[step.bears_on]
            is_inside = any(homes.get(premise) == home for premise in step.relation.premises)
            cards.setdefault(home if is_inside else None, []).append(_junction_node(step))
        yield from (f"  {card}" for card in cards.get(None, ()))
        yield from self._sections(cards)

    def _sections(self, cards: Mapping[str | None, list[str]]) -> Iterator[str]:
        """Draw each section that has cards as a subgraph; one inside another stands beside it, and says where it is."""
        m, titles = self.selection.map, self._titles
        for place, group in enumerate(m.groups):
            if group.id in cards:
                outer = f"{titles[group.parent]} › " if group.parent and group.parent in titles else ""
                yield f'  subgraph g{place}["{escaped(outer + titles[group.id])}"]'
                yield from (f"    {card}" for card in cards[group.id])
                yield "  end"

    def _card(self, node: str, statement_id: str) -> str:
        statement, label = self.selection.map[statement_id], self.selection.look.labels.get(statement_id)
        words = () if self.view.options.plain else standing.words(self.view.analysis.evaluation.get(statement_id))
        kind = "section" if self._is_section(statement_id) else statement.kind.value
        head = ", ".join([" ".join((*statement.marks, kind)), *words])
        title, text = heading(statement, label) or "", clean(statement.text)
        if statement_id in self.selection.stubs:
            section = self._titles.get(self.selection.stubs[statement_id] or "", "")
            title, text = f"→ {name(statement, label)}", section
        told = [head.upper(), title, *([text] if text.rstrip(".").casefold() != title.rstrip(".").casefold() else [])]
        opening, closing = _SHAPES[statement.kind]
        lines = "<br/>".join(escaped(line) for line in told if line)
        return f'{node}{opening}"{lines}"{closing}:::{statement.kind.value}'

    def _bare(self) -> list[str]:
        """Return the nodes of what rests on nothing."""
        evaluation = self.view.analysis.evaluation
        words = [standing.words(evaluation.get(s.id)) for s in self.selection.map.statements]
        return [f"n{place}" for place, said in enumerate(words) if said and standing.is_bare(said[0])]

    def _is_section(self, card: str) -> bool:
        stand_in = self.selection.stand_ins.get(card)
        return stand_in is not None and stand_in.group is not None

    def _edges(self) -> Iterator[str]:
        names = self._names
        for step in self.plan.steps.values():
            head = names[element_id("n", step.bears_on)] if step.cuts is None else _junction(self.plan.steps[step.cuts])
            if step.junction:
                yield from (f"  {names[tail]} {_line(step)} {_junction(step)}" for tail in step.tails)
                yield f"  {_junction(step)} {_arrow(step)} {head}"
            else:
                yield from (f"  {names[tail]} {_arrow(step)} {head}" for tail in step.tails)
        for one in self.plan.contradictions:
            yield f"  {names[one.tail]} x-.-x|contradicts| {names[one.head]}"
        for judgement in self.plan.judgements:
            attack = _junction(self.plan.steps[judgement.number])
            words = "outweighs together" if judgement.is_linked else "outweighs"
            yield from (f"  {names[tail]} -.-o|{words}| {attack}" for tail in judgement.tails)

    def _classes(self, kinds: set[Kind]) -> Iterator[str]:
        """Give each kind its colours, as the other pictures have them."""
        colours = palette(self.view.options.theme)
        text = colours["text"]
        for kind in (kind for kind in Kind if kind in kinds):
            fill, ink = colours[f"{kind.value}-fill"], colours[kind.value]
            yield f"  classDef {kind.value} fill:{fill},stroke:{ink},color:{text}"
        if bare := self._bare():
            yield f"  class {','.join(bare)} bare"
        yield f"  classDef bare stroke:{colours['error']},stroke-width:2px,stroke-dasharray:6 4"
        yield f"  classDef step fill:{colours['page']},stroke:{colours['support']},color:{text}"


def _junction(step: DrawnStep) -> str:
    return f"s{step.number}"


def _junction_node(step: DrawnStep) -> str:
    label = escaped(" · ".join(filter(None, (step.name, step.values))))
    return f'{_junction(step)}(["{label}"]):::step' if label else f'{_junction(step)}((" ")):::step'


def _line(step: DrawnStep) -> str:
    return "-.-" if step.relation.kind is RelationKind.UNDERCUT or step.fate is not Fate.HOLDS else "---"


def _arrow(step: DrawnStep) -> str:
    """Return the arrow of a step: one point for, a cross against; dotted for what cuts or comes to nothing."""
    is_dotted = step.relation.kind is RelationKind.UNDERCUT or step.fate is not Fate.HOLDS
    if step.is_support:
        return "-.->" if is_dotted else "-->"
    arrow = "-.-x" if is_dotted else "--x"
    return f"{arrow}|undercuts|" if step.relation.kind is RelationKind.UNDERCUT and not step.junction else arrow


def _left_out(view: View, selection: Selection) -> Iterator[str]:
    """Say what a flowchart does not show."""
    statements = selection.map.statements
    kept = {s.id for s in statements}
    ends = kept | {r.id for r in selection.map.relations} | {c.id for s in statements for c in s.citations}
    numbers = {
        "finding": sum(f.node in ends and f.severity is not Severity.NOTE for f in view.findings),
        "citation": sum(len(s.citations) for s in statements),
        "order": len(view.analysis.map.orders),
        "tag": sum(len(s.tags) for s in statements) if selection.look.shows_tags else 0,
        "mark": len(kept.intersection(view.marks.statements)) if view.marks else 0,
    }
    told = [counted(number, noun) for noun, number in numbers.items() if number]
    if told:
        yield f"a Mermaid flowchart does not show {', '.join(told)}; argmap render -o x.svg does"
    if selection.left_out:
        yield f"{'; '.join(selection.left_out)}"


def _limits(text: str) -> Iterator[str]:
    """Say where a flowchart is larger than Mermaid draws unless it is set up for it."""
    edges = len(re.findall(r"^  \w+ (?:x?-)", text, re.MULTILINE))
    for number, noun, most, setting in [
        (len(text), "character", MOST_CHARACTERS, "maxTextSize"),
        (edges, "edge", MOST_EDGES, "maxEdges"),
    ]:
        if number > most:
            told = f"{counted(number, noun)}, and Mermaid draws {most:,} unless its {setting} is raised"
            yield f"the flowchart has {told}: draw a part with --group, --around or --type"


RENDERER = Renderer(render)
