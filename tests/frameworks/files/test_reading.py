"""Reading frameworks, whatever a file holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ConvertError, UnknownNameError
from argmap.files import decode
from argmap.frameworks import files
from argmap.frameworks.files._examined.faults import Faults
from argmap.frameworks.framework import Framework

DUEL = Framework.of(["a", "b"], [("a", "b"), ("b", "a")])
HEADER = "'p af' and the number of arguments, such as 'p af 12'"
NUMBERED = Framework.of(["1", "2"], [("1", "2"), ("2", "1")])


def said(text: str | bytes, notation: str = "") -> list[str]:
    """Return the findings of a text, each with its place and severity."""
    found = files.read(text, notation=notation).findings
    return [f"{f.line}:{f.column} {f.severity}: {f.message}" for f in found]


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("p af 2\n1 2\n2 1\n", NUMBERED),
        ("p af 2\r\n1 2\r\n2 1", NUMBERED),
        ("# duel\np af 2\n# first\n1 2\n\n2\t1\n", NUMBERED),
        ("\ufeffp af 2\n1 2\n2 1\n", NUMBERED),
        ("p af 2\n01 2\n2 001\n", NUMBERED),
        ("p af 0\n", Framework((), ())),
        ("arg(a).\narg(b).\natt(a,b).\natt(b,a).\n", DUEL),
        ("arg(a). arg(b). att(a,b). att(b,a).", DUEL),
        ("% duel\r\narg( a ) .arg(b).%b\natt(\n a ,\n b\n).\natt(b,a).", DUEL),
        ('att("a","b"). att("b","a"). %* later *% arg("a"). arg("b").', DUEL),
        ("arg(a). arg(b). att(a,b). att(b,a). %", DUEL),
        ('arg("It rains, \\"hard\\"\\\\.").', Framework.of(['It rains, "hard"\\.'], [])),
        ('arg("two\\nlines").', Framework.of(["two\nlines"], [])),
        ("arg(a.1). arg(A-b). arg(été).", Framework.of(["a.1", "A-b", "été"], [])),
        ("a\nb\n#\na b\nb a\n", DUEL),
        ("a\r\nb\r\n#\r\na b\r\nb a", DUEL),
        ("  a \n\nb\n # \na\tb\nb  a\n\n", DUEL),
        ("a\n#\n", Framework.of(["a"], [])),
    ],
)
def test_a_framework_is_read_in_every_layout(text: str, framework: Framework) -> None:
    """A file says the same however it is laid out, and nothing is wrong in it."""
    assert (files.read(text).framework, said(text)) == (framework, [])
    assert files.read(text.encode()).framework == framework


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "1 2\n2 1\n",
            ["1:1 error: a header has to come first: 'p af' and the number of arguments, such as 'p af 12'"],
        ),
        (
            "p\n",
            [f"1:1 error: this header is not whole: a framework begins with {HEADER}"],
        ),
        ("p af\n", ["1:1 error: after 'p af' stands the number of arguments, which is missing"]),
        ("p af -3\n", ["1:1 error: after 'p af' stands the number of arguments, not '-3'"]),
        ("p af 2 1\n", ["1:1 error: after 'p af' stands the number of arguments, not '2 1'"]),
        (
            "p aba 2\n",
            [f"1:1 error: 'p aba' begins another kind of file: a framework begins with {HEADER}"],
        ),
        ("p af 99999999999999999999\n", ["1:6 error: argmap reads frameworks of up to 4,000,000 arguments"]),
        ("p af 4000001\n", ["1:6 error: argmap reads frameworks of up to 4,000,000 arguments"]),
        (
            "p af 2\np af 3\n1 3\n",
            [
                "2:1 error: this is a second header: the first one counts",
                "3:3 error: there is no argument 3: 'p af 2' has the arguments 1 and 2",
            ],
        ),
        (
            "p af 3\n0 1\n1 4\n",
            [
                "2:1 error: there is no argument 0: 'p af 3' has the arguments 1 to 3",
                "3:3 error: there is no argument 4: 'p af 3' has the arguments 1 to 3",
            ],
        ),
        ("p af 1\n1 2\n", ["2:3 error: there is no argument 2: 'p af 1' has the argument 1 alone"]),
        (
            "p af 3\n1\n 1 2 3\na 2\n-1 b\n",
            [
                "2:1 error: an attack is two numbers, such as '1 2': here is one word",
                "3:2 error: an attack is two numbers, such as '1 2': here are more words",
                "4:1 error: 'a' is no argument: arguments are the numbers from 1 on",
                "5:1 error: '-1' is no argument: arguments are the numbers from 1 on",
                "5:4 error: 'b' is no argument: arguments are the numbers from 1 on",
            ],
        ),
        (
            "p af 2\n1 2\n2 1\n1 2\n1 2\n",
            ["4:1 note: an attack that stands again counts once (2 places, the first is here)"],
        ),
    ],
)
def test_faults_of_numbered_frameworks(text: str, findings: list[str]) -> None:
    """Every fault in ICCMA's notation is found in one pass, at its place, with what would be right."""
    assert said(text, "af") == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "arg(alpha). arg(b).\natt(alhpa,b). att(b,zebra). att(zebra,b).",
            [
                "2:5 error: 'alhpa' is no argument: did you mean 'alpha'?",
                "2:21 error: 'zebra' is no argument: declare it with 'arg(zebra).' (2 times, the first is here)",
            ],
        ),
        (
            "arg(a).\narg(a). arg(a).",
            ["2:5 note: an argument that stands again counts once (2 places, the first is here)"],
        ),
        ('arg(a).\narg("a").', ["2:5 error: 'a' stands both with and without quotes: these are two names to Aspartix"]),
        ("arg(a). att(a,a).\natt(a,a).", ["2:1 note: an attack that stands again counts once"]),
        (
            "arg(a)\narg(b)",
            ["1:7 error: a full stop is missing: 'arg(a).'", "2:7 error: a full stop is missing: 'arg(b).'"],
        ),
        ("arg().", ["1:5 error: a name is missing in 'arg().'"]),
        ('arg(""). arg(" ").', ["1:5 error: this name is empty", "1:14 error: this name is empty"]),
        (
            "arg(a). att(a,). att(,a).",
            ["1:15 error: a name is missing in 'att(a,).'", "1:22 error: a name is missing before this comma"],
        ),
        ("arg(a b).", ["1:7 error: a comma is missing before this name, or quotes around a name of several words"]),
        (
            "arg(a,b). att(a).",
            [
                "1:1 error: an argument is one name, such as 'arg(a).': here are 2 names",
                "1:11 error: an attack is two names, such as 'att(a,b).': here is 1 name",
            ],
        ),
        (
            "arg(a). support(a,a). support(a,a). w(a,a,3).",
            [
                "1:9 note: supports have no place in an abstract framework (2 places, the first is here)",
                "1:37 note: weights of attacks have no place in an abstract framework",
            ],
        ),
        (
            "arg(a). enf(a). neg(a).",
            [
                "1:9 note: arguments to be enforced have no place in an abstract framework",
                "1:17 note: arguments to be made unacceptable have no place in an abstract framework",
            ],
        ),
        (
            "agr(a). foo(b). ?arg(c).",
            [
                "1:1 error: unknown fact 'agr': did you mean 'arg'?",
                "1:9 error: unknown fact 'foo': facts are 'arg(a).' and 'att(a,b).'",
                "1:17 error: unknown fact '?arg': did you mean 'arg'?",
            ],
        ),
        ("arg(1..100).", ["1:5 error: '1..100' is a range of numbers: write a fact for each argument"]),
        (
            "arg(a).\nin(X) :- arg(X).",
            ["2:1 error: 'in(X) :- arg(X).' is a rule: a framework is facts alone, such as 'arg(a).' and 'att(a,b).'"],
        ),
        (
            "arg(a).\nnonsense\narg(b.",
            [
                "2:1 error: 'nonsense' is no fact: facts are 'arg(a).' and 'att(a,b).'",
                "3:1 error: 'arg(b.' is no fact: facts are 'arg(a).' and 'att(a,b).'",
            ],
        ),
        ('arg("a).\narg(b).', ["1:1 error: 'arg(\"a).' has a quotation mark that is not closed"]),
    ],
)
def test_faults_of_facts(text: str, findings: list[str]) -> None:
    """Every fault in Aspartix's notation is found in one pass, at its place, with what would be right."""
    assert said(text, "apx") == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("a\nb\n", ["2:2 error: a line '#' is missing between the arguments and the attacks"]),
        (
            "rain\n#\nrian rain\nb rain\n",
            [
                "3:1 error: 'rian' is no argument: did you mean 'rain'?",
                "4:1 error: 'b' is no argument: declare it with a line 'b' above '#'",
            ],
        ),
        ("a\na It rains.\n#\n", ["2:1 note: an argument that stands again counts once"]),
        (
            "a\n#\na\n#\n",
            [
                "3:1 error: an attack is two names, such as 'a b': here is 'a' alone",
                "4:1 error: a second line '#': only one parts arguments and attacks",
            ],
        ),
        (
            "a\n#\na a attacks\na a\n",
            [
                "3:5 note: labels of attacks have no place in a framework",
                "4:1 note: an attack that stands again counts once",
            ],
        ),
    ],
)
def test_faults_of_graphs(text: str, findings: list[str]) -> None:
    """Every fault in Trivial Graph Format is found in one pass, at its place, with what would be right."""
    assert said(text, "tgf") == findings


def test_labels_are_read() -> None:
    """What stands after the name of an argument is its label."""
    assert files.read("a It rains.\nb\n#\na b\n").labels == {"a": "It rains."}


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"p af 2\n1 2\n# caf\xe9\n", "3:6 error: this is not UTF-8 (byte 0xE9): save the file as UTF-8"),
        (b"p af 2\n1 2\n#" + b"#" * 9000 + b"\0\n", "3:9002 error: here is a zero byte, which no text has: remove it"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, finding: str) -> None:
    """Bytes that no text has are faults of a file, wherever they stand."""
    assert said(data) == [finding]


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\xff\xfea\0", b"\0\0\0", b"title: Rain\n", b"%PDF-1.4"])
def test_what_is_no_framework_is_refused(data: bytes) -> None:
    """A file that is in no notation at all is refused in a sentence."""
    with pytest.raises(ConvertError):
        files.read(data)


def test_an_unknown_notation_is_refused() -> None:
    """A notation that is not there is named with the nearest that is."""
    with pytest.raises(UnknownNameError, match="did you mean 'apx'"):
        files.read("arg(a).", notation="axp")


def test_very_many_faults_are_counted() -> None:
    """Of a file with very many faults the first are told, and how many more there are."""
    found = said("p af 2\n" + "nonsense\n" * 5000)
    assert (len(found), found[-1]) == (101, "102:1 error: from here on there are 4,900 more faults")


@pytest.mark.parametrize(
    ("text", "file", "notation"),
    [
        ("# a\n# b\np af 3\n", "x.txt", "af"),
        ("1 2\n", "", "af"),
        ("% arg\n\n arg(a).", "x.af", "apx"),
        ("1\n2\n#\n", "x.af", "tgf"),
        ("", "x.APX", "apx"),
        ("a\n", "x.tgf", "tgf"),
        ("", "x.i23", "af"),
        ("", "x.txt", None),
    ],
)
def test_the_notation_is_told_by_the_text(text: str, file: str, notation: str | None) -> None:
    """What stands in a file tells its notation, and its ending only where nothing does."""
    assert files.notation_of(text, file) == notation


_PIECES = st.sampled_from(
    [
        "p",
        " af ",
        "1",
        "2",
        "3",
        " ",
        "\n",
        "\r\n",
        "#",
        "arg(",
        "att(",
        "a",
        "b",
        ",",
        ")",
        ".",
        '"',
        "\\",
        "%",
        ":-",
        "\0",
        "é",
        "?",
    ]
)


@given(text=st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=60), notation=st.sampled_from(files.names()))
def test_no_text_is_too_strange(text: str, notation: str) -> None:
    """Any text is read, with findings inside it; what the quick way reads is what the exact way does."""
    found = files.read(text, notation=notation)
    count = len(text.splitlines()) + 1
    assert all(1 <= finding.line <= count for finding in found.findings)
    quick = files.named(notation).read(text)
    if quick is not None and "\0" not in text:
        faults = Faults(decode(text.encode("utf-8", "surrogatepass")))
        assert files.named(notation).examine(text, faults) == quick
        assert faults.findings("") == ()
