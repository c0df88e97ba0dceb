"""Comments that silence findings, and those of them that silence nothing."""

from __future__ import annotations

import pytest

import argmap
from argmap.analysis import analyse
from argmap.project.discovery import project_of
from argmap.workflows.checking import check_all


@pytest.fixture
def check(project):
    """Return a function that checks a map's text: the codes that are left, by line, and how many were silenced."""
    project({".git/HEAD": ""})

    def run(text: str, **settings: tuple[str, ...]) -> tuple[list[tuple[str, int]], int]:
        m = argmap.loads(text)
        report = check_all([analyse(m)], project_of(m))
        return [
            (f.code, f.line) for f in report.findings if f.code in ("AM101", "AM501", "AM502", "AM008")
        ], report.silenced

    return run


def test_a_comment_on_the_line(check) -> None:
    """A comment silences the finding that stands on its line."""
    text = "nodes:\n  a:\n    claim: A.\n    because: [a]  # argmap: ignore[AM502]\n    cite: s\n"
    assert check(text) == ([], 1)


def test_a_comment_on_the_line_of_the_id(check) -> None:
    """A comment on the line of a statement's id silences findings anywhere in the statement."""
    text = """
nodes:
  a:  # argmap: ignore[AM101, AM501, AM502]
    claim: A.
    because:
      - a
      - gone
"""
    assert check(text) == ([], 3)


def test_it_silences_only_what_it_names(check) -> None:
    """Other findings in the same place stay."""
    text = "nodes:\n  a:  # argmap: ignore[AM101]\n    claim: A.\n    because: [gone]\n"
    assert check(text) == ([("AM501", 4)], 1)


def test_without_a_code_it_silences_all(check) -> None:
    """A comment that names no check silences every one."""
    text = "nodes:\n  a:  # argmap: ignore\n    claim: A.\n    because: [gone]\n"
    kept, silenced = check(text)
    assert kept == []
    assert silenced > 1


@pytest.mark.parametrize("words", ["unsupported-claim", "Unsupported-Claim", "am101", " AM101 , self-support"])
def test_names_are_as_good_as_codes(check, words) -> None:
    """A check may be named by its code or its name, in any case, and several are parted by commas."""
    kept, _ = check(f"nodes:\n  a:  # argmap: ignore[{words}]\n    claim: A.\n    because: [a]\n")
    assert ("AM101", 2) not in kept
    assert not [code for code, _ in kept if code == "AM008"]


def test_the_next_statement_is_not_meant(check) -> None:
    """A comment ends with its statement."""
    text = "nodes:\n  a:  # argmap: ignore[AM101]\n    claim: A.\n  b:\n    claim: B.\n"
    assert check(text) == ([("AM101", 4)], 1)


def test_a_text_that_looks_like_a_comment_is_none(check) -> None:
    """What stands inside a text silences nothing."""
    text = 'nodes:\n  a: {claim: "# argmap: ignore[AM101]"}\n'
    assert check(text) == ([("AM101", 2)], 0)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# argmap: ignore[AM502]", "there is no AM502 here to silence: delete it"),
        ("# argmap: ignore[AM101, self-support]", "there is no AM502 here to silence: delete it"),
        ("# argmap: ignore[AM999]", "no check is called 'AM999': argmap rules lists them"),
        ("# argmap: ignore[self-suport]", "no check is called 'SELF-SUPORT': did you mean 'self-support'?"),
    ],
)
def test_a_word_that_silences_nothing(project, comment, said) -> None:
    """Each word of a comment that silences nothing is a finding, on the comment."""
    project({})
    m = argmap.loads(f"nodes:\n  a:  {comment}\n    claim: A.\n")
    (finding,) = [f for f in argmap.check(m) if f.code == "AM008"]
    assert (finding.message, finding.line, finding.column) == (said, 2, 7)


def test_a_bare_comment_that_silences_nothing(project) -> None:
    """A comment without codes on a line where nothing is found is to be deleted."""
    project({})
    m = argmap.loads("title: T  # argmap: ignore\nnodes:\n  a: {assumption: A.}\n")
    assert [f.message for f in argmap.check(m) if f.code == "AM008"] == ["this comment silences nothing: delete it"]


def test_a_bare_comment_is_used_by_what_was_not_looked_for(project) -> None:
    """In a run that leaves out checks a comment without codes is not called unused: it may silence what they find."""
    project({})
    m = argmap.loads("nodes:\n  a: {claim: A.}  # argmap: ignore\n")
    for choice in ({}, {"select": ["AM0"]}, {"ignore": ["AM101", "AM111"]}):
        assert not argmap.check(m, **choice)
    project({"argmap.toml": 'ignore = ["AM101", "AM111"]\n'})
    assert [f.code for f in argmap.check(m)] == ["AM008"]


def test_a_comment_on_a_line_of_its_own(project) -> None:
    """A comment above what it means silences nothing, and the finding says where to put it."""
    project({})
    m = argmap.loads("nodes:\n  # argmap: ignore[AM101]\n  a:\n    claim: A.\n")
    said = [f.message for f in argmap.check(m, select=["AM008", "AM101"])]
    assert said[0] == "there is no AM101 here to silence: put it after what it is about, on the same line"
    assert len(said) == 2


def test_a_check_that_does_not_run_has_not_been_tried(project) -> None:
    """A code that is not active is not called unused."""
    project({})
    m = argmap.loads("nodes:\n  a:  # argmap: ignore[AM101]\n    assumption: A.\n")
    assert [f.code for f in argmap.check(m, select=["AM008", "AM1"])] == ["AM008"]
    assert argmap.check(m, select=["AM008"]) == ()


def test_undercuts_belong_to_the_statement_below_them(check) -> None:
    """A finding on an undercut is silenced on the line of the statement whose step it strikes at."""
    text = """
nodes:
  a:  # argmap: ignore[AM501]
    claim: A.
    cite: s
    because:
      - reason: b
        unless:
          - reason: c
            unless: [gone]
  b: {assumption: B.}
  c: {assumption: C.}
"""
    assert check(text) == ([], 1)


def test_records_have_comments_too(project) -> None:
    """A comment in a source record silences what is found on its line there."""
    project(
        {
            "arguments/a.yaml": 'nodes: {a: {evidence: A., cite: s "x"}}',
            "seeds/s.yaml": "title: S  # argmap: ignore[AM205]\n",
            "seeds/u.yaml": "title: U\n",
        }
    )
    m = argmap.load("arguments/a.yaml")
    report = check_all([analyse(m)], project_of(m), complete=True)
    assert [(f.code, f.node) for f in report.findings] == [("AM302", "u")]
    assert report.silenced == 1


@pytest.mark.parametrize(
    "comment", ["// argmap: ignore[AM101]", "/* argmap: ignore */", "<!-- argmap: ignore[AM101] -->"]
)
def test_comments_of_argdown(project, comment) -> None:
    """In Argdown every kind of comment silences what is found on its line, or in the statement that begins there."""
    project({})
    m = argmap.loads(f"[A]: a {comment}\n    + <B>: b {comment}\n      in two lines\n", format="argdown")
    assert argmap.check(m, select=["AM101", "AM008"]) == ()


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("// argmap: ignore[AM101]\n[A]: a\n", "there is no AM101 here to silence: put it after", 1),
        ("[A]: a\n    // argmap: ignore[AM101]\n    + <B>: b\n", "there is no AM101 here to silence: put it after", 2),
        ("[A]: a # argmap: ignore\n", "not an Argdown comment: write '// argmap: ignore' after what it is about", 1),
        ("[A]: a {\n  note: x # argmap: ignore[AM101]\n}\n", "write '// argmap: ignore[AM101]' after", 2),
        ("[A]: a // argmap: ignore", "so end the last line of the file", 1),
    ],
)
def test_what_silences_nothing_in_argdown(project, text, said, line) -> None:
    """A comment above its statement, or words that are not an Argdown comment, are told with what to write instead."""
    project({})
    m = argmap.loads(text, format="argdown")
    (finding,) = [f for f in argmap.check(m, select=["AM008", "AM101"]) if f.code == "AM008"]
    assert said in finding.message
    assert finding.line == line
