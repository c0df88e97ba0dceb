"""The commands that work on evidence: source, annotate, lock, reanchor, coverage, review."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

MAP = """\
# the wells
nodes:
  dry:
    claim: The wells run dry.   # my words
    because: [counted]
  counted:
    evidence: Most wells were below the safe level.
    cite:
      - wells "six of the … safe level"
"""
TEXT = """\
In May the office looked at the wells of the valley. It found that six of the ten wells were below the safe level.
Nobody had looked before. The river was low as well.
"""


@pytest.fixture
def wells(project):
    """Stand in a project with one map and one source."""
    return project({"arguments/m.yaml": MAP, "seeds/wells.yaml": "text: texts/w.txt\n", "seeds/texts/w.txt": TEXT})


def found(run, *select):
    """Return the codes that check reports."""
    result = run("check", "--output-format", "json", "--select", ",".join(select) or "AM2,AM3")
    return [finding["code"] for finding in json.loads(result.output)["findings"]]


def test_source_is_added_cited_and_checked(wells, run, tmp_path):
    """A page is taken in, a citation of it is found to paste, and the map that cites it is verified."""
    (tmp_path / "page.html").write_text(
        "<title>River</title><p>The river stood at 40 cm, less than ever before in May."
    )
    assert "seeds/river.yaml written" in run("source", "add", "page.html").output
    pasted = run("annotate", "river", "The river stood at 40 cm, less than ever before in May").stdout.strip()
    assert pasted == 'river "The river … in May"'
    Path("arguments/m.yaml").write_text(f"nodes: {{low: {{evidence: The river was low., cite: '{pasted}'}}}}\n")
    assert found(run, "AM2") == []


def test_annotate_prints_what_argdown_reads(wells, run):
    """A citation with a comma in it is printed so that it can be pasted behind a statement of an Argdown file."""
    Path("seeds/texts/w.txt").write_text("In May, the office looked.\n")
    pasted = run("annotate", "wells", "In May, the office", "--argdown").stdout.strip()
    assert pasted == r'{cite: "wells \"In May, the office\""}'
    Path("arguments/m.argdown").write_text(f"[Dry]: It was May. {pasted}\n")
    Path("arguments/m.yaml").unlink()
    assert found(run, "AM0", "AM2") == []


def test_annotate_tells_places_apart(wells, run):
    """Where a phrase stands at several places, each gets words around it; what is not there is refused."""
    assert run("annotate", "wells", "the wells").stdout == 'wells "the wells"\n'
    assert run("annotate", "wells", "looked").stdout.splitlines() == ['wells "office- looked"', 'wells "had- looked"']
    missing = run("annotate", "wells", "the rivers")
    assert (missing.exit_code, missing.stdout) == (2, "")
    assert "'the rivers' is not in the text of 'wells'" in missing.stderr


def test_annotate_puts_other_marks_around_a_quotation_that_has_some(wells, run):
    """What is printed for words with quotation marks in them is read back as these words."""
    Path("seeds/texts/w.txt").write_text('They said "no" to it, and left.\n')
    pasted = run("annotate", "wells", 'said "no" to it').stdout.strip()
    assert pasted == 'wells “said "no" to it”'
    Path("arguments/m.yaml").write_text(f"nodes: {{a: {{claim: A., cite: {pasted}}}}}\n")
    assert found(run, "AM0", "AM2") == []


def test_annotate_answers_an_ellipsis_as_it_is_printed(wells, run):
    """What frames a passage but for the blanks around its ellipsis is answered with what does."""
    missing = run("annotate", "wells", "the office...the wells")
    assert missing.exit_code == 2
    assert missing.stderr.endswith(": write 'the office … the wells'\n")


def test_annotate_takes_a_link_to_a_passage(wells, run):
    """A link that a browser copied is looked up as the browser does: case aside, the first place of the first hit."""
    address = "https://example.org/wells#:~:text="
    opened = run("annotate", "wells", f"{address}rivers&text=The%20Wells")
    assert (opened.exit_code, opened.stdout) == (0, 'wells "the wells"\n')
    missing = run("annotate", "wells", f"{address}the%20rivers")
    assert (missing.exit_code, missing.stdout) == (2, "")


def test_lock_is_written_once_and_then_up_to_date(wells, run):
    """The lock is made, stays as it is while nothing changes, and holds no word of the source."""
    assert "not in argmap.lock" not in run("check").output
    assert run("lock", "--check").exit_code == 1
    assert "argmap.lock written: 1 locked" in run("lock").output
    before = Path("argmap.lock").read_text()
    assert run("lock", "--check").exit_code == 0
    assert "up to date" in run("lock").output
    assert Path("argmap.lock").read_text() == before
    assert not {"wells were", "safe", "below"} & set(re.findall(r"\w+", before))


def test_revised_source_is_told_and_mended(wells, run):
    """After a revision check names what changed, and reanchor rewrites the phrases and nothing else of the file."""
    run("lock")
    Path("seeds/texts/w.txt").write_text(
        "A new first line.\n" + TEXT.replace("six of the ten wells", "six of ten wells")
    )
    assert found(run) == ["AM203", "AM311"]
    shown = run("reanchor")
    assert (shown.exit_code, Path("arguments/m.yaml").read_text()) == (1, MAP)
    assert "six of [-the-] ten wells" in shown.output
    assert "--accept strong takes the strong ones" in shown.output
    assert run("reanchor", "--accept", "strong").exit_code == 0
    assert Path("arguments/m.yaml").read_text() == MAP.replace("six of the …", "six of ten …")
    assert found(run) == []


ARGDOWN = """\
===
about: wells
===

[Dry]: six of the ten wells ran dry. {from: 'six of the … safe level'}
  + <Counted>: The office counted. {cite: [wells "six of the … safe level", 'wells "six of"']}
  + <Told>: It was told. {
    cite:
      - source: wells # my words
        quote: "six of the … safe level"
        at: p. 3
  }
"""


def test_phrases_in_argdown_are_mended(wells, run):
    """In Argdown the phrases in braces are rewritten, however they are quoted, and nothing else of the file."""
    Path("arguments/m.yaml").unlink()
    Path("arguments/m.argdown").write_text(ARGDOWN)
    run("lock")
    Path("seeds/texts/w.txt").write_text(TEXT.replace("six of the ten wells", "six of ten wells"))
    done = run("reanchor", "--accept", "strong")
    assert "cannot be mended" not in done.stderr
    written = Path("arguments/m.argdown").read_text()
    assert written.replace("six of ten … safe level", "six of the … safe level") == ARGDOWN
    assert written.count("six of ten … safe level") >= 3
    assert found(run, "AM203") == []


def test_passages_in_included_files_are_mended_there(wells, run):
    """A citation that an included file holds is mended in that file; where that is no map, it is said."""
    Path("arguments/m.yaml").unlink()
    Path("arguments/m.argdown").write_text("[A]: a\n  + [Dry]\n\n@include(part.argdown)\n")
    part = '[Dry]: It ran dry. {cite: wells "six of the … safe level"}\n'
    Path("arguments/part.argdown").write_text(part)
    run("lock")
    Path("seeds/texts/w.txt").write_text(TEXT.replace("six of the ten wells", "six of ten wells"))
    assert run("reanchor", "--accept", "strong").exit_code == 0
    assert Path("arguments/part.argdown").read_text() == part.replace("six of the", "six of ten")
    assert found(run, "AM203") == []
    Path("arguments/part.argdown").rename("part.argdown")
    Path("arguments/m.argdown").write_text("[A]: a\n  + [Dry]\n\n@include(../part.argdown)\n")
    Path("argmap.toml").write_text("")
    Path("seeds/texts/w.txt").write_text(
        TEXT.replace("six of the ten wells were below", "six out of ten wells were below")
    )
    done = run("reanchor", "--accept", "weak")
    assert (done.exit_code, "stands in an included file, which is no map" in done.stderr) == (1, True)
    assert done.stdout.splitlines()[-1] == "0 mended and locked, 1 left."


SAME = {
    "yaml": "about: wells\nnodes:\n  a:\n    claim: A.\n    from: six of the … safe level  # so\n    cite: same\n",
    "json": '{"about": "wells", "nodes": {"a": {"claim": "A.", "from": "six of the … safe level", "cite": ["same"]}}}',
    "argdown": '===\nabout: wells\n===\n\n[A]: It fell. {from: "six of the … safe level", cite: same}\n',
}


@pytest.mark.parametrize("ending", SAME)
def test_a_citation_follows_its_passage(wells, run, ending):
    """Where 'same' cites a passage, that alone is told and rewritten, and the citation follows it."""
    Path("arguments/m.yaml").unlink()
    file = Path(f"arguments/m.{ending}")
    file.write_text(SAME[ending], encoding="utf-8")
    assert "Passages: 1 verified" in run("lock").output
    Path("seeds/texts/w.txt").write_text(TEXT.replace("six of the ten wells", "six of ten wells"))
    assert found(run, "AM2") == ["AM203"]
    assert run("reanchor", "--accept", "strong").exit_code == 0
    assert file.read_text(encoding="utf-8") == SAME[ending].replace("six of the …", "six of ten …")
    assert found(run, "AM2") == []
    assert run("lock", "--check").exit_code == 0


def test_a_passage_that_is_cited_too_has_one_link(wells, run):
    """A place that a statement both comes from and cites is one place to open."""
    Path("arguments/m.yaml").write_text(SAME["yaml"])
    Path("seeds/wells.yaml").write_text("text: texts/w.txt\nurl: https://example.org/w\n")
    assert run("sources", "--links").output.count("https://example.org/w#:~:text=") == 1


def test_a_remark_beside_the_passage_silences_what_is_found_about_its_citation(wells, run):
    """What 'same' cites stands where the passage does, and there it is silenced."""
    text = SAME["yaml"].replace("six of the", "six of nine")
    Path("arguments/m.yaml").write_text(text)
    assert found(run, "AM0", "AM2") == ["AM201"]
    Path("arguments/m.yaml").write_text(text.replace("# so", "# argmap: ignore[AM201]"))
    assert found(run, "AM0", "AM2") == []


def test_accepted_surroundings_are_locked(wells, run):
    """A passage that reads the same among other words is settled once it is accepted."""
    run("lock")
    before, behind = TEXT.index("six of"), TEXT.index(" safe level") + len(" safe level")
    Path("seeds/texts/w.txt").write_text(
        f"Quite another report begins here: {TEXT[before:behind]} or so they say today.\n"
    )
    assert "AM204" in found(run)
    run("reanchor", "--accept", "weak")
    assert found(run) == []


def test_figure_that_changed_is_only_taken_when_asked(wells, run):
    """A changed figure is an error, and is not taken as strong; asked, a person may take it."""
    run("lock")
    Path("seeds/texts/w.txt").write_text(TEXT.replace("the ten wells", "the 12 wells"))
    assert "AM207" in found(run)
    assert run("reanchor", "--accept", "strong").exit_code == 1
    assert run("reanchor", "--accept", "ask", stdin="y\n").exit_code == 0
    assert found(run) == []


def test_passage_that_vanished_is_told(wells, run):
    """What is gone is missing, and reanchor leaves it to a person."""
    run("lock")
    Path("seeds/texts/w.txt").write_text("Nothing of the kind was ever written by anybody at all.\n")
    assert "AM201" in found(run)
    result = run("reanchor", "--accept", "weak")
    assert (result.exit_code, "missing" in result.output, Path("arguments/m.yaml").read_text()) == (1, True, MAP)


def test_clone_without_the_text_still_tells_what_was_verified(wells, run):
    """Without the source's text, the lock tells how many passages were verified, when and in which text."""
    run("lock")
    Path("seeds/texts/w.txt").unlink()
    output = run("check", "--select", "AM205", "--output-format", "concise").output
    assert re.search(r"it was verified on \d{4}-\d\d-\d\d in the text with SHA-256 [0-9a-f]{12}", output)


def test_damaged_lock_is_told_and_built_anew(wells, run):
    """A line that git left or a hand changed is reported with its line, and the next lock is whole."""
    run("lock")
    lock = Path("argmap.lock")
    lock.write_text(lock.read_text().replace("anchor wells", "anchor well", 1) + "<<<<<<< HEAD\n")
    assert found(run, "AM011") == ["AM011", "AM011"]
    run("lock")
    assert found(run, "AM011") == []


def test_coverage_and_inline_sources(project, run):
    """A source written in a map is covered too; a map in which the id is another source does not count."""
    inline = 'sources: {w: {title: W, text: w.txt}}\nnodes: {a: {evidence: A., cite: w "It rained"}}\n'
    project(
        {
            "argmap.toml": "",
            "arguments/m.yaml": inline,
            "arguments/w.txt": "It rained. It snowed.",
            "arguments/n/m.yaml": inline,
            "arguments/n/w.txt": "It snowed. It rained.",
        }
    )
    rows = json.loads(run("coverage", "w", "--json").output)["sentences"]
    assert [row["use"] for row in rows] == ["used", "unused"]
    assert "unknown source 'v'" in run("coverage", "v").output
    assert "'w'" in run("coverage", "ww").output


def test_moved_passages_are_noted(wells, run):
    """After a revision, check says once for the source how many passages moved."""
    run("lock")
    Path("seeds/texts/w.txt").write_text(f"A new heading.\n\n{TEXT}")
    assert "of its passages ha" in run("check", "--select", "AM311", "--output-format", "concise").output


def test_coverage_counts_sentences(wells, run):
    """Coverage tells sentence by sentence what is used, lists the rest, and fails below a share."""
    assert run("coverage", "wells").output.splitlines()[-1] == "1 of 4 sentences used: 25 percent."
    assert "    2: Nobody had looked before.\n" in run("coverage", "wells", "--unused").output
    assert run("coverage", "wells", "--min-coverage", "50").exit_code == 1
    rows = json.loads(run("coverage", "wells", "--json").output)["sentences"]
    assert [row["use"] for row in rows] == ["unused", "used", "unused", "unused"]


def test_review_is_undone_by_a_change_below(wells, run):
    """After a review, rewording a premise makes it and what rests on it suspect, until they are reviewed again."""
    assert "2 statements reviewed" in run("review", "--all", "--reviewer", "A. Reader").output
    assert found(run, "AM211") == []
    Path("arguments/m.yaml").write_text(MAP.replace("Most wells", "Nearly all wells"))
    assert found(run, "AM211") == ["AM211", "AM211"]
    run("review", "counted", "dry")
    assert found(run, "AM211") == []
    assert "did you mean 'counted'" in run("review", "count").stderr


def test_annotate_shows_the_first_ten_places(wells, run, tmp_path):
    """Of a phrase that stands everywhere, ten citations are printed, and the number of the other places."""
    (tmp_path / "seeds/texts/w.txt").write_text("".join(f"Page {n} ends here.\n" for n in range(30)))
    done = run("annotate", "wells", "ends here")
    assert len(done.stdout.splitlines()) == 10
    assert "and at 20 more places: quote more of the passage" in done.stderr


def test_commands_name_two_maps_of_one_picture(project, run):
    """Two maps that would be drawn to one file are named, both of them."""
    project({"argmap.toml": "", "arguments/x/a.yaml": MAP, "arguments/y/a.yaml": MAP, "arguments/b.yaml": MAP})
    told = run("render", "--to", "dot").stderr
    assert "x/a.yaml" in told
    assert "y/a.yaml would both be drawn to a.dot" in told


def test_reviewer_whom_the_system_does_not_know_is_asked_for(wells, run, monkeypatch):
    """Where the account has no name, the option to say who looked is named."""

    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("getpass.getuser", unknown)
    done = run("review", "--all")
    assert (done.exit_code, done.stderr) == (2, "argmap: the account has no name: say who looked with --reviewer\n")
    assert run("review", "--all", "--reviewer", "me").exit_code == 0
