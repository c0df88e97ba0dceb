"""The kinds of tokens; those that may stand in a text come first.

`GAP` has no characters: it stands where an empty line is missing, before what can only begin a paragraph.
"""

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
    GAP,
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
) = range(29)

Token = tuple[int, int, int]

#: What ends a paragraph.
PARAGRAPH_ENDS = frozenset({EMPTYLINE, GAP, END})
#: What may stand in a text.
CONTENT = frozenset({TEXT, ESCAPED, SPECIAL, LINK, TAG, STATEMENT_MENTION, ARGUMENT_MENTION, NEWLINE, RANGE_START})
#: What the names of inference rules are made of.
WORDS = frozenset({TEXT, ESCAPED, SPECIAL})
#: What marks a part of a text and has words of its own.
MARKS = frozenset({LINK, TAG, STATEMENT_MENTION, ARGUMENT_MENTION})
#: What the next line goes on with, if there is nothing more in its own.
AWAITING = frozenset({NUMBER, ORDERED, BULLET, RELATION, INFERENCE_END})
DEFINITIONS = frozenset({STATEMENT_DEFINITION, ARGUMENT_DEFINITION})
REFERENCES = frozenset({STATEMENT_REFERENCE, ARGUMENT_REFERENCE})
TITLES = DEFINITIONS | REFERENCES
#: What may be a bracket inside a text, and what may come before one.
BRACKETS = REFERENCES | {GAP}
CONTENT_OR_BRACKET = CONTENT | BRACKETS
#: What no words can follow.
CLOSED = REFERENCES | {DATA}
ARGUMENTS = frozenset({ARGUMENT_DEFINITION, ARGUMENT_REFERENCE})
