"""Print what an export of Kialo says: its title, claims, relations, links and footnotes, in its own numbers."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from argmap.formats.outlines.kialo.reading import LINK
from argmap.formats.outlines.kialo.syntax import parse


def main(arguments: list[str]) -> int:
    """Print the summary of the file that the only argument names; return 0."""
    export = parse(Path(arguments[0]).read_text(encoding="utf-8-sig"))
    links = {claim.number: found[1] for claim in export.claims if (found := LINK.match(claim.text))}
    relations = [[c.label, c.number, c.parent] for c in export.claims if c.label in ("Pro", "Con")]
    summary = {
        "schema": "kialo-summary/1",
        "title": export.title,
        "n_claims": len(export.claims),
        "n_pro": sum(label == "Pro" for label, _, _ in relations),
        "n_con": sum(label == "Con" for label, _, _ in relations),
        "n_links": len(links),
        "depth": max((claim.number.count(".") + 1 for claim in export.claims), default=0),
        "roots": [claim.number for claim in export.claims if not claim.parent],
        "claims": {claim.number: claim.text for claim in export.claims},
        "labels": {claim.number: claim.label for claim in export.claims},
        "relations": relations,
        "links": [[number, target] for number, target in links.items()],
        "sources": {note.number: note.address for note in export.footnotes},
        "quotes": {note.number: note.quote for note in export.footnotes if note.quote},
    }
    sys.stdout.write(json.dumps(summary, ensure_ascii=False, sort_keys=True) + "\n")
    return 0
