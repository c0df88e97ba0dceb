"""How likely statements are to a map's author; slips are in `tests/formats/slips/weights.txt`."""

import pytest

from argmap.analysis import analyse
from argmap.formats import argdown
from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format
from argmap.formats.tables import csv
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind, Statement

WRITTEN = "nodes:\n  wet:\n    claim: The street is wet.\n    credence: 0.7\n"


def read(text):
    """Read a map in YAML."""
    return yaml_format.FORMAT.read(text, "m.yaml")


@pytest.mark.parametrize(
    ("written", "credence"), [("0", 0.0), ("1", 1.0), (".25", 0.25), ("'0.7'", 0.7), ("1e-3", 0.001)]
)
def test_a_credence_is_any_number_from_0_to_1(written, credence):
    """Whatever form a number from 0 to 1 comes in, it is read."""
    m = read(f"nodes: {{a: {{claim: A., credence: {written}}}}}\n")
    assert (m["a"].credence, m.origin.findings) == (credence, ())


@pytest.mark.parametrize("form", [yaml_format.FORMAT, json_format.FORMAT, argdown.FORMAT])
@pytest.mark.parametrize("credence", [0.0, 0.7, 1.0, 1e-9])
def test_a_credence_is_written_as_it_was_read(form, credence):
    """Formats that people write maps in keep it."""
    m = ArgumentMap(statements=(Statement("wet", Kind.CLAIM, "The street is wet.", credence=credence),))
    again = form.read(form.write(m).text, "m")
    assert (again["wet"].credence, again.origin.findings) == (credence, ())
    assert csv.read(csv.write(m).text.encode(), "m.csv")["wet"].credence == credence


def test_the_layout_writes_a_credence_as_a_number():
    """`argmap format` puts it behind the voice, and writes it plainly."""
    messy = "nodes:\n  wet:\n    credence: '.70'\n    voice: author\n    claim: The street is wet.\n"
    assert yaml_format.FORMAT.lay_out(messy).endswith("    voice: author\n    credence: 0.7\n")


@pytest.mark.parametrize("number", [1.5, -0.5, float("nan"), float("inf")])
@pytest.mark.parametrize("form", [yaml_format.FORMAT, argdown.FORMAT])
def test_a_credence_that_no_document_may_hold_is_told(number, form):
    """One that code has made is left out, and told."""
    m = ArgumentMap(statements=(Statement("wet", Kind.CLAIM, "The street is wet.", credence=number),))
    written = form.write(m)
    assert [f.message for f in written.findings] == [f"the credence of 'wet' is not kept: {number} is not from 0 to 1"]
    assert form.read(written.text, "m")["wet"].credence is None


def test_a_wrong_credence_in_argdown_is_told():
    """What is no number from 0 to 1 is told at its statement."""
    m = argdown.FORMAT.read("[A]: A. {credence: 0,7}\n\n[B]: B. {credence: sure}\n", "m.argdown")
    takes = "'credence' takes a number from 0 to 1"
    assert [(f.line, f.message) for f in m.origin.findings] == [
        (1, f"{takes}, and this is '0,7': write 0.7"),
        (3, f"{takes}, such as 0.7, and this is 'sure'"),
    ]


def test_a_wrong_credence_in_a_table_is_told_at_its_cell():
    """A table may write a share or a comma; a word is told."""
    m = csv.read(b'id,text,credence\na,A.,70%\nb,B.,"0,2"\nc,C.,sure\n', "m.csv")
    assert [s.credence for s in m] == [0.7, 0.2, None]
    assert [(f.line, f.column, f.code) for f in m.origin.findings if f.code == "AM004"] == [(4, 6, "AM004")]


def test_the_evaluation_takes_no_notice_of_it():
    """What stands does not hang on how likely anybody takes it to be."""
    with_it, without = (analyse(read(text)).evaluation["wet"] for text in (WRITTEN, WRITTEN.replace("0.7", "0")))
    assert (with_it.standing, with_it.supported) == (without.standing, without.supported)
