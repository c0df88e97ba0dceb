"""What krokai and citations say of the same quotations."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fair_quotes_cases import Document

COUNTED = {
    "krokai": "`krokai check`: a verdict other than verified, assembled, punctuation and typesetting counts as told; "
    "the words before and after, which it shows of every quotation, do not. Quotations of any length are "
    "checked. It is told no statement, so look at *bare* for its false alarms.",
    "citations": "what `citations verify` finds: a result other than *found*, or a warning, counts as told. Where "
    "something is left out, each part is asked for, as its format has no ellipsis.",
}


def ask(python: str, made: Sequence[Document]) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Yield each peer that an interpreter has, how it is counted, and what it tells of each quotation.

    Args:
        python: The interpreter.
        made: The sources, with their quotations.
    """
    asked = [
        {
            "text": document.text,
            "cases": [{"statement": case.statement, "parts": case.parts} for case in document.cases],
        }
        for document in made
    ]
    script = Path(__file__).with_name("fair_quotes_ask.py")
    done = subprocess.run(
        [python, str(script)], input=json.dumps(asked), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    for name, answer in json.loads(done.stdout).items():
        yield f"{name} {answer['version']}", COUNTED[name], answer["told"]
