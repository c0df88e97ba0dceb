"""Weighing conclusions: by a table of all worlds, by decision diagrams and by draws."""

from __future__ import annotations

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks.chances import weighing
from argmap.frameworks.chances.theory import Rule, Theory
from argmap.frameworks.chances.weighing import Weighing

ATOMS, EVENTS = 6, 5


@st.composite
def drawn(draw):
    """Return rules over a few atoms, with loops and negations of all sorts, and the chances of their events."""
    some = st.lists(st.integers(0, ATOMS - 1), max_size=2).map(tuple)
    happening = st.lists(st.integers(0, EVENTS - 1), max_size=2, unique=True).map(tuple)
    rules = st.lists(st.builds(Rule, some, some, happening), max_size=3)
    chances = st.lists(st.sampled_from([0.0, 0.25, 0.5, 0.9, 1.0]), min_size=EVENTS, max_size=EVENTS)
    return {atom: draw(rules) for atom in range(ATOMS)}, dict(enumerate(draw(chances)))


def model(rules, happening):
    """Return where atoms are true, and where they are not false, by the alternating fixed point of single truths."""
    there = {a: [r for r in each if happening.issuperset(r.events)] for a, each in rules.items()}

    def derived(denied):
        holding = set()
        while True:
            fresh = {
                a
                for a, each in there.items()
                if any(holding.issuperset(r.positive) and denied.isdisjoint(r.negative) for r in each)
            }
            if fresh == holding:
                return holding
            holding = fresh

    true = set()
    while True:
        possible = derived(true)
        if derived(possible) == true:
            return true, possible
        true = derived(possible)


def by_hand(rules, chances, atom):
    """Return how likely an atom is true, and undecided, by looking at each world by itself."""
    true = undecided = 0.0
    for choice in product([False, True], repeat=EVENTS):
        weight = prod(chances[e] if happens else 1 - chances[e] for e, happens in enumerate(choice))
        found = model(rules, {event for event, happens in enumerate(choice) if happens})
        true += weight * (atom in found[0])
        undecided += weight * (atom in found[1] - found[0])
    return true, undecided


def asked(worlds, true, possible):
    """Ask where the first atom is true, and where it is undecided."""
    return [true[0], worlds.both(possible[0], worlds.outside(true[0]))]


def weighing_of(rules, chances, **more):
    """Return what weighs the first atom."""
    return Weighing(Theory.of(rules, [0]), chances, {event: str(event) for event in chances}, **more)


@given(drawn())
def test_tables_and_diagrams_say_what_each_world_by_itself_does(case):
    """Both exact ways give the probability that adding up all worlds gives, for any rules."""
    rules, chances = case
    expected = pytest.approx(by_hand(rules, chances, 0))
    for found in (weighing_of(rules, chances).in_table(asked), weighing_of(rules, chances).in_diagrams(asked)):
        assert tuple(weighed.chance.value for weighed in found) == expected


@given(drawn(), st.integers(0, EVENTS - 1))
def test_what_an_event_matters_is_what_it_changes(case, event):
    """How likely something is where an event happens, or fails, is what it is with the event certain, or impossible."""
    rules, chances = case
    expected = [by_hand(rules, {**chances, event: float(happens)}, 0) for happens in (True, False)]
    for found in (weighing_of(rules, chances).in_table(asked), weighing_of(rules, chances).in_diagrams(asked)):
        for place, weighed in enumerate(found):
            if event in weighed.events:
                assert weighed.events[event] == pytest.approx(tuple(each[place] for each in expected))
            else:
                assert expected[0][place] == pytest.approx(expected[1][place])


@given(drawn())
def test_draws_agree_with_what_is_exact(case):
    """A fixed seed's intervals of 95 % widened to five times hold the exact values, of events that matter too."""
    rules, chances = case
    drawing = weighing_of(rules, chances, draws=2000, seed=1)
    for exact, estimate in zip(drawing.in_table(asked), drawing.by_draws(asked), strict=True):
        slack = 2 * (estimate.chance.high - estimate.chance.low)
        assert estimate.chance.low - slack <= exact.chance.value <= estimate.chance.high + slack
        for event, ends in exact.events.items():
            assert estimate.events[event] == pytest.approx(ends, abs=0.08)


def test_draws_are_repeated_by_their_seed():
    """The same seed draws the same worlds, another seed others."""
    rules = {0: [Rule((), (), (0,)), Rule((), (), (1,))]}
    one, same, other = (weighing_of(rules, {0: 0.5, 1: 0.5}, seed=seed).by_draws(asked)[0].chance for seed in (7, 7, 8))
    assert one == same != other


def test_diagrams_reach_far_where_events_bear_on_little():
    """Two hundred sources, two for each of a hundred linked premises, are no work to speak of."""
    rules = {0: [Rule(tuple(range(1, 101)))]}
    rules |= {atom: [Rule((), (), (2 * atom,)), Rule((), (), (2 * atom + 1,))] for atom in range(1, 101)}
    found = weighing_of(rules, dict.fromkeys(range(2, 202), 0.95)).weigh(asked)[0]
    assert found.chance.is_exact
    assert found.chance.value == pytest.approx((1 - 0.05**2) ** 100)


def test_what_is_beyond_reach_is_drawn(monkeypatch):
    """Where diagrams grow too large, an estimate with its interval takes their place."""
    monkeypatch.setattr(weighing, "_MOST_STEPS", 10)
    rules = {0: [Rule((), (), (one, other)) for one in range(20) for other in range(one)]}
    found = weighing_of(rules, dict.fromkeys(range(20), 0.1), draws=1000, seed=1).weigh(asked)[0]
    exact = 1 - 0.9**20 - 20 * 0.1 * 0.9**19
    assert found.chance.draws == 1000
    assert found.chance.low <= exact <= found.chance.high


def test_draws_that_memory_has_no_room_for_come_in_turns(monkeypatch):
    """Worlds are drawn a few at a time where there are many atoms; all of them count."""
    monkeypatch.setattr(weighing, "_MOST_BITS", 2000)
    rules = {0: [Rule((1,)), Rule((2,))], 1: [Rule((), (), (0,))], 2: [Rule((), (), (1,))]}
    found = weighing_of(rules, {0: 0.5, 1: 0.2}, draws=3000).by_draws(asked)[0]
    assert found.chance.low < 0.6 < found.chance.high
    assert (found.chance.draws, found.events[0][0]) == (3000, 1.0)
    assert found.events[0][1] == pytest.approx(0.2, abs=0.03)
