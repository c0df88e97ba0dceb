"""SARIF 2.1.0, which code hosts and editors read (OASIS standard)."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from argmap.cli.output import as_json
from argmap.cli.printing import USUAL, Detail
from argmap.model.findings import Finding, Rule, Severity
from argmap.version import __version__
from argmap.workflows.checked import Checked
from argmap.workflows.rules import all_checks, first_line, page

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def write(checked: Checked, _: Detail = USUAL) -> bytes:
    """Write one run with its rules and results."""
    named = {finding.name for finding in checked.findings}
    rules = [_rule(rule) for rule in all_checks() if rule.name in named]
    places = {made["id"]: place for place, made in enumerate(rules)}
    driver = {"name": "argmap", "version": __version__, "rules": rules}
    results = [_result(finding, places[finding.code]) for finding in checked.findings]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"grades": checked.tally.by_word()},
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": first_line(rule.name)},
        "fullDescription": {"text": first_line(rule.name)},
        "help": {"text": page(rule.name)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    print_of = hashlib.sha256(f"{finding.code}\n{finding.node}\n{finding.message}".encode("utf-8", "backslashreplace"))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "partialFingerprints": {"argmap/v1": print_of.hexdigest()[:32]},
        "properties": {"root": finding.root, "follows": list(finding.follows)},
    }
    if finding.file not in ("", "-"):
        region = {
            "startLine": finding.line,
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": finding.end_column,
        }
        place = {"artifactLocation": {"uri": _uri(finding.file)}, "region": region}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="backslashreplace")
