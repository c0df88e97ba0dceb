"""`argmap solve`: questions about frameworks and maps, answered as the competitions have it."""

from __future__ import annotations

import json
import sys

import pytest

from argmap.cli.commands import solve
from argmap.frameworks.certificate import Certificate
from argmap.frameworks.search.budget import BudgetSpentError

from .test_imports import loaded
from .test_imports import run as program

DUEL = "p af 4\n1 2\n2 1\n2 3\n3 3\n"
FACTS = 'arg(a). arg("b c").\natt(a,"b c"). att("b c",a).\n'
STREET = """\
sources: {log: Log, plan: Plan}
nodes:
  wet: {claim: The street is wet., because: [rain, wash], but: [cover]}
  rain: {evidence: It rained., cite: log}
  wash: {evidence: It was washed., cite: log}
  cover: {objection: It is covered., cite: plan, contradicts: rain}
  odd: {claim: It is odd.}
"""


@pytest.fixture(autouse=True)
def _files(project) -> None:
    project({"duel.af": DUEL, "facts.apx": FACTS, "odd.tgf": "a\n#\na a\n", "street.yaml": STREET})


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("duel.af -p DC-PR -a 1", "YES\nw 1 4\n"),
        ("duel.af -p dc-preferred -a 3", "NO\n"),
        ("duel.af -p DS-PR -a 4", "YES\n"),
        ("duel.af -p DS-PR -a 2", "NO\nw 1 4\n"),
        ("duel.af -p SE-ST", "w 2 4\n"),
        ("duel.af -p SE-ID", "w 4\n"),
        ("duel.af -p CE-CO", "3\n"),
        ("facts.apx -p EE-NA", '[[a],["b c"]]\n'),
        ("facts.apx -p SE-GR", "w\n"),
        ("facts.apx -p EE-GR", "[[]]\n"),
        ("odd.tgf -p EE-ST", "[]\n"),
        ("odd.tgf -p SE-ST", "NO\n"),
        ("odd.tgf -p CE-ST", "0\n"),
    ],
)
def test_answers_are_printed_as_competitions_ask(run, line, printed) -> None:
    """YES, NO, lines of witnesses, lists and counts stand on standard output, and nothing else does."""
    done = run("solve", *line.split())
    assert (done.exit_code, done.stdout, done.stderr) == (0, printed, "")


def test_a_vacuous_yes_is_said_to_be_one(run) -> None:
    """Where there is no stable extension, that an argument is in all of them says nothing."""
    done = run("solve", "odd.tgf", "-p", "DS-ST", "-a", "a")
    assert (done.exit_code, done.stdout) == (0, "YES\n")
    assert done.stderr == "argmap: there is no ST extension: YES says nothing of a\n"


def test_counts_are_printed_however_long_they_are(run) -> None:
    """A number of more digits than Python writes by itself is printed whole, as text and in JSON."""
    duels = "p af 30000\n" + "".join(f"{each} {each + 1}\n{each + 1} {each}\n" for each in range(1, 30000, 2))
    done = run("solve", "-", "-p", "CE-ST", stdin=duels)
    assert (done.exit_code, len(done.stdout.strip())) == (0, 4516)
    assert done.stdout.strip() in run("solve", "-", "-p", "CE-ST", "--json", stdin=duels).stdout


def test_standard_input_is_read(run) -> None:
    """A framework that comes through a pipe is told by what it holds."""
    assert run("solve", "-", "-p", "SE-GR", stdin="arg(a).").stdout == "w a\n"
    assert run("solve", "-", "-p", "SE-GR", "--input-format", "tgf", stdin="arg(a).\n#\n").stdout == "w arg(a).\n"


def test_a_map_on_standard_input_is_read(run) -> None:
    """So is a map, also one with a comment."""
    assert run("solve", "-", "-p", "SE-GR", stdin=f"#\n{STREET}").stdout == "w wash\n"


@pytest.mark.parametrize("file", ["none.af", "."])
def test_what_cannot_be_read_is_told(run, file) -> None:
    """A file that is not there, or is none, is one sentence."""
    done = run("solve", file, "-p", "SE-GR", "--input-format", "af")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_broken_framework_is_not_solved(run, project) -> None:
    """All that is wrong in a file is told at its place, and no answer is given."""
    project({"broken.apx": "arg(a). agr(b).\natt(a,b).\n"})
    done = run("solve", "broken.apx", "-p", "SE-GR")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "broken.apx:1:9: AM001 unknown fact 'agr': did you mean 'arg'?",
        "broken.apx:2:7: AM501 'b' is no argument: declare it with 'arg(b).'",
        "argmap: broken.apx has errors, and nothing can be concluded from it",
    ]


def test_what_counts_for_nothing_is_told(run, project) -> None:
    """A framework with facts that are left out is solved, and that is said."""
    project({"more.apx": "arg(a). support(a,a). arg(a)."})
    done = run("solve", "more.apx", "-p", "SE-GR")
    assert (done.exit_code, done.stdout) == (0, "w a\n")
    assert done.stderr.splitlines() == [
        "more.apx:1:9: AM013 supports have no place in an abstract framework",
        "more.apx:1:27: AM013 an argument that stands again counts once",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("duel.af", "say what is asked with -p, such as -p DS-PR; --problems lists what can be"),
        ("duel.af -p PR", "'PR' is no problem: a task and a semantics make one, such as DS-PR"),
        ("duel.af -p XX-PR", "unknown task 'XX': choose from CE, DC, DS, EE, SE"),
        ("duel.af -p DS-XYZ -a 1", "unknown semantics 'XYZ': choose from AD, CF, CF2, CO, EAG, GR, ID, NA, PR"),
        ("duel.af -p DS-preferrd -a 1", "unknown semantics 'preferrd': did you mean 'preferred'?"),
        ("duel.af -p DS-PR", "DS-PR asks about one argument: name it with -a"),
        ("duel.af -p SE-PR -a 1", "SE-PR asks about no argument: leave out -a 1, or ask DC or DS"),
        ("-p SE-PR", "name a file with a framework or a map, or - for standard input"),
        ("duel.af -p DS-PR -a 9", "there is no argument '9': the arguments are 1 to 4"),
        ("facts.apx -p DS-PR -a bc", "there is no argument 'bc': did you mean 'b c'?"),
        ("facts.apx -p DS-PR -a zebra", "there is no argument 'zebra': there are 'a' and 'b c'"),
        ("duel.af -p SE-PR --budget 0", "0.0 is no span of time: give seconds, such as 10"),
        ("duel.af -p SE-PR --budget nan", "nan is no span of time: give seconds, such as 10"),
        ("street.yaml -p DS-PR -a rian", "there is no argument 'rian': did you mean 'rain'?"),
        ("street.yaml -p DS-PR -a wet --translation x", "'x' is not one of"),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_what_is_right(run, line, said) -> None:
    """A question that cannot be asked ends with status 2 and says what can be."""
    done = run("solve", *line.split())
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_problems_are_listed(run) -> None:
    """Every task can be asked under every semantics, in the form in which competitions ask for the list."""
    listed = run("solve", "--problems").stdout
    problems = listed.strip().removeprefix("[").removesuffix("]").split(",")
    assert (len(problems), len(set(problems))) == (65, 65)
    assert {"SE-PR", "DS-stage2", "CE-CF2"} <= set(problems)


def test_json_has_all_of_an_answer(run) -> None:
    """For programs, everything that is known is printed as JSON."""
    found = json.loads(run("solve", "duel.af", "-p", "DC-PR", "-a", "1", "--json", "--verify").stdout)
    assert found.pop("method")
    assert found == {
        "file": "duel.af",
        "notation": "af",
        "arguments": 4,
        "attacks": 4,
        "problem": "DC-PR",
        "argument": "1",
        "outcome": "yes",
        "vacuous": False,
        "extension": ["1", "4"],
        "extensions": None,
        "count": None,
        "complete": True,
        "accepted": [],
        "rejected": [],
        "advice": "",
        "verified": True,
        "unshown": "",
    }


def test_a_map_is_asked_about_its_statements(run) -> None:
    """A statement stands for the argument for it, and what holds in an extension is told in statements too."""
    done = run("solve", "street.yaml", "-p", "DC-PR", "-a", "rain", "--json")
    found = json.loads(done.stdout)
    assert (found["outcome"], found["translation"], found["basis"]) == ("yes", "lines", "declared")
    assert "rain" in found["statements"]


def test_a_statement_holds_by_any_of_its_arguments(run) -> None:
    """DC and DS are answered about a statement that several lines of reasons reach, with what shows it, and checked."""
    done = run("solve", "street.yaml", "-p", "DC-PR", "-a", "wet", "--verify")
    assert (done.exit_code, done.stderr) == (0, "verified\n")
    assert done.stdout.startswith('YES\nw "wet #1"')
    done = run("solve", "street.yaml", "-p", "DS-PR", "-a", "wet", "--json")
    found = json.loads(done.stdout)
    assert (found["argument"], found["outcome"], "wet" in found["statements"]) == ("wet", "no", False)


def test_citations_that_do_not_count_are_told(run, project) -> None:
    """A passage that its source lacks is no ground of the framework, which is said."""
    text = 'sources: {log: {title: Log, text: log.txt}}\nnodes: {wet: {claim: It is wet., cite: log "it snowed"}}\n'
    project({"log.txt": "It rained.\n", "cited.yaml": text})
    done = run("solve", "cited.yaml", "-p", "DC-GR", "-a", "wet")
    assert (done.exit_code, done.stdout) == (0, "NO\n")
    assert "left out: 1 citation that may not count, as the passage is missing or disputed\n" in done.stderr


def test_what_a_reading_of_support_leaves_out_is_told(run) -> None:
    """Where statements are arguments, their citations have no place, which is said to be left out."""
    done = run("solve", "street.yaml", "-p", "DC-PR", "-a", "rain", "--translation", "deductive")
    assert "argmap: left out: 3 citations for a statement, as no argument needs a ground\n" in done.stderr


def test_a_statement_without_arguments_is_in_no_extension(run) -> None:
    """What is unsupported is answered too, and it is said that there is no argument for it."""
    done = run("solve", "street.yaml", "-p", "DS-PR", "-a", "odd")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "NO")
    assert done.stderr == "argmap: odd is unsupported: there is no argument for it\n"
    assert run("solve", "street.yaml", "-p", "DC-PR", "-a", "odd").stdout == "NO\n"


def test_a_gadget_has_one_argument_for_each_statement(run) -> None:
    """With the other translation, a statement with several lines of reasons is one argument."""
    done = run("solve", "street.yaml", "-p", "DC-PR", "-a", "wet", "--translation", "gadget")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "YES")


def test_an_answer_is_checked(run, monkeypatch) -> None:
    """With --verify what finds answers is not trusted: what other code finds wrong is a bug, and no answer."""
    done = run("solve", "duel.af", "-p", "DC-PR", "-a", "1", "--verify")
    assert (done.stdout, done.stderr) == ("YES\nw 1 4\n", "verified\n")
    done = run("solve", "duel.af", "-p", "SE-PR", "--verify")
    assert done.stderr == "verified, but not that no larger set is admissible\n"
    monkeypatch.setattr("argmap.frameworks.certificate.certify", lambda *_: Certificate(("it is not",)))
    done = run("solve", "duel.af", "-p", "DC-PR", "-a", "1", "--verify")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "argmap is wrong about this framework (it is not): this is a bug" in done.stderr


def test_what_is_not_decided_is_no_guess(run, monkeypatch) -> None:
    """Where the budget ends first, nothing is printed, what is known is said, and the status is its own."""

    def spent(*_: object) -> None:
        raise BudgetSpentError

    monkeypatch.setattr("argmap.frameworks.search.budget.Run.check", spent)
    monkeypatch.setattr("argmap.frameworks.solving.solve._credulously", spent)
    monkeypatch.setitem(sys.modules["argmap.frameworks.solving.solve"]._ABOUT, "DC", spent)
    done = run("solve", "duel.af", "-p", "DC-PR", "-a", "1", "--budget", "5")
    assert (done.exit_code, done.stdout) == (solve.UNDECIDED, "")
    assert "not decided within the budget of 5 seconds (--budget): grounded reasoning accepts 1 argument" in done.stderr
    found = json.loads(run("solve", "duel.af", "-p", "DC-PR", "-a", "1", "--json").stdout)
    assert (found["outcome"], found["accepted"], found["extension"]) == ("not decided within the budget", ["4"], None)


def test_a_list_cut_short_is_not_printed_as_a_list(run, monkeypatch) -> None:
    """What was found of a list that the budget cut is no list: JSON has it, and says that it is not complete."""
    from argmap.frameworks.solving.answer import Answer, Outcome

    cut = Answer("EE-PR", None, Outcome.LISTED, extensions=(("1",),), complete=False)
    monkeypatch.setattr("argmap.frameworks.solving.solve.solve", lambda *_: cut)
    done = run("solve", "duel.af", "-p", "EE-PR")
    assert (done.exit_code, done.stdout) == (solve.UNDECIDED, "")
    assert done.stderr.endswith("1 extension found, which --json prints\n")
    found = json.loads(run("solve", "duel.af", "-p", "EE-PR", "--json").stdout)
    assert (found["extensions"], found["complete"]) == ([["1"]], False)


def test_what_grounded_reasoning_decides_needs_no_solver(tmp_path) -> None:
    """A question that is settled in linear time loads no solver, no maps and no formats."""
    (tmp_path / "a.af").write_text("p af 3\n1 2\n2 3\n", encoding="utf-8")
    modules = loaded(program("solve", str(tmp_path / "a.af"), "-p", "DS-PR", "-a", "3"))
    assert "argmap.frameworks.solving.solve" in modules
    assert not modules & {"pysat", "pysolvers", "argmap.frameworks.search.cadical"}
    assert not modules & {"argmap.cli.inputs", "argmap.flaws", "argmap.formats", "argmap.analysis", "yaml"}


def test_ctrl_c_ends_a_question(run, monkeypatch) -> None:
    """Ctrl-C ends the search with one line and the status that shells expect."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("argmap.frameworks.solving.solve.solve", interrupted)
    done = run("solve", "duel.af", "-p", "CE-CO")
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "argmap: interrupted\n")
