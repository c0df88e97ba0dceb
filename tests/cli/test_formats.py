"""Formats on the command line: told by what a file holds, written to be pasted, mended where a source changed."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

import argmap
from argmap import formats, registry
from argmap.formats import markdown

NATIVE = '{"title": "T", "nodes": {"a": {"claim": "A."}}}'
HYPOTHESIS = '{"total": 1, "rows": [{"uri": "https://example.org/a", "text": "A note.", "tags": []}]}'
STUBBED = '{"stubs": []}'
TEXT = "The agency found that six of the ten wells were below the safe level. The river was low, they said.\n"
REVISED = TEXT.replace("six of the ten", "six of ten")


def test_converting_what_a_file_holds(project, run) -> None:
    """A JSON export needs no --from: it is read as what it is, and what is lost is told."""
    project({"notes.json": HYPOTHESIS.replace('"tags": []', '"tags": [], "user": "acct:x@hypothes.is"')})
    done = run("convert", "notes.json", "notes.yaml")
    assert (done.exit_code, done.stdout) == (0, "notes.yaml written: 1 statement\n")
    assert done.stderr.startswith("argmap: notes.json: who wrote an annotation, and when")
    assert argmap.load("notes.yaml").statements[0].text == "A note."


def test_checking_json_of_no_format(project, run) -> None:
    """A JSON file that is no map is one finding among those of the others."""
    project({"x.json": '{"name": "x"}', "n.json": NATIVE})
    done = run("check", "x.json", "n.json", "--output-format", "concise")
    assert done.exit_code == 1
    assert "x.json:1:1: AM001" in done.stdout
    assert "n.json:1:26: AM101" in done.stdout
    assert run("format", "x.json").stderr == f"argmap: x.json was left alone: {formats.unclaimed('x.json')}\n"


def test_help_lists_the_formats(project, run) -> None:
    """The help of convert has every format with its endings, and which are only read; that of check has their names."""
    shown = run("convert", "--help").stdout
    names = {name.replace("_", "-") for name in formats.names()}
    assert names <= set(shown.split())
    whole = re.sub(r"-\n *", "-", run("check", "--help").stdout)
    assert names <= set(whole.replace(",", "").replace(".", "").split())
    assert "W3C Web Annotation (.jsonld, .json)" in shown
    assert "Markdown with maps in fenced blocks (.md, .markdown, .qmd, .rmd), only read" in " ".join(shown.split())


def test_citations_to_paste(project, run) -> None:
    """A citation is printed as each format writes it, and reads there as the same passage."""
    project({"seeds/wells.yaml": "text: w.txt\n", "seeds/w.txt": 'It said: "no well: none" ran dry in all of May.\n'})
    maps = {
        "yaml": "nodes: {a: {claim: A., cite: %s}}",
        "json": '{"nodes": {"a": {"claim": "A.", "cite": %s}}}',
        "argdown": "[A]: A. %s",
    }
    for name, text in maps.items():
        pasted = run("annotate", "wells", "none … ran dry", "--format", name).stdout.strip()
        (citation,) = argmap.loads(text % pasted, format=name).statements[0].citations
        assert (citation.source, citation.selector.start[:4]) == ("wells", "none"), name
    assert run("annotate", "wells", "ran dry", "--argdown").stdout == '{cite: "wells \\"ran dry\\""}\n'
    refused = run("annotate", "wells", "ran dry", "--format", "markdown")
    assert (refused.exit_code, refused.stderr) == (2, "argmap: markdown has no citations to paste\n")
    assert "did you mean 'argdown'" in run("annotate", "wells", "ran dry", "--format", "argdwn").stderr


MAPS = {
    "m.json": json.dumps(
        {
            "nodes": {
                "a": {"claim": "A.", "cite": 'wells "six of the … safe level" p. 3'},
                "b": {
                    "claim": "B.",
                    "cite": {"source": "wells", "quote": "six of the … safe level", "stance": "contradicts"},
                    "note": "six of the … safe level",
                },
            }
        },
        indent=1,
    ),
    "r.yaml": """\
nodes:
  a:
    claim: A.
    cite:
      - source: wells
        quote: 'six of the … safe level'
        stance: contradicts # so they say
  b: {claim: B., cite: {quote: six of the … safe level, source: wells, at: p. 3}}
  c: {claim: C., cite: 'wells "six of the … safe level"'}
""",
}


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_phrases_are_mended_however_they_are_written(project, run, name, ascii_only) -> None:
    """In JSON and in records too only the phrases change, and stances, pages, notes and comments stay."""
    before = MAPS[name] if not ascii_only else MAPS[name].replace("…", "\\u2026" if name == "m.json" else "...")
    before = (
        json.dumps(json.loads(before), ensure_ascii=False, indent=1) if name == "m.json" and not ascii_only else before
    )
    project({f"arguments/{name}": before, "seeds/wells.yaml": "text: w.txt\n", "seeds/w.txt": TEXT})
    run("lock")
    project({"seeds/w.txt": REVISED})
    done = run("reanchor", "--accept", "strong")
    assert done.exit_code == 0, done.output
    after = Path("arguments", name).read_text(encoding="utf-8")
    assert after != before
    old, new = argmap.loads(before, format=Path(name).suffix[1:]), argmap.load(f"arguments/{name}")
    assert [(c.stance, c.locator) for s in new for c in s.citations] == [
        (c.stance, c.locator) for s in old for c in s.citations
    ]
    assert all(
        c.selector.quote.startswith("six of …") or c.selector.quote.startswith("six of ten")
        for s in new
        for c in s.citations
    )
    assert [s.note for s in new] == [s.note for s in old]
    assert after.count("#") == before.count("#")


def test_a_phrase_in_a_block_keeps_its_remarks(project, run) -> None:
    """A phrase that is folded over lines in a record is written anew, and the remarks beside it stay."""
    head = "nodes:\n  a:\n    claim: A.\n    cite:\n      source: wells  # ours\n"
    text = f"{head}      quote: >-  # folded\n        six of the … safe\n        level\n      # the end\n"
    project({"arguments/m.yaml": text, "seeds/wells.yaml": "text: w.txt\n", "seeds/w.txt": TEXT})
    run("lock")
    project({"seeds/w.txt": REVISED})
    assert run("reanchor", "--accept", "strong").exit_code == 0
    after = Path("arguments/m.yaml").read_text(encoding="utf-8")
    assert after == f"{head}      quote: six of ten … safe level  # folded\n      # the end\n"


def test_a_phrase_that_no_program_can_mend(project, run) -> None:
    """A phrase that cannot be put in safely is told with its line and what to write, and the others are mended."""
    cited = '{"source": "wells", "quot\\u0065": "six of the \\u2026 \\u0073afe level"}'
    other = '{"source": "wells", "quote": "six of the \\u2026 wells"}'
    text = f'{{"nodes": {{"a": {{"claim": "A.",\n"cite": [{other},\n{cited}]}}}}}}\n'
    project({"arguments/m.json": text, "seeds/wells.yaml": "text: w.txt\n", "seeds/w.txt": TEXT})
    run("lock")
    project({"seeds/w.txt": REVISED})
    done = run("reanchor", "--accept", "strong")
    assert done.exit_code == 1
    assert Path("arguments/m.json").read_text(encoding="utf-8") == text.replace(
        "six of the \\u2026 wells", "six of ten wells"
    )
    assert "arguments/m.json, line 3: no program can mend this phrase" in done.stderr
    assert 'write "six of ten … safe level" there' in done.stderr
    assert done.stdout.splitlines()[-1] == "1 mended and locked, 1 left."


STUB = '''
"""Stub: a stub."""

from argmap.formats import Format, Sign
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.text import LineIndex


def sniff(data):
    return Sign.SURE if b'"stubs"' in data else Sign.NONE


def read(text, file):
    return ArgumentMap(title="Stub", origin=Origin(file, "stub", LineIndex(text)))


FORMAT = Format(title="Stub", suffixes=(".json",), read=read, sniff=sniff, fences=("stub",))
'''


@pytest.fixture
def with_stub(tmp_path_factory, monkeypatch):
    """Add one file to the folder of formats."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "stub.py").write_text(STUB, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(folder)])
    caches = (registry.names, formats.named, formats._homes, formats._ending_in, formats._going_by, markdown._words)
    for cached in caches:
        cached.cache_clear()
    yield
    sys.modules.pop("argmap.formats.stub", None)
    monkeypatch.undo()
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("with_stub")
def test_a_new_format_is_one_file(project, run) -> None:
    """A module in the folder is told apart from its neighbours, listed and read, without a word of it elsewhere."""
    project({"a.json": STUBBED, "n.json": NATIVE, "p.md": f"```stub\n{STUBBED}\n```\n"})
    assert [argmap.load(name).origin.format for name in ("a.json", "n.json", "p.md")] == ["stub", "json", "stub"]
    assert "stub" in run("convert", "--help").stdout
    assert "in 3 maps" in run("check", "--exit-zero", ".").stdout
