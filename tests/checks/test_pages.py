"""The page of every check: what it must say, and that its two examples are what it says they are."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from textwrap import dedent

import pytest

import argmap
from argmap import registry, rules
from argmap.evidence.lockfile import read_lock
from argmap.formats import argdown, yaml
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.workflows.rules import all_checks
from argmap.workflows.rules import page as page_of

CHECKS = {rule.name.replace("-", "_"): check for rule, check in all_checks().items()}
NAMES = sorted(CHECKS)
BY_READERS = {"syntax", "unknown_key", "duplicate_id", "wrong_value", "empty_text", "comment_in_text", "bad_id"}
SAYING = re.compile(r"^with `([^`]+)` (saying|locked as): (.*(?:\n(?!with ).+)*)$", re.MULTILINE)
RECORD = re.compile(r"^with a record of `([^`]+)`$", re.MULTILINE)
CODE = re.compile(r"AM\d{3}")
SECTIONS = ["What it does", "Why it matters", "Example", "Use instead"]


def sections(name):
    """Return the sections of a page by their titles."""
    parts = re.split(r"^(\S.*):\n", page_of(name.replace("_", "-")), flags=re.MULTILINE)
    return {title: dedent(body) for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def examples(name):
    """Return the two examples of a page, each as a map's text and the texts of its sources."""
    for text, texts, *_ in locked_examples(name):
        yield text, texts


def locked_examples(name):
    """Return the two examples of a page, each also with what was locked, what was reviewed, and the records."""
    found = sections(name)
    example = next(body for title, body in found.items() if title.startswith("Example"))
    for whole in (example, found["Use instead"]):
        body, _, before = whole.partition("\nreviewed as:\n")
        said = [(source, how, text.replace("\\f", "\f")) for source, how, text in SAYING.findall(body)]
        texts, locked = ({s: text for s, how, text in said if how == wanted} for wanted in ("saying", "locked as"))
        records = tuple(map(Source, RECORD.findall(body)))
        yield RECORD.sub("", SAYING.sub("", body)).replace("\\t", "\t"), texts, locked, before or None, records


def code(name):
    """Return the code of a check."""
    return CHECKS[name].code


def codes_in_a_project(folder, text, texts):
    """Check a map as a project does, and give the codes of what was found."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "arguments").mkdir()
    for source, content in texts.items():
        (folder / "arguments" / f"{source}.txt").write_text(content, encoding="utf-8")
    file = folder / "arguments" / "map.yaml"
    file.write_text(text, encoding="utf-8")
    return {finding.code for finding in argmap.check(argmap.load(file))}


@pytest.mark.parametrize("name", NAMES)
def test_page_has_its_sections(name):
    """A page says in its first line what the flaw is, then what the check does, why, an example and a better one."""
    page = page_of(name.replace("_", "-"))
    assert re.match(r"[A-Z][^\n]{10,78}\.\n\n", page)
    assert [title.split(" (")[0] for title in sections(name)] == SECTIONS
    assert all(body.strip() for body in sections(name).values())
    assert max(map(len, page.splitlines())) <= 88


@pytest.mark.parametrize("name", NAMES)
def test_declaration(name):
    """A check that runs is declared with its function; what a reader or the project itself finds has none."""
    check = CHECKS[name]
    assert (check.run is None) == (check.code.startswith("AM0"))


@pytest.mark.parametrize("name", [name for name in NAMES if not code(name).startswith("AM0")])
def test_examples(name, inspector):
    """The first example is reported, at a place in the file; the second is not."""
    (wrong, *its_past), (right, *other_past) = locked_examples(name)
    flaws = inspector.flaws(name, wrong, *its_past)
    assert flaws
    assert all(flaw.span is not None and flaw.node is not None for flaw in flaws)
    assert not inspector.flaws(name, right, *other_past)
    for text in (wrong, right):
        assert not yaml.read(text, "map.yaml").origin.findings


@pytest.mark.parametrize("name", sorted(BY_READERS))
def test_examples_of_what_readers_find(name):
    """Reading the first example finds the flaw and nothing else; reading the second finds nothing."""
    (wrong, _), (right, _) = examples(name)
    assert {finding.code for finding in yaml.read(wrong, "map.yaml").origin.findings} == {code(name)}
    assert not yaml.read(right, "map.yaml").origin.findings


@pytest.mark.parametrize("name", ["unclear_relation", "lost_in_reading", "unused_conclusion", "mixed_indentation"])
def test_examples_of_what_the_reader_of_argdown_finds(name):
    """Reading the first example as Argdown finds the flaw and nothing else; reading the second finds nothing."""
    (wrong, _), (right, _) = examples(name)
    assert {finding.code for finding in argdown.read(wrong, "map.argdown").origin.findings} == {code(name)}
    assert not argdown.read(right, "map.argdown").origin.findings


@pytest.mark.parametrize("name", ["unreadable_text", "unused_ignore"])
def test_examples_of_what_the_project_finds(name, tmp_path):
    """Checking the first example in a project finds the flaw; checking the second does not."""
    (wrong, _), (right, texts) = examples(name)
    assert code(name) in codes_in_a_project(tmp_path / "wrong", wrong, {})
    assert code(name) not in codes_in_a_project(tmp_path / "right", right, texts)


def test_examples_of_what_writing_loses():
    """Writing the first example reports the loss; writing the second does not."""
    names = {"ArgumentMap": ArgumentMap, "Statement": Statement, "Relation": Relation, "Kind": Kind}
    wrong, right = (eval(text.strip(), names) for text, _ in examples("lost_in_writing"))  # noqa: S307
    assert [finding.code for finding in yaml.write(wrong).findings] == ["AM009"]
    assert not yaml.write(right).findings


def test_examples_of_a_lock():
    """Reading the first example as a lock finds a line that cannot be believed; reading the second does not."""
    (wrong, _), (right, _) = examples("damaged_lock")
    assert read_lock(wrong.strip()).flaws
    assert not read_lock(right.strip()).flaws


@pytest.mark.parametrize("name", registry.names(rules))
def test_rules_of_readers_have_the_name_of_their_module(name):
    """A rule that readers report is called as its file is, so that its page is found."""
    assert registry.load(rules, name).RULE.name == name.replace("_", "-")


def test_each_rule_is_declared_once():
    """A code stands as a value in the module that declares it, and nowhere else in the package."""
    package = Path(argmap.__file__).parent
    declared = [
        (node.value, file.relative_to(package).parts[0])
        for file in package.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    ]
    assert sorted(code for code, _ in declared) == sorted({check.code for check in CHECKS.values()})
    assert {room for _, room in declared} == {"rules", "checks"}


def test_codes_are_unique():
    """No two checks share a code."""
    codes = [code(name) for name in NAMES]
    assert len(set(codes)) == len(codes)
