"""Conclusions that lead nowhere, in a text whose other arguments lead to something."""

from __future__ import annotations

from collections.abc import Container, Mapping

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.model import Argument, Interpretation, StatementClass, Titled
from argmap.model.statements import Kind
from argmap.rules.unused_conclusion import RULE as UNUSED_CONCLUSION
from argmap.text import Span


def check_conclusions(
    model: Interpretation, denials: Container[Titled], names: Mapping[Titled, str], flaws: Flaws
) -> None:
    """Note the arguments whose conclusion is used nowhere, where the debate is about some other statement."""
    unused = [argument for argument in model.arguments.values() if _is_unused(model, argument, denials)]
    if not unused or not any(_is_point(statement) for statement in model.statements.values()):
        return
    for argument in unused:
        conclusion = argument.rows[-1]
        name = names.get(model.statements[conclusion.title])
        span = Span(conclusion.element.start, conclusion.element.end)
        message = (
            "the conclusion of this argument is used nowhere: give it the title of what it should support, "
            "or write it with '+' or '-' below what it supports or attacks"
        )
        flaws.add(UNUSED_CONCLUSION, message, span, name)


def _is_unused(model: Interpretation, argument: Argument, denials: Container[Titled]) -> bool:
    if not argument.rows or not argument.rows[-1].inference:
        return False
    statement = model.statements[argument.rows[-1].title]
    return (
        len(statement.members) == 1
        and not statement.relations
        and not any(relation.source is argument for relation in argument.relations)
        and statement not in denials
        and Kind.RECOMMENDATION not in statement.tags
    )


def _is_point(statement: StatementClass) -> bool:
    """Tell whether a statement is put forward by itself, and something supports or attacks it."""
    return "top-level" in statement.roles and any(
        relation.target is statement and relation.kind != "undercut" for relation in statement.relations
    )
