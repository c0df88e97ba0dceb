"""Where sentences begin and end: by their marks, and by lines that stand for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from itertools import repeat

from argmap.evidence.text.abbreviations import (
    BEFORE_NUMBERS,
    BEGINNERS,
    GERMAN_ORDINAL_AFTER,
    GERMAN_ORDINAL_BEFORE,
    MAY_BE_LAST,
    NEVER_LAST,
    PARTICLES,
)
from argmap.text import Span

_REACH = 2000  # characters on either side of a span
_REACHES = (250, _REACH)  # most sentences begin within the first
_LONGEST_END = 60  # characters of a sentence's last mark, what closes after it, and what tells whether it is one
_LONGEST_WORD = 80  # characters; no abbreviation has as many

_PARAGRAPH = re.compile(r"[^\n\f]+(?:\n(?![^\S\n]*\n)[^\n\f]+)*")
_CLOSES = r"(?:[\"'”’“‘»«›‹)\]]|[ \u00a0\u202f][»›](?=[\s,.;:]|\Z)){0,5}+"
_NOTE = r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}){0,3}+"
_MARK = re.compile(  # what may stand first is one set, which is searched for fast
    r"[.!?…。！？।॥۔؟።။།](?:"
    rf"(?<=[.!?…])(?<![.!?…].)(?P<more>[.!?…]{{0,3}}+)(?![.!?…])(?P<closes>{_CLOSES}){_NOTE}(?=\s|\Z)"
    r"|(?<=[。！？।॥۔؟።။།])(?<![。！？।॥۔؟።။།].)[。！？।॥۔؟።။།]{0,3}+[」』”’）\"']{0,3}+(?!と))"
)
_OPENS = "\"'“”„‘‚«»‹›([{¿¡—–- \u00a0\u202f*_#>|"
_QUOTES = "\"'“”„‘‚«»‹› \u00a0\u202f"
_NEXT = re.compile(rf"\s{{0,100}}+[{re.escape(_OPENS)}]{{0,8}}+(?P<word>[^\W_]*+)(?P<dot>\.?)")
_SAYS = re.compile(
    r"\s(?:\w[\w.'’-]{0,30} ){1,4}"
    r"(?:said|says|asked|asks|cried|replied|shouted|added|answered|called|exclaimed|whispered|wrote)\b"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,5}[^\W\d_]").fullmatch
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,6})").fullmatch

_LINE_END = re.compile(r"[\n\f\r\u2028\u2029](?!(?<=\r)\n)")
_LINES_AROUND = 400  # characters before and after the end of a line that tell what lines are like
_MOST_LINES = 6  # before and after
_LONGEST_LINE = 160  # characters; nobody breaks lines that are longer
_LONGEST_VERSE = 60
_STANZA = 4  # lines; fewer may each begin with a capital by chance, as wrapped lines of German do
_ROOM = 0.8  # of the longest line: where the next word would have fitted, the line was ended on purpose
_FIRST_WORD = re.compile(r"(?:[«‹»›] )?[\S\u00a0\u202f]+(?: [»›])?")
_BULLET = re.compile(r"[-*+•‣◦▪●·] |#{1,6} |[=_*~-]{3,40}+\s{0,9}$").match
_NUMBERED = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,6})[.)]|\d{1,3}(?:\.\d{1,3}){1,4}|[–—]) "
).match
_ROW = re.compile(r"\A\||\t| \| ").search
_SPEAKER = re.compile(r"[^\W\d_a-zà-öø-ÿ][^\Wa-zà-öø-ÿ]{0,20}(?:[ .'’-]{1,2}[^\Wa-zà-öø-ÿ]{1,20}){0,4}\.?:\s").match
_NAMED_SPEAKER = re.compile(r"[^\W\d_][\w.'’-]{0,20}(?: [\w.'’-]{1,20}){0,3}:\s").match


def sentences(text: str) -> Iterator[tuple[int, Span]]:
    """Split a text into sentences, each with the number of its paragraph.

    A paragraph ends at a blank line; a text without blank lines has one paragraph a line.

    Example:
        >>> text = "Dr. Fox left at 4.30. It rained! So what?"
        >>> [text[span.start : span.end] for _, span in sentences(text)]
        ['Dr. Fox left at 4.30.', 'It rained!', 'So what?']
    """
    pattern = _PARAGRAPH if re.search(r"\n[^\S\n]*\n", text) else re.compile(r"[^\n\f]+")
    for number, paragraph in enumerate((p for p in pattern.finditer(text) if p[0].strip()), 1):
        start = paragraph.start()
        for end in (*_ends(text, start, paragraph.end()), paragraph.end()):
            sentence = _stripped(text, start, end)
            if sentence.start < sentence.end:
                yield number, sentence
            start = end


def own_line_ends(text: str, span: Span) -> Iterator[int]:
    r"""Yield where lines end for themselves within a part of a text, rather than being wrapped.

    Example:
        >>> list(own_line_ends("It rained for so\nlong.\n- Then it\n- stopped.", Span(0, 43)))
        [22, 32]
    """
    return (match.start() for match in _LINE_END.finditer(text, span.start, span.end) if _is_line(text, match))


def sentence_at(text: str, span: Span) -> Span | None:
    r"""Return the sentences that a span touches: the smallest stretch of whole ones that covers it.

    A sentence ends with a mark, and where a paragraph, heading, list item, row of a table, verse or speaker's turn
    does. Abbreviations, initials, ordinals and marks before a lower-case letter end none, nor does a line that is
    only wrapped. Its ends are looked for within 2,000 characters on either side, whatever the length of the text.

    Returns:
        The stretch, without blanks around it; nothing where an end is out of reach, or the span is blank.

    Example:
        >>> text = "It rained. Dr. Fox left at 4.30, as if\nnothing had happened. So what?"
        >>> span = sentence_at(text, Span(15, 18))
        >>> text[span.start : span.end]
        'Dr. Fox left at 4.30, as if\nnothing had happened.'
    """
    span = _stripped(text, max(0, span.start), min(len(text), span.end))
    if span.start >= span.end:
        return None
    begin = _last_end(text, span.start)
    end = _next_end(text, span.end)
    return None if begin is None or end is None else _stripped(text, begin, end)


def sentence_end(text: str, start: int) -> int | None:
    r"""Return the end of the sentence that begins at a place, as `sentence_at` does; nothing where it is out of reach.

    Example:
        >>> sentence_end("It rained. So what?", 0)
        10
    """
    end = _next_end(text, start + 1)
    return None if end is None else _stripped(text, start, end).end


def _last_end(text: str, at: int) -> int | None:
    """Return where the last sentence before a place ends; 0 where none does, nothing where that is out of reach."""
    low = max(0, at - _REACH)
    for reach in _REACHES:
        start = max(low, at - reach)
        marks = reversed([match for match in _MARK.finditer(text, start, at + _LONGEST_END) if match.end() <= at])
        lines = reversed([*_LINE_END.finditer(text, start, at)])
        mark = next((match.end() for match in marks if _is_end(text, match)), -1)
        line = next((match.end() for match in lines if match.end() <= mark or _is_line(text, match)), -1)
        if max(mark, line) >= 0:
            return max(mark, line)
    return None if low else 0


def _next_end(text: str, at: int) -> int | None:
    """Return where the first sentence ends after a place or right there; nothing where that is out of reach."""
    low, high = max(0, at - _LONGEST_END), min(len(text), at + _REACH)
    marks = (match for match in _MARK.finditer(text, low, min(len(text), high + _LONGEST_END)) if match.end() >= at)
    mark = next((match.end() for match in marks if match.end() <= high and _is_end(text, match)), None)
    lines = (match for match in _LINE_END.finditer(text, low, mark or high) if match.end() >= at)
    line = next((match.end() for match in lines if _is_line(text, match)), None)
    return line or mark or (len(text) if high == len(text) else None)


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    """Yield where sentences end within a part of a text, in order; what tells so may stand beside it."""
    beyond = min(len(text), high + _LONGEST_END)
    marks = (match.end() for match in _MARK.finditer(text, low, beyond) if match.end() <= high and _is_end(text, match))
    lines = (match.end() for match in _LINE_END.finditer(text, low, high) if _is_line(text, match))
    return merge(marks, lines)


def _is_end(text: str, match: re.Match[str]) -> bool:
    more, at = match["more"], match.start()
    if more is None:
        return True
    mark = text[at] + more
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    if word[:1].islower() or text[at - 1 : at] in {"(", "["}:
        return False
    begins = word.lower() in BEGINNERS and not (following and following["dot"])
    if mark == ".":
        return _is_full_stop(text, at, word, begins)
    if mark[-1] in ".…":
        return begins or not text[at - 1 : at].isspace()
    return not (match["closes"].strip(")]") and _SAYS.match(text, match.end()))


def _is_full_stop(text: str, at: int, word: str, begins: bool) -> bool:
    """Tell whether a full stop ends a sentence, by the words before it and the capitalised one after it."""
    start = max(0, at - _LONGEST_WORD)
    before = text[start:at].rsplit(None, 2)
    if not before or text[at - 1].isspace():
        return True
    token = before[-1].strip(_OPENS)
    previous = before[-2] if len(before) > 1 else ""
    if _ITEM_NUMBER(token) and _begins_line(text, at - len(before[-1])):
        return False
    if token[-1:].isdigit():
        return not _is_ordinal(token, previous.strip(_OPENS).lower(), word.lower(), begins)
    return _is_after_word(token, previous.lower().strip(_OPENS), word, begins)


def _is_after_word(token: str, previous: str, word: str, begins: bool) -> bool:
    key = token.lower()
    for form in (previous + key if previous.endswith(".") else key, key, key[1 + max(map(key.rfind, "'’-")) :]):
        if form in NEVER_LAST:
            return False
        if form in BEFORE_NUMBERS:
            return not word[:1].isdigit()
        if form in MAY_BE_LAST:
            return begins or not word
    if len(token) == 1 and token.isalpha():
        return token.isupper() and begins and word.lower() not in PARTICLES
    return begins or not word or not _INITIALS(token)


def _is_ordinal(token: str, previous: str, word: str, begins: bool) -> bool:
    if word in GERMAN_ORDINAL_BEFORE or (word[:1].isdigit() and previous[-1:] == "." and previous[:1].isdigit()):
        return True
    return len(token) < len("1000") and previous in GERMAN_ORDINAL_AFTER and not begins and bool(word)


def _begins_line(text: str, at: int) -> bool:
    before = text[max(0, at - _LONGEST_END) : at].rstrip(" \t>#*-")
    return not before or before[-1] in "\r\n\f\u2028\u2029"


def _is_line(text: str, match: re.Match[str]) -> bool:
    """Tell whether a line ends for itself, rather than being wrapped."""
    before, after = _lines_before(text, match.start()), _lines_after(text, match.end())
    line, following = _bare(before[-1]), _bare(after[0])
    if not line or not following or match[0] in "\f\u2029" or _stands_alone(line, following):
        return True
    if following.lstrip(_QUOTES)[:1].islower() or following[0] in ",;:.)]":
        return False
    if len(line) > _LONGEST_LINE:
        return True
    block = [*reversed([*_until_blank(reversed(before))]), *_until_blank(iter(after))]
    return _fits(line, following, _ROOM * max(map(len, block))) or _is_verse(block)


def _fits(line: str, following: str, width: float) -> bool:
    return len(line) + 1 + len(_first_word(following)) <= width


def _first_word(line: str) -> str:
    """Return the word that a line begins with, and the quotation mark that stays with it: *« mot »* is one."""
    match = _FIRST_WORD.match(line)
    return match[0] if match else ""


def _lines_before(text: str, at: int) -> list[str]:
    start = max(0, at - _LINES_AROUND)
    lines = text[start:at].rsplit("\n", _MOST_LINES)
    return lines[1:] if len(lines) > 1 and (start or len(lines) > _MOST_LINES) else lines


def _lines_after(text: str, at: int) -> list[str]:
    lines = text[at : at + _LINES_AROUND].split("\n", _MOST_LINES)
    return lines[:-1] if len(lines) > 1 and (len(text) > at + _LINES_AROUND or len(lines) > _MOST_LINES) else lines


def _stands_alone(line: str, following: str) -> bool:
    """Tell whether one of two lines is a list item, heading, row of a table, or the beginning of a speaker's turn."""
    if _BULLET(following) or line.startswith("#") or _ROW(line) or _ROW(following) or _SPEAKER(following):
        return True
    if _NUMBERED(following) and (line[-1] in ".:;!?," or _NUMBERED(line)):
        return True
    return bool(_NAMED_SPEAKER(line) and _NAMED_SPEAKER(following))


def _until_blank(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not _bare(line):
            return
        yield _bare(line)


def _bare(line: str) -> str:
    """Return a line without its margin and the marks of a quoted letter."""
    return line.strip().lstrip("> ")


def _is_verse(block: list[str]) -> bool:
    """Tell whether lines are verses: short, each with a capital, and not wrapped or most with a mark at the end."""
    width = max(map(len, block))
    if width > _LONGEST_VERSE or any(not line or line[0].islower() for line in block):
        return False
    marked = sum(line[-1] in ",;:.!?—" for line in block)
    return 2 * marked > len(block) or (len(block) >= _STANZA and any(map(_fits, block, block[1:], repeat(width))))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
