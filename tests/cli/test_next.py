"""`argmap next`: the work list of a map, or of all."""

from __future__ import annotations

import json

MAP = """\
title: T
nodes:
  do: {recommendation: Do it., because: [a + b]}
  a: {claim: A.}
  b: {claim: B.}
  stop: {recommendation: Stop., because: [c]}
  c: {claim: C., because: [d + e + f + g + h]}
  d: {claim: D.}
  e: {claim: E.}
  f: {claim: F.}
  g: {claim: G.}
  h: {claim: H.}
"""


def test_what_changes_most_comes_first(run, project) -> None:
    """A premise that is enough by itself goes before sources that are needed together, and these before the rest."""
    project({"map.yaml": MAP})
    done = run("next", "map.yaml")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:6] == [
        "  1. a source for the claim 'c' itself: 2 statements would be accepted, the recommendation 'stop' among them",
        "     map.yaml:7",
        "  2. sources for 'a' and 'b': 3 statements would be accepted, the recommendation 'do' among them",
        "     map.yaml:4",
        "  3. a source for 'd': 'd' would be accepted",
        "     map.yaml:8",
    ]


def test_what_another_item_changes_too_is_said(run, project) -> None:
    """Alternatives are told with how much of it comes of an earlier item already."""
    lines = "r: {recommendation: R., because: [a, b]}, a: {claim: A., because: [x]}, b: {claim: B., because: [y]}"
    project({"map.yaml": f"nodes: {{{lines}, x: {{claim: X.}}, y: {{claim: Y.}}}}\n"})
    told = "a source for {}: 3 statements would be accepted, the recommendation 'r' among them"
    first, second = run("next", "map.yaml").stdout.splitlines()[::2]
    assert first == "  1. " + told.format("'x'")
    assert second == "  2. " + told.format("'y'") + " (item 1 changes 1 of these already)"


def test_what_would_only_be_rejected_is_no_work(run, project) -> None:
    """A source for an answered objection, by which nothing fares better or worse, is not proposed."""
    project({"map.yaml": "nodes: {o: {objection: O., but: [c]}, c: {claim: C., cite: s}}\nsources: {s: S}\n"})
    assert run("next", "map.yaml").stdout == "No source, no judgement and no answer would change anything.\n"


def test_an_answer_is_work_too(run, project) -> None:
    """What would answer an objection is told, and what it would change; an answer that only fells is no task."""
    nodes = "  a: {claim: A., because: [b], but: [c]}\n  b: {assumption: B.}\n  c: {assumption: C.}\n"
    more = "  d: {assumption: D., but: [e]}\n  e: {assumption: E., but: [f]}\n  f: {assumption: F.}\n"
    project({"map.yaml": f"nodes:\n{nodes}{more}"})
    found = json.loads(run("next", "map.yaml", "--json").stdout)
    assert [(task["kind"], task["statements"], task["what"], task["line"]) for task in found] == [
        ("answer", ["c"], "an answer to 'c', which attacks 'a'", 4)
    ]
    assert found[0]["changes"] == {"a": ["rejected", "accepted"]}


WEIGHED = """\
nodes:
  do: {{recommendation: Do it., because: [p, q + r], but: [{but}]{more}}}
  p: {{claim: P., cite: s}}
  q: {{claim: Q., cite: s}}
  r: {{claim: R., cite: s}}
  o: {{objection: O., cite: t}}
  n: {{objection: N., cite: t}}
  w: {{claim: W.}}
  then: {{claim: Then., because: [do]}}
sources: {{s: S, t: T}}
"""


def test_a_judgement_is_work_too(run, project) -> None:
    """Where costs stand, whether they are outweighed is asked of all of them at once, and goes before answers."""
    project({"map.yaml": WEIGHED.format(but="o, {reason: n, outweighed-by: w}", more="")})
    assert run("next", "map.yaml", "--most", "1").stdout.startswith(
        "  1. a judgement whether 'p' or 'q' + 'r' outweighs 'o' and 'n' (under 'outweighed-by:'): if so, 2 statements "
        "would be accepted, the recommendation 'do' among them\n     map.yaml:2\n"
    )
    task = json.loads(run("next", "map.yaml", "--json").stdout)[0]
    assert (task["kind"], task["statements"], task["line"]) == ("weigh", ["do", "o", "n"], 2)
    assert task["changes"] == {"do": ["undecided", "accepted"], "then": ["undecided", "accepted"]}


def test_what_no_judgement_decides_is_not_asked(run, project) -> None:
    """A citation against a statement is answered; a cost that is outweighed, or that defeats, is judged already."""
    kinds = []
    for but, more in (
        ("", ", cite: {source: t, stance: contradicts}"),
        ("{reason: o, outweighed-by: p}", ""),
        ("{reason: o, force: defeats}", ""),
    ):
        project({"map.yaml": WEIGHED.format(but=but, more=more)})
        kinds.append([task["kind"] for task in json.loads(run("next", "map.yaml", "--json").stdout)])
    assert kinds == [["answer", "source"], ["source"], ["answer", "source"]]


def test_a_contradiction_an_undercut_and_a_citation_against_can_be_answered(run, project) -> None:
    """Each is named by what it is."""
    lines = [
        "top: {claim: Top., because: [a]}",
        "a: {assumption: A., contradicts: [b]}",
        "b: {assumption: B.}",
        "c: {claim: C., because: [{reason: d, unless: [e], id: step}]}",
        "d: {assumption: D.}",
        "e: {assumption: E.}",
        "f: {assumption: F., cite: {source: s, stance: contradicts}}",
    ]
    project({"map.yaml": "\n  ".join(["nodes:", *lines]) + "\nsources: {s: S}\n"})
    told = [task["what"] for task in json.loads(run("next", "map.yaml", "--json").stdout)]
    assert sorted(told) == [
        "an answer to 'b', which contradicts 'a'",
        "an answer to 'e', which undercuts 'step'",
        "an answer to what 's' says against 'f'",
    ]


def test_all_maps_of_the_project_share_one_list(run, project) -> None:
    """Each task says in which map it is; as many as are asked for are told."""
    project({"arguments/a.yaml": "nodes: {a: {claim: A.}}", "arguments/b.yaml": MAP})
    found = json.loads(run("next", "--json").stdout)
    assert {task["map"] for task in found} == {"arguments/a.yaml", "arguments/b.yaml"}
    done = run("next", "--most", "1")
    assert done.stdout.count("arguments/") == 1
    assert done.stdout.endswith("more would change less; --most tells more of them.\n")


def test_a_map_in_which_nothing_is_to_be_done(run, project) -> None:
    """That is a sentence, and an empty list."""
    project({"a.yaml": "nodes: {a: {assumption: A.}}"})
    assert run("next", "a.yaml").stdout == "No source, no judgement and no answer would change anything.\n"
    assert json.loads(run("next", "a.yaml", "--json").stdout) == []


def test_what_cannot_be_read_is_told(run, project) -> None:
    """The others are looked into all the same, and the status is 2."""
    project({"a.yaml": "nodes: {a: {claim: A.}}", "b.yaml": "nodes: {}"})
    done = run("next", "a.yaml", "b.yaml")
    assert (done.exit_code, done.stderr) == (2, "argmap: b.yaml has no statements\n")
    assert "a source for 'a'" in done.stdout


def test_what_is_too_large_is_told(run, project, monkeypatch) -> None:
    """Where not everything was tried, that is said on standard error."""
    monkeypatch.setattr("argmap.workflows.todo.worklist._MOST_TRIALS", 10)
    project({"a.yaml": "nodes:\n" + "".join(f"  a{i}: {{claim: A.}}\n" for i in range(11))})
    assert run("next", "a.yaml").stderr == "argmap: a.yaml is large: only what promises most was tried\n"
