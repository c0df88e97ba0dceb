"""Text fragments: links that open a page at a passage, ``https://example.org/#:~:text=prefix-,start,end,-suffix``.

Directives are read, found and written as https://wicg.github.io/scroll-to-text-fragment/ specifies: case and accents do
not count, terms are bounded by words, and white space is flexible, but no term reaches across a line break or tab,
which stand between the blocks of a page here. The cells of a table are blocks too, though a blank may be all that parts
them here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from urllib.parse import quote, unquote

from attrs import frozen

from argmap.evidence.text.words import is_boundary
from argmap.model.citations import Selector
from argmap.text import Span

DELIMITER = ":~:"
"""What parts the text directives of a fragment from the rest of it."""
FRAGMENT = f"{DELIMITER}text="
"""What a link to a passage has in its fragment."""
_CONTRACTION = re.compile(r"\w['’]\w")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LONGEST_EXACT = 80  # characters; a longer passage is named by its two ends
_END_WORDS = 4
_MOST_CONTEXT = 8  # words before or after a passage that may tell it from others
_BLOCK_END = re.compile(r"[\n\t]")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@frozen
class Directive:
    """What a text fragment names.

    Attributes:
        start: The passage, or its beginning where ``end`` is given.
        end: Its end.
        prefix: What stands before it.
        suffix: What stands after it.
    """

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    @property
    def selector(self) -> Selector:
        """Return the selector of the same passage."""
        core = f"{self.start} … {self.end}" if self.end else self.start
        before, after = (f"{self.prefix}- " if self.prefix else ""), (f" -{self.suffix}" if self.suffix else "")
        return Selector(f"{before}{core}{after}")


def read_directives(url: str) -> tuple[Directive, ...]:
    """Read the text directives of a URL or of its fragment; others, and ill-formed ones, are passed over.

    Example:
        >>> read_directives("https://example.org/#top:~:text=the-,safe%20level,was,-not&text=wells")
        (Directive(start='safe level', end='was', prefix='the', suffix='not'), Directive(start='wells', ...))
    """
    _, found, fragment = url.partition("#")[2].partition(DELIMITER)
    parts = fragment.split("&") if found else ()
    directives = (_read(part.removeprefix("text=")) for part in parts if part.startswith("text="))
    return tuple(directive for directive in directives if directive)


def _read(value: str) -> Directive | None:
    terms = value.split(",")
    prefix = unquote(terms.pop(0)[:-1]) if len(terms) > 1 and terms[0].endswith("-") else None
    suffix = unquote(terms.pop()[1:]) if len(terms) > 1 and terms[-1].startswith("-") else None
    if not terms or len(terms) > 2 or not all(term.strip() for term in terms):
        return None
    start, *end = map(unquote, terms)
    return Directive(start, end[0] if end else None, prefix or None, suffix or None)


def find_first(directives: Iterable[Directive], text: str) -> Span | None:
    r"""Find the passage that a link opens: the first place of the first directive that has one.

    Args:
        directives: The directives of the link.
        text: The text of the page, its blocks in lines.

    Returns:
        The place, or None where no directive has one.

    Example:
        >>> find_first([Directive("safe LEVEL", prefix="the")], "a safe level; the safe\u00a0level")
        Span(start=18, end=28)
    """
    page = _Page(text)
    return next((span for directive in directives if (span := _find(directive, page))), None)


def _find(directive: Directive, page: _Page) -> Span | None:
    for found in _starts(directive, page):
        ends = page.find(directive.end, found.end, bounded_end=not directive.suffix) if directive.end else [found]
        for end in ends:
            if not directive.suffix or page.follows(directive.suffix, end.end):
                return Span(found.start, end.end)
    return None


def _starts(directive: Directive, page: _Page) -> Iterator[Span]:
    bounded_end = bool(directive.end) or not directive.suffix
    if directive.prefix is None:
        yield from page.find(directive.start, 0, bounded_end=bounded_end)
        return
    for before in page.find(directive.prefix, 0, bounded_end=False):
        found = page.at(directive.start, before.end, bounded_end=bounded_end)
        if found:
            yield found


class _Page:
    """A text made ready for finding terms in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded = _fold(text)

    def find(self, term: str, start: int, *, bounded_end: bool) -> Iterator[Span]:
        """Go through the places of a term that begin at a word, from an offset on."""
        pattern = _pattern(term)
        while found := pattern.search(self._folded, start):
            start = found.start() + 1
            if self._is_boundary(found.start()) and not (bounded_end and not self._is_boundary(found.end())):
                yield Span(*found.span())

    def at(self, term: str, start: int, *, bounded_end: bool) -> Span | None:
        """Return the place of a term that stands at an offset, white space aside."""
        found = re.compile(rf"\s*({_pattern(term).pattern})").match(self._folded, start)
        if not found or (bounded_end and not self._is_boundary(found.end())):
            return None
        return Span(*found.span(1))

    def follows(self, term: str, start: int) -> bool:
        """Tell whether a term stands at an offset, white space aside."""
        return self.at(term, start, bounded_end=True) is not None

    def _is_boundary(self, at: int) -> bool:
        return is_boundary(self._text, at) and not any(
            _CONTRACTION.match(self._text, start) for start in (at - 2, at - 1) if start >= 0
        )


def _pattern(term: str) -> re.Pattern[str]:
    words = _fold(term).split()
    return re.compile(r"[^\S\n\t]+".join(map(re.escape, words)) or r"(?!)")


def _fold(text: str) -> str:
    """Remove case and accents, character by character, so that offsets stay."""
    return _NOT_ASCII.sub(lambda match: _plain(match[0]), text).lower()


@cache
def _plain(character: str) -> str:
    folded = unicodedata.normalize("NFKD", character)[0].casefold()
    return folded if len(folded) == 1 else character


def write_directives(text: str, span: Span) -> tuple[Directive, ...]:
    r"""Write directives that name a passage alone; a browser opens the first that it finds.

    A line beside others may be a row of a table, whose cells are blocks: there the first word and the last two are
    named, and, should these be of two cells, the first and the last.

    Args:
        text: The text of the page, its blocks in lines.
        span: The passage.

    Example:
        >>> text = "Table 2\nDepth nine metres\nWidth two metres"
        >>> [write_fragment(directive) for directive in write_directives(text, Span(8, 25))]
        ['#:~:text=Depth,nine%20metres', '#:~:text=Depth,metres']
    """
    words = [match.span() for match in _WORD.finditer(text, span.start, span.end)]
    if len(words) > 1 and _is_among_lines(text, span):
        (start, first), (_, end) = words[0], words[-1]
        page = _Page(text)
        ends = dict.fromkeys(text[at:end] for at, _ in words[1:][-2:])
        directives = [Directive(text[start:first], last) for last in ends if not _BLOCK_END.search(last)]
        if directives and all(_find(each, page) == Span(start, end) for each in directives):
            return tuple(directives)
    return (write_directive(text, span),)


def _is_among_lines(text: str, span: Span) -> bool:
    """Tell whether a passage stands within one line, and another line comes right before or after it."""
    if _BLOCK_END.search(text, span.start, span.end):
        return False
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    above = text[text.rfind("\n", 0, start - 1) + 1 : start] if start else ""
    below = text[end + 1 : end + 2] if end >= 0 else ""
    return bool(above.strip() or below.strip())


def write_directive(text: str, span: Span) -> Directive:
    """Write a directive that names a passage alone, in the characters of the text.

    The passage is taken from word to word. A long one, or one that reaches across lines, is named by its two ends;
    words before and after it are added for as long as another place comes first.

    Args:
        text: The text of the page, its blocks in lines.
        span: The passage.

    Example:
        >>> write_directive("It fell. It fell again. It rained.", Span(9, 16))
        Directive(start='It fell', end=None, prefix=None, suffix='again')
    """
    words = [match.span() for match in _WORD.finditer(text)]
    inside = [i for i, (start, end) in enumerate(words) if start < span.end and span.start < end]
    if not inside:
        return Directive(text[span.start : span.end])
    first, last = inside[0], inside[-1]
    wanted, page = Span(words[first][0], words[last][1]), _Page(text)
    start, end = _ends(text, words[first : last + 1])
    directive = Directive(start, end)
    for count in range(_MOST_CONTEXT + 1):
        before = _last_line(text[words[max(0, first - count)][0] : wanted.start])
        after = _first_line(text[wanted.end : words[min(len(words) - 1, last + count)][1]])
        for prefix, suffix in ((None, after), (before, None), (before, after)):
            directive = Directive(start, end, prefix, suffix)
            if _find(directive, page) == wanted:
                return directive
    return directive


def _ends(text: str, words: list[tuple[int, int]]) -> tuple[str, str | None]:
    """Return the terms of a passage: all of it where it is short and in one line, else its first and its last words."""
    passage = text[words[0][0] : words[-1][1]]
    if len(words) == 1 or (len(passage) <= _LONGEST_EXACT and not _BLOCK_END.search(passage)):
        return passage, None
    count = min(_END_WORDS, len(words) // 2)
    start, end = text[words[0][0] : words[count - 1][1]], text[words[-count][0] : words[-1][1]]
    return _BLOCK_END.split(start)[0].strip(), _BLOCK_END.split(end)[-1].strip()


def _first_line(part: str) -> str | None:
    return _BLOCK_END.split(part.strip())[0].strip() or None


def _last_line(part: str) -> str | None:
    return _BLOCK_END.split(part.strip())[-1].strip() or None


def address(url: str, selector: Selector, text: str | None = None, places: Sequence[Span] = ()) -> str:
    """Return the address that opens a page at a passage.

    Args:
        url: The page's own address; a fragment that it has is replaced.
        selector: The passage, as a map names it.
        text: The page's text, where that is at hand: then the fragment is in its own characters, as a browser folds no
            quotation marks.
        places: Where the passage stands in it.

    Example:
        >>> address("https://example.org/wells#top", Selector("six wells … safe level"))
        'https://example.org/wells#:~:text=six%20wells,safe%20level'
    """
    if text is not None and len(places) == 1:
        directives = write_directives(text, places[0])
    else:
        directives = (Directive(selector.start, selector.end, selector.before, selector.after),)
    return url.partition("#")[0] + write_fragment(*directives)


def write_fragment(*directives: Directive) -> str:
    """Write directives as the fragment of a URL.

    Example:
        >>> write_fragment(Directive("safe level", "1,2 m", prefix="so-called"), Directive("safe"))
        '#:~:text=so%2Dcalled-,safe%20level,1%2C2%20m&text=safe'
    """
    return f"#{DELIMITER}{'&'.join(map(_written, directives))}"


def _written(directive: Directive) -> str:
    terms = [
        f"{_escape(directive.prefix)}-" if directive.prefix else "",
        _escape(directive.start),
        _escape(directive.end) if directive.end else "",
        f"-{_escape(directive.suffix)}" if directive.suffix else "",
    ]
    return f"text={','.join(filter(None, terms))}"


def _escape(term: str) -> str:
    return quote(term, safe="", errors="replace").replace("-", "%2D")
