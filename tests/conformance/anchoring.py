"""Look up cases of quote anchoring by others with what argmap itself looks passages up with.

Without an argument, one case is read as JSON from standard input and answered as ``{"ranges": [[start, end], …]}``.
With the path of a list of cases, all of them are answered, and the right answers of each suite are counted.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from argmap.evidence.lockfile import Lock
from argmap.evidence.locks.recording import make_records
from argmap.evidence.passages.describe import describe
from argmap.evidence.passages.fragments import find_first, read_directives
from argmap.evidence.passages.resolution import Resolution
from argmap.evidence.passages.resolve import anchors, resolve_anchors
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector
from argmap.project.documents import loads
from argmap.text import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def main(arguments: list[str]) -> None:
    """Answer a case, or count the right answers to many."""
    if arguments:
        sys.stdout.write(score(Path(arguments[0])))
    else:
        sys.stdout.write(json.dumps({"ranges": ranges(places(json.load(sys.stdin)))}) + "\n")


def score(file: Path) -> str:
    """Return the right answers of each suite, and the ids of the cases that are answered wrongly."""
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    wrong: list[str] = []
    for case in json.loads(file.read_text(encoding="utf-8")):
        text = case["text"]
        if isinstance(text, dict):
            text = (file.parent / "texts" / text["file"]).read_bytes().decode()
        answers = [(case["suite"], places({**case, "text": text}))]
        if case["suite"].startswith("text-"):
            answers.append((f"{case['suite']}, cited", cited(text, {"type": "FragmentSelector", "value": link(case)})))
        for suite, answer in answers:
            cases[suite] += 1
            is_right = ranges(answer) == case["expected"]["ranges"]
            right[suite] += is_right
            wrong += [] if is_right else [f"wrong in {suite}: {case['id']}\n"]
    return "".join([*wrong, *(f"{suite}: {right[suite]} of {cases[suite]}\n" for suite in cases)])


def ranges(spans: Iterable[Span]) -> list[list[int]]:
    """Write spans as JSON does."""
    return [[span.start, span.end] for span in spans]


def places(case: dict[str, Any]) -> Iterable[Span]:
    """Return the places of a case, as its suite asks for them."""
    text, selector = case["text"], case.get("selector", {})
    match case["suite"]:
        case "quote-all":
            return annotated(text, {"type": "TextQuoteSelector", **selector}).places
        case "quote-best":
            found = annotated(text, {"type": "TextQuoteSelector", **selector})
            return found.places[:1] or ([found.guess] if found.guess else [])
        case "describe":
            described = describe(Span(*(case.get("range") or case["expected"]["ranges"][0])), Searched(text))
            return look_up(text, described).places if described else []
        case "position":
            return locked(text, Span(selector["start"], selector["end"]))
        case _:
            found_first = find_first(read_directives(f"#{link(case)}"), text)
            return [found_first] if found_first else []


def annotated(text: str, selector: dict[str, str]) -> Resolution:
    """Look up the passages of an annotation, as they are when it has become a map, up to the first that is there."""
    target = {"source": "https://example.org/", "selector": selector}
    page = {"@context": CONTEXT, "id": "urn:a", "type": "Annotation", "bodyValue": "Note.", "target": target}
    found = list(anchors(loads(json.dumps(page), format="web_annotation")))
    resolutions = resolve_anchors(found, {source for source, _ in found}, {source: text for source, _ in found})
    return next((each for each in resolutions.values() if each.places), resolutions[found[0]])


def cited(text: str, selector: dict[str, str]) -> Iterable[Span]:
    """Return the first place of an annotation's passage."""
    return annotated(text, selector).places[:1]


def look_up(text: str, selector: Selector, lock: Lock | None = None) -> Resolution:
    """Look up one selector."""
    return resolve_anchors([("text", selector)], {"text"}, {"text": text}, lock)["text", selector]


def locked(text: str, span: Span) -> Iterable[Span]:
    """Lock a place by its offsets, and look it up by what the lock holds."""
    selector = Selector(text[span.start : span.end])
    records = list(make_records("text", text, [(selector, span)]))
    lock = Lock({(record.source, record.key): record for record in records})
    return look_up(text, selector, lock).places if records else []


def link(case: dict[str, Any]) -> str:
    """Return the fragment of a case's link."""
    selector = case["selector"]
    return str(selector.get("directive") or selector["fragment"]).removeprefix("#")
