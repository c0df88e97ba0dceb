"""Web pages: the text that a reader sees, block by block, and an account of what is left out.

The page is read as browsers read it: parsed by the HTML standard, decoded by the Encoding Standard. What the page marks
as its main part is taken if next to nothing stands outside it. For pages that mark nothing,
`argmap.sources.extract.web` guesses the main text.
"""

from __future__ import annotations

import re

from argmap.collector import paused
from argmap.errors import ReadError
from argmap.sources.encodings import decode
from argmap.sources.extract import Extracted, Extractor, tidy
from argmap.sources.extract._account import Account
from argmap.sources.extract._title import sensible
from argmap.sources.extract.html.declared import declared
from argmap.sources.extract.html.fates import HIDDEN, NO_SCRIPTS, Words, fates
from argmap.sources.extract.html.layout import lay_out
from argmap.sources.extract.html.region import main_part
from argmap.sources.extract.html.sniffing import looks_like_html
from argmap.sources.extract.html.source import as_browsers_read
from argmap.sources.extract.html.tree import Tree, parse

OUTSIDE = "parts outside the main part"

_FRAMES = re.compile(r"<frame\b", re.IGNORECASE)


def read(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a page; its encoding is that of its byte order mark, else the named, else the declared one, else UTF-8."""
    label, unknown = declared(data)
    markup = decode(data, encoding, label)
    found = read_markup(markup)
    if not found.text.strip():
        if _FRAMES.search(markup):
            raise ReadError("the page only holds frames: take in the pages that it shows in them")
        raise ReadError("the page holds no text; a page that is built by a script must be saved from the browser")
    doubt = f"the page declares an encoding that does not exist ({unknown!r}); it was read as utf-8"
    doubts = (*found.doubts, *([doubt] if unknown and not encoding else []))
    return Extracted(found.text, found.title, found.extractor, found.visible, found.left_out, doubts)


@paused()
def read_markup(markup: str, account: Account | None = None) -> Extracted:
    """Read a page, or a part of one, that is decoded; its text may be empty.

    Args:
        markup: The page.
        account: Where to tell what is left out; a new one if there is none.
    """
    account = Account() if account is None else account
    tree, title = parse(as_browsers_read(markup))
    words = Words.of(tree)
    doubts = []
    decided = fates(tree, words)
    if _is_mostly_hidden(tree, words, decided):
        decided = fates(tree, words, with_hidden=True)
        doubts.append("most of the page is hidden until a script shows it; what is hidden is in the text")
    start, stop = main_part(tree, decided, words)
    main = lay_out(tree, decided, words, account, start, stop)
    _outside(tree, decided, words, account, start, stop)
    visible = main.words + sum(each.words for each in account.left_out())
    if main.struck:
        passages = "passages are" if main.struck > 1 else "passage is"
        doubts.append(f"{main.struck} {passages} struck through in the page, and part of the text")
    if tree.shallow:
        doubts.append("the page nests its parts deeper than browsers do; the deepest were taken as one")
    return Extracted(tidy(main.text), sensible(title), "html 2", visible, account.left_out(), tuple(doubts))


def _outside(tree: Tree, decided: dict[int, str], words: Words, account: Account, start: int, stop: int) -> None:
    """Tell what stands before and after the main part, block by block."""
    for first, last in ((0, start), (stop, len(tree.tags))):
        blocks = lay_out(tree, decided, words, account, first, last).text.split("\n")
        for number, block in enumerate(filter(str.strip, blocks)):
            account.add(OUTSIDE, block, places=0 if number else 1)


def _is_mostly_hidden(tree: Tree, words: Words, decided: dict[int, str]) -> bool:
    left_out = {at: words.within(tree, at)[0] for at in decided}
    hidden = sum(left_out[at] for at, fate in decided.items() if fate == HIDDEN and tree.tags[at] not in NO_SCRIPTS)
    return hidden > words.all[-1] - sum(left_out.values())


EXTRACTOR = Extractor(
    title="web page",
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    looks_right=looks_like_html,
    read=read,
)
