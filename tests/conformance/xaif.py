"""Summarise xAIF as argmap's own reader has it: its node set, and how much there is of the rest."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from argmap.flaws import Flaws
from argmap.formats.graphs import _aif


def main(arguments: list[str]) -> int:
    """Print the summary of a file."""
    aif = import_module("aif")  # beside this one, where `summarise.py` stands
    (file,) = arguments
    found = _aif.read(Path(file).read_bytes().decode("utf-8-sig"), Flaws())
    core = _aif.core_of(found.rest)
    counts = {name: len(core.get(name) or ()) for name in ("locutions", "schemefulfillments", "participants")}
    summary = {**aif.summarise(found), **counts, "has_text": bool(_aif.analysed_text(found.rest))}
    sys.stdout.write(json.dumps(summary, ensure_ascii=False) + "\n")
    return 0
