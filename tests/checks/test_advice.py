"""Advice in the words of the format that the author writes."""

from __future__ import annotations

import pytest

from argmap.formats import argdown

MAP = """===
about: brief
===

[Adopt]: Adopt it. #recommendation
  + [Survey]: A survey says so. #evidence
  - [Costs]: It costs. #objection

[Alone]: Nobody asked.

[Cites]: It was measured. {cite: 'memo "fell"'}
  + [Adopt]
"""


@pytest.mark.parametrize(
    ("check", "advice"),
    [
        ("unsupported_claim", "add {cite: …} after it, or a reason below it with '+'"),
        ("evidence_without_citation", "add {cite: …} after it, or tag it #claim"),
        ("orphan", "write it with '+' or '-' below what it supports or attacks"),
        ("unknown_source", "describe it in a source record, or under 'sources:' in the front matter"),
        ("statement_without_passage", "'alone' has no {from: …}"),
        ("statement_without_passage", "or mark it {implicit: true}"),
        ("statement_without_passage", "as {from: SOURCE …}"),
    ],
)
def test_an_author_of_argdown_is_told_what_to_write_in_argdown(inspector, check, advice):
    """No finding asks an author of Argdown for a key of YAML."""
    assert any(advice in message for message in inspector.messages(check, argdown.read(MAP, "map.argdown")))


@pytest.mark.parametrize("check", ["unsupported_claim", "statement_without_passage"])
def test_what_nothing_defines_is_said_once(inspector, check):
    """A title that is only referred to is not also told to lack evidence or a passage."""
    m = argdown.read(MAP + "\n[Ghost]\n  + [Adopt]\n", "map.argdown")
    assert m.origin is not None
    assert "ghost" in [finding.node for finding in m.origin.findings]
    assert not [flaw for flaw in inspector.flaws(check, m) if flaw.node == "ghost"]
