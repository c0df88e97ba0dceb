"""Tell whether a file is a conforming Web Annotation: prints ``{"ok": true}`` or ``{"ok": false, "why": …}``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from argmap.errors import ConvertError
from argmap.formats.annotated._annotations import read


def main(arguments: list[str]) -> None:
    """Read the file that is named, or standard input."""
    text = Path(arguments[0]).read_text(encoding="utf-8") if arguments else sys.stdin.read()
    try:
        read(text)
    except ConvertError as error:
        sys.stdout.write(json.dumps({"ok": False, "why": str(error)}) + "\n")
    else:
        sys.stdout.write(json.dumps({"ok": True}) + "\n")
