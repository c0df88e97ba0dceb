"""Source records as YAML: the account of an intake is read, written, and checked for wrong values."""

from __future__ import annotations

import pytest

from argmap.model.sources import Intake, Source
from argmap.native.format import format_yaml
from argmap.native.read import read_record
from argmap.native.write import source_tree
from argmap.native.yaml.layout import lay_out

FILE = "0" * 63 + "a"
SOURCE = Source("s", text="s.txt", intake=Intake("html 1", FILE, 12, 14, ("pictures at 2 places",), ("columns",)))
RECORD = f"""text: s.txt
intake:
  extractor: html 1
  file: "{FILE}"
  kept: 12
  visible: 14
  left-out: [pictures at 2 places]
  doubts: [columns]
"""


def test_an_intake_is_written_and_read():
    """What was written is read again, with numbers as numbers, and its layout is the canonical one."""
    assert lay_out(source_tree(SOURCE)) == RECORD == format_yaml(RECORD, "record")
    assert read_record(RECORD, "s.yaml", "s") == SOURCE


@pytest.mark.parametrize(
    ("intake", "said"),
    [
        ("html 1", "'intake' is a record that argmap source writes, and this is a text"),
        ("{extractor: a, kept: 1}", "'intake' lacks 'file': argmap source update writes it anew"),
        (f"{{extractor: a, file: {FILE[1:]}, kept: 1}}", "'file' takes a SHA-256, which is 64 hexadecimal digits"),
        (f"{{extractor: a, file: {FILE}, kept: some}}", "'kept' takes a whole number from 0, and this is 'some'"),
        (f"{{extractor: a, file: {FILE}, kept: 0, left: b}}", "unknown key 'left' in an intake: did you mean"),
    ],
)
def test_a_wrong_intake_is_told(intake, said):
    """Each slip is a finding that says what is right."""
    found = read_record(f"intake: {intake}", "s.yaml", "s").record.findings
    assert len(found) == 1
    assert said in found[0].message
