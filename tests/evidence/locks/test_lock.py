"""The lock file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.lockfile import (
    Lock,
    Record,
    Review,
    Version,
    decode,
    encode,
    read_lock,
    selector_key,
    word_keys,
    write_lock,
)
from argmap.evidence.locks.recording import make_lock
from argmap.evidence.passages.resolution import Outcome
from argmap.evidence.passages.resolve import resolve_anchors
from argmap.model.citations import Selector
from argmap.text import LineIndex

TEXT = (
    "The council met in May. Mean speed did not fall by more than 4.1 km/h on 41 streets, and 7 % of the drivers were "
    "fined.\fOn the second page the wells ran dry. On the third day the wells ran dry again."
)
QUOTES = ["Mean speed … 41 streets", "drivers were fined", "second page … ran dry", "(1)"]


def locked(text=TEXT, quotes=tuple(QUOTES), **given):
    """Lock quotes of a text."""
    anchors = [("doc", Selector(quote)) for quote in quotes]
    return make_lock(resolve_anchors(anchors, {"doc"}, {"doc": text}), {"doc": text}, **given)


def flawed(text):
    """Return the lines of a lock in which something is wrong."""
    return [LineIndex(text).position(flaw.span.start).line for flaw in read_lock(text).flaws]


NAMES = st.text("abcdefgh-éü %", min_size=1, max_size=6)
ROWS = st.lists(st.integers(0, 4095), max_size=9).map(encode)
DIGESTS = st.text("abcXYZ019+/", min_size=8, max_size=12)
SMALL = st.integers(0, 99)
RECORDS = st.builds(
    Record,
    source=NAMES,
    key=DIGESTS,
    version=DIGESTS,
    start=SMALL,
    end=SMALL,
    lead=SMALL,
    trail=SMALL,
    digest=DIGESTS,
    loose=DIGESTS,
    sketch=ROWS.filter(bool),
    before=ROWS,
    after=ROWS,
    twin=st.integers(1, 3),
    twins=st.integers(3, 9),
    page=st.none() | st.integers(1, 99),
    figures=st.lists(st.sampled_from(["4.1", "-7%", "2019"]), max_size=3).map(tuple),
    signals=st.lists(st.sampled_from(["not", "fifty", "must"]), max_size=3).map(word_keys),
    languages=st.lists(st.sampled_from(["en", "fil", "zh"]), max_size=2).map(tuple),
    gist=st.just("") | DIGESTS,
    beside=st.lists(st.sampled_from(["not", "never"]), max_size=2).map(word_keys),
)
REVIEWS = st.builds(
    Review, NAMES, NAMES, DIGESTS, DIGESTS, NAMES, st.just("2026-11-30"), st.lists(DIGESTS, max_size=2).map(tuple)
)
VERSIONS = st.builds(Version, NAMES, DIGESTS, st.none() | DIGESTS, st.none() | NAMES, st.none() | st.just("2026-11-30"))


@given(
    st.lists(RECORDS, max_size=4),
    st.lists(VERSIONS, max_size=3, unique_by=lambda v: (v.source, v.text)),
    st.lists(REVIEWS, max_size=3),
)
def test_a_lock_is_read_as_it_was_written(records, versions, reviews) -> None:
    """Writing a lock and reading it gives the same lock, without flaws."""
    reviewed = {(review.map, review.statement): review for review in reviews}
    lock = Lock({(record.source, record.key): record for record in records}, tuple(versions), reviewed)
    text = write_lock(lock)
    found = read_lock(text)
    assert found.flaws == ()
    assert (found.records, found.reviews) == (lock.records, reviewed)
    assert set(found.versions) == set(versions)
    assert write_lock(found) == text


def test_a_review_without_disputes_is_written_as_ever() -> None:
    """Six values, as before reviews knew of disputes; each dispute is one more."""
    review = Review("a.yaml", "wet", "own", "cone", "A. Reader", "2026-11-30")
    lines = [
        write_lock(Lock(reviews={("a.yaml", "wet"): each})).splitlines()[1].split()[1:-1]
        for each in (review, review._replace(disputes=("x+y/", "z")))
    ]
    assert lines[0] == ["a.yaml", "wet", "own", "cone", "A.%20Reader", "2026-11-30"]
    assert lines[1] == [*lines[0], "x%2By%2F", "z"]


@given(st.text(max_size=80))
def test_any_text_is_read_without_raising(text) -> None:
    """Whatever stands in a lock file, it is read or said to be wrong."""
    lock = read_lock(write_lock(Lock()).splitlines()[0] + "\n" + text)
    assert lock.records == {}
    assert lock.flaws or not text.strip() or text.strip()[0] in "=|>"


@given(st.data())
def test_no_edit_by_hand_goes_unseen(data) -> None:
    """A changed character in any line is reported, and that line is not believed."""
    text = write_lock(locked())
    at = data.draw(st.integers(text.index("\n") + 1, len(text) - 2))
    other = data.draw(st.sampled_from("aA9 +."))
    changed = text[:at] + other + text[at + 1 :]
    if other != text[at] and text[at] != "\n":
        lock = read_lock(changed)
        assert len(lock.flaws) == 1
        assert len(lock.records) + len(lock.versions) == len(text.splitlines()) - 2


@pytest.mark.parametrize(
    "change", [{"sketch": ""}, {"twin": 0}, {"twin": 3, "twins": 2}, {"start": -5}, {"digest": "a b"}]
)
def test_a_sealed_line_that_cannot_be_is_not_believed(change) -> None:
    """A record that no locking could have made is damaged, though its check sum fits."""
    ((key, record),) = locked(quotes=QUOTES[:1]).records.items()
    text = write_lock(Lock({key: record._replace(**change)}))
    assert flawed(text) == [2]
    assert read_lock(text).records == {}


def test_a_line_for_each_anchor_sorted_without_words() -> None:
    """Each anchor has one line of its own; the lines are sorted and hold no word of the source."""
    lines = write_lock(locked(date="2026-11-30")).splitlines()
    assert lines[1:] == sorted(lines[1:])
    assert [line.split()[0] for line in lines] == ["argmap-lock", "anchor", "anchor", "anchor", "source"]
    assert not {"council", "speed", "streets", "drivers", "wells", "page"} & set(
        "\n".join(lines).replace(" ", "\n").split()
    )
    assert lines[-1].split()[-2] == "2026-11-30"


def test_a_record_holds_what_the_passage_was() -> None:
    """The record of an anchor holds its place, figures, negations, page and twins."""
    record = locked().record("doc", Selector(QUOTES[0]))
    assert TEXT[record.start : record.end].startswith("Mean speed did")
    assert (record.figures, record.signals, record.page) == (("4.1", "41"), word_keys(["not", "more", "than"]), 1)
    assert record.languages == ("en",)
    assert (record.twin, record.twins, len(decode(record.sketch))) == (1, 1, 15)
    assert locked().record("doc", Selector(QUOTES[2])).page == 2


def test_twins_are_counted() -> None:
    """Places that look just like the passage, surroundings and all, are counted, and which of them it is."""
    text = " ".join(
        ["a row of nine quite common words came to pass before the wells ran dry in the hot month of June."] * 3
    )
    anchor = ("doc", Selector("wells … hot month", 2))
    lock = make_lock(resolve_anchors([anchor], {"doc"}, {"doc": text}), {"doc": text})
    assert [(record.twin, record.twins) for record in lock.records.values()] == [(2, 3)]


def test_a_key_outlives_a_change_of_quotation_marks() -> None:
    """Selectors that differ in typography have one key; those that differ in words or count have not."""
    assert selector_key(Selector("the “safe” … level")) == selector_key(Selector('the "safe" ... level'))
    assert selector_key(Selector("a")) != selector_key(Selector("A"))
    assert selector_key(Selector("a")) != selector_key(Selector("a", 2))


def test_conflict_markers_are_reported_once_and_the_lines_still_read() -> None:
    """A lock that git left in conflict is said to be so; lines that are whole are still believed."""
    header, *lines = write_lock(locked()).splitlines()
    text = "\n".join([header, lines[0], "<<<<<<< ours", lines[1], "=======", lines[2], ">>>>>>> theirs", lines[3]])
    lock = read_lock(text)
    assert flawed(text) == [3]
    assert lock.records == locked().records


def test_branches_merge_line_by_line() -> None:
    """The lines of two branches put together, in any order and some twice, read as the lock of both."""
    ours, theirs = (write_lock(locked(quotes=quotes)).splitlines() for quotes in (QUOTES[:2], QUOTES[1:]))
    lock = read_lock("\n".join([ours[0], *reversed(ours[1:]), *theirs[1:]]))
    assert lock.flaws == ()
    assert write_lock(lock) == write_lock(locked())


def test_two_lines_for_one_anchor_are_not_believed() -> None:
    """An anchor that two branches locked differently is reported, and counts as not locked."""
    one, other = (write_lock(locked(text, QUOTES[:1])).splitlines() for text in (TEXT, f"Once. {TEXT}"))
    text = "\n".join([*one, *other[1:]])
    lock = read_lock(text)
    assert flawed(text) == [4]
    assert (lock.records, len(lock.versions)) == ({}, 2)


@pytest.mark.parametrize(
    "text", ["", "argmap-lock 0 normal-form 1\n", "something else", "argmap-lock 1 normal-form 99\n"]
)
def test_a_lock_of_another_version_is_not_read(text) -> None:
    """What is no lock, or one of another version, is one flaw in line 1."""
    assert flawed(text) == [1]


def test_locking_again_changes_nothing() -> None:
    """A lock made of what it proves is the same lock, date and all."""
    first = locked(date="2026-11-30")
    anchors = [("doc", Selector(quote)) for quote in QUOTES]
    outcomes = resolve_anchors(anchors, {"doc"}, {"doc": TEXT}, first)
    assert write_lock(make_lock(outcomes, {"doc": TEXT}, first, date="2027-01-01")) == write_lock(first)


def test_what_needs_review_keeps_its_record_until_it_is_accepted() -> None:
    """Locking takes up what moved, keeps the record of what changed, and drops what no map names."""
    old = locked()
    text = "New. " + TEXT.replace("drivers were fined", "careless drivers were fined")
    anchors = [("doc", Selector(quote)) for quote in QUOTES[:2]]
    outcomes = resolve_anchors(anchors, {"doc"}, {"doc": text}, old)
    assert [outcomes[anchor].outcome for anchor in anchors] == [Outcome.MOVED, Outcome.MOVED]
    text = text.replace("Mean speed did not fall", "Mean speed did fall at last")
    outcomes = resolve_anchors(anchors, {"doc"}, {"doc": text}, old)
    assert [outcomes[anchor].outcome for anchor in anchors] == [Outcome.FUZZY, Outcome.MOVED]
    new = make_lock(outcomes, {"doc": text}, old)
    assert new.record(*anchors[0]) == old.record(*anchors[0])
    assert new.record(*anchors[1]) != old.record(*anchors[1])
    assert len(new.records) == 2
    assert len(new.versions) == 2
    assert resolve_anchors(anchors, {"doc"}, {"doc": text}, new)[anchors[0]].outcome is Outcome.FUZZY
    taken = make_lock(outcomes, {"doc": text}, old, accepted=[anchors[0]])
    assert resolve_anchors(anchors, {"doc"}, {"doc": text}, taken)[anchors[0]].outcome is Outcome.VERIFIED
    assert len(taken.versions) == 1


def test_an_absent_text_keeps_its_records() -> None:
    """Locking without the text of a source keeps what is locked in it."""
    old = locked()
    anchors = [("doc", Selector(quote)) for quote in QUOTES]
    assert write_lock(make_lock(resolve_anchors(anchors, {"doc"}, {}, old), {}, old)) == write_lock(old)


def test_a_lock_that_lies_is_not_believed() -> None:
    """A record whose digest does not fit the text it names proves nothing; the phrases are looked up instead."""
    lock = locked()
    (key, record), *_ = lock.records.items()
    lying = Lock({key: record._replace(start=record.start + 1)}, lock.versions)
    anchors = [("doc", Selector(quote)) for quote in QUOTES]
    found = resolve_anchors(anchors, {"doc"}, {"doc": TEXT}, lying)
    assert found == resolve_anchors(anchors, {"doc"}, {"doc": TEXT})


OLD = (
    "argmap-lock 1 normal-form 1\n"
    "anchor doc x1VKzWagLfo7 40f0f1b3b07e 0-59 0+0 q2IjIboQymv0 +RsHd6wr -w729B118MJCJ8T2s4-312bnnIEys- . "
    "5O3m5XM3H63m4_ 1/1 . 4.1;41 a 6056afce\n"
)
OLD_TEXT = "Mean speed did not fall by more than 4.1 km/h on 41 streets in the first year of the trial."
OLD_ANCHOR = ("doc", Selector("Mean speed … 41 streets"))


def test_an_old_lock_is_read_and_renewed() -> None:
    """A lock of version 1 proves what is unchanged and tells negations, but nothing strong, until it is renewed."""
    old = read_lock(OLD)
    assert not old.flaws
    (found,) = resolve_anchors([OLD_ANCHOR], {"doc"}, {"doc": OLD_TEXT}, old).values()
    assert (found.outcome, found.locked) == (Outcome.VERIFIED, True)
    for after, lost in (("did fall", ("not",)), ("did not, moreover, fall", ())):
        text = OLD_TEXT.replace("did not fall", after)
        (changed,) = resolve_anchors([OLD_ANCHOR], {"doc"}, {"doc": text}, old).values()
        assert (changed.outcome, changed.lost, changed.is_strong) == (Outcome.FUZZY, lost, False)
    renewed = make_lock({OLD_ANCHOR: found}, {"doc": OLD_TEXT}, old).record(*OLD_ANCHOR)
    assert renewed
    assert renewed.gist
