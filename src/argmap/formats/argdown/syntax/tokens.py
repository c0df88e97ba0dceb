"""The kinds of tokens; those that may stand in a text come first."""

from __future__ import annotations

(
    TEXT,
    ESCAPED,
    SPECIAL,
    LINK,
    TAG,
    STATEMENT_MENTION,
    ARGUMENT_MENTION,
    NEWLINE,
    RANGE_START,
    RANGE_END,
    EMPTYLINE,
    INDENT,
    DEDENT,
    HEADING,
    NUMBER,
    ORDERED,
    BULLET,
    RELATION,
    INFERENCE_START,
    INFERENCE_END,
    COMMA,
    DATA,
    FRONT_MATTER,
    STATEMENT_DEFINITION,
    STATEMENT_REFERENCE,
    ARGUMENT_DEFINITION,
    ARGUMENT_REFERENCE,
    END,
) = range(28)

Token = tuple[int, int, int]

#: What may stand in a text.
CONTENT = frozenset({TEXT, ESCAPED, SPECIAL, LINK, TAG, STATEMENT_MENTION, ARGUMENT_MENTION, NEWLINE, RANGE_START})
#: What the names of inference rules are made of.
WORDS = frozenset({TEXT, ESCAPED, SPECIAL})
#: What marks a part of a text and has words of its own.
MARKS = frozenset({LINK, TAG, STATEMENT_MENTION, ARGUMENT_MENTION})
DEFINITIONS = frozenset({STATEMENT_DEFINITION, ARGUMENT_DEFINITION})
REFERENCES = frozenset({STATEMENT_REFERENCE, ARGUMENT_REFERENCE})
ARGUMENTS = frozenset({ARGUMENT_DEFINITION, ARGUMENT_REFERENCE})
