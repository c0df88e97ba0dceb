"""`argmap check`: what is checked, what is printed, and with which status it ends."""

from __future__ import annotations

import json

import pytest

CLAIM = "nodes:\n  a:\n    claim: A.\n"
CLEAN = "nodes:\n  a:\n    assumption: A.\n"
NOTE = 'nodes:\n  a:\n    evidence: A.\n    cite: s "x"\nsources:\n  s: {title: S}\n'


def concise(done) -> list[str]:
    """Return the place and code of each finding in a concise report, and the last line."""
    *findings, last = done.stdout.splitlines()
    return [" ".join(line.split()[:2]) for line in findings] + [last]


def test_a_clean_map(run, project) -> None:
    """Nothing found is said in a line, with status 0."""
    project({"a.yaml": CLEAN})
    done = run("check", "a.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "Nothing found in 1 map with 1 statement. 1 supported, assumed.\n",
        "",
    )


@pytest.mark.parametrize(
    ("content", "options", "status"),
    [
        (CLAIM, (), 1),
        (CLAIM, ("--fail-on", "error"), 0),
        (CLAIM, ("--exit-zero",), 0),
        (CLAIM, ("--ignore", "AM101"), 0),
        (NOTE, (), 0),
        (NOTE, ("--fail-on", "note"), 1),
        ("nodes: [", ("--fail-on", "error"), 1),
        ("nodes: [", ("--exit-zero",), 0),
    ],
)
def test_the_status(run, project, content, options, status) -> None:
    """Errors and warnings fail a run and notes do not, unless an option says otherwise."""
    project({"a.yaml": content})
    assert run("check", "a.yaml", *options).exit_code == status


def test_the_status_by_settings(run, project) -> None:
    """The settings may say what fails a run, and the command line goes before them."""
    project({"a.yaml": CLAIM, "argmap.toml": 'fail-on = "error"'})
    assert run("check", "a.yaml").exit_code == 0
    assert run("check", "a.yaml", "--fail-on", "warning").exit_code == 1


def test_without_a_path_the_project_is_checked(run, project, monkeypatch) -> None:
    """All maps and source records are checked, from any folder within the project."""
    folder = project({"arguments/a.yaml": CLAIM, "seeds/s.yaml": "titel: S", "deep/x": "", "other.yaml": CLAIM})
    found = ["arguments/a.yaml:2:3: AM101", "seeds/s.yaml:1:1: AM002", "seeds/s.yaml:1:1: AM302"]
    assert concise(run("check", "--output-format", "concise"))[:-1] == found
    monkeypatch.chdir(folder / "deep")
    assert concise(run("check", "--output-format", "concise"))[:-1] == [f"../{line}" for line in found]


def test_without_a_path_or_a_project(run) -> None:
    """Where there is no folder of maps, the sentence says what to name."""
    done = run("check")
    assert (done.exit_code, done.stderr) == (
        2,
        "argmap: there is no folder arguments here: name a file or a folder, or begin a project with argmap init\n",
    )


def test_files_are_named_as_the_user_names_them(run, project) -> None:
    """Findings name a file by the path that was given."""
    folder = project({"maps/a.yaml": CLAIM})
    for name in ("maps/a.yaml", "./maps/a.yaml", str(folder / "maps" / "a.yaml")):
        found = json.loads(run("check", name, "--output-format", "json").stdout)["findings"]
        assert {finding["file"] for finding in found} == {name}


def test_standard_input(run, project) -> None:
    """``-`` is standard input, named ``-``; its project is the working folder."""
    project({"argmap.toml": 'ignore = ["AM201"]', "seeds/s.yaml": "title: S\ntext: s.txt", "seeds/s.txt": "y"})
    done = run("check", "-", "--output-format", "concise", stdin='nodes:\n  a: {claim: A., cite: s "x"}\n')
    assert concise(done)[0] == "-:2:6: AM101".replace(":6", ":3")
    done = run("check", "-", "--input-format", "json", stdin='{"nodes": {"a": {"assumption": "A."}}}')
    assert done.exit_code == 0
    done = run("check", "-", stdin="")
    assert (done.exit_code, "the file is empty" in done.stdout) == (1, True)


def test_selecting_on_the_command_line(run, project) -> None:
    """Codes may be parted by commas or given in several options, and go before the settings."""
    project({"a.yaml": CLAIM + "  b: {claim: B.}\n", "argmap.toml": 'select = ["AM5"]\nignore = ["AM101"]'})

    def codes(*options: str) -> set[str]:
        found = json.loads(run("check", "a.yaml", "--output-format", "json", *options).stdout)["findings"]
        return {finding["code"] for finding in found}

    assert codes() == set()
    assert codes("--select", "AM1") == {"AM101", "AM111"}
    assert codes("--select", "AM1", "--ignore", "orphan") == {"AM101"}
    assert codes("--select", "AM101, orphan") == codes("--select", "AM101", "--select", "orphan") == {"AM101", "AM111"}
    assert codes("--extend-select", "orphan") == {"AM111"}


def test_a_check_that_does_not_exist(run, project) -> None:
    """A misspelt check is an error before anything is printed."""
    project({"a.yaml": CLAIM})
    done = run("check", "a.yaml", "--ignore", "orphn")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "argmap: no check is called 'orphn': did you mean 'orphan'?\n"


def test_one_unreadable_file_among_others(run, project, monkeypatch) -> None:
    """A file that cannot be opened is told on standard error; the others are checked, and the status is 2."""
    project({"a.yaml": CLAIM, "b.bin": CLAIM, "c.yaml": CLEAN})
    done = run("check", "a.yaml", "b.bin", "c.yaml", "--output-format", "concise", "--exit-zero")
    assert done.exit_code == 2
    told = "Found 1 warning in 2 maps with 2 statements. 1 supported, assumed."
    assert concise(done) == ["a.yaml:2:3: AM101", told]
    assert done.stderr.startswith("argmap: b.bin: the ending .bin stands for no known format")


def test_a_source_record_is_checked_as_one(run, project) -> None:
    """A source record on the command line is no map without ``nodes``, but a record."""
    project({"seeds/s.yaml": "title: S", "seeds/t.yaml": "titel: T"})
    done = run("check", "seeds/s.yaml")
    assert (done.exit_code, done.stdout) == (0, "Nothing found in 1 source record.\n")
    done = run("check", "seeds", "--output-format", "concise")
    assert concise(done) == ["seeds/t.yaml:1:1: AM002", "Found 1 error in 2 source records."]


def test_several_projects_in_one_run(run, project) -> None:
    """Each file is checked with the settings and sources of its own project."""
    project({"p/argmap.toml": 'ignore = ["AM101"]', "p/a.yaml": CLAIM, "q/argmap.toml": "", "q/a.yaml": CLAIM})
    done = run("check", "p/a.yaml", "q/a.yaml", "--output-format", "concise")
    assert concise(done) == ["q/a.yaml:2:3: AM101", "Found 1 warning in 2 maps with 2 statements."]


def test_unused_sources_are_told_when_all_maps_are_named(run, project) -> None:
    """Whether a source is used can be told only when every map of the project is checked, in whatever way named."""
    project({"arguments/a.yaml": CLEAN, "arguments/b.yaml": CLEAN, "seeds/s.yaml": "title: S"})
    assert "AM302" not in run("check", "arguments/a.yaml").stdout
    for names in (("arguments",), (".",), ("arguments/*.yaml",), ("arguments/b.yaml", "./arguments/a.yaml")):
        assert "AM302" in run("check", *names).stdout


def test_silenced_findings_are_counted(run, project) -> None:
    """What comments silence is not printed, but counted."""
    project({"a.yaml": "nodes:\n  a:  # argmap: ignore[AM101]\n    claim: A.\n"})
    done = run("check", "a.yaml")
    assert (done.exit_code, done.stdout) == (0, "Nothing found in 1 map with 1 statement; 1 silenced by comments.\n")


def test_an_absent_text_is_a_calm_note(run, project) -> None:
    """A source whose text is not at hand is one note, and the run passes."""
    project({"a.yaml": 'nodes: {a: {evidence: A., cite: [s "x", s "y"]}}', "seeds/s.yaml": "title: S\ntext: s.txt"})
    done = run("check", "a.yaml", "--output-format", "concise", "--ignore", "AM3")
    assert done.exit_code == 0
    assert concise(done) == [
        "seeds/s.yaml:1:1: AM205",
        "Found 1 note in 1 map with 1 statement. 1 supported, unverified.",
    ]


ERROR = "nodes:\n  a:\n    claim: A.\n    becuase: [b]\n"
GAPS = "nodes:\n  do: {recommendation: Do it., because: [a + b]}\n" + "".join(
    f"  {name}: {{claim: A., because: [{name}{name}]}}\n  {name}{name}: {{claim: A.}}\n" for name in "abcdef"
)


def test_one_map_begins_with_what_to_do(run, project) -> None:
    """Errors come first; then what to look for, the most valuable first, each once, with its line; then all else."""
    project({"a.yaml": GAPS + '  g: {claim: G., because: [f], cite: none "x"}\n'})
    error, _, rest = run("check", "a.yaml").stdout.partition("\n\n")
    assert error.startswith("error AM301 unknown-source")
    assert rest.startswith(
        "a.yaml: nothing is offered for 6 statements. Look first for these, in order of recommendations per\n"
        "source, then of statements per source:\n"
        "  1. sources for 'aa' and 'bb' would support 5 statements, the recommendation 'do' among them\n"
        "     line 4: A.\n"
        "     line 6: A.\n"
        "  2. a source for 'cc' would support 2 statements\n"
        "     line 8: A.\n"
        "  3. a source for 'dd' would support 2 statements\n"
        "     line 10: A.\n"
        "Then, each with what it adds once those above it are found:\n"
        "  4. for 2 statements:\n"
        "     'ee' (line 12): A.\n"
        "  5. for 2 statements:\n"
        "     'ff' (line 14): A.\n"
        "Not listed here: 7 findings that only follow from others; --all lists them.\n"
        "For each, add 'cite:', or a reason under 'because:'; 'argmap explain AM101' tells more. This counts\n"
        "support alone; 'argmap next' tries each, and says what would stand in spite of objections.\n"
    )


def test_what_is_worth_least_is_counted(run, project) -> None:
    """Seven leads are told, and up to five that would support nothing else are named; --all has every one."""
    gaps = "nodes:\n" + "".join(
        f"  {name}: {{claim: A., because: [{name}{name}]}}\n  {name}{name}: {{claim: A.}}\n" for name in "abcdefghi"
    )
    alone = [f"  {name}: {{claim: A., contradicts: [a]}}\n" for name in "uvwxyz"]
    project({"few.yaml": gaps + "".join(alone[:5]), "many.yaml": gaps + "".join(alone)})
    few, many, every = (run("check", *args).stdout for args in (["few.yaml"], ["many.yaml"], ["many.yaml", "--all"]))
    assert "     'gg' (line 15): A.\n5 more would support nothing else by themselves: 'u' (line 20), " in few
    left_out = "Not listed here: 2 more like these (for 2 statements)"
    assert f"{left_out} and 9 findings that only follow from others; --all lists" in " ".join(few.split())
    assert f"     'gg' (line 15): A.\n{left_out}, 6 statements that would" in many
    assert "     'ii' (line 19): A.\n6 more would support nothing else by themselves: 'u' (line 20), " in every
    assert "Not listed" not in every
    project({"alone.yaml": "nodes:\n" + "".join(f"  n{i}: {{claim: A., contradicts: [n0]}}\n" for i in range(30))})
    told = run("check", "alone.yaml").stdout
    assert "24 of them would support nothing else by themselves: 'n0' (line 2), " in told
    assert "Not listed here: 6 statements that would support nothing else by themselves; --all lists them.\n" in told


def test_what_is_alike_is_told_once(run, project) -> None:
    """Warnings that say the same of three statements or more are one, with the lines of the others; --all has each."""
    nodes = "".join(f"  {name}: {{claim: A., cite: b, because: [x]}}\n" for name in "abc")
    text = f"about: t\nnodes:\n  x: {{premise: X., cite: t}}\n{nodes}sources: {{t: T, b: B}}\n"
    project({"a.yaml": text, "b.yaml": text})
    told = run("check", "a.yaml", "--select", "AM210").stdout
    assert told.count("warning AM210") == 1
    assert "  |   ^\nThe same holds for 2 more: 'b' (line 5), 'c' (line 6)\n\n" in told
    assert run("check", "a.yaml", "--select", "AM210", "--all").stdout.count("warning AM210") == 3
    assert " (and 2 more such)\n" in run("check", "a.yaml", "b.yaml", "--select", "AM210").stdout


def test_a_few_gaps_are_shown_where_they_stand(run, project) -> None:
    """Up to five are told like other findings, in the order of what they would support, which stands below."""
    project({"a.yaml": "nodes:\n  a: {claim: A.}\n  b: {claim: B., because: [c]}\n  c: {claim: C.}\n"})
    told = run("check", "a.yaml", "--ignore", "AM111").stdout
    assert told.index("the claim 'c'") < told.index("the claim 'a'")
    assert "  |   ^\n  = a source for 'c' would support 2 statements\n" in told


def test_a_lost_passage_is_told_once(run, project) -> None:
    """With what would be supported if it were found; that all of it is unsupported is one line each."""
    text = 'title: T\nnodes:\n  do: {recommendation: Do it., because: [a]}\n  a: {claim: A., cite: s "it snowed"}\n'
    project({"arguments/a.yaml": text, "seeds/s.yaml": "title: S\ntext: s.txt", "seeds/s.txt": "It rained."})
    told = run("check", "--ignore", "AM3").stdout
    found = "a citation that is found for 'a' would support 2 statements, the recommendation 'do' among them"
    assert told.startswith("error AM201 passage-missing: 'it snowed' is not in 's'\n")
    assert f"  = {found}\n" in told
    assert [line.split()[3] for line in told.splitlines() if line.startswith("only follows")] == ["AM102", "AM101"]


def test_several_maps_are_told_in_brief(run, project) -> None:
    """Each has a line, and some for its errors and for what to look for first; --verbose tells all."""
    project({"a.yaml": ERROR, "b.yaml": GAPS, "c.yaml": CLEAN})
    assert run("check", "a.yaml", "b.yaml", "c.yaml").stdout.startswith(
        "a.yaml: 1 error and 1 warning, of which 1 only follows\n"
        "  4:5: AM002 unknown key 'becuase' in a statement: did you mean 'because'?\n"
        "b.yaml: 13 warnings, of which 7 only follow\n"
        "  sources for 'aa' and 'bb' would support 5 statements, the recommendation 'do' among them\n"
        "\n"
    )
    verbose = run("check", "a.yaml", "b.yaml", "c.yaml", "--verbose").stdout
    assert "error AM002 unknown-key" in verbose
    assert "b.yaml: nothing is offered for 6 statements." in verbose


def test_the_worst_map_comes_first(run, project) -> None:
    """Errors count before warnings, and these before notes; what is equally bad stays in the order of the files."""
    project({"a.yaml": CLAIM, "b.yaml": GAPS, "c.yaml": ERROR, "d.yaml": CLAIM})
    told = run("check", "a.yaml", "b.yaml", "c.yaml", "d.yaml").stdout.split("\n\n")[0].splitlines()
    assert [line.partition(":")[0] for line in told if not line.startswith(" ")] == [
        "c.yaml",
        "b.yaml",
        "a.yaml",
        "d.yaml",
    ]


def test_twenty_maps_take_tens_of_lines(run, project) -> None:
    """However much is found in them."""
    project({f"maps/{number}.yaml": GAPS for number in range(20)})
    told = run("check", "maps").stdout.splitlines()
    assert len(told) < 60
    assert told[-1].startswith("Found 260 warnings in 20 maps")


def test_maps_of_one_page_are_told_apart(run, project) -> None:
    """Each map in a Markdown file has its own lines, under its own name."""
    block = "```argmap\nnodes:\n  a: {claim: A.}\n```\n"
    project({"page.md": f"{block}\n{block}"})
    assert run("check", "page.md").stdout.startswith(
        "page.md#1: 1 warning\n  3:3: AM101 nothing is offered for the claim 'a': add 'cite:', or a reason under "
        "'because:'\npage.md#2: 1 warning\n  8:3: AM101 "
    )


def test_only_the_counts(run, project) -> None:
    """--statistics prints how often each rule is broken, and ends with the same status."""
    project({"a.yaml": GAPS})
    done = run("check", "a.yaml", "--statistics")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (
        1,
        "12  warning  AM101  unsupported-claim           6 to mend, 6 only follow",
    )
    assert len(done.stdout.splitlines()) == 4
    done = run("check", "a.yaml", "--statistics", "--output-format", "sarif")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("--statistics prints text or JSON, not sarif\n")


def test_strict_verifies_what_is_worked_out(run, project) -> None:
    """Labels, grades, remarks and reasons are verified on every basis and under every order, and that is said."""
    project({"a.yaml": CLEAN, "b.yaml": CLEAN})
    plain, strict = (run("check", "a.yaml", "b.yaml", *options) for options in ([], ["--strict"]))
    assert (strict.stdout, strict.exit_code, plain.stderr) == (plain.stdout, 0, "")
    assert strict.stderr == "Verified: 8 labels, with their grades and remarks, and 12 reasons follow from 4 rules.\n"
    ordered = "orders: {o: a > b}\n" + CLEAN
    project({"c.yaml": ordered})
    assert "Verified: 8 labels" in run("check", "c.yaml", "--strict").stderr


@pytest.mark.parametrize("option", ["--output-format=full", "--output-format=json"])
def test_strict_prints_nothing_that_does_not_follow(run, project, monkeypatch, option) -> None:
    """A remark that does not follow from the map is our error: one sentence, and status 2."""
    from argmap.evaluation import verdict

    project({"a.yaml": CLEAN})
    monkeypatch.setattr(verdict, "modifiers", lambda *_: ("contested",))
    assert run("check", "a.yaml", option).exit_code == 0
    done = run("check", "a.yaml", option, "--strict")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "(the remarks on " in done.stderr
    assert "this is a bug in argmap" in done.stderr
