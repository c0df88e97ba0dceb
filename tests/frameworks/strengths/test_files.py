"""Files of weighted bipolar graphs, whole and broken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.frameworks.strengths.files import _drawing, named, names, notation_of, read
from argmap.text import LineIndex

from .bipolar_graphs import graphs

BAG = "arg(rain, 0.9).\narg(wet, 0.5)\n\n% a remark\natt( dry , wet ).\narg(dry,1) sup(rain, wet). # another\n"
QBAF = '{"arguments": {"rain": 0.9, "wet": 0.5, "dry": 1}, "attacks": [["dry", "wet"]], "supports": [["rain", "wet"]]}'


def told(text, file=""):
    """Return what is found in a text, with lines and columns."""
    return [str(finding).removeprefix(":") for finding in read(text, file).findings]


@pytest.mark.parametrize("text", [BAG, QBAF])
def test_both_notations_say_the_same(text):
    """Arguments, base scores, attacks and supports are read, in the order of the file."""
    file = read(text)
    assert not file.findings
    graph = file.graph
    assert sorted(zip(graph.arguments, graph.bases, strict=True)) == [("dry", 1), ("rain", 0.9), ("wet", 0.5)]
    wet = graph.index("wet")
    assert [graph.arguments[each] for each in graph.attackers[wet]] == ["dry"]
    assert [graph.arguments[each] for each in graph.supporters[wet]] == ["rain"]


@given(graph=graphs())
def test_what_is_written_is_read(graph):
    """Any graph comes back from both notations."""
    pairs = {
        kind: [
            (graph.arguments[source], graph.arguments[target]) for target, each in enumerate(ends) for source in each
        ]
        for kind, ends in (("attacks", graph.attackers), ("supports", graph.supporters))
    }
    bases = dict(zip(graph.arguments, graph.bases, strict=True))
    facts = [f"arg({name}, {base!r})." for name, base in bases.items()]
    facts += [f"{kind[:3]}({one}, {other})." for kind, each in pairs.items() for one, other in each]
    for text in (json.dumps({"arguments": bases, **pairs}), " ".join(facts)):
        found = read(text).graph
        assert (found.arguments, found.bases) == (graph.arguments, graph.bases)
        assert (found.attackers, found.supporters) == (graph.attackers, graph.supporters)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("arg(a, high).", "1:8: AM004 'high' is no number: a base score is a number from 0 to 1, such as 0.5"),
        ("arg(a, 1.5).", "1:8: AM004 1.5 is out of range: a base score is a number from 0 to 1, such as 0.5"),
        ("\narg(a, -1).", "2:8: AM004 -1 is out of range: a base score is a number from 0 to 1, such as 0.5"),
        ("arg(a, nan).", "1:8: AM004 'nan' is no number: a base score is a number from 0 to 1, such as 0.5"),
        ("arg(a, 1_0).", "1:8: AM004 '1_0' is no number: a base score is a number from 0 to 1, such as 0.5"),
        ("arg(a, 1e999).", "1:8: AM004 1e999 is out of range: a base score is a number from 0 to 1, such as 0.5"),
        ("arg(a, 0.5).\n arg(a, 0.4).", "2:6: AM003 'a' has a base score already, in line 1"),
        ("arg(rain, 1).\natt(rian, rain).", "2:5: AM501 'rian' is no argument: did you mean 'rain'?"),
        ("arg(rain, 1).\nsup(rain, b).", "2:11: AM501 'b' is no argument: declare it with arg(b, 0.5)"),
        ("arg(a, 1).\n  arg(b).", "2:3: AM001 a base score is missing here, as in arg(a, 0.5)"),
        ("arg(a, 1).\nsupp(a, a).", "2:1: AM001 there is no supp(…): did you mean 'sup'?"),
        ("arg(a, 1).\nrain", "2:1: AM001 'rain' is no fact: write arg(a, 0.5), att(a, b) or sup(a, b)"),
        ("arg(a, 1).\natt(a, a). att(a, a).", "2:16: AM013 an attack that is drawn twice counts once"),
        ("arg(a, 1).\natt(a, a). sup(a, a).", "2:5: AM013 one argument both attacks and supports another"),
        (
            "arg(a, 1). arg(b, 1).\n"
            + "\n".join(f"att({each}). sup({each})." for each in ("a,b", "b,a", "b,b", "a,a")),
            "2:5: AM013 one argument both attacks and supports another (4 places, the first is here)",
        ),
        (
            '{"arguments": {"a": "0.5"}}',
            "1:21: AM004 '\"0.5\"' is no number: a base score is a number from 0 to 1, such as 0.5",
        ),
        (
            '{"arguments": {"a": NaN}}',
            "1:21: AM004 'NaN' is no number: a base score is a number from 0 to 1, such as 0.5",
        ),
        (
            '{"arguments": {"a": true}}',
            "1:21: AM004 'true' is no number: a base score is a number from 0 to 1, such as 0.5",
        ),
        (
            '{"arguments": {"a": [1, 2]}}',
            "1:21: AM004 '[' is no number: a base score is a number from 0 to 1, such as 0.5",
        ),
        ('{"arguments": {"a": 1,\n "a": 0}}', "2:2: AM003 'a' has a base score already, in line 1"),
        (
            '{"arguments": {"a": 1},\n"attacks": [["a", "b"]]}',
            "2:19: AM501 'b' is no argument: declare it with \"b\": 0.5",
        ),
        ('{"arguments": {"a": 1}, "attacks": [["a"]]}', '1:37: AM001 a pair of names is wanted, such as ["b", "a"]'),
        ('{"arguments": {"a": 1}, "attacks": [["a", 1]]}', '1:37: AM001 a pair of names is wanted, such as ["b", "a"]'),
        ('{"arguments": {"a": 1}, "attacks": {}}', '1:36: AM001 attacks are a list of pairs: [["b", "a"]]'),
        ('{"arguments": {"a": 1}, "suports": []}', "1:25: AM002 there is no 'suports' here: did you mean 'supports'?"),
        (
            '{"arguments": {"a": 1}, "by": "us"}',
            "1:25: AM013 what says nothing of arguments, attacks and supports is left out",
        ),
        ('{"arguments": {"a": 1 "b": 1}}', "1:23: AM001 a ',' is missing before this"),
        ('{"arguments": {"a": 1', "1:22: AM001 the text ends too early: a bracket is not closed"),
        ('{"arguments": {"a', "1:16: AM001 the text that begins here does not end"),
        ('{"arguments": {"a": }}', "1:21: AM001 a value is missing here"),
        ('{"arguments": {a: 1}}', "1:16: AM001 a name in double quotes is missing here"),
        ('{"arguments": {"a": 1}} {}', "1:25: AM001 the JSON value ends above, but more follows"),
    ],
)
def test_a_flaw_is_told_at_its_place(text, wanted):
    """What is wrong is told with line and column, and with what would be right."""
    assert told(text) == [wanted]


def test_all_flaws_come_in_one_pass():
    """Reading goes on after a flaw; of very many the first are told, and how many more there are."""
    assert len(told("arg(a, x).\natt(a, b).\nfoo\n")) == 3
    assert told("arg(a, 1).\n" + "no\n" * 5_000)[-1] == "102:1: AM001 from here on there are 4,900 more faults"


def test_a_broken_file_is_known_to_be_broken():
    """With an error the graph is not what its author wrote; a remark leaves it whole."""
    assert read("arg(a, x).").is_broken
    assert not read("arg(a, 1). att(a, a). att(a, a).").is_broken


def test_bytes_that_are_no_utf_8_are_told():
    """A file in another encoding is a finding at the byte."""
    assert told(b"arg(a, 1).\narg(\xe9, 1).")[0].startswith("2:5: AM001 this is not UTF-8 (byte 0xE9)")


@pytest.mark.parametrize("text", ["", "nodes: {a: {claim: A.}}", '{"nodes": {"a": {"claim": "A."}}}', "p af 2\n1 2\n"])
def test_other_texts_are_not_taken_for_graphs(text):
    """A map, a framework or nothing at all is no weighted bipolar graph."""
    assert notation_of(text) is None
    with pytest.raises(ConvertError, match="no weighted bipolar graph"):
        read(text)


@pytest.mark.parametrize("notation", names())
@given(
    text=st.text()
    | st.lists(st.sampled_from([*'{}[]",: .()%\n', "arg(", "att(a, b)", "0.5", '"arguments"', "sup"])).map("".join)
)
def test_no_text_raises(notation, text):
    """Whatever a text holds, it is read, and what is wrong is told."""
    file = read(text, "x", notation)
    assert all(finding.line >= 1 for finding in file.findings)
    assert all(0 <= base <= 1 for base in file.graph.bases)


def test_deep_nesting_is_a_flaw():
    """A hundred thousand brackets are no matter, but no graph."""
    assert told("{" + '"arguments": {"a": ' + "[" * 100_000)[0].startswith("1:1: AM001 this is nested too deep")


def test_half_a_character_in_a_name_is_told_as_none():
    """A name with a lone surrogate can be printed all the same."""
    (name,) = read(r'{"arguments": {"a\ud800": 1}}').graph.arguments
    assert name == "a\ufffd"


def test_each_notation_has_a_title():
    """A notation is named for people."""
    assert [named(name).title for name in names()] == ["BAG", "QBAF"]


def test_a_text_is_cut_into_lines_once_for_all_repeated_arguments(monkeypatch):
    """Where many arguments come again, the lines of the text are counted once, not once for each."""
    counted = []

    def lines(text):
        counted.append(text)
        return LineIndex(text)

    monkeypatch.setattr(_drawing, "LineIndex", lines)
    assert told("arg(a, 0.5).\n" * 5)[-1] == "5:5: AM003 'a' has a base score already, in line 1"
    assert len(counted) == 1


def test_a_key_that_comes_twice_is_told():
    """Other programs read the second of two equal keys alone, so that two lists of attacks are an error."""
    text = '{"arguments": {"a": 0.5}, "attacks": [], "attacks": [["a", "a"]]}'
    assert told(text) == ['1:42: AM003 "attacks" stands twice: write all of them under one']


@pytest.mark.parametrize("text", ["arg(a, -0).", '{"arguments": {"a": -0.0}}'])
def test_a_zero_has_no_sign(text):
    """A base score of -0 is 0, and told as such."""
    assert str(read(text).graph.bases[0]) == "0.0"
