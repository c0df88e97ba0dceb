"""What to write in place of a token that cannot be where it is."""

from __future__ import annotations

from argmap.formats.argdown.syntax import tokens as t

_LONGEST = 60

IN_WORDS = {
    t.NEWLINE: "a line break",
    t.RANGE_END: "the end of a bold or italic range",
    t.EMPTYLINE: "an empty line",
    t.INDENT: "indentation",
    t.DEDENT: "the end of an indented block",
    t.HEADING: "a heading",
    t.NUMBER: "a numbered statement",
    t.ORDERED: "a list item",
    t.BULLET: "a list item",
    t.RELATION: "a relation",
    t.INFERENCE_START: "an inference",
    t.INFERENCE_END: "the end of an inference",
    t.COMMA: "a comma",
    t.DATA: "data in braces",
    t.FRONT_MATTER: "front matter",
    t.STATEMENT_DEFINITION: "the definition of a statement",
    t.STATEMENT_REFERENCE: "a reference to a statement",
    t.ARGUMENT_DEFINITION: "the definition of an argument",
    t.ARGUMENT_REFERENCE: "a reference to an argument",
    t.END: "the end of the file",
}

BLANKS_AFTER_COMMENT = (
    "the blanks after the comment above, or in an empty line below it, count as a text that continues here: delete them"
)
NO_TEXT = "a text is missing here: write some words, '[Title]' to refer to a statement or '<Title>' to an argument"
NO_TEXT_AFTER_TITLE = (
    "the title with a colon needs a text after it, without an empty line between; "
    "without the colon it refers to a text given elsewhere"
)
ONLY_UNDERCUTS = "only an undercut can stand below an inference: write '<_' and what undercuts it"
NO_CONTRADICTION = "only statements contradict each other: write a statement after '><', or use '->'"
NO_NUMBER = "the inference needs a conclusion with a number: write '(2)', or the next number, before this"
NO_CONCLUSION = "the inference needs a conclusion: write a numbered statement after it"
ARGUMENT_AS_ROW = "an argument cannot be a premise or a conclusion: write a statement, '[Title]' or '[Title]: text'"
NO_INFERENCE = (
    "numbered statements need an inference and a conclusion: write '----' and then '(2) …', "
    "without an empty line between"
)
NO_INFERENCE_END = "the inference has no proper end: write '----', or '--', the rules on one line and '--' again"

TEXT_AFTER_FRONT_MATTER = "an empty line is missing before this line: the front matter ends with one"
TEXT_AFTER_DATA = "text cannot follow data in braces: put the braces after it"
TEXT_AFTER_REFERENCE = (
    "text cannot follow a reference, and this title has a text elsewhere: write '@' before the bracket to mention it, "
    "or delete the text here"
)
MENTION = "this title stands in the middle of a text: write '@' before the bracket to mention it there"
RELATION_AT_MARGIN = (
    "a relation must be indented more than the statement or argument it belongs to: put blanks before it; "
    "an item of a list begins with '*'"
)
PARTED_RELATION = (
    "a relation must stand below its statement or argument without an empty line between: delete the empty line"
)
TITLE_BELOW_MARK = "the title must stand on the line of the mark or number above: delete the line break"
PARTED_ROWS = "the rows of an argument must stand together: delete the empty line before this line"
_TITLE = "a title begins a paragraph"
_LIST = "a list forms a paragraph of its own"
_WHY = {
    t.HEADING: "a heading stands by itself",
    t.NUMBER: "the rows of an argument form a paragraph of their own",
    t.ORDERED: _LIST,
    t.BULLET: _LIST,
    t.TEXT: "words cannot follow a reference or data, but begin a new paragraph",
}
"""Why a paragraph begins with a token."""


def on_start(kind: int, following: int) -> str:
    """Say why a paragraph cannot begin with a token."""
    if kind == t.RELATION or (kind == t.INDENT and following == t.RELATION):
        return (
            "a relation cannot begin a paragraph: write it below its statement or argument, indented and "
            "without an empty line between; an item of a list begins with '*'"
        )
    if kind == t.INFERENCE_START:
        return "an inference needs premises: number the statements above it, '(1) …', without an empty line between"
    if kind == t.END:
        return "there is no statement, argument or heading here: an Argdown file needs at least one"
    return (
        f"a paragraph cannot begin with {IN_WORDS.get(kind, 'this')}: begin it with text, '[Title]: text', "
        "'<Title>: text', '(1) premise', a list item or a heading"
    )


def bracket(image: str) -> str:
    """Say how to write a bracket that is only that; its words are no title anywhere in the text."""
    return f"a bracket begins a title: where it is only a bracket, write '\\{_short(image)}'"


def text_after_bracket(image: str) -> str:
    """Say what to write where a text follows a bracket whose words are no title anywhere in the text."""
    return (
        f"a colon is missing after {_short(image)}: write '{_short(image)}: …', "
        f"and where it is only a bracket, '\\{_short(image)}'"
    )


def _short(image: str) -> str:
    return image if len(image) <= _LONGEST else f"{image[:_LONGEST]}…"


def on_gap(kind: int, image: str, *, is_indented: bool) -> str:
    """Say that an empty line is missing before a token, and what else may have been meant."""
    why = _WHY.get(kind, _TITLE)
    if kind == t.ORDERED:
        why += f", and a number that is only that is written '{image[:-1]}\\.'"
    mark = ", or at its beginning a mark such as '+' or '-'" if is_indented and why == _TITLE else ""
    return f"an empty line is missing before this line{mark}: {why}"


def on_end(kind: int) -> str:
    """Say why a token cannot follow what was read."""
    if kind == t.INDENT:
        return "what is indented here belongs to nothing: only statements and arguments have relations below them"
    if kind == t.INFERENCE_START:
        return "an inference needs premises: number the statements above it, '(1) …', in a paragraph of their own"
    if kind in t.TITLES:
        return (
            f"{IN_WORDS[kind]} must begin a paragraph: put an empty line before it, "
            "or write '@' before the bracket to mention it in a text"
        )
    return f"{IN_WORDS.get(kind, 'this')} cannot stand here: put an empty line before it"


def in_list(kind: int) -> str:
    """Say why a token cannot stand in a list."""
    return (
        "a list holds statements and arguments only, each after a mark of the same kind; "
        f"{IN_WORDS.get(kind, 'this')} cannot stand in it"
    )
