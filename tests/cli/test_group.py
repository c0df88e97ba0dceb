"""The group of commands: help, misspelt commands, and how what cannot be done ends."""

from __future__ import annotations

import click
import pytest

from argmap import __version__, registry
from argmap.cli import commands

COMMANDS = {module.removesuffix("_").replace("_", "-"): module for module in registry.names(commands)}


def test_help_lists_every_command(run) -> None:
    """The help names each command with the first line of its module."""
    done = run("--help")
    assert done.exit_code == 0
    for name, module in COMMANDS.items():
        line = registry.first_line(commands, module)
        assert line.startswith(f"``argmap {name}``: "), name
        assert f"\n  {name} " in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_examples(run, name) -> None:
    """The help of a command says what it does in a sentence, tells every option, and gives examples."""
    done = run(name, "-h")
    assert done.exit_code == 0
    assert f"\n    argmap {name}" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100
    command = registry.load(commands, COMMANDS[name]).COMMAND
    assert all(option.help for option in command.params if isinstance(option, click.Option)), name


def test_the_version(run) -> None:
    """The version is told in the form that programs expect."""
    assert run("--version").stdout == f"argmap {__version__}\n"


def test_without_a_command_there_is_help(run) -> None:
    """Without a command, the help is shown, and nothing was done."""
    done = run()
    assert done.exit_code == 2
    assert "Usage: argmap [OPTIONS] COMMAND" in done.output


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("chekc", "there is no command 'chekc': did you mean 'check'?"),
        ("sing", "there is no command 'sing': argmap --help lists the commands"),
    ],
)
def test_a_misspelt_command(run, word, said) -> None:
    """A command that does not exist brings the one that is most like it."""
    done = run(word)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--slect", "AM1"), "--select"),
        (("check", "--fail-on", "never"), "'never' is not one of 'error', 'warning', 'note'"),
        (("check", "--output-format", "xml"), "'xml' is not one of 'concise', 'full', 'github', 'json', 'sarif'"),
        (("render", "--type", "clam"), "'clam' is not one of 'claim', 'premise'"),
        (("render", "--depth", "-1"), "-1 is not in the range"),
        (("explain", "AM101", "b"), "unexpected extra argument"),
        (("why",), "Missing argument 'STATEMENT'"),
        (("schema", "table"), "'table' is not one of 'map', 'source'"),
        (("completion", "tcsh"), "'tcsh' is not one of 'bash', 'zsh', 'fish'"),
    ],
)
def test_wrong_options(run, arguments, said) -> None:
    """A wrong option or argument ends with status 2 and says what would be right."""
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_what_cannot_be_done_is_one_sentence(run) -> None:
    """An error is one line on standard error, with the program's name, and status 2."""
    done = run("check", "gone.yaml")
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", "argmap: gone.yaml does not exist\n")


def test_an_interruption_is_no_traceback(run, monkeypatch) -> None:
    """Ctrl-C ends quietly, with the status that shells expect."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("argmap.cli.inputs.batches", interrupt)
    done = run("check")
    assert (done.exit_code, done.stderr) == (130, "argmap: interrupted\n")


def test_colours_can_be_switched_off(run, project, monkeypatch) -> None:
    """On a terminal there are colours, unless NO_COLOR is set."""
    project({"a.yaml": "nodes: {a: {claim: A.}}"})
    for command in (("check", "a.yaml"), ("evaluate", "a.yaml"), ("explain", "AM101")):
        monkeypatch.delenv("NO_COLOR", raising=False)
        assert "\x1b[" in run(*command, color=True).stdout
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in run(*command, color=True).stdout
