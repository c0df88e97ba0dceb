"""The page as a document: its content policy, style and script, the picture, the outline and the data."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from argmap.evaluation.labels import Standing
from argmap.renderers import View
from argmap.renderers.html.columns import columns, numbers, places
from argmap.renderers.html.outline import outline
from argmap.renderers.html.paper import is_small, sheet
from argmap.renderers.html.passages import readings
from argmap.renderers.html.picture import Pictures, colour_style
from argmap.renderers.html.program import compact
from argmap.version import __version__
from argmap.wording import counted

SCRIPTS = (
    *"facts dom state map levels minimap changed panel summary legend".split(),
    *"columns search filters folding outline".split(),
    *"program grounding model suppose whatif marks theme keys follow live start".split(),
)
"""The script files, in the order in which they run; the first ones declare what the others use."""

STYLES = "page columns whatif".split()
"""The style sheets, in order."""

_SMALL = (
    '<p id="small">On one sheet this picture is small. On as many as it takes to be read, it is printed by '
    "<code>argmap render MAP --page A4 -o MAP.pdf</code>.</p>"
)
_UNSAFE = "<>&\u2028\u2029"
_MARK = re.compile(r"<!--\[(\w+)\]-->")


def page(view: View, facts: Mapping[str, Any], drawn: Pictures) -> bytes:
    """Write the page of a view."""
    style = "\n".join([colour_style(drawn.first.colours), *(_asset(f"{name}.css") for name in STYLES)])
    script = joined(SCRIPTS)
    texts = readings(view.analysis) if view.options.with_source else ()
    parts = {
        "theme": view.options.theme.value,
        "policy": policy(style, script, asks=bool(view.options.changes)),
        "changes": escape(view.options.changes),
        "title": escape(facts["title"]),
        "description": escape(facts["description"]),
        "counts": escape(" ".join([f"{_counts(facts)}.", *drawn.first.notes]) if drawn.first.notes else _counts(facts)),
        "unread": _unread(facts["unread"]),
        "style": style,
        "script": script,
        "picture": drawn.first.svg or f'<p class="lacking">{escape(_lacking(facts))}</p>',
        "sheet": sheet(drawn.first.svg),
        "small": _SMALL if is_small(drawn.first.svg) else "",
        "legend": _legend(drawn),
        "whole": f'<script type="image/svg+xml" id="whole">{drawn.whole.svg}</script>' if drawn.whole else "",
        "outline": outline(facts, numbers(texts)),
        "texts": columns(texts, view.analysis.sources, facts) if view.options.with_source else "",
        "facts": as_json(facts),
        "places": as_json(places(texts)),
        "program": as_json(compact(view.analysis.evaluation.solutions.grounding.program)),
        "version": __version__,
    }
    written = _MARK.sub(lambda mark: parts[mark[1]], _asset("page.html"))
    return written.encode("utf-8", "backslashreplace")


def joined(scripts: Iterable[str], *last: str) -> str:
    """Return some script files, and what is done at last, as one script, whose names are its own."""
    return "\n".join(["(() => {", '"use strict";', *(_asset(f"{name}.js") for name in scripts), *last, "})();"])


def policy(style: str, script: str = "", *, asks: bool = False) -> str:
    """Return a content policy under which this style and this script run, and nothing else.

    Args:
        style: The style.
        script: The script; no script runs where there is none.
        asks: Whether the page may ask the server that it came from.

    Example:
        >>> policy("")[:60]
        "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JC"
    """
    run = f"script-src '{_digest(script)}'; " if script else ""
    asked = "connect-src 'self'; " if asks else ""
    return (
        f"default-src 'none'; {run}style-src '{_digest(style)}'; img-src data:; {asked}"
        "base-uri 'none'; form-action 'none'"
    )


def as_json(value: object) -> str:
    r"""Return a value as JSON that ends no element, whatever its texts hold.

    Example:
        >>> print(as_json("</script>"))
        "\u003c/script\u003e"
    """
    import json

    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in _UNSAFE:
        written = written.replace(char, f"\\u{ord(char):04x}")
    return written


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _asset(name: str) -> str:
    return (files("argmap.renderers.html") / "assets" / name).read_text(encoding="utf-8")


def _counts(facts: Mapping[str, Any]) -> str:
    """Say how many statements there are, and how many of them stand or not."""
    statements = facts["statements"]
    numbers = Counter(statement["standing"] for statement in statements)
    stand = [f"{numbers[standing]:,} {standing}" for standing in Standing if numbers[standing]]
    return ", ".join([counted(len(statements), "statement"), *stand])


def _unread(told: str) -> str:
    return f'<p id="unread" role="alert" dir="auto">{escape(told)}</p>' if told else ""


def _legend(drawn: Pictures) -> str:
    """Say what the signs of the pictures mean, of the first one first."""
    parts = [f"{_notes(each.notes)}{each.legend}" for each in drawn.all]
    if not any(parts):
        return ""
    parts = [f'<div class="signs"{" hidden" if place else ""}>{part}</div>' for place, part in enumerate(parts)]
    return f'<section id="legend" aria-label="Legend"><h2>Legend</h2>{"".join(parts)}</section>'


def _notes(notes: Iterable[str]) -> str:
    return "".join(f'<p dir="auto">{escape(note)}</p>' for note in notes)


def _lacking(facts: Mapping[str, Any]) -> str:
    return f"There is no picture here: {facts['lacking']}. The outline below holds all of the argument."
