"""The word ``same`` under ``cite:``: what it cites, how it is written, and what is said where it means nothing."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

from argmap.formats import argdown
from argmap.formats import json as json_format
from argmap.formats import yaml as yaml_format
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement
from argmap.native.citation import short
from argmap.native.citing.same import SAME, run_of, stands_for

FORMS = pytest.mark.parametrize("form", [yaml_format, json_format, argdown], ids=["yaml", "json", "argdown"])
ONE, TWO = Passage("brief", Selector("two wells … dry"), "p. 3"), Passage("memo", Selector("the river"))


def written(form, data):
    """Write a statement with some passages and citations as its author might, about a source called brief."""
    if form is argdown:
        braces = json.dumps(data, ensure_ascii=False)
        return f"===\nabout: brief\n===\n\n[A]: It is dry. {braces}\n"
    return json.dumps({"about": "brief", "nodes": {"a": {"claim": "It is dry.", **data}}}, ensure_ascii=False)


def read(form, data):
    """Return the statement, and the messages about it."""
    m = form.read(written(form, data), "m")
    return m["a"], [finding.message for finding in m.origin.findings]


def citing(passages, *citations, relations=()):
    """Make a map of one statement."""
    return ArgumentMap(
        about="brief",
        statements=(Statement("a", Kind.CLAIM, "It is dry.", passages=passages, citations=citations),),
        relations=relations,
    )


def copied(*passages):
    """Cite passages as ``same`` does."""
    ids = ("a@brief", "a@memo")
    return tuple(Citation(ids[p is TWO], p.source, p.selector, p.locator) for p in passages)


@FORMS
def test_same_cites_what_stands_under_from(form):
    """Each passage is a citation that supports, at the place of the passage, with the usual id."""
    statement, messages = read(form, {"from": ['"two wells … dry" p. 3', 'memo "the river"'], "cite": SAME})
    assert statement.citations == copied(ONE, TWO)
    assert [c.span for c in statement.citations] == [p.span for p in statement.passages]
    assert [c.statement for c in statement.citations] == ["a", "a"]
    assert messages == []


@FORMS
def test_same_stands_among_other_citations(form):
    """What stands before it and after it is cited too, in order."""
    statement, _ = read(form, {"from": 'memo "the river"', "cite": ["census table 4", SAME, 'memo "a pond"']})
    assert [(c.id, c.source) for c in statement.citations] == [
        *(("a@census", "census"), ("a@memo", "memo"), ("a@memo #2", "memo"))
    ]


@FORMS
@pytest.mark.parametrize("passages", [(ONE,), (ONE, TWO)])
def test_what_says_the_same_is_written_so(form, passages):
    """Citations that repeat all passages are written in a word, and read back as they were."""
    other = Citation("a@census", "census", locator="table 4")
    for citations in (copied(*passages), (other, *copied(*passages))):
        m = citing(passages, *citations)
        text = form.write(m).text
        assert SAME in text.split("cite")[1]
        assert text.count("two wells") == 1
        assert form.read(text, "m") == m


@FORMS
@pytest.mark.parametrize(
    "citations",
    [
        copied(ONE),
        (copied(TWO)[0], copied(ONE)[0]),
        (evolve(copied(ONE)[0], fair=True), copied(TWO)[0]),
        (evolve(copied(ONE)[0], id="own"), copied(TWO)[0]),
        (evolve(copied(ONE)[0], stance=Stance.CONTEXT), copied(TWO)[0]),
        (evolve(copied(ONE)[0], locator="p. 4"), copied(TWO)[0]),
    ],
    ids=["some of them", "another order", "fair", "an id", "another stance", "another page"],
)
def test_what_says_anything_else_is_written_out(form, citations):
    """Citations with something of their own, or not of all passages in order, are written one by one."""
    m = citing((ONE, TWO), *citations)
    text = form.write(m).text
    assert SAME not in text
    assert form.read(text, "m") == m


def test_an_undercut_citation_is_written_out():
    """A citation that something undercuts has a record, under which that stands."""
    m = citing((ONE,), *copied(ONE), relations=(Relation.make("undercut", ["a"], "a@brief"),))
    text = yaml_format.write(m).text
    assert "unless" in text
    assert yaml_format.read(text, "m") == m


@FORMS
def test_a_source_or_phrase_called_same_is_read_back(form):
    """What is called like the word is written so that it is not taken for it, in 'from' too."""
    for place in (("same", None), ("brief", Selector("same")), ("brief", Selector("see above")), ("ditto", None)):
        m = citing((Passage(*place),), Citation(f"a@{place[0]}", *place, Stance.CONTEXT), Citation("x", *place))
        again = form.read(form.write(m).text, "m")
        assert again == m
        assert again.origin.findings == ()
    assert short("same", None, None, "brief") is None


@FORMS
def test_phrase_in_quotation_marks_is_a_phrase(form):
    """The word in quotation marks of its own is looked up."""
    statement, messages = read(form, {"from": "two wells", "cite": '"same"'})
    assert (statement.citations[0].selector, messages) == (Selector("same"), [])


@FORMS
def test_same_without_a_passage_is_told(form):
    """Where nothing stands under 'from', nothing is cited, and that is said once."""
    message = "'same' cites what stands beside it under 'from:', and nothing does: write the passage there, or here"
    assert read(form, {"cite": SAME}) == (Statement("a", Kind.CLAIM, "It is dry."), [message])
    statement, messages = read(form, {"from": {"at": "p. 3"}, "cite": SAME})
    assert (statement.citations, messages) == ((), ["a passage names a source, or phrases in 'quote:', or both"])


@FORMS
def test_same_twice_is_told(form):
    """The passages are cited once."""
    statement, messages = read(form, {"from": "two wells", "cite": [SAME, SAME]})
    assert len(statement.citations) == 1
    assert messages == ["'same' cites the passages under 'from:' a second time: delete it"]


@FORMS
def test_same_under_from_is_told(form):
    """There it would mean itself."""
    statement, messages = read(form, {"from": [SAME, "two wells"]})
    assert len(statement.passages) == 1
    assert [message.partition(",")[0] for message in messages] == ["'same' stands under 'cite:'"]


@FORMS
@pytest.mark.parametrize("word", ["Same", "from", True, "ditto", "Ibid.", "as above", "same as from"])
def test_other_words_are_told_and_read(form, word):
    """What people write for it is read as it was meant, and answered with the word."""
    statement, messages = read(form, {"from": '"two wells … dry" p. 3', "cite": word})
    assert statement.citations == copied(ONE)
    (message,) = messages
    assert "names no source: write " in message
    assert SAME in message


def test_other_words_name_sources_where_nothing_stands_under_from():
    """A source may be called 'ditto'."""
    statement, messages = read(yaml_format, {"cite": "ditto"})
    assert (statement.citations[0].source, messages) == ("ditto", [])


@FORMS
def test_layout_leaves_the_choice_to_the_author(form):
    """What is written out stays written out, and the word stays."""
    for cite in (SAME, "two wells"):
        text = written(form, {"from": "two wells", "cite": cite})
        laid = form.lay_out(text)
        assert (laid.count("two wells"), SAME in laid) == (text.count("two wells"), cite == SAME)


def test_a_run_is_found_in_one_pass():
    """Thousands of passages that are all the same take no time worth naming, and no run is found where one is cut."""
    citations = copied(ONE) * 3000
    assert run_of((ONE,) * 2000, citations, [True] * 3000) == 0
    assert run_of((ONE,) * 2000, citations, [True] * 1999 + [False] * 1001) is None
    assert run_of((), (), []) is None
    assert not stands_for("same " * 100_000)


@FORMS
def test_fair_is_kept(form):
    """That a person found a citation fair is read and written; of one that says nothing, nobody said so."""
    for word in (True, False):
        statement, messages = read(form, {"cite": {"quote": "two wells", "fair": word}})
        assert ([c.fair for c in statement.citations], messages) == ([word], [])
    m = citing((), Citation("a@brief", "brief", Selector("two wells"), fair=True))
    assert form.read(form.write(m).text, "m") == m
    assert "fair" not in form.write(citing((), Citation("a@brief", "brief", Selector("two wells")))).text


@FORMS
@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"cite": {"quote": "two wells", "fair": "surely"}}, "'fair' takes true or false, and this is 'surely'"),
        ({"from": {"quote": "two wells", "cite": "same"}}, "unknown key 'cite' in a passage: 'cite:' stands beside"),
        ({"cite": '"two wells" fair'}, "that a quotation is fair is said in a record"),
        ({"from": {"quote": "two wells", "fair": True}}, "unknown key 'fair' in a passage: it is a citation that is"),
        ({"cite": "two wells", "fair": True}, "unknown key 'fair' in a statement: it is a citation that is fair"),
        ({"cite": "two wells", "same": True}, "unknown key 'same' in a statement: 'same' is a citation"),
        ({"from": "two wells", "cite": {"source": "s", "same": True}}, "unknown key 'same' in a citation: 'same' st"),
    ],
)
def test_fair_and_same_in_other_places_are_told(form, data, said):
    """Both words belong to citations, and whoever writes them elsewhere is told where."""
    statement, messages = read(form, data)
    assert not any(citation.fair for citation in statement.citations)
    assert [message.startswith(said) for message in messages] == [True]
