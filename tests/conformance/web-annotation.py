"""Tell whether a file is a conforming Web Annotation: prints ``{"ok": true}`` or ``{"ok": false, "why": …}``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from argmap.errors import ConvertError
from argmap.formats.annotated.web_annotation.reading import parse


def main(arguments: list[str]) -> None:
    """Read the file that is named, or standard input."""
    text = Path(arguments[0]).read_text(encoding="utf-8") if arguments else sys.stdin.read()
    try:
        flaws = parse(text).flaws
    except ConvertError as error:
        flaws = [str(error)]
    why = {"why": "; ".join(flaws)} if flaws else {}
    sys.stdout.write(json.dumps({"ok": not flaws, **why}) + "\n")
