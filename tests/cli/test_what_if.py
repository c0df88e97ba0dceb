"""`argmap what-if`: what would change."""

from __future__ import annotations

import json

import pytest

MAP = """\
title: T
sources:
  report: {title: Report, authors: [Ada Lovelace], publisher: City Press}
  survey: {title: Survey, publisher: City Press}
nodes:
  do: {recommendation: Do it., because: [x]}
  x: {claim: X., because: [a, b], but: [c]}
  a: {claim: A., cite: report}
  b: {claim: B., cite: survey}
  c: {claim: C., title: A cost, cite: report}
  d: {claim: D.}
  q: {question: Q?}
"""


@pytest.fixture(autouse=True)
def _map(project) -> None:
    project({"map.yaml": MAP})


def test_losses_and_gains_are_told(run) -> None:
    """Each statement that changes has a line, with what it is and what it would be; the last line counts them."""
    done = run("what-if", "map.yaml", "--without", "source=report")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "standing                 ground           statement",
        "rejected -> accepted     unverified       do (recommendation)",
        "rejected -> accepted     unverified       x",
        "accepted -> unsupported  unverified -> -  a",
        "accepted -> unsupported  unverified -> -  c",
        "",
        "2 would fall, 2 would rise.",
    ]


def test_a_publisher_falls_with_all_of_its_sources(run) -> None:
    """What has two sources of one publisher falls with it."""
    done = run("what-if", "map.yaml", "--without", "publisher=city press", "--json")
    found = json.loads(done.stdout)
    assert found["basis"] == "declared"
    assert found["changes"][0] == {
        "id": "do",
        "kind": "recommendation",
        "standing": ["rejected", "unsupported"],
        "grade": ["unverified", None],
        "stands_on": [None, None],
        "gain": False,
        "loss": False,
    }
    assert [change["id"] for change in found["changes"]] == ["do", "x", "a", "b", "c"]


def test_a_step_fails_while_its_statements_stand(run) -> None:
    """Without the attack the claim rises; without the only support of the recommendation, that falls."""
    done = run("what-if", "map.yaml", "--without", "step=c -| x")
    assert done.stdout.splitlines()[1:] == [
        "rejected -> accepted  unverified  do (recommendation)",
        "rejected -> accepted  unverified  x",
        "",
        "2 would rise.",
    ]
    done = run("what-if", "map.yaml", "--without", "step=x -> do")
    assert done.stdout.splitlines()[1:] == [
        "rejected -> unsupported  unverified -> -  do (recommendation)",
        "",
        "1 would still not stand.",
    ]


def test_a_root_falls_with_what_reports_nothing_else(run, project) -> None:
    """So does an origin with all that goes back to it."""
    sources = "{data: {title: D}, a: {title: A, based-on: data}, b: {title: B, based-on: [data, c], origin: Office}}"
    nodes = "{x: {claim: X., cite: a}, y: {claim: Y., cite: b}}"
    project({"based.yaml": f"sources: {sources}\nnodes: {nodes}\n"})
    done = run("what-if", "based.yaml", "--without", "root=data")
    assert [line.split()[-1] for line in done.stdout.splitlines()[1:-2]] == ["x"]
    done = run("what-if", "based.yaml", "--without", "origin=office")
    assert [line.split()[-1] for line in done.stdout.splitlines()[1:-2]] == ["y"]


def test_several_suppositions_hold_together(run) -> None:
    """Options add up, and a statement is named by its title too."""
    options = ("--without", "author=Ada Lovelace", "--with", "statement=A cost", "--with", "statement=d")
    done = run("what-if", "map.yaml", *options, "--basis", "cited")
    assert done.stdout.splitlines()[1:] == [
        "accepted -> unsupported  unverified -> -            a",
        "accepted                 unverified -> independent  c",
        "unsupported -> accepted  - -> independent           d",
        "",
        "1 would fall, 1 would rise, 1 would only change grounds.",
    ]


def test_what_is_rejected_instead_of_unsupported_has_not_risen(run, project) -> None:
    """An objection that gets a source, and is answered, stands as little as before."""
    nodes = "{c: {claim: C., cite: report, but: [o]}, o: {objection: O., but: [p]}, p: {claim: P., cite: survey}}"
    project({"answered.yaml": f"nodes: {nodes}\n"})
    done = run("what-if", "answered.yaml", "--with", "statement=o")
    assert done.stdout.splitlines()[1:] == [
        "unsupported -> rejected  - -> independent  o",
        "",
        "1 would still not stand.",
    ]


def test_an_objection_gains_and_loses_force(run, project) -> None:
    """Objections are counted by themselves: what they gain is none for what they speak against."""
    nodes = "r: {claim: R., cite: s, but: [o]}, o: {objection: O., cite: s, but: [a]}, a: {claim: A., cite: t}"
    project({"answered.yaml": f"nodes: {{{nodes}}}\nsources: {{s: S, t: T}}\n"})
    told = run("what-if", "answered.yaml", "--without", "source=t").stdout
    assert told.endswith("\n\n2 would fall, 1 objection would gain force.\n")
    told = run("what-if", "answered.yaml", "--without", "source=s").stdout
    assert "objection" not in told
    project({"open.yaml": f"nodes: {{{nodes.replace('A., cite: t', 'A.')}}}\nsources: {{s: S}}\n"})
    told = run("what-if", "open.yaml", "--with", "statement=a").stdout
    assert told.endswith("\n\n2 would rise, 1 objection would lose force.\n")


def test_nothing_may_change(run) -> None:
    """A statement that supports nothing and has nothing changes nothing by its fall."""
    assert run("what-if", "map.yaml", "--without", "statement=d").stdout == "Nothing would change.\n"


def test_of_several_maps_each_is_told(run, project) -> None:
    """A source falls in every map of the project."""
    project({"other.yaml": MAP.replace("cite: report", "cite: survey")})
    done = run("what-if", "map.yaml", "other.yaml", "--without", "author=Ada Lovelace")
    assert done.stdout.startswith("map.yaml\nstanding ")
    assert done.stdout.endswith("\n\nother.yaml\nNothing would change.\n")
    done = run("what-if", "map.yaml", "other.yaml", "--without", "author=Ada Lovelace", "--json")
    rows = json.loads(done.stdout)
    assert [(row["map"], len(row["changes"])) for row in rows] == [
        ("map.yaml", 4),
        ("other.yaml", 0),
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--without", "source=reprot"], "argmap: unknown source 'reprot': did you mean 'report'?"),
        (["--without", "publisher=Citi Press"], "argmap: unknown publisher 'Citi Press': did you mean 'City Press'?"),
        (["--without", "step=x -> od"], "argmap: unknown step 'x -> od': did you mean 'x -> do'?"),
        (["--without", "root=report"], "argmap: unknown root 'report': there are none"),
        (["--with", "statement=e"], "argmap: unknown statement 'e': choose from a, b, c, d, do, q, x"),
        (["--with", "statement=q"], "argmap: q is a question: it takes no part in the evaluation"),
        (
            ["--with", "source=report"],
            "Error: Invalid value for '--with': 'source=report' does not say what it names: write statement=…",
        ),
        (["--with", "d"], "Error: Invalid value for '--with': 'd' does not say what it names: write statement=…"),
        (["--without", "statement=a", "--with", "statement=a"], "Error: 'a' cannot both fall and have a source"),
        ([], "Error: say what to suppose: --without source=…, or --with statement=…"),
    ],
)
def test_what_cannot_be_supposed_is_one_sentence(run, options, said) -> None:
    """An unknown name is told with the nearest one, and nothing is printed."""
    done = run("what-if", "map.yaml", *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1] == said


def test_a_statement_of_two_maps_is_not_guessed(run, project) -> None:
    """Which map is meant is asked."""
    project({"other.yaml": MAP})
    done = run("what-if", "map.yaml", "other.yaml", "--without", "statement=a")
    assert (done.exit_code, done.stderr) == (
        2,
        "argmap: a is in map.yaml (line 8) and other.yaml (line 8): name the map\n",
    )


def test_what_an_order_of_values_has_of_it(run, project) -> None:
    """Both what is and what would be are as an order of the map's values has it weighed; JSON has the order."""
    nodes = """\
      act: {recommendation: Act., because: [{reason: r, values: health}], but: [{reason: k, values: jobs}]}
      r: {claim: R., cite: report}
      k: {objection: K., cite: survey}
    """
    project({"valued.yaml": f"orders: {{shops: jobs > health}}\nnodes:\n{nodes}\nsources: {{report: R, survey: S}}\n"})
    supposed = ["valued.yaml", "--without", "source=survey"]
    assert "undecided -> accepted    unverified       act" in run("what-if", *supposed).stdout
    assert "rejected -> accepted     unverified       act" in run("what-if", *supposed, "--order", "shops").stdout
    assert json.loads(run("what-if", *supposed, "--order", "shops", "--json").stdout)["order"] == "shops"
    done = run("what-if", *supposed, "--order", "shop")
    assert (done.exit_code, done.stderr) == (2, "argmap: unknown order of values 'shop': did you mean 'shops'?\n")


def test_a_single_citation_or_assumption_can_fall(run, project) -> None:
    """A ground is named as weak names it, and falls by itself."""
    nodes = "a: {claim: A., cite: s}, b: {claim: B., cite: s}, c: {assumption: C.}, r: {claim: R., because: [a, c]}"
    project({"grounds.yaml": f"nodes: {{{nodes}}}\n"})
    (found,) = json.loads(run("weak", "r", "grounds.yaml", "--of", "ground", "--json").stdout)
    names = [each["name"] for each in found["cut_sets"][0]]
    assert names == ["a@s", "c"]
    told = run("what-if", "grounds.yaml", *(f"--without=ground={name}" for name in names)).stdout
    assert [line.split()[-1] for line in told.splitlines()[1:4]] == ["a", "c", "r"]
    assert "2 would fall" in run("what-if", "grounds.yaml", "--without", "source=s", "--basis", "declared").stdout
    done = run("what-if", "grounds.yaml", "--without", "ground=a@t")
    assert (done.exit_code, done.stderr) == (2, "argmap: unknown ground 'a@t': did you mean 'a@s'?\n")
