"""The regular expressions that tell tokens apart.

They follow those of the reference implementation for all text that people write.
"""

from __future__ import annotations

import re

LINE_START = re.compile(
    r"(?P<indent>[' \t]*)(?:"
    r"(?P<inference>--)|(?P<relation>\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))"
    r"|(?P<number>\([0-9]+\))|(?P<ordered>[0-9]+\.(?=\s))|(?P<bullet>\*(?=\s)))"
    r"|(?P<heading>#+ )"
)
FREE = r"[^\\@#*_\[\],.:</>(){}\r\n;\-]"
WORDS = rf"(?:(?!===|[ \t]){FREE}+|[\],>()}};\-][ \t]*|[.:](?=\s|\Z)[ \t]*|/(?![/*])[ \t]*)+"
PLAIN = re.compile(rf"[ \t]*({WORDS})")
NAME = r"[^\[\]<>\r\n\-][^\[\]<>\r\n]*"
# A line that can only begin a paragraph: a title with a colon, or a title alone.
TITLE_LINE = re.compile(
    rf"[ \t]*(?:\[{NAME}\]|<(?![!+_]){NAME}>)(?::|(?:[ \t]*#[^\s#{{}}]+)*[ \t]*(?:\{{[^\r\n]*)?(?=[\r\n]|\Z))"
)
WORDS_LINE = re.compile(r"[ \t]*(?!\d+\.\s)[^\W_]")
# Most lines of most files, taken whole: a relation or none, a title or none, plain words or none.
COMMON_LINE = re.compile(
    rf"(?:([' \t]*)(\+>?|->|-(?!-)|<[+\-](?!-))[ \t]*|[ \t]*(?=[^\W\d_]|\[|<[^\W\d_]))"
    rf"(?:(\[{NAME}\]:|<(?!!){NAME}>:)|(\[{NAME}\]|<(?!!){NAME}>)(?=[ \t]*(?:[\r\n]|\Z)))?"
    rf"(?:[ \t]*({WORDS}))?([ \t]*\r?\n(?![ \t]*[\r\n]))?"
)
WORD = re.compile(rf"{FREE}+|[@#*_\[\],.:</>(){{}};\-][ \t]?")
NEWLINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
EMPTYLINE = re.compile(r"(?:[ \t]*(?:\r\n|\n)){2,}")
SPACES = re.compile(r"[ \t]+")
ESCAPED = re.compile(r"\\[^\n\r] *")
SPECIAL = re.compile(r"\.\S+?\.[ \t]?|:\S+?:[ \t]?")
FRONT_MATTER = re.compile(r"===+[\s\S]*?===+")
# Anything but what cannot stand in a tag; naming what can takes ten times as long to compile.
TAG = re.compile(r"#[^\x00-,./:-@{-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\U0010ffff]+[ \t]?")
LINE_END = re.compile(r"[\n\r]")
BREAKS_AFTER_COMMENT = re.compile(r"(?:[ \t]*\r\n|\n|\r)*")
BREAK_AFTER_COMMENT = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r)(?![ \t]*[\r\n]))?")
RANGE_END = {
    mark: re.compile(re.escape(mark) + r"(?:[ \t]|(?=[\n\r)}_.,!?;:\-*]|\Z))") for mark in ("**", "__", "*", "_")
}
RANGE_START = {mark: re.compile(re.escape(mark) + r"(?!\s)") for mark in ("**", "__", "*", "_")}
DATA_END = re.compile(r"\}(?!\s*[,}])")
DATA_HARD_END = re.compile(r"\}\s[^,}]")
DATA_STOP = re.compile(r"\r")
HYPHENS = re.compile("-+")
