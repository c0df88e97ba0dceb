"""From the JSON that TOAST takes to a map."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import define, field

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.frameworks.structured.aspic import negation
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.native.json import tree
from argmap.native.tree import Mapping, Node, Scalar, Sequence, describe, span
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import LineIndex, Span
from argmap.wording import quoted

_GIVEN = ("axioms", "premises", "assumptions")
_PREFERRED = ("kbPrefs", "rulePrefs")
_ASKED = ("link", "semantics", "query", "transposition")
_LITERAL = re.compile(r"~*(?:\[[^\[\]]+\]|[^\s~;,^<>=\-\[\]()]+(?:\([^()]*\))?)")
_CONFLICT = re.compile(r"([^\^\-]+)([\^\-])([^\^\-]+)")
_VARIABLE = re.compile(r"\((?:[^()]*,)?\s*[A-Z]\w*\s*[,)]")
_Entry = tuple[str, Span]


def read_map(text: str, file: str) -> ArgumentMap:
    """Read a theory as a map.

    Raises:
        ConvertError: It is no JSON object, or has none of the lists of a theory.
    """
    flaws = Flaws(text)
    root = tree.parse(flaws)
    if not isinstance(root, Mapping) and not flaws.found:
        raise ConvertError("this is no theory: it is not a JSON object, which begins with {")
    lists = {key.value: node for key, node in root.pairs if key.value} if isinstance(root, Mapping) else {}
    if isinstance(root, Mapping) and not {*_GIVEN, "rules", "contrariness"} & lists.keys():
        raise ConvertError('this is no theory: it has neither "premises" nor "rules" nor "contrariness"')
    m = _Reader(flaws).map(lists)
    lines = LineIndex(text)
    return ArgumentMap(
        statements=m.statements,
        relations=m.relations,
        origin=Origin(file, "toast", lines, findings=flaws.findings(file, lines)),
    )


@define(eq=False)
class _Reader:
    """What was read so far.

    Attributes:
        flaws: What is wrong, and what has no place in a map.
        names: The ids that are taken.
        ids: The id of each literal.
        given: The literals that are given.
        axioms: Those of them that cannot be attacked.
        relations: Supports, undercuts, attacks and contradictions, by id.
        undercuts: Where each undercut stands, by its id.
        places: Where each literal first stands.
    """

    flaws: Flaws
    names: Names = field(factory=Names)
    ids: dict[str, str] = field(factory=dict)
    given: set[str] = field(factory=set)
    axioms: set[str] = field(factory=set)
    relations: dict[str, Relation] = field(factory=dict)
    undercuts: dict[str, Span] = field(factory=dict)
    places: dict[str, Span] = field(factory=dict)

    def entries(self, node: Node | None) -> list[_Entry]:
        """Return the texts of a list, or those between the semicolons of a text, with their places."""
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return []
        found: list[_Entry] = []
        for item in node.items if isinstance(node, Sequence) else [node]:
            if not isinstance(item, Scalar):
                message = f"this is {describe(item)}: write a list of texts"
                self.flaws.add(WRONG_VALUE, message, span(item))
                continue
            found += [(part.strip(), span(item)) for part in (item.value or "").split(";") if part.strip()]
        return found

    def give(self, entry: _Entry, *, is_axiom: bool) -> None:
        """Take up an axiom, a premise or an assumption."""
        literal = self._literal(entry)
        if literal is None:
            return
        if _names_rule(literal):
            self._wrong(f"{quoted(entry[0])} names a rule, which is not given", entry[1])
            return
        self._id(literal)
        self.given.add(literal)
        if is_axiom:
            self.axioms.add(literal)

    def rule(self, entry: _Entry) -> None:
        """Take up a rule."""
        text, place = entry
        name, body, arrow, head = _taken_apart(text)
        if not head:
            self._wrong(f"{quoted(text)} is no rule: write it as '[r1] p,q=>r', or with '->' where it is strict", place)
            return
        literals = [self._literal((part, place)) for part in _between_commas(body)]
        conclusion = self._literal((head, place))
        premises = list(dict.fromkeys(literal for literal in literals if literal is not None))
        if conclusion is None or None in literals:
            return
        if any(map(_names_rule, premises)):
            self._wrong(f"{quoted(text)} rests on the name of a rule, which has no place in a map", place)
        elif name in self.relations:
            self.flaws.add(DUPLICATE_ID, f"there is a rule called {quoted(name)} already: choose another name", place)
        else:
            if _VARIABLE.search(text):
                self.flaws.drop("variables of rules are not filled in: they are read as names", place)
            if arrow == "->":
                self.flaws.drop("strict rules are read as defeasible ones: a map has no others", place)
            self._conclude(name, premises, conclusion, place)

    def _conclude(self, name: str, premises: list[str], conclusion: str, place: Span) -> None:
        ids = tuple(map(self._id, premises))
        if _names_rule(conclusion):
            if not conclusion.startswith("~[") or not ids:
                self._wrong(f"a rule that concludes {quoted(conclusion)} has no place in a map", place)
                return
            self._add(Relation(name, RelationKind.UNDERCUT, ids, conclusion[2:-1]))
            self.undercuts[name] = place
        elif ids:
            self._add(Relation(name, RelationKind.SUPPORT, ids, self._id(conclusion)))
        else:
            self._id(conclusion)
            self.given.add(conclusion)
            self.flaws.drop("what a rule concludes from nothing is read as given", place)

    def conflict(self, entry: _Entry) -> None:
        """Take up a contrary or two contradictories."""
        text, place = entry
        found = _CONFLICT.fullmatch(text)
        sides = [self._literal((found[at].strip(), place)) for at in (1, 3)] if found else []
        if found is None:
            message = f"{quoted(text)} is no contrariness: write 'q^p' (q is a contrary of p) or 's-t' (each is one)"
            self._wrong(message, place)
        if found is None or None in sides:
            return
        one, other = (side or "" for side in sides)
        if _names_rule(one) and not _names_rule(other) and found[2] == "-":
            one, other = other, one
        if _names_rule(one):
            self._wrong(f"{quoted(text)}: the name of a rule is a contrary of nothing in a map", place)
        elif _names_rule(other):
            target = other.strip("~[]")
            name = relation_id(RelationKind.UNDERCUT, (self._id(one),), target)
            self._add(Relation(name, RelationKind.UNDERCUT, (self._id(one),), target))
            self.undercuts[name] = place
        else:
            self._oppose(one, other, place, is_mutual=found[2] == "-")

    def _oppose(self, one: str, other: str, place: Span | None, *, is_mutual: bool) -> None:
        """Let a literal attack another, or each the other; an axiom is not attacked."""
        if is_mutual and not self.axioms.isdisjoint((one, other)):
            one, other, is_mutual = (other, one, False) if other in self.axioms else (one, other, False)
        if other in self.axioms:
            self.flaws.drop("an axiom is attacked in vain: this is left out", place)
            return
        kind = RelationKind.CONTRADICTION if is_mutual else RelationKind.ATTACK
        self._add(Relation.make(kind, [self._id(one)], self._id(other)))

    def map(self, lists: dict[str, Node]) -> ArgumentMap:
        """Read the lists of a theory by their keys; what denies each other contradicts."""
        self._take(lists)
        for literal in list(self.ids):
            if not literal.startswith("~") and negation(literal) in self.ids:
                self._oppose(literal, negation(literal), None, is_mutual=True)
        for name, place in self.undercuts.items():
            target = self.relations[name].target
            if target not in self.relations:
                self.flaws.add(UNKNOWN_REFERENCE, f"no rule is called {quoted(target)}: nothing is undercut", place)
        statements = (
            Statement(
                name,
                Kind.ASSUMPTION if literal in self.given else Kind.CLAIM,
                _said(literal),
                span=self.places[literal],
            )
            for literal, name in self.ids.items()
        )
        return ArgumentMap(statements=tuple(statements), relations=tuple(self.relations.values()))

    def _take(self, lists: dict[str, Node]) -> None:
        for key in _GIVEN:
            for entry in self.entries(lists.get(key)):
                self.give(entry, is_axiom=key == "axioms")
        for entry in self.entries(lists.get("rules")):
            self.rule(entry)
        for entry in self.entries(lists.get("contrariness")):
            self.conflict(entry)
        for key in _PREFERRED:
            for _, place in self.entries(lists.get(key)):
                self.flaws.drop("preferences have no place in a map", place)
        for key, node in lists.items():
            if key not in (*_GIVEN, "rules", "contrariness", *_PREFERRED):
                asked = "what is asked of a theory (link, semantics, query, transposition)"
                what = asked if key in _ASKED else "what else a file says of a theory"
                self.flaws.drop(f"{what} has no place in a map", span(node))

    def _literal(self, entry: _Entry) -> str | None:
        """Return a literal without double negations; tell what is none."""
        text, place = entry
        if _LITERAL.fullmatch(text):
            literal = re.sub(r"^(?:~~)+", "", text)
            self.places.setdefault(literal, place)
            return literal
        self._wrong(f"{quoted(text)} is no formula: write a word without spaces, as in 'p', '~p' or 'p_and_q'", place)
        return None

    def _id(self, literal: str) -> str:
        if literal not in self.ids:
            plain = literal.removeprefix("~")
            usual = plain if is_id(plain) else slug(plain)
            self.ids[literal] = self.names.make(f"not-{usual}" if literal.startswith("~") else usual, "-")
        return self.ids[literal]

    def _add(self, relation: Relation) -> None:
        self.relations.setdefault(relation.id, relation)

    def _wrong(self, message: str, place: Span) -> None:
        self.flaws.add(SYNTAX, message, place)


def _taken_apart(text: str) -> tuple[str, str, str, str]:
    """Return the name of a rule, what it needs, its arrow and its conclusion, which is empty where it is none.

    Example:
        >>> _taken_apart("[r1] p,q => r"), _taken_apart("p=>q")
        (('r1', 'p,q', '=>', 'r'), ('', '', '', ''))
    """
    name, closed, rest = text[1:].partition("]")
    body, arrow, head = min((rest.partition(each) for each in ("=>", "->")), key=lambda parts: len(parts[0]))
    if not text.startswith("[") or not closed or not name.strip() or "[" in name or not arrow:
        return "", "", "", ""
    return name, body.strip(), arrow, head.strip()


def _between_commas(text: str) -> list[str]:
    """Return what commas part that stand in no parentheses.

    Example:
        >>> _between_commas("drinks(bob, cola), p"), _between_commas("")
        (['drinks(bob, cola)', 'p'], [])
    """
    cuts, depth = [-1], 0
    for at, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            cuts.append(at)
    return [text[start + 1 : end].strip() for start, end in pairwise([*cuts, len(text)])] if text else []


def _names_rule(literal: str) -> bool:
    return literal.lstrip("~").startswith("[")


def _said(literal: str) -> str:
    return f"not {literal[1:]}" if literal.startswith("~") else literal
