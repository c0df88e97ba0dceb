"""Ask krokai and citations about quotations; run by an interpreter that has them, with what to ask on standard input.

krokai is called by the entry point of its command, on a folder for each document: ``krokai check`` of a draft that
quotes it. Of citations, what ``citations verify`` asks of each quotation is called: its command prints no more than how
many quotations have a warning.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

CLEAN = {"VERIFIED", "ASSEMBLED", "PUNCTUATION", "TYPESETTING"}


def _krokai(document: dict[str, Any], folder: Path) -> list[list[str]]:
    """Return the verdict on each quotation, where it is one to look at."""
    run = importlib.import_module("krokai.cli").main
    settings = {"sources": ["law"], "drafts": [{"tier": "A", "label": "", "path": "case"}], "min_quote_length": 1}
    (folder / "law").mkdir()
    (folder / "case").mkdir()
    (folder / "casefile.json").write_text(json.dumps({**settings, "cache_dir": "cache"}), encoding="utf-8")
    (folder / "law" / "source.txt").write_text(document["text"], encoding="utf-8")
    quoted = [" … ".join(case["parts"]) for case in document["cases"]]
    draft = "\n\n".join(f"{case['statement']} “{quote}”" for case, quote in zip(document["cases"], quoted, strict=True))
    (folder / "case" / "draft.md").write_text(draft, encoding="utf-8")
    run(["check", "--dir", str(folder), "--quiet", "--out", str(folder / "out")])
    rows = json.loads((folder / "out" / "result.json").read_text(encoding="utf-8"))["rows"]
    verdicts = {row["quote"].strip().lower(): row["verdict"] for row in rows}
    found = [verdicts.get(quote.lower()) for quote in quoted]
    return [[verdict] if verdict and verdict not in CLEAN else [] for verdict in found]


def _citations(document: dict[str, Any], folder: Path) -> list[list[str]]:
    """Return what is told of each quotation, or of a part of it: a result other than *found*, or a warning."""
    check_one = importlib.import_module("citations.verify").check_one
    file = folder / "source.txt"
    file.write_text(document["text"], encoding="utf-8")
    told = []
    for case in document["cases"]:
        results = [check_one(part, file) for part in case["parts"]]
        states = [result.state for result in results if result.state != "found"]
        told.append([*states, *(warning for result in results for warning in result.warnings)])
    return told


PEERS = {"krokai": _krokai, "citations": _citations}


def main() -> None:
    """Answer."""
    documents = json.load(sys.stdin)
    answers = {}
    for name, ask in PEERS.items():
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        said = []
        for document in documents:
            with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(sys.stderr):
                said += ask(document, Path(folder))
        answers[name] = {"version": version, "told": said}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
