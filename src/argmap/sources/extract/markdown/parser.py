"""Parsing Markdown with markdown-it, and noticing what it passes over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from argmap.sources.extract._scripts import above, below

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

FOOTNOTE_MARK = "footnote_mark"

_DEEPEST = 100
_DEFINITION = re.compile(r"\[\^([^\]\s]{1,200})\]:[ \t]*")
_MARK = re.compile(r"\[\^([^\]\s]{1,200})\]")
_MATH = re.compile(r"\$\$[^$]++\$\$|\$(?=[^\s$])[^$\n]*+(?<=[^\s\\])\$(?!\d)")
_SCRIPT = re.compile(r"\^([^\s^\[\]]{1,20})\^|~([\dijkn+\-−–]{1,10})~(?!~)")
_MARKERS = " \t>*+-"
_WORD = re.compile(r"\w")


@frozen
class Parsed:
    """What Markdown holds.

    Attributes:
        tokens: Its tokens.
        footnotes: The names of its footnotes.
        unread: Lines that are nested too deeply to be read.
    """

    tokens: list[Token]
    footnotes: list[str]
    unread: list[str]


def parse(source: str) -> Parsed:
    r"""Parse Markdown.

    Example:
        >>> parsed = parse("Rain[^a].\n\n[^a]: At night.")
        >>> [token.type for token in parsed.tokens[1].children], parsed.footnotes
        (['text', 'footnote_mark', 'text'], ['a'])
    """
    env: dict[str, Any] = {"footnotes": {}}
    tokens = _parser().parse(source, env)
    return Parsed(tokens, list(env["footnotes"]), list(_unread(source, tokens, env)))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.block.ruler.before("table", "footnote", _definition, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "footnote", _mark)
    parser.inline.ruler.before("escape", "math", _math)
    parser.inline.ruler.before("strikethrough", "scripts", _script)
    return parser


def _definition(state: StateBlock, start: int, _: int, silent: bool) -> bool:
    """Pass over the mark before a footnote, whose words are then read as any block."""
    at = state.bMarks[start] + state.tShift[start]
    found = _DEFINITION.match(state.src, at, state.eMarks[start])
    if not found or state.sCount[start] - state.blkIndent >= 4:
        return False
    if not silent:
        state.env["footnotes"][found[1]] = True
        state.bMarks[start], state.tShift[start], state.sCount[start] = found.end(), 0, state.blkIndent
    return silent


def _mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos, state.posMax)
    if not found or found[1] not in state.env["footnotes"]:
        return False
    if not silent:
        state.push(FOOTNOTE_MARK, "", 0).content = found[0]
    state.pos = found.end()
    return True


def _math(state: StateInline, silent: bool) -> bool:
    """Take a formula in TeX as it stands: its backslashes and stars are no marks."""
    found = _MATH.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("text", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _script(state: StateInline, silent: bool) -> bool:
    """Take Pandoc's ``10^-8^`` and ``H~2~O``."""
    found = _SCRIPT.match(state.src, state.pos, state.posMax)
    if not found or not state.src[state.pos - 1 : state.pos].isalnum():
        return False
    if not silent:
        state.push("text", "", 0).content = above(found[1]) if found[1] else below(found[2])
    state.pos = found.end()
    return True


def _unread(source: str, tokens: list[Token], env: dict[str, Any]) -> Iterator[str]:
    """Yield the lines with words that no token stands for."""
    definitions = [*env.get("references", {}).values(), *env.get("duplicate_refs", [])]
    maps = [token.map for token in tokens if token.map and not token.nesting]
    lines = source.split("\n")
    read = bytearray(len(lines))
    for start, end in [*maps, *(each["map"] for each in definitions)]:
        read[start:end] = b"\1" * (min(end, len(lines)) - start)
    yield from (
        line.lstrip(_MARKERS) for line, is_read in zip(lines, read, strict=True) if not is_read and _WORD.search(line)
    )
