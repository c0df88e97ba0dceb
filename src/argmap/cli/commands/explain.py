"""``argmap explain``: tell what a check looks for and what to write instead, or what a scheme asks."""

from __future__ import annotations

import click

from argmap.cli.output import hanging, put
from argmap.errors import ConfigError
from argmap.project.choice import matching
from argmap.schemes.scheme import Burden, Scheme
from argmap.schemes.words import BURDENS, CONCLUDES
from argmap.workflows.rules import all_checks, listing, page


@click.command()
@click.argument("name", metavar="CODE|SCHEME")
def explain(name: str) -> None:
    """Print the page of a check: what it does, why it matters, an example, and what to write instead.

    The beginning of a code lists the checks whose codes begin so. Of an argumentation scheme, print its roles, its
    critical questions and how it is written.

    \b
    Examples:
      argmap explain AM101
      argmap explain unsupported-claim
      argmap explain AM4
      argmap explain expert-opinion
    """
    checks = all_checks()
    try:
        codes = matching([name.lower()], list(checks))
    except ConfigError:
        if not _tell_scheme(name):
            raise
        return
    found = {rule: check for rule, check in checks.items() if rule.code in codes}
    if len(found) > 1:
        put(listing(found))
        return
    (rule,) = found
    head = click.style(f"{rule.code} {rule.name}", bold=True)
    severity = f"{rule.severity}{'' if checks[rule].default else ', only when selected'}"
    put(f"{head} ({severity})\n\n{page(rule.name)}\n")


def _tell_scheme(name: str) -> bool:
    """Print the page of the scheme that a name stands for; tell whether there is one.

    Raises:
        UnknownNameError: There is none, and the name is like that of one.
    """
    from argmap.schemes.catalogue import asked, named, nearest

    known = named(name)
    if known is None:
        if nearest(name):
            asked(name)
        return False
    put(_page(known))
    return True


def _page(scheme: Scheme) -> str:
    lines = [f"{click.style(scheme.id, bold=True)} ({scheme.title})", "", scheme.reasoning]
    lines += [hanging(f"It concludes {CONCLUDES[scheme.conclusion]}."), "", "Roles of premises:"]
    for role in scheme.roles:
        needed = ", required" if role.required else ""
        lines.append(hanging(f"    {role.id}{needed}: {role.says}"))
    lines += ["", "Critical questions:"]
    for question in scheme.questions:
        bears = f"; addressed where {question.role!r} is filled" if question.kind is Burden.PREMISE else ""
        lines.append(hanging(f"    {question.id}: {question.asks} ({BURDENS[question.kind]}{bears})"))
    lines += ["", "Example:", *(f"    {line}".rstrip() for line in scheme.example.splitlines()), ""]
    called = ", ".join(dict.fromkeys([*([scheme.aif] if scheme.aif else []), *scheme.aliases]))
    lines.append(hanging(f"Others call it {called}." if called else "Others have no name for it."))
    lines += [f"The pattern is after {scheme.source}; the words are argmap's." if scheme.source != "argmap" else "", ""]
    return "\n".join(lines)


COMMAND = explain
