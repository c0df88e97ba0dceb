"""``argmap solve``: answer a question about an abstract framework, or about a map as one."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from argmap.cli.commands._competition import printed, problems
from argmap.cli.commands._framework import Asked, asked_about
from argmap.cli.output import as_json as json_of
from argmap.cli.output import aside, complain, put, put_bytes
from argmap.errors import CertificateError
from argmap.wording import counted

if TYPE_CHECKING:
    from argmap.frameworks.solving.answer import Answer

UNDECIDED = 3
"""The exit status where the budget ended first."""

_BUDGET = 60.0
_TRANSLATIONS = ["lines", "gadget", "deductive", "necessary"]
_BASES = ["independent", "cited", "declared", "granted"]


def _positive(_: click.Context, option: click.Parameter, value: float) -> float:
    if value > 0:
        return value
    raise click.BadParameter(f"{value} is no span of time: give seconds, such as 10", param=option)


@click.command()
@click.argument("file", required=False, type=click.Path())
@click.option("-p", "--problem", metavar="TASK-SEMANTICS", help="What is asked, such as DS-PR.")
@click.option("-a", "--argument", metavar="NAME", help="The argument that DC and DS ask about.")
@click.option(
    "--budget",
    type=float,
    default=_BUDGET,
    show_default=True,
    metavar="SECONDS",
    callback=_positive,
    help="How long to look for an answer; 'inf' for as long as it takes.",
)
@click.option(
    "--translation",
    type=click.Choice(_TRANSLATIONS),
    default=_TRANSLATIONS[0],
    show_default=True,
    help="How a map becomes a framework.",
)
@click.option(
    "--basis", type=click.Choice(_BASES), default="declared", show_default=True, help="Grounds of a map that count."
)
@click.option("--verify", is_flag=True, help="Check the answer by other code than found it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: all that is known of the answer.")
@click.option("--problems", "lists", is_flag=True, help="List what can be asked.")
@click.option("--input-format", metavar="NAME", help="Format of the input: af, apx, tgf, or one that maps are read in.")
@click.pass_context
def solve(
    ctx: click.Context,
    file: str | None,
    problem: str | None,
    argument: str | None,
    budget: float,
    translation: str,
    basis: str,
    verify: bool,
    as_json: bool,
    lists: bool,
    input_format: str | None,
) -> None:
    """Answer a question about an abstract argumentation framework.

    FILE is a framework as solvers read them (ICCMA's 'p af', Aspartix's apx, TGF), or a map, which is made into one
    first; - stands for standard input. A statement of a map is in an extension that has an argument for it.

    TASK is SE (some extension), EE (all of them), CE (how many), DC (is the argument in some extension?) or DS (in all
    of them?). SEMANTICS is AD, CF, CF2, CO, EAG, GR, ID, NA, PR, SST, ST, STAGE2 or STG, or its name.

    Answers are printed as ICCMA asks for: YES or NO, and after 'w' the extension that is asked for, or that shows the
    answer. An answer is never a guess: where the budget ends first, nothing is printed.

    \b
    Exit status: 0 answered, 2 cannot run, 3 not decided within the budget,
    130 interrupted.

    \b
    Examples:
      argmap solve framework.af -p DS-PR -a 3
      argmap solve framework.apx -p EE-ST --json
      argmap solve map.yaml -p DC-PR -a adopt-30 --verify
      argmap solve --problems
    """
    if lists:
        put(f"[{','.join(problems())}]\n")
        return
    problem = _problem(problem, argument)
    if file is None:
        raise click.UsageError("name a file with a framework or a map, or - for standard input")
    asked = asked_about(file, input_format, translation, basis)
    answer = asked.answer(problem, argument, budget)
    unshown = _verified(asked, answer) if verify else None
    _tell(answer, budget)
    ctx.call_on_close(partial(sys.set_int_max_str_digits, sys.get_int_max_str_digits()))
    sys.set_int_max_str_digits(0)  # counts may have any number of digits
    if as_json:
        put_bytes(json_of(_values(file, asked, answer, unshown)))
    else:
        put(printed(answer))
    if unshown is not None:
        aside(f"verified{f', but not {unshown}' if unshown else ''}".replace("; ", " nor "))
    ctx.exit(UNDECIDED if _is_cut(answer) else 0)


def _problem(problem: str | None, argument: str | None) -> str:
    """Return the problem, in capitals; raises `UnknownNameError` where there is none such."""
    if problem is None:
        raise click.UsageError("say what is asked with -p, such as -p DS-PR; --problems lists what can be")
    if "-" not in problem:
        raise click.UsageError(f"{problem!r} is no problem: a task and a semantics make one, such as DS-PR")
    from argmap.frameworks.solving.problem import Problem

    asked = Problem.of(problem)
    if asked.task.about_argument and argument is None:
        raise click.UsageError(f"{asked} asks about one argument: name it with -a")
    if argument is not None and not asked.task.about_argument:
        raise click.UsageError(f"{asked} asks about no argument: leave out -a {argument}, or ask DC or DS")
    return str(asked)


def _verified(asked: Asked, answer: Answer) -> str:
    """Check an answer, and return what is not shown by that; raises `CertificateError` where it is wrong."""
    certificate = asked.certify(answer)
    if certificate.wrongs:
        raise CertificateError(certificate.wrongs, "framework")
    return certificate.unshown


def _is_cut(answer: Answer) -> bool:
    return answer.outcome == "not decided within the budget" or not answer.complete


def _tell(answer: Answer, budget: float) -> None:
    """Say on standard error what an answer in the competitions' words does not."""
    name = answer.problem.partition("-")[2]
    if answer.vacuous:
        complain(f"there is no {name} extension: YES says nothing of {answer.argument}")
    elif answer.vacuous is None:
        complain(
            f"the budget ended before it was known whether there is a {name} extension at all: if not, YES is vacuous"
        )
    if not _is_cut(answer):
        return
    if answer.extensions is not None:
        known = f"{counted(len(answer.extensions), 'extension')} found, which --json prints"
    else:
        settled = counted(len(answer.accepted), "argument"), f"{len(answer.rejected):,}"
        known = f"grounded reasoning accepts {settled[0]} and rejects {settled[1]}"
    advice = f"; {answer.advice}" if answer.advice else ""
    complain(f"not decided within the budget of {budget:g} seconds (--budget): {known}{advice}")


def _values(file: str, asked: Asked, answer: Answer, unshown: str | None) -> dict[str, object]:
    """Return all that is known of an answer as data for JSON."""
    from attrs import asdict

    values: dict[str, object] = {
        "file": file,
        **asked.origin,
        "arguments": len(asked.framework.arguments),
        "attacks": asked.framework.attacks,
        **asdict(answer),
        "verified": unshown is not None,
        "unshown": unshown,
    }
    if asked.export is not None:
        values["statements"] = None if answer.extension is None else asked.export.holding(answer.extension)
    return values


COMMAND = solve
