"""Audiences: maps weighed by orders of values, against the rules written down by hand."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.evaluation.audiences import Audience, standings, told
from argmap.evaluation.certificate.ranks import wrong_ranks
from argmap.evaluation.certificate.tree import everything
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order, Ranking
from argmap.model.statements import Kind

from ..strategies import examples
from . import oracle
from .drawn import drawn, trade_offs
from .test_solver import in_words

PARENTS = Order("parents", (("safety", "calm", "time"),))
DRIVERS = Order("drivers", (("time", "money"), ("money", "safety"), ("money", "calm")))
SILENT = Order("silent", (("beauty", "money"),))
MUDDLED = Order("muddled", (("safety", "time"), ("time", "safety")))
COST = "P: s1 \n O: s2 \n R: recommendation \n P -> R \n O -| R"


def valued(text: str, **values: str) -> ArgumentMap:
    """Read a map, and say which values the reasons that begin at a statement speak for."""
    m = drawn(text)
    named = {r.id: tuple(values.get(r.premises[0], "").split()) if r.is_step else () for r in m.relations}
    return evolve(m, relations=tuple(evolve(r, values=named[r.id]) for r in m.relations))


def seen_by(m: ArgumentMap, *orders: Order) -> dict[str, str]:
    """Return the standing of R in the eyes of some audiences."""
    audiences = {order.id: Audience.of(m, order, {}) for order in orders}
    return {name: str(standing) for name, standing in standings("R", audiences, Basis.DECLARED).items()}


def test_what_ranks_higher_outweighs() -> None:
    """A cost gives way to a reason that ranks higher, defeats where it ranks above all, and else is to be weighed."""
    m = valued(COST, P="safety", O="time")
    assert seen_by(m, PARENTS, DRIVERS, SILENT, MUDDLED) == {
        "parents": "accepted",
        "drivers": "rejected",
        "silent": "undecided",
        "muddled": "undecided",
    }


def test_a_reason_without_values_is_not_ranked() -> None:
    """A reason without values outweighs nothing, and keeps a cost from defeating."""
    m = valued(COST + "\n Q: s3 \n Q -> R", P="safety", O="time")
    assert seen_by(m, PARENTS, DRIVERS) == {"parents": "accepted", "drivers": "undecided"}
    assert seen_by(valued(COST, P="safety"), PARENTS, DRIVERS) == {"parents": "undecided", "drivers": "undecided"}


def test_only_reasons_that_stand_keep_a_cost_from_defeating() -> None:
    """A cost that ranks above all that stands defeats, though a reason that falls or is undercut ranks higher still."""
    text = COST + "\n Q: s3 \n Q -> R"
    ranked = {"P": "time", "O": "calm", "Q": "safety"}
    assert seen_by(valued(text, **ranked), PARENTS) == {"parents": "accepted"}
    assert seen_by(valued(text + "\n A: s4 \n A -| Q", **ranked), PARENTS) == {"parents": "rejected"}
    assert seen_by(valued(text + "\n A: s4 \n A -x (Q -> R)", **ranked), PARENTS) == {"parents": "rejected"}
    assert seen_by(valued(text.replace("Q: s3", "Q: claim"), **ranked), PARENTS) == {"parents": "rejected"}


def test_where_an_order_is_silent_weights_decide() -> None:
    """Under a standard that compares, values decide where they are ranked, and weights elsewhere."""
    text = "P: s1 \n O: s2 \n R: recommendation, preponderance \n P -> R .2 \n O -| R .8"
    assert seen_by(valued(text, P="safety", O="time"), PARENTS, DRIVERS, SILENT) == {
        "parents": "accepted",
        "drivers": "rejected",
        "silent": "rejected",
    }
    assert seen_by(valued(text.replace(".8", ".1"), P="safety", O="time"), DRIVERS, SILENT) == {
        "drivers": "rejected",
        "silent": "accepted",
    }


def test_a_ground_of_its_own_is_not_outranked() -> None:
    """What is cited or assumed itself is not defeated by what ranks above its reasons."""
    m = valued(COST.replace("R: recommendation", "R: recommendation, s4"), P="safety", O="time")
    assert seen_by(m, DRIVERS) == {"drivers": "undecided"}


def test_all_values_of_a_cost_must_be_outranked() -> None:
    """A cost of two values gives way only to what ranks above both."""
    assert seen_by(valued(COST, P="calm", O="time calm"), PARENTS) == {"parents": "undecided"}
    assert seen_by(valued(COST, P="calm safety", O="time"), PARENTS) == {"parents": "accepted"}


def test_a_reason_outweighs_only_while_its_step_holds() -> None:
    """A reason that is undercut, or whose premise falls, outweighs nothing, however high it ranks."""
    other = "\n Q: s3 \n Q -> R"
    assert seen_by(valued(COST + other + "\n U: s4 \n U -x (P -> R)", P="safety", O="time"), PARENTS) == {
        "parents": "undecided"
    }
    assert seen_by(valued(COST + other + "\n U -x (P -> R)", P="safety", O="time"), PARENTS) == {"parents": "accepted"}
    assert seen_by(valued(COST + other + "\n A: s4 \n A -| P", P="safety", O="time"), PARENTS) == {
        "parents": "undecided"
    }


def test_an_author_is_heard_where_an_order_is_silent() -> None:
    """What the author judges holds unless an order ranks the cost above every reason."""
    m = valued(COST + " < P", P="safety", O="time")
    assert seen_by(m, SILENT, DRIVERS) == {"silent": "accepted", "drivers": "rejected"}


def test_an_order_overrules_the_judgement_that_it_contradicts() -> None:
    """Where a cost ranks above the reason that is said to outweigh it, that does not; another that stands may."""
    judged = "P: s1 \n O: s2 \n R: recommendation \n P -> R \n O -| R < P \n Q -> R"
    cited = valued(f"{judged} \n Q: s3", P="safety", O="time")
    assert seen_by(cited, PARENTS, DRIVERS) == {"parents": "accepted", "drivers": "undecided"}
    assert seen_by(valued(judged, P="time", O="safety", Q="beauty"), PARENTS) == {"parents": "rejected"}


def test_what_defeats_or_is_against_a_claim_is_not_weighed() -> None:
    """Orders weigh costs alone: an attack that defeats, or is on a claim, defeats whatever its value."""
    assert seen_by(valued(COST + " defeats", P="safety", O="time"), PARENTS) == {"parents": "rejected"}
    assert seen_by(valued(COST.replace("R: recommendation", "R: claim"), P="safety", O="time"), PARENTS) == {
        "parents": "rejected"
    }


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({"a": "accepted", "b": "accepted"}, "accepted under every order"),
        ({"a": "undecided", "b": "rejected"}, "accepted under no order (undecided under a; rejected under b)"),
        (
            {"a": "accepted", "b": "rejected", "c": "undecided"},
            "accepted under some orders (a); undecided under c; rejected under b",
        ),
    ],
)
def test_it_is_told_under_which_orders_a_statement_is_accepted(found, said) -> None:
    """Under every order, under none, or under some; which, and what it is under the others, is said."""
    assert told({name: Standing(word) for name, word in found.items()}) == said


TWO_COSTS = """
    P: s1
    Q: s2
    O: s3
    U: s4
    R: recommendation
    P -> R
    Q -> R
    O -| R
    U -| R
"""


def why_under(m: ArgumentMap, order: Order) -> list[str]:
    """Return why R is what it is in the eyes of an audience, but for the grounds."""
    lines = Audience.of(m, order, {}).evaluation["R"].why.lines()
    return [line for line in lines if "is cited for it" not in line]


def test_why_a_cost_defeats_names_the_ranks() -> None:
    """What beats a statement by rank is told with the values that rank above, and those of the reasons that stand."""
    m = valued(TWO_COSTS, P="safety", Q="calm", O="money")
    assert why_under(m, DRIVERS) == [
        "R is rejected: beaten by O: money ranks above safety and calm under drivers",
    ]
    (both,) = why_under(valued(TWO_COSTS, P="safety", Q="calm", O="money", U="money"), DRIVERS)
    assert both.startswith("R is rejected: beaten by O and U, each of which would have to be answered")
    assert both.endswith(": money ranks above safety and calm under drivers")
    assert why_under(valued(COST + " defeats", P="safety", O="money"), DRIVERS) == ["R is rejected: beaten by O"]


def test_why_a_cost_is_outweighed_says_by_whom() -> None:
    """That a cost is outweighed is told to be by rank where it is, and else by the author's judgement."""
    text = TWO_COSTS.replace("U -| R", "U -| R < Q")
    assert why_under(valued(text, P="safety", O="time"), PARENTS)[-2:] == [
        "  O -| R fails: P outweighs it, as safety ranks above time under parents",
        "  U -| R fails: Q outweighs it, in the author's judgement",
    ]
    judged = valued(COST + " < P", P="safety", O="time")
    assert why_under(judged, PARENTS)[-1] == "  O -| R fails: P outweighs it, as safety ranks above time under parents"
    assert evaluate(judged)["R"].why.lines()[2] == "  O -| R fails: P outweighs it"


def test_what_an_order_settles_is_told_where_the_rest_is_open() -> None:
    """Of a statement that is to be weighed, the costs that are outweighed are told too, in JSON with the ranks."""
    m = valued(TWO_COSTS, P="safety", O="time")
    assert why_under(m, PARENTS) == [
        "R is undecided: P and Q are to be weighed against U",
        "  O -| R fails: P outweighs it, as safety ranks above time under parents",
    ]
    reasons = Audience.of(m, PARENTS, {}).evaluation["R"].why.as_dict()["reasons"]
    assert [each["above"] for each in reasons if "above" in each] == [{"safety": ("time",)}]


@pytest.mark.parametrize(
    "lie",
    [
        Ranking("drivers", (("money", ("time",)),)),
        Ranking("drivers", (("time", ("safety",)),)),
        Ranking("drivers", (("money", ("calm", "safety", "beauty")),)),
        Ranking("parents", (("money", ("safety",)),)),
        Ranking("drivers", ()),
    ],
)
def test_ranks_that_are_made_up_are_found(lie: Ranking) -> None:
    """Values of something else, ranks that are none, another audience, and none at all are found wrong."""
    m = valued(TWO_COSTS, P="safety", Q="calm", O="money")
    seen = Audience.of(m, DRIVERS, {})
    reasons = everything([seen.evaluation["R"].why])
    assert list(wrong_ranks(reasons, seen.map)) == []
    told = [evolve(why, ranking=lie) if why.ranking else why for why in reasons]
    assert list(wrong_ranks(told, seen.map)) == ["the ranks told of O -| R are wrong"]
    assert list(wrong_ranks(reasons, m)) == ["the ranks told of O -| R are wrong"]


def by_hand(m: ArgumentMap, order: Order) -> list[oracle.Rule]:
    """Return the rules of a map with those of an order, which says what each reason does to each cost with values."""
    program = oracle.rules(m, Basis.DECLARED)
    own = oracle.grounds(m, Basis.DECLARED)
    for cost in m.relations:
        if cost.kind != "attack" or not cost.values or not oracle.weighs(m, cost):
            continue
        target = m[cost.target]
        reasons = [r for r in m.relations if r.kind == "support" and r.target == cost.target]
        outweighed, unless = ("outweighed", cost.id), ("holds", cost.target)
        overruled = {
            frozenset(("holds", p) for p in r.premises) for r in reasons if order.outranks(cost.values, r.values)
        }
        standard = target.standard if target.standard in oracle.THRESHOLDS else None
        if standard is None:
            program = [rule for rule in program if (rule[0], rule[1]) != (outweighed, frozenset([unless]))]
        program = [rule for rule in program if rule[0] != outweighed or rule[2] or rule[1] not in overruled]
        program += [
            (outweighed, frozenset([unless]), frozenset([("cut", ground)] if ground else []))
            for ground in own[cost.target]
            if standard is None
        ]
        for r in reasons:
            holds, uncut = frozenset(("holds", p) for p in r.premises), frozenset([("cut", r.id)])
            above, below = order.outranks(r.values, cost.values), order.outranks(cost.values, r.values)
            if standard and (above or below):
                rules = [(outweighed, holds, uncut), (outweighed, holds | {unless}, uncut)]
                program = [rule for rule in program if rule not in rules]
            if above:
                program.append((outweighed, holds, uncut))
            elif not below and standard is None:
                program.append((outweighed, holds | {unless}, uncut))
    questions = {("holds", s.id) for s in m if s.kind is Kind.QUESTION}
    return [rule for rule in program if not rule[1] & questions]


@given(m=trade_offs(), data=st.data())
@examples(400)
def test_audiences_follow_the_rules(m: ArgumentMap, data) -> None:
    """In the eyes of any audience, standings are the well-founded model of the map's rules and those of the order."""
    values = st.lists(st.sampled_from(["safety", "calm", "time", "money"]), max_size=2).map(tuple)
    unique = {r.id: r for r in m.relations}
    m = evolve(m, relations=tuple(evolve(r, values=data.draw(values)) if r.is_step else r for r in unique.values()))
    order = data.draw(st.sampled_from([PARENTS, DRIVERS, MUDDLED]))
    program = by_hand(m, order)
    assume(len(oracle.choices(program)) <= 6)
    model = oracle.well_founded(oracle.stable_models(program))
    supported = oracle.supported(m, Basis.DECLARED)
    seen = evolve(m, audience=order)
    evaluation = evaluate(seen)
    assert evaluation.standings == {name: in_words(model, supported, name) for name in evaluation}
    assert evaluation.certify(seen, None, (verdict.why for verdict in evaluation.values())) == []
