"""Answer one case of quote anchoring, read as JSON from standard input: ``{"ranges": [[start, end], …]}``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from argmap.evidence.passages.fragments import find_first, read_directives
from argmap.evidence.quote import TextPosition, TextQuote, describe, find_all, find_best, find_position
from argmap.text import Span


def main(arguments: list[str]) -> None:
    """Read a case, print the places found."""
    case = json.load(sys.stdin)
    print(json.dumps({"ranges": [[span.start, span.end] for span in places(case)]}))  # noqa: T201


def places(case: dict[str, Any]) -> Iterable[Span]:
    """Return the places of a case, as its suite asks for them."""
    text, selector = case["text"], case.get("selector", {})
    match case["suite"]:
        case "quote-all":
            return find_all(_quote(selector), text)
        case "quote-best":
            best = find_best(_quote(selector), text, case.get("options", {}).get("hint", selector.get("hint")))
            return [best.span] if best else []
        case "describe":
            return find_all(describe(text, TextPosition(*case["range"])), text)
        case "position":
            found = find_position(TextPosition(selector["start"], selector["end"]), text)
        case _:
            found = find_first(read_directives(selector.get("directive") or selector["fragment"]), text)
    return [found] if found else []


def _quote(selector: dict[str, str]) -> TextQuote:
    return TextQuote(selector["exact"], selector.get("prefix", ""), selector.get("suffix", ""))
