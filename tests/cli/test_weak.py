"""`argmap weak`, and `argmap sources --impact`: what hangs on what."""

from __future__ import annotations

import json

import pytest

from argmap.workflows.weak import drops, sets

MAP = """\
title: T
sources:
  report: {title: Report, authors: [Ada Lovelace], publisher: City Press}
  survey: {title: Survey, publisher: City Press}
nodes:
  do: {recommendation: Do it., because: [a, b]}
  stop: {recommendation: Stop., because: [c + d]}
  wait: {recommendation: Wait.}
  a: {claim: A., cite: report}
  b: {claim: B., cite: survey, but: [e]}
  c: {assumption: C.}
  d: {claim: D., cite: report}
  e: {claim: E., title: Not so, cite: report}
  q: {question: Q?}
"""

VALUED = """\
sources: {s: S, t: T}
orders: {parents: health > jobs, shops: jobs > health, owners: [jobs > health], clerks: jobs > time}
nodes:
  act: {recommendation: Act., because: [{reason: r, values: health}], but: [{reason: k, values: jobs}]}
  r: {claim: R., cite: s}
  k: {objection: K., cite: t}
  why: {question: Why?, because: [r, k]}
"""


@pytest.fixture(autouse=True)
def _map(project) -> None:
    project({"map.yaml": MAP})


def test_each_recommendation_is_told(run) -> None:
    """What brings it down comes sources first, then what it rests on; what has no support is listed last."""
    done = run("weak", "map.yaml")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "do is accepted",
        "  falls with the publisher 'City Press' (then unsupported)",
        "  falls with the statement 'a' (then rejected)",
        "  falls if 'report' and 'survey' are both lost (then unsupported)",
        "  supported by any one of 2 sets of sources (objections aside): report; survey",
        "  weakest link of its best line: 'a' (unverified)",
        "  2 lines to 'do' go back to the publisher 'City Press': a; b",
        "  1 objection to it or its lines: 1 standing (e on b)",
        "",
        "stop is accepted",
        "  falls with the source 'report' (then unsupported)",
        "  falls with each of the statements 'c' and 'd' (then unsupported)",
        "  weakest link of its best line: 'c' (assumed)",
        "",
        "unsupported as it is",
        "  wait: accepted with a source for 'wait'",
    ]


def test_one_statement_can_be_asked_for(run) -> None:
    """It is named by id, title or text, with or without a path."""
    expected = "e is accepted\n  falls with the source 'report' (then unsupported)\n"
    expected += "  weakest link of its best line: 'e' (unverified)\n  best line:\n    e: report (unverified)\n"
    for arguments in (["e", "map.yaml"], ["Not so", "map.yaml", "--basis", "cited"]):
        assert run("weak", *arguments).stdout == expected


@pytest.mark.parametrize("text", ["At 30 km/h, e.g. on 5.2 of 10 streets.", "It rains. " * 60])
def test_a_text_is_no_path(run, project, text) -> None:
    """A statement is found by a text with slashes and full stops, or one too long to be the name of a file."""
    project({"map.yaml": f"nodes:\n  a: {{claim: '{text.strip()}', cite: x}}\n"})
    assert run("weak", text.strip()).exit_code == 2
    assert run("weak", text.strip(), "map.yaml").stdout.startswith("a is accepted\n")


def test_json_has_every_point(run) -> None:
    """Authors and publishers of a single source are among them."""
    (found,) = json.loads(run("weak", "stop", "map.yaml", "--json").stdout)
    assert {key: found[key] for key in ("map", "id", "standing", "grade", "weakest")} == {
        "map": "map.yaml",
        "id": "stop",
        "standing": "accepted",
        "grade": "assumed",
        "weakest": ["c"],
    }
    assert [(point["kind"], point["name"]) for point in found["points"]] == [
        ("source", "report"),
        ("publisher", "City Press"),
        ("author", "Ada Lovelace"),
        ("statement", "c"),
        ("statement", "d"),
        ("step", "c + d -> stop"),
    ]
    assert found["points"][1]["sources"] == ["report", "survey"]
    assert found["points"][1]["standing"] == "unsupported"


FULL = """\
title: T
sources:
  survey: {title: Survey, origin: City  data}
  leaflet: {title: Leaflet, based-on: survey}
  memo: {title: Memo, based-on: leaflet}
  audit: {title: Audit, origin: city data}
nodes:
  r: {recommendation: R., because: [a, b], but: [cost, {reason: harm, outweighed-by: a}]}
  a: {claim: A., because: [{reason: a1 + a2, id: jump}], but: [doubt]}
  a1: {premise: A1., cite: [leaflet p. 1, audit p. 2]}
  a2: {assumption: A2.}
  b: {claim: B., cite: memo p. 2, but: [nay]}
  cost: {objection: Cost., but: [b]}
  harm: {objection: Harm., cite: panel p. 4}
  doubt: {objection: Doubt., cite: panel p. 5, but: [a1]}
  nay: {objection: Nay., cite: panel p. 6, but: [yea]}
  yea: {claim: Yea.}
"""


def test_one_statement_is_told_in_full(run, project) -> None:
    """Steps, pairs, sets, the best line, what lines share and what becomes of objections are all there."""
    project({"full.yaml": FULL})
    done = run("weak", "r", "full.yaml")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "r is accepted",
        "  falls with each of the statements 'a', 'a1' and 'a2' (then rejected)",
        "  falls with each of 3 steps (then rejected):",
        "    a -> r",
        "    jump",
        "    a1 -| doubt",
        "  falls if 'leaflet' and 'audit' are both lost (then rejected)",
        "  supported by any one of 3 sets of sources (objections aside, assumptions granted):",
        "    leaflet",
        "    audit",
        "    memo",
        "  weakest link of its best line: 'b' (unverified)",
        "  best line:",
        "    r <- b",
        "    b: memo (unverified) (rejected)",
        "  but that line does not stand; of those that do, the best rests on assumed grounds",
        "  best line that stands:",
        "    r <- a",
        "    a <- a1 + a2",
        "    a1: leaflet (unverified)",
        "    a2: assumed",
        "  4 objections to it or its lines:",
        "    1 standing: nay on b",
        "    1 answered: doubt on a",
        "    1 outweighed: harm",
        "    1 without evidence: cost",
        "",
        "(a -> b: a is a reason for b; a -| b: a is an objection to b)",
    ]
    assert run("weak", "b", "full.yaml").stdout.splitlines() == [
        "b is rejected",
        "  weakest link of its best line: 'b' (unverified)",
        "  best line:",
        "    b: memo (unverified) (rejected)",
        "  1 objection to it or its lines:",
        "    1 standing: nay",
        "  would be accepted with a source for 'yea'",
    ]


def test_long_lists_are_cut(run, project) -> None:
    """Of many pairs, sets and lines that share a source the first are told, and how many there are besides."""
    many = range(40)
    reasons = ", ".join(f"e{n} + f{n}" for n in many)
    nodes = [f"  e{n}: {{evidence: E{n}., cite: [a{n}, b{n}]}}\n  f{n}: {{evidence: F{n}., cite: c}}\n" for n in many]
    project({"long.yaml": f"nodes:\n  r: {{recommendation: R., because: [{reasons}]}}\n{''.join(nodes)}"})
    told = run("weak", "r", "long.yaml").stdout.splitlines()
    assert "  supported by any one of 80 sets of sources (objections aside):" in told
    assert "    and 50 more" in told
    assert told[-1].startswith("  40 lines to 'r' go back to the source 'c': e0 + f0; e1 + f1; ")
    assert told[-1].endswith("; e5 + f5; …")
    assert max(map(len, told)) <= 100
    sources = ", ".join(f"s{n}" for n in range(9))
    project({"long.yaml": f"nodes:\n  r: {{recommendation: R., cite: [{sources}]}}\n"})
    assert (
        "  falls if a set of more than 6 is lost whole; there is 1 of these"
        in run("weak", "r", "long.yaml").stdout.splitlines()
    )


@pytest.mark.parametrize(
    ("of", "lines"),
    [
        ("root", ["falls if 'survey' and 'audit' are both lost (then unsupported)"]),
        ("origin", ["falls if 'city data' and 'leaflet' are both lost (then rejected)"]),
        (
            "publisher",
            [
                "falls if 'leaflet' and 'audit' are both lost (then rejected)",
                "(no publisher is recorded for 'leaflet', 'audit' and 'memo', which stand by themselves)",
            ],
        ),
        ("ground", ["falls with the ground 'a2' (then rejected)", "a1@leaflet + a2", "a1@audit + a2", "b@memo"]),
    ],
)
def test_sets_are_made_of_what_is_asked_for(run, project, of, lines) -> None:
    """What has no root, origin or publisher stands for itself; grounds fail one by one."""
    project({"full.yaml": FULL})
    told = list(map(str.strip, run("weak", "r", "full.yaml", "--of", of).stdout.splitlines()))
    assert set(lines) <= set(told)


def test_json_has_sets_lines_and_objections(run, project) -> None:
    """Whatever is told in words is there as data."""
    project({"full.yaml": FULL})
    (found,) = json.loads(run("weak", "r", "full.yaml", "--json").stdout)
    source = {"kind": "source"}
    assert found["pairs"] == [
        {"both": [source | {"name": "leaflet"}, source | {"name": "audit"}], "standing": "rejected"}
    ]
    assert [[each["name"] for each in one] for one in found["evidence_sets"]] == [["leaflet"], ["audit"], ["memo"]]
    assert [[each["name"] for each in one] for one in found["cut_sets"]] == [["leaflet", "audit", "memo"]]
    assert found["sets_complete_to"] is None
    assert [link["id"] for link in found["best_line_that_stands"]] == ["r", "a", "a1", "a2"]
    assert found["best_line"][1] == {
        "id": "b",
        "standing": "rejected",
        "premises": [],
        "step": None,
        "source": "memo",
        "grade": "unverified",
    }
    assert found["objections"][0] == {
        "kind": "attack",
        "id": "cost -| r",
        "by": ["cost"],
        "on": "r",
        "outcome": "unsupported",
    }
    assert (found["common"], found["wants"]) == ([], [])
    (found,) = json.loads(run("weak", "b", "full.yaml", "--json").stdout)
    assert found["wants"] == [{"sources_for": ["yea"], "standing": "accepted"}]


@pytest.mark.parametrize(
    ("nodes", "told"),
    [
        (
            "r: {recommendation: R., cite: x, but: [cost]}, cost: {claim: C., cite: y}",
            "  settled by a judgement whether 'cost' is outweighed: 'argmap next' proposes it",
        ),
        (
            "r: {claim: R., cite: x, contradicts: s}, s: {claim: S., cite: y}",
            "  settled once one side of a deadlock fails: 'argmap why r' names the sides",
        ),
    ],
)
def test_what_settles_what_is_undecided_is_told(run, project, nodes, told) -> None:
    """It is a judgement, or the fall of a side that is against the other."""
    project({"open.yaml": f"nodes: {{{nodes}}}\n"})
    assert told in run("weak", "r", "open.yaml").stdout.splitlines()


def test_an_answer_that_alone_decides_is_told_in_short(run, project) -> None:
    """Where only a step brings a recommendation down with some outcome, it is named, and so is the objection."""
    nodes = "r: {recommendation: R., because: [a + b]}, a: {claim: A., cite: x, but: [{reason: o, unless: [b]}]}"
    others = "b: {claim: B., cite: x}, o: {claim: O., cite: y}, s: {recommendation: S.}"
    project({"short.yaml": f"nodes: {{{nodes}, {others}}}\n"})
    told = run("weak", "short.yaml").stdout.splitlines()
    assert "  falls with each of the statements 'a' and 'b' (then unsupported)" in told
    assert "  falls with the step 'b -x o -| a' (then rejected)" in told
    assert "  1 objection to it or its lines: 1 answered (o on a)" in told
    assert told[-1] == "(a -| b: a is an objection to b; a -x b: a says that the step or citation b fails)"


def test_other_sets_are_counted_if_they_do_as_much(run, project) -> None:
    """A set that leaves the statement rejected is none of those that would have it accepted."""
    nodes = "{claim: %s., %s}"
    reasons = nodes % ("R", "because: [a, b], but: [o]")
    answer = "o: {claim: O., cite: x, but: [n]}, n: {claim: N.}, a: {claim: A.}, b: {claim: B.}"
    other = "{recommendation: S., because: [a]}"
    project({"map.yaml": f"nodes: {{r: {reasons}, {answer}}}\n"})
    assert run("weak", "map.yaml").stdout.splitlines()[-4:] == [
        "  would be accepted with sources for 'n' and 'a'",
        "  would be accepted with sources for 'n' and 'b'",
        "  would be rejected with a source for 'a'",
        "  would be rejected with a source for 'b'",
    ]
    project({"map.yaml": f"nodes: {{r: {reasons.replace('claim', 'recommendation', 1)}, s: {other}, {answer}}}\n"})
    assert run("weak", "map.yaml").stdout.splitlines() == [
        "unsupported as it is",
        "  r: accepted with sources for 'n' and 'a', or for one other set",
        "  s: accepted with a source for 'a'",
    ]


def test_a_search_that_ends_early_is_told(run, project, monkeypatch) -> None:
    """What was not tried, and of which size sets may be missing, is said."""
    project({"full.yaml": FULL})
    monkeypatch.setattr(sets, "MOST_WORK", 30)
    monkeypatch.setattr(drops, "MOST_WORK_ON_PAIRS", 0)
    done = run("weak", "r", "full.yaml")
    assert "  (the search ended early: sets of more than 0 sources may be missing)\n" in done.stdout
    assert done.stderr == (
        "argmap: full.yaml has too many sources to drop each pair: of pairs, only lost support is told\n"
    )


def test_what_falls_with_nothing_alone_is_told(run, project) -> None:
    """Two lines from two sources hold each other's place; of several maps, each is headed by its file."""
    nodes = "{r: {claim: R., because: [a, b]}, a: {claim: A., cite: x}, b: {claim: B., cite: y}}"
    project({"two.yaml": f"nodes: {nodes}\n"})
    done = run("weak", "map.yaml", "two.yaml")
    assert done.stdout.startswith("map.yaml\ndo is accepted\n")
    assert "\n\ntwo.yaml\nr is accepted\n  no single source or statement brings it down\n" in done.stdout


def test_a_map_of_claims_alone_may_have_nothing_to_tell(run, project) -> None:
    """A map without recommendations and conclusions is told so."""
    project({"bare.yaml": "nodes:\n  a: {claim: A.}\n"})
    assert run("weak", "bare.yaml").stdout == "There is no recommendation, and no claim that reasons lead to.\n"
    assert run("weak", "bare.yaml", "--json").stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stopp", "map.yaml"], "argmap: unknown statement 'stopp': did you mean 'stop'?"),
        (["q", "map.yaml"], "argmap: q is a question: it takes no part in the evaluation"),
        (["mpa.yaml"], "argmap: mpa.yaml does not exist"),
    ],
)
def test_what_is_not_there_is_one_sentence(run, arguments, said) -> None:
    """A misspelt statement is told with the nearest one, a misspelt file as one."""
    done = run("weak", *arguments)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"{said}\n")


def test_a_map_that_cannot_be_read_does_not_hide_the_others(run, project) -> None:
    """It is told on standard error, and the status says that not all was done."""
    project({"empty.yaml": ""})
    done = run("weak", "map.yaml", "empty.yaml")
    assert done.exit_code == 2
    assert done.stderr.startswith("argmap: empty.yaml:1:1: AM001 the file is empty")
    assert done.stdout.startswith("do is accepted\n")


def test_a_large_map_is_told_to_be_looked_at_in_part(run, monkeypatch) -> None:
    """What loses its support is told all the same."""
    monkeypatch.setattr(drops, "MOST_WORK", 0)
    done = run("weak", "stop", "map.yaml")
    assert done.stderr == (
        "argmap: map.yaml is large: what fells a statement and leaves it some support was not tried throughout\n"
    )
    assert "  falls with the source 'report' (then unsupported)\n" in done.stdout
    done = run("sources", "map.yaml", "--impact")
    assert done.stderr == "argmap: map.yaml is large: for some sources only what loses all support was counted\n"


def test_of_very_many_recommendations_the_first_are_told(run, project) -> None:
    """The number is said, and any other is told by its id."""
    nodes = "".join(f"  r{number}: {{recommendation: R., cite: s}}\n" for number in range(1_001))
    project({"many.yaml": f"sources: {{s: S}}\nnodes:\n{nodes}"})
    done = run("weak", "many.yaml", "--json")
    assert [each["id"] for each in json.loads(done.stdout)] == [f"r{number}" for number in range(100)]
    assert done.stderr == (
        "argmap: many.yaml has 1,001 conclusions: the first 100 are told, others by their ids, as in 'argmap weak ID'\n"
    )
    assert run("weak", "r1000", "many.yaml").stdout.startswith("r1000 is accepted\n")
    assert (
        "has 1,001 conclusions: the first 100 are told"
        in run("render", "many.yaml", "--mark", "weak", "-o", "m.dot").stderr
    )


def test_sources_are_listed_by_what_falls_with_them(run) -> None:
    """The source with which most falls comes first, and what rises without it is counted."""
    done = run("sources", "map.yaml", "--impact")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "id      falls  recommendations  rises  title",
        "report  4      1                1      Report",
        "survey  0      0                0      Survey",
    ]
    (first, _) = json.loads(run("sources", "map.yaml", "--impact", "--json").stdout)
    assert first["falls"][0] == {"map": "map.yaml", "id": "stop", "standing": ["accepted", "unsupported"]}
    assert first["rises"] == [{"map": "map.yaml", "id": "b", "standing": ["rejected", "accepted"]}]
    assert (first["id"], first["recommendations"], len(first["falls"])) == ("report", 1, 4)


def test_only_a_source_without_a_record_has_none(run, project) -> None:
    """A record without a title leaves that column empty; where there is no record, that is said."""
    project({"bare.yaml": "nodes: {a: {claim: A., cite: [one, two]}}\nsources: {one: {kind: data}}\n"})
    assert [line.split(maxsplit=4)[4:] for line in run("sources", "bare.yaml", "--impact").stdout.splitlines()[1:]] == [
        [],
        ["(no record)"],
    ]


def test_two_lists_at_once_are_not_printed(run) -> None:
    """Links and impact are asked for one at a time."""
    done = run("sources", "map.yaml", "--impact", "--links")
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == "Error: --impact and --links are two lists: ask for one of them"


def test_whose_values_count_is_told(run, project) -> None:
    """It is told under which orders of values a recommendation is something else, in JSON what it is under each."""
    project({"valued.yaml": VALUED})
    assert run("weak", "valued.yaml").stdout.splitlines()[:2] == [
        "act is undecided",
        "  under parents it is accepted, under shops and owners it is rejected: see --order parents",
    ]
    (found,) = json.loads(run("weak", "valued.yaml", "--json").stdout)
    assert (found["order"], found["orders"]) == (
        None,
        {"parents": "accepted", "shops": "rejected", "owners": "rejected", "clerks": "undecided"},
    )


def test_weak_under_an_order(run, project) -> None:
    """A map is told of as an order of its values has it weighed; the order is in the JSON, and no other is told."""
    project({"valued.yaml": VALUED})
    done = run("weak", "act", "valued.yaml", "--order", "parents")
    assert done.stdout.splitlines()[:2] == ["act is accepted", "  falls with the source 's' (then unsupported)"]
    (found,) = json.loads(run("weak", "valued.yaml", "--order", "shops", "--json").stdout)
    assert (found["standing"], found["order"], found["orders"]) == ("rejected", "shops", {})


def test_orders_that_are_not_there(run, project) -> None:
    """A misspelt order is told with the nearest; of several maps, those are told that have it."""
    project({"valued.yaml": VALUED})
    done = run("weak", "valued.yaml", "--order", "parent")
    assert (done.exit_code, done.stderr) == (2, "argmap: unknown order of values 'parent': did you mean 'parents'?\n")
    done = run("weak", "map.yaml", "--order", "parents")
    assert (done.exit_code, done.stderr) == (2, "argmap: unknown order of values 'parents': there are none\n")
    assert run("weak", "map.yaml", "valued.yaml", "--order", "shops").stdout.splitlines()[0] == "act is rejected"


def test_a_question_with_answers_is_for_the_matrix(run, project) -> None:
    """What compares the answers to a question is named where there are some to compare."""
    project({"valued.yaml": VALUED})
    said = "why is a question: it takes no part in the evaluation; argmap matrix why compares its answers\n"
    assert run("weak", "why", "valued.yaml").stderr == f"argmap: {said}"
    assert run("why", "why", "valued.yaml").stdout == said
