"""Statements without a text: marks and numbers with nothing after them, and titles whose colon nothing follows."""

from __future__ import annotations

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.model import Member, Titled, is_titled, text_without_tags
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.text import Span

_WHERE = {
    "premise": "this premise has no text, and is not read: write it after the number, or delete the row",
    "intermediary-conclusion": "this conclusion has no text, and is not read: write it after the number",
    "main-conclusion": (
        "this conclusion has no text, so its argument leads to nothing and is not read: write it after the number, "
        "or the title of what it supports, '[Title]'"
    ),
}
_NOTHING = "nothing stands after this mark, and nothing is read: write a text, or delete the line"


def check_text(node: Titled, member: Member, flaws: Flaws) -> bool:
    """Tell whether a statement has a text or a title, and note where it has no text.

    Args:
        node: The statement or argument.
        member: The occurrence whose text counts.
        flaws: Where it is noted.
    """
    element = member.element
    span = Span(element.start, max(element.end, element.start + 1))
    if node.data and node.data.get("text") == "":
        flaws.add(EMPTY_TEXT, "'text' is empty: write its text, or delete the key", span)
        return True
    if element.is_reference or text_without_tags(element) or (node.data and node.data.get("text")):
        return True
    if is_titled(node.title):
        if not (element.tags or element.relations or element.data):
            return True  # its reader has said that the text is missing
        opening, closing = "<>" if element.is_argument else "[]"
        title = f"{opening}{node.title}{closing}"
        message = f"{title} has no text: write it after the colon, or delete the colon to refer to a text elsewhere"
    else:
        message = _WHERE.get(member.role or "", _NOTHING)
    flaws.add(EMPTY_TEXT, message, span)
    return is_titled(node.title)
