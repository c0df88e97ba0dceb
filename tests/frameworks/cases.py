"""Frameworks of the literature with all their extensions under eleven semantics.

The cases T1 to T23 of our study of semantics. An attack is written ``a>b``, a chain of them ``a>b>c``, an attack both
ways ``a=b``, and an argument that nothing attacks and that attacks nothing by its name alone. An extension is a word of
the letters in it, ``-`` the empty one; where there is no extension at all, the text is empty.
"""

from __future__ import annotations

from attrs import frozen

from argmap.frameworks.framework import Framework


@frozen
class Case:
    """A framework, where it comes from, and its extensions, of the complete ones only their number."""

    name: str
    drawn: str
    complete: int
    extensions: dict[str, set[frozenset[str]]]

    @property
    def framework(self) -> Framework:
        """Return the framework that is drawn."""
        return framework(self.drawn)


def framework(drawn: str) -> Framework:
    """Return a framework written in one line."""
    attacks = []
    for chain in drawn.split():
        for one, sign, other in zip(chain[::2], chain[1::2], chain[2::2], strict=False):
            attacks += [(one, other), (other, one)] if sign == "=" else [(one, other)]
    return Framework.of(sorted(set(drawn) - set(" >=")), attacks)


def extensions(words: str) -> set[frozenset[str]]:
    """Return the sets of arguments that words stand for."""
    return {frozenset(word) - {"-"} for word in words.split()}


def case(name: str, drawn: str, complete: int, *, gr: str, pr: str, **others: str) -> Case:
    """Return a case.

    What is left out is what it mostly is: stable, semi-stable and CF2 as the preferred, stage as the semi-stable,
    stage2 as CF2, ideal as the grounded, eager as the ideal.
    """
    words = {"GR": gr, "PR": pr}
    words["ST"] = others.get("st", pr)
    words["SST"] = others.get("sst", pr)
    words["STG"] = others.get("stg", words["SST"])
    words["ID"] = others.get("id", gr)
    words["EAG"] = others.get("eag", words["ID"])
    words["CF2"] = others.get("cf2", pr)
    words["stage2"] = others.get("stage2", words["CF2"])
    return Case(name, drawn, complete, {semantics: extensions(text) for semantics, text in words.items()})


CASES = (
    case("no arguments", "", 1, gr="-", pr="-"),
    case("self-attacker (Dung 1995)", "a>a", 1, gr="-", pr="-", st=""),
    case("self-attacker hits another (cf. Verheij 1996)", "a>a a>b", 1, gr="-", pr="-", st="", stg="b", cf2="b"),
    case("self-attacker in a duel (Dung, Mancarella & Toni 2007)", "a>a a=b", 2, gr="-", pr="b", id="b"),
    case("semi-stable where none is stable (Caminada 2006)", "a>a b", 1, gr="b", pr="b", st=""),
    case("Nixon diamond (Dung 1995)", "a=b", 3, gr="-", pr="a b"),
    case("reinstatement", "c>b>a", 1, gr="ac", pr="ac"),
    case("chain of four", "d>c>b>a", 1, gr="bd", pr="bd"),
    case("blame exchange (Dung 1995)", "i=a j>a", 1, gr="ij", pr="ij"),
    case("floating acceptance (Makinson & Schlechta 1991; Horty 2002)", "a=b a>c b>c>d", 3, gr="-", pr="ad bd"),
    case("floating acceptance that is ideal", "a=b a>c b>c c=d", 4, gr="-", pr="ad bd", id="d"),
    case("three in a ring", "a>b>c>a", 1, gr="-", pr="-", st="", stg="a b c", cf2="a b c"),
    case("ring of three with a tail", "a>b>c>a c>d>e", 1, gr="-", pr="-", st="", stg="ad bd ce", cf2="ad bd ce"),
    case(
        "floating above a ring of three (Baroni, Giacomin & Guida 2005)",
        "a>b>c>a a>d b>d c>d d>e",
        1,
        gr="-",
        pr="-",
        st="",
        stg="ae be ce",
        cf2="ae be ce",
    ),
    case("four in a ring", "a>b>c>d>a", 3, gr="-", pr="ac bd"),
    case("five in a ring", "a>b>c>d>e>a", 1, gr="-", pr="-", st="", stg="ac ad bd be ce", cf2="ac ad bd be ce"),
    case(
        "six in a ring, where CF2 and stage2 part (Dvořák & Gaggl 2016)",
        "a>b>c>d>e>f>a",
        3,
        gr="-",
        pr="ace bdf",
        cf2="ad be cf ace bdf",
        stage2="ace bdf",
    ),
    case(
        "a duel leads into a ring of three (Baroni, Caminada & Giacomin 2011)",
        "a=b b>c>d>e>c",
        3,
        gr="-",
        pr="a bd",
        st="bd",
        sst="bd",
        id="-",
        eag="bd",
        cf2="ac ad ae bd",
    ),
    case(
        "a duel leads to a self-attacker: eager, not ideal (cf. Caminada 2007)",
        "a=b b>c>c",
        3,
        gr="-",
        pr="a b",
        st="b",
        sst="b",
        id="-",
        eag="b",
    ),
    case(
        "example of ASPARTIX (Egly, Gaggl & Woltran 2010)",
        "a>b c>b c=d d>e>e",
        3,
        gr="a",
        pr="ac ad",
        st="ad",
        sst="ad",
        id="a",
        eag="ad",
    ),
    case("stage may leave out what nothing attacks", "a>c>b>b", 1, gr="a", pr="a", st="", stg="a c"),
    case("choice of one in three", "a=b=c=a", 4, gr="-", pr="a b c"),
    case("two duels", "a=b c=d", 9, gr="-", pr="ac ad bc bd"),
)
