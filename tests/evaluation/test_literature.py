"""Cases that the literature on argumentation argues about, drawn as maps, and what their authors make of them."""

from __future__ import annotations

import re

import pytest

from argmap.evaluation.audiences import Audience, standings
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis
from argmap.model.orders import Order

from .drawn import drawn
from .test_audiences import valued
from .test_worked import words

FRAMEWORKS = {
    "empty framework": ("", "", "", ""),
    "self-attacker (Dung 1995)": ("a", "aa", "", ""),
    "self-attacker strikes another (cf. Verheij 1996)": ("ab", "aa ab", "", ""),
    "self-attacker in a duel (Dung, Mancarella & Toni 2007)": ("ab", "aa ab ba", "", "b"),
    "no stable extension (Caminada 2006)": ("ab", "aa", "b", "b"),
    "Nixon diamond (Dung 1995)": ("ab", "ab ba", "", "a b"),
    "reinstatement": ("abc", "cb ba", "ac", "ac"),
    "chain of four": ("abcd", "dc cb ba", "bd", "bd"),
    "blame exchange (Dung 1995)": ("aij", "ia ai ja", "ij", "ij"),
    "floating acceptance (Makinson & Schlechta 1991; Horty 2002)": ("abcd", "ab ba ac bc cd", "", "ad bd"),
    "floating acceptance with a duel": ("abcd", "ab ba ac bc cd dc", "", "ad bd"),
    "three-cycle": ("abc", "ab bc ca", "", ""),
    "three-cycle with a tail": ("abcde", "ab bc ca cd de", "", ""),
    "three-cycle floating (Baroni, Giacomin & Guida 2005)": ("abcde", "ab bc ca ad bd cd de", "", ""),
    "four-cycle": ("abcd", "ab bc cd da", "", "ac bd"),
    "five-cycle": ("abcde", "ab bc cd de ea", "", ""),
    "six-cycle (Dvořák & Gaggl 2016)": ("abcdef", "ab bc cd de ef fa", "", "ace bdf"),
    "duel into an odd loop (Baroni, Caminada & Giacomin 2011)": ("abcde", "ab ba bc cd de ec", "", "a bd"),
    "duel into a self-attacker (cf. Caminada 2007)": ("abc", "ab ba bc cc", "", "a b"),
    "ASPARTIX (Egly, Gaggl & Woltran 2010)": ("abcde", "ab cb cd dc de ee", "a", "ac ad"),
    "stage may drop an unattacked argument": ("abc", "ac cb bb", "a", "a"),
    "three-way choice": ("abc", "ab ba bc cb ac ca", "", "a b c"),
    "two duels": ("abcd", "ab ba cd dc", "", "ac ad bc bd"),
}
"""Arguments and attacks, the grounded extension, and the preferred ones, as brute force finds them."""


def told(arguments: str, attacks: str, grounded: str, preferred: str) -> dict[str, str]:
    """Return the words that a map has for the arguments of a framework, given its extensions."""
    found = {}
    for name in arguments:
        held = [name in extension for extension in preferred.split()]
        if name in grounded:
            found[name] = "accepted"
        elif any(attack[1] == name and attack[0] in grounded for attack in attacks.split()):
            found[name] = "rejected"
        else:
            word = "either-way" if held and all(held) else "on-some-readings" if any(held) else "on-none"
            found[name] = f"undecided {word}"
    return found


@pytest.mark.parametrize("case", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_cited_claims_that_attack_each_other_are_an_abstract_framework(case: tuple[str, str, str, str]) -> None:
    """Labels are the grounded extension; the words for what is undecided tell how many preferred ones hold it."""
    arguments, attacks, _, _ = case
    cited = "\n".join(f"{name}: s-{name}" for name in arguments)
    m = drawn("\n".join([cited, *(f"{a} -| {b}" for a, b in attacks.split())]))
    evaluation = evaluate(m)
    assert words(evaluation) == told(*case)
    assert evaluation.certify(m, reasons=(verdict.why for verdict in evaluation.values())) == []


@pytest.mark.parametrize("case", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_a_contradiction_is_a_duel(case: tuple[str, str, str, str]) -> None:
    """Two that attack each other may as well be said to contradict each other."""
    arguments, attacks, _, _ = case
    lines = [f"{name}: s-{name}" for name in arguments]
    for a, b in attacks.split():
        duel = a != b and f"{b}{a}" in attacks.split()
        lines += [f"{a} >< {b}"] if duel and a < b else [] if duel else [f"{a} -| {b}"]
    assert words(evaluate(drawn("\n".join(lines)))) == told(*case)


MAPS = {
    "red light (Pollock 1987)": (
        """
        looks-red: s1
        red-light: s2
        looks-red -> is-red
        red-light -x (looks-red -> is-red)
        """,
        {"looks-red": "accepted", "red-light": "accepted", "is-red": "rejected"},
    ),
    "Tweety is ill": (
        """
        bird: s1
        ill: s2
        bird -> flies
        ill -x (bird -> flies)
        """,
        {"bird": "accepted", "ill": "accepted", "flies": "rejected"},
    ),
    "Harry (Toulmin 1958)": (
        """
        born-in-bermuda: s1
        statutes: s2
        naturalised: s3
        born-in-bermuda + statutes -> british
        naturalised -x (born-in-bermuda + statutes -> british)
        """,
        {"born-in-bermuda": "accepted", "statutes": "accepted", "naturalised": "accepted", "british": "rejected"},
    ),
    "murder or self-defence (Prakken & Sartor 1996)": (
        """
        killed: s1
        intent: s2
        witness: s3
        camera: s4
        killed + intent -> murder
        witness -> self-defence
        camera -> no-threat
        self-defence -x (killed + intent -> murder)
        no-threat -| self-defence
        """,
        {"murder": "accepted", "no-threat": "accepted", "self-defence": "rejected", "witness": "accepted"},
    ),
    "the witness who calls himself unreliable": (
        """
        testimony: s1
        testimony -> unreliable
        unreliable -x (testimony -> unreliable)
        """,
        {"testimony": "accepted", "unreliable": "undecided on-none"},
    ),
    "loop of supports": (
        """
        A -> B
        B -> A
        """,
        {"A": "unsupported circular", "B": "unsupported circular"},
    ),
    "loop of supports with a ground outside": (
        """
        P: s1
        P -> A
        A -> B
        B -> A
        """,
        {"P": "accepted", "A": "accepted", "B": "accepted"},
    ),
    "the professor who snores in the library (Prakken 1997)": (
        """
        snores: s1
        professor: s2
        snores -> misbehaves
        misbehaves -> deny
        professor -> allow
        deny >< allow
        """,
        {"misbehaves": "accepted", "deny": "undecided on-some-readings", "allow": "undecided on-some-readings"},
    ),
    "married bachelor (Caminada & Amgoud 2007)": (
        """
        ring: s1
        party: s2
        ring -> married
        party -> bachelor
        married >< bachelor
        """,
        {
            "ring": "accepted",
            "party": "accepted",
            "married": "undecided on-some-readings",
            "bachelor": "undecided on-some-readings",
        },
    ),
    "joint attack (Nielsen & Parsons 2007)": (
        """
        a: s1
        b: s2
        c: s3
        d: s4
        a + b -| c
        d -| b
        """,
        {"a": "accepted", "b": "rejected", "c": "accepted", "d": "accepted"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), MAPS.values(), ids=MAPS)
def test_maps_of_the_literature(text: str, expected: dict[str, str]) -> None:
    """What an author says of a case, argmap says of its map, and has it certified."""
    m = drawn(text)
    evaluation = evaluate(m)
    assert {name: words(evaluation)[name] for name in expected} == expected
    assert evaluation.certify(m, reasons=(verdict.why for verdict in evaluation.values())) == []


def test_what_is_lost_to_an_undercut_is_not_beaten() -> None:
    """Under red light the object is not shown to be of another colour: only the reason for its being red is gone."""
    why = evaluate(drawn(MAPS["red light (Pollock 1987)"][0]))["is-red"].why
    assert "\n".join(why.lines()).startswith("is-red is rejected: support lost where red-light undercuts")


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        (("life", "property"), {"A": "accepted", "B": "accepted", "C": "rejected", "D": "accepted"}),
        (("property", "life"), {"A": "accepted", "B": "rejected", "C": "accepted", "D": "accepted"}),
    ],
    ids=" over ".join,
)
def test_hal_and_carla_see_it_by_their_values(chain: tuple[str, str], expected: dict[str, str]) -> None:
    """Hal may take Carla's insulin to live (A), whoever ranks what; that it is hers (C) stands if property ranks first.

    After Bench-Capon (2003): B says that it infringes her property, C that he must make up for it, D that he may be too
    poor to. An attack gives way to a value that ranks higher; one within the same value (C on B) just beats.
    """
    m = valued(
        """
        a: s1 \n a -> A \n b: s2 \n b -> B \n c: s3 \n c -> C \n d: s4 \n d -> D
        B -| A weighs \n C -| B \n D -| C weighs
        """,
        **dict.fromkeys("aAdD", "life"),
        **dict.fromkeys("bBcC", "property"),
    )
    audience = {"": Audience.of(m, Order("", (chain,)), {})}
    assert {name: standings(name, audience, Basis.DECLARED)[""] for name in expected} == expected


def test_hal_and_carla_are_open_where_nobody_ranks_values() -> None:
    """Without an order each attack across values is to be weighed."""
    m = drawn("a: s1 \n a -> A \n b: s2 \n b -> B \n B -| A weighs")
    assert re.match("undecided .*to-weigh", words(evaluate(m))["A"])
