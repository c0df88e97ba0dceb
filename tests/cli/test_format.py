"""`argmap format`: what is laid out, and what is left alone."""

from __future__ import annotations

import pytest

from argmap import formats

UNTIDY = "nodes:\n    a:\n        claim: 'A.'\ntitle: T\n"
TIDY = "title: T\nnodes:\n  a:\n    claim: A.\n"
RECORD = "text: t.txt\ntitle: S\n"
TIDY_RECORD = "title: S\ntext: t.txt\n"


def test_a_map_is_laid_out(run, project) -> None:
    """A file that is not laid out is, and once is enough."""
    folder = project({"a.yaml": UNTIDY})
    done = run("format", "a.yaml")
    assert (done.exit_code, done.stdout) == (0, "a.yaml laid out\n")
    assert (folder / "a.yaml").read_text(encoding="utf-8") == TIDY
    assert run("format", "a.yaml").stdout == ""


def test_the_whole_project(run, project) -> None:
    """Without a path the maps and the source records of the project are laid out, each in its own way."""
    folder = project({"arguments/a.yaml": UNTIDY, "seeds/s.yaml": RECORD, "seeds/t.yaml": TIDY_RECORD})
    assert run("format").stdout == "arguments/a.yaml laid out\nseeds/s.yaml laid out\n"
    assert (folder / "seeds" / "s.yaml").read_text(encoding="utf-8") == TIDY_RECORD


def test_records_may_be_named(run, project) -> None:
    """A folder of records, or one of them, is laid out as records."""
    folder = project({"seeds/s.yaml": RECORD, "seeds/t.yaml": RECORD})
    assert run("format", "seeds/s.yaml").stdout == "seeds/s.yaml laid out\n"
    assert run("format", "seeds").stdout == "seeds/t.yaml laid out\n"
    assert (folder / "seeds" / "t.yaml").read_text(encoding="utf-8") == TIDY_RECORD


def test_check_changes_nothing(run, project) -> None:
    """``--check`` names the files that would change and ends with 1 if there are any."""
    folder = project({"a.yaml": UNTIDY, "b.yaml": TIDY})
    done = run("format", "a.yaml", "b.yaml", "--check")
    assert (done.exit_code, done.stdout) == (1, "a.yaml would change\n")
    assert (folder / "a.yaml").read_text(encoding="utf-8") == UNTIDY
    assert run("format", "b.yaml", "--check").exit_code == 0


def test_diff_changes_nothing(run, project) -> None:
    """``--diff`` prints what would change, line by line."""
    folder = project({"a.yaml": TIDY.replace("claim: A.", "claim: 'A.'")})
    done = run("format", "a.yaml", "--diff")
    assert done.exit_code == 1
    assert "--- a.yaml\n+++ a.yaml\n" in done.stdout
    assert "-    claim: 'A.'\n+    claim: A.\n" in done.stdout
    assert "'A.'" in (folder / "a.yaml").read_text(encoding="utf-8")
    assert run("format", "-", "--diff", stdin=TIDY).stdout == ""


def test_standard_input(run) -> None:
    """A map from standard input is printed in its layout."""
    assert run("format", "-", stdin=UNTIDY).stdout == TIDY
    assert run("format", "-", stdin=TIDY).stdout == TIDY
    assert run("format", "-", "--check", stdin=UNTIDY).exit_code == 1
    as_json = run("format", "-", "--input-format", "json", stdin='{"title":"T", "nodes":{}}').stdout
    assert as_json == '{\n  "title": "T",\n  "nodes": {}\n}\n'


def test_a_broken_file_is_left_alone(run, project) -> None:
    """A file with a syntax error stays as it is; the others are laid out, and the status is 2."""
    broken = "nodes: {a: [}\n"
    folder = project({"a.yaml": broken, "b.yaml": UNTIDY, "c.yaml": b"\xff\xfe", "d.txt": ""})
    done = run("format", "a.yaml", "b.yaml", "c.yaml", "d.txt")
    assert (done.exit_code, done.stdout) == (2, "b.yaml laid out\n")
    assert done.stderr == (
        "argmap: a.yaml has a syntax error and was left alone; argmap check shows where\n"
        "argmap: c.yaml: this text is in UTF-16: save the file as UTF-8\n"
        "argmap: d.txt: argmap has no layout for this kind of file\n"
    )
    assert (folder / "a.yaml").read_text(encoding="utf-8") == broken


JSON = formats.unclaimed("a.json").removeprefix("this is ")
FOREIGN = {
    "docker-compose.yml": ("version: 3.8\non: yes\n", "no map: there is no 'nodes' in it"),
    "kind.yaml": (
        "kind: Cluster\nnodes: [{role: worker}]\n",
        "no map: it has 'kind', and nothing under its 'nodes' is ",
    ),
    "hosts.yaml": ("nodes: {a: {ip: 1.10}}\nport: 0x1F\n", "no map: it has 'port', and nothing under its 'nodes' is "),
    "swarm.yaml": ("nodes: 010\nimage: x\n", "no map: it has 'image', and nothing under its 'nodes' is a statement"),
    "playbook.yaml": ("- hosts: all\n  become: yes\n", "no map: it is a list"),
    "record.yaml": (RECORD, "no map: there is no 'nodes' in it; a source record stands in the project's folder"),
    "package.json": ('{"name": "x", "version": 1.0}', JSON),
    "places.geojson.json": ('{"type": "FeatureCollection", "features": []}', JSON),
    "aif.json": ('{"edges": [{"fromID": "1", "toID": "2"}]}', JSON),
    "graph.json": ('{"nodes": [{"id": 1}]}', JSON),
    "list.json": ("[1, 2]", JSON),
    "number.yaml": ("1.10", "no map: it is a text"),
    "seeds/compose.yaml": ("version: 3.8\n", "no source record: none of its keys is one of a record"),
    "page.md": ("# P\n\n```argmap\ntitle: 'T'\n```\n", "no map: there is no 'nodes' in it"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_of_another_program_is_left_alone(run, project, name):
    """What is no map and no record is named with the reason, and stays to the letter; the others are laid out."""
    content, reason = FOREIGN[name]
    folder = project({name: content, "b.yaml": UNTIDY})
    for option in ("--check", "--diff"):
        assert run("format", name, option).exit_code == 2
    done = run("format", name, "b.yaml")
    assert (done.exit_code, done.stdout) == (2, "b.yaml laid out\n")
    assert done.stderr.startswith(f"argmap: {name} was left alone: ")
    assert f"this is {reason}" in done.stderr
    assert (folder / name).read_text(encoding="utf-8") == content


def test_settings_have_no_layout(run, project):
    """The settings are no business of `format`, which says so."""
    project({"argmap.toml": "fail-on = 'error'\n"})
    done = run("format", "argmap.toml")
    assert (done.exit_code, done.stderr) == (2, "argmap: argmap.toml: argmap has no layout for this kind of file\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nodes: {a: {clam: 'A.'}}\n", "nodes: {a: {clam: A.}}\n"),
        ("nodes:\n  - claim: 'A.'\n", "nodes:\n  - claim: A.\n"),
        ("nodes: {a: {claim: 'A.'}}\nodd: key\n", "nodes: {a: {claim: A.}}\nodd: key\n"),
        ("nodes:\ntitle: 'T'\n", "title: T\nnodes:\n"),
        ("# nothing yet\n", None),
        ("{}\n", "{}\n"),
    ],
)
def test_a_broken_map_is_laid_out(run, project, before, after):
    """A map with slips, or in its beginnings, is no file of another program."""
    folder = project({"a.yaml": before})
    done = run("format", "a.yaml")
    assert "this is no map" not in done.stderr
    assert (folder / "a.yaml").read_text(encoding="utf-8") == (after or before)


def test_byte_order_marks(run, project) -> None:
    """A byte order mark is no part of the layout."""
    folder = project({"a.yaml": b"\xef\xbb\xbf" + TIDY.encode()})
    assert run("format", "a.yaml").stdout == "a.yaml laid out\n"
    assert (folder / "a.yaml").read_bytes() == TIDY.encode()


TIDY_JSON = '{\n  "nodes": {\n    "a": {\n      "claim": "A."\n    }\n  }\n}\n'
TIDY_ARGDOWN = "[A]: A.\n    + [B]: B.\n    + [C]: C.\n"


NATIVE = [("a.yaml", TIDY.replace("A.", "A.  # so")), ("a.json", TIDY_JSON), ("seeds/s.yaml", TIDY_RECORD)]
OTHERS = [("a.argdown", TIDY_ARGDOWN), ("a.md", f"# A\n\n```argmap\n{TIDY}```\n")]


@pytest.mark.parametrize(
    ("name", "content", "end"),
    [*((*each, "\r\n") for each in (*NATIVE, *OTHERS)), *((*each, "\r") for each in NATIVE)],
)
def test_line_ends_are_those_of_the_file(run, project, name, content, end) -> None:
    """A file in the canonical layout stays as it is, whatever its line ends."""
    project({name: content.replace("\n", end).encode()})
    done = run("format", "--check", name)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_what_is_laid_out_keeps_its_line_ends(run, project) -> None:
    """A file that is laid out has the line ends that it had, also inside texts of several lines."""
    before = "nodes:\n    a:\n        claim: |-\n            one\n            two\n"
    after = "nodes:\n  a:\n    claim: |-\n      one\n      two\n"
    folder = project({"a.yaml": before.replace("\n", "\r\n").encode()})
    assert run("format", "a.yaml").stdout == "a.yaml laid out\n"
    assert (folder / "a.yaml").read_bytes() == after.replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("a.yaml", TIDY.replace("\n", "\r\n", 3), TIDY.replace("\n", "\r\n"), "all end as most do"),
        ("a.yaml", TIDY.replace("\n", "\r\n", 1), TIDY, "all end as most do"),
        ("a.json", TIDY_JSON.replace("\n", "\r\n", 1), TIDY_JSON, "all end as most do"),
        ("a.argdown", TIDY_ARGDOWN.replace("\n", "\r\n", 1), TIDY_ARGDOWN.replace("\n", "\r\n", 1), "leaves them so"),
    ],
)
def test_mixed_line_ends_are_told(run, project, name, before, after, said) -> None:
    """Where some lines end in one way and some in another, that is said."""
    folder = project({name: before.encode()})
    done = run("format", name)
    assert done.stderr.startswith(f"argmap: {name}: some lines end with a carriage return and others do not")
    assert said in done.stderr
    assert (folder / name).read_bytes() == after.encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'{"nodes": {"a": {"claim": "half \\ud83d of it"}}}'),
        ("a.yaml", b'nodes: {a: {claim: "half \\ud83d of it"}}'),
        ("a.argdown", b"[A]: half \xed\xa0\xbd of it"),
    ],
)
def test_half_a_character_is_not_dropped(run, project, name, content) -> None:
    """A file whose text holds half a character is left alone, and told."""
    file = project({name: content}) / name
    done = run("format", name)
    assert (done.exit_code, file.read_bytes()) == (2, content)
    assert name in done.stderr
