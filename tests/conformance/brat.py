"""Print what a file of annotations of brat holds, as ``brat-summary/1``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from argmap.formats.annotated.brat.syntax import Attribute, Entity, Line, Note, Tie, parse


def main(arguments: list[str]) -> None:
    """Read the file that is named, and the text beside it."""
    file = Path(arguments[0])
    text = file.with_suffix(".txt").read_bytes().decode()
    found = list(parse(file.read_bytes().decode()))
    entities = [each for each in found if isinstance(each, Entity)]
    ties = [each for each in found if isinstance(each, Tie)]
    attributes = [each for each in found if isinstance(each, Attribute)]
    others = [each.id[0] for each in found if isinstance(each, Note | Line)]
    summary = {
        "schema": "brat-summary/1",
        "chars": len(text),
        "entities": {each.id: [each.type, [[span.start, span.end] for span in each.spans]] for each in entities},
        "entity_types": Counter(each.type for each in entities),
        "relations": [[each.id, each.type, each.source, each.target] for each in ties],
        "relation_types": Counter(each.type for each in ties),
        "attributes": [[each.id, each.name, each.target, each.value or True] for each in attributes],
        "attribute_types": Counter(each.name for each in attributes),
        "discontinuous": sum(len(each.spans) > 1 for each in entities),
        "other_lines": Counter(others),
    }
    sys.stdout.write(json.dumps(summary, ensure_ascii=False) + "\n")
