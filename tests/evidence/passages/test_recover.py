"""What becomes of locked anchors when their source changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.lockfile import Lock
from argmap.evidence.locks.recording import make_lock
from argmap.evidence.passages.resolution import Outcome
from argmap.evidence.passages.resolve import resolve_anchors
from argmap.model.citations import Selector

from ...strategies import examples

HEAD = "The survey of the northern wells was carried out by the water agency in the dry season of 2024."
BODY = "Of the ten wells that were drilled before the war, six were found to hold 4.1 metres of water or more."
TAIL = (
    "The agency recommends that the remaining four be closed, and that the village be supplied by lorry until spring."
)
TEXT = f"{HEAD}\n\n{BODY} {TAIL}"
ANCHOR = ("doc", Selector("ten wells … or more"))


def changed(after, before=TEXT, anchor=ANCHOR):
    """Lock an anchor in a text, and resolve it in another."""
    outcomes = resolve_anchors([anchor], {"doc"}, {"doc": before})
    assert len(outcomes[anchor].places) == 1
    lock = make_lock(outcomes, {"doc": before})
    return resolve_anchors([anchor], {"doc"}, {"doc": after}, lock)[anchor]


def text_of(resolution, after):
    """Return the passage found."""
    (place,) = resolution.places
    return after[place.start : place.end]


def test_verified_in_the_very_text() -> None:
    """In the text that it was locked in, an anchor is proven by its digest."""
    resolution = changed(TEXT)
    assert (resolution.outcome, resolution.locked) == (Outcome.VERIFIED, True)
    assert text_of(resolution, TEXT).startswith("ten wells")


def test_verified_at_its_place_in_a_changed_text() -> None:
    """A passage that stands where it stood is verified, though the text changed elsewhere."""
    assert changed(TEXT + " It rained.").outcome is Outcome.VERIFIED


def test_moved_with_its_surroundings() -> None:
    """A passage that stands elsewhere in known surroundings has moved."""
    after = f"A new foreword was added.\n\n{TEXT}"
    resolution = changed(after)
    assert (resolution.outcome, resolution.context) == (Outcome.MOVED, 1.0)
    assert text_of(resolution, after) == text_of(changed(TEXT), TEXT)


def test_context_changed() -> None:
    """The same words in other surroundings are to be reviewed."""
    resolution = changed(f"Others have said, in quite another place: {BODY[3:]} But nobody believed a word of it then.")
    assert resolution.outcome is Outcome.CONTEXT_CHANGED
    assert resolution.needs_review


@pytest.mark.parametrize(
    ("old", "new", "lost", "gained"),
    [
        ("six were found", "six were not found", (), ("not",)),
        ("six were found", "5 were found", ("six",), ("5",)),
        ("4.1 metres", "4.7 metres", ("4.1",), ("4.7",)),
        ("before the war", "before the flood", (), ()),
        ("drilled before the war, six were", "drilled, five were", ("before", "six"), ("five",)),
    ],
)
def test_a_change_between_the_phrases_is_seen(old, new, lost, gained) -> None:
    """A change inside the passage makes it fuzzy, and changed figures and negations are named."""
    after = TEXT.replace(old, new)
    resolution = changed(after)
    assert resolution.outcome is Outcome.FUZZY
    assert not resolution.is_strong
    assert (resolution.lost, resolution.gained) == (lost, gained)
    assert text_of(resolution, after).startswith("ten wells")
    assert text_of(resolution, after).endswith("or more")


def test_without_a_lock_the_same_change_goes_unseen() -> None:
    """That is what the lock is for: the phrases alone still fit."""
    after = TEXT.replace("six were found", "six were not found")
    assert resolve_anchors([ANCHOR], {"doc"}, {"doc": after})[ANCHOR].outcome is Outcome.VERIFIED


def test_a_decoy_does_not_lure() -> None:
    """Where the passage was altered and its old words were planted elsewhere, the decoy is never taken quietly."""
    altered = TEXT.replace("six were found to hold", "seven were later said to hold")
    resolution = changed(f"{altered}\n\nSomeone once wrote otherwise: {BODY} That was all there was.")
    assert resolution.outcome in {Outcome.FUZZY, Outcome.AMBIGUOUS}


def test_twins_that_lose_one_are_ambiguous() -> None:
    """Of two passages alike in words and surroundings one is gone: which one, nobody can tell."""
    twice = f"{TEXT}\n\n{TEXT}"
    anchor = ("doc", Selector(ANCHOR[1].quote, 2))
    assert changed(twice, twice, anchor).outcome is Outcome.VERIFIED
    assert changed(f"New.\n\n{twice}", twice, anchor).outcome is Outcome.MOVED
    assert changed(TEXT, twice, anchor).outcome is Outcome.AMBIGUOUS
    assert changed(f"{twice}\n\n{TEXT}", twice, anchor).outcome is Outcome.AMBIGUOUS


def test_a_copy_that_appears_is_ambiguous() -> None:
    """A second passage in the same surroundings makes the first uncertain, and both are given."""
    resolution = changed(f"{TEXT}\n\n{TEXT}")
    assert (resolution.outcome, len(resolution.places)) == (Outcome.AMBIGUOUS, 2)


def test_two_similar_places_are_ambiguous() -> None:
    """Where two places are as like what was recorded, neither is taken, and both are given."""
    altered = TEXT.replace("six were found", "six were later found")
    assert changed(altered).outcome is Outcome.FUZZY
    resolution = changed(f"{altered}\n\n{altered}")
    assert (resolution.outcome, len(resolution.places)) == (Outcome.AMBIGUOUS, 2)


def test_missing_with_a_guess() -> None:
    """A passage that is gone is missing; what little is like it is a guess."""
    assert changed(f"{HEAD} {TAIL}").outcome is Outcome.MISSING
    resolution = changed(TEXT.replace(BODY, "Of the ten wells that were tested last year, a few held some water."))
    assert resolution.outcome is Outcome.MISSING
    assert resolution.score < 0.7


def test_typography_is_no_change() -> None:
    """Other line ends, hyphens and case leave a passage verified or moved, *loosely* where letters were set anew."""
    wrapped = TEXT.replace(" ", "\r\n").replace("wells", "wel\u00adls")
    assert changed(wrapped).outcome is Outcome.MOVED
    assert not changed(wrapped).loose
    hyphenated = TEXT.replace("before the war, six", "before-the-war, Six").replace("metres", "met-res")
    resolution = changed(hyphenated)
    assert (resolution.is_verified, resolution.loose) == (True, True)
    assert "met-res" in text_of(resolution, hyphenated)


def test_a_loose_figure_is_a_change() -> None:
    """A decimal point more is not typography."""
    resolution = changed(TEXT.replace("4.1 metres", "41 metres"))
    assert (resolution.outcome, resolution.lost, resolution.gained) == (Outcome.FUZZY, ("4.1",), ("41",))


def test_a_short_passage_stands_and_falls_with_its_surroundings() -> None:
    """One word is found beside its neighbours, and nowhere else."""
    anchor = ("doc", Selector("lorry"))
    assert changed(f"New. {TEXT}", TEXT, anchor).outcome is Outcome.MOVED
    assert changed("The lorry was red. Nothing else is known of it.", TEXT, anchor).outcome is Outcome.MISSING


def test_a_passage_torn_by_a_new_paragraph_is_not_taken_quietly() -> None:
    """Words inserted in the middle of a passage make it a matter of review."""
    after = TEXT.replace("the war, six", "the war," + " Much was written of it since." * 3 + " Of these six")
    assert not changed(after).is_verified


def test_other_sources_and_unlocked_anchors_are_looked_up_as_ever() -> None:
    """An anchor that is not locked is found by its phrases beside ones that are."""
    other = ("doc", Selector("supplied by lorry"))
    outcomes = resolve_anchors([ANCHOR], {"doc"}, {"doc": TEXT})
    lock = make_lock(outcomes, {"doc": TEXT})
    after = {"doc": f"New. {TEXT}"}
    found = resolve_anchors([other, ANCHOR], {"doc"}, after, lock)
    assert [(found[a].outcome, found[a].locked) for a in (other, ANCHOR)] == [
        (Outcome.VERIFIED, False),
        (Outcome.MOVED, True),
    ]
    assert resolve_anchors([ANCHOR], {"doc"}, {}, lock)[ANCHOR].outcome is Outcome.SOURCE_ABSENT


WORDS = st.lists(st.sampled_from("the a wells dry ran six water not 4.1 agency".split()), min_size=1, max_size=60)


@given(WORDS, st.data())
@examples(150)
def test_a_lock_changes_nothing_in_an_unchanged_text(words, data) -> None:
    """In the text it was made for, a lock gives the same places as the phrases do."""
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words) - 1, first + 8)))
    anchors = [("doc", Selector(" ".join(words[first : last + 1]), nth)) for nth in (None, 1, 2)]
    cold = resolve_anchors(anchors, {"doc"}, {"doc": text})
    lock = make_lock(cold, {"doc": text})
    warm = resolve_anchors(anchors, {"doc"}, {"doc": text}, lock)
    for anchor in anchors:
        assert (warm[anchor].outcome, warm[anchor].places) == (cold[anchor].outcome, cold[anchor].places)


@given(WORDS, WORDS, st.data())
@examples(150)
def test_a_confident_answer_has_the_very_words(words, other, data) -> None:
    """Whatever the new text is, what is called verified or moved has the letters and digits that were locked."""
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words) - 1, first + 12)))
    quote = " ".join(words[first : last + 1])
    anchor = ("doc", Selector(quote, 1))
    lock = make_lock(resolve_anchors([anchor], {"doc"}, {"doc": text}), {"doc": text})
    at = data.draw(st.integers(0, len(words)))
    after = " ".join([*words[:at], *other, *words[at:]])
    resolution = resolve_anchors([anchor], {"doc"}, {"doc": after}, lock)[anchor]
    if resolution.is_verified:
        (place,) = resolution.places
        assert after[place.start : place.end] == quote


def test_an_empty_text_and_an_empty_lock() -> None:
    """A text without words has nothing, and raises nothing."""
    assert changed("").outcome is Outcome.MISSING
    assert resolve_anchors([ANCHOR], {"doc"}, {"doc": ""}, Lock())[ANCHOR].outcome is Outcome.MISSING


MEANINGS = [
    ("Die Stadt hat keine Schulden und spart weiter", "Die Stadt hat Schulden und spart weiter"),
    ("fee is fifteen crowns a day", "fee is fifty crowns a day"),
    ("the new plan was approved by the council", "the new plan was rejected by the council"),
    ("all of the tenants must leave the old house", "all of the tenants may leave the old house"),
    ("the dam was closed before the great flood", "the dam was closed after the great flood"),
    ("the letter was written by Anna to the mayor", "the letter was written by Berta to the mayor"),
    ("the old bridge is safe for lorries today", "the old bridge is unsafe for lorries today"),
    ("город не имеет долгов и экономит дальше", "город имеет долгов и экономит дальше"),
    ("la ville n'a pas de dettes et économise", "la ville a des dettes et économise"),
    ("la ciudad no tiene deudas y sigue ahorrando", "la ciudad tiene deudas y sigue ahorrando"),
    ("miasto nie ma długów i dalej oszczędza", "miasto ma długów i dalej oszczędza"),
    ("şehrin hiç borcu yok ve tasarruf ediyor", "şehrin çok borcu var ve tasarruf ediyor"),
    ("la città non ha debiti e continua così", "la città ha debiti e continua così"),
    ("staden har inga skulder och sparar vidare", "staden har skulder och sparar vidare"),
    ("only few of the wells are dry by now", "only a few of the wells are dry by now"),
    ("the fine was 15 € for each lost book there", "the fine was also 15 $ for each lost book there"),
]


@pytest.mark.parametrize(("old", "new"), [*MEANINGS, *((new, old) for old, new in MEANINGS)])
def test_a_changed_meaning_is_never_strong(old, new) -> None:
    """A word that came, went or was replaced makes a change weak, in any language."""
    resolution = changed(f"{HEAD} {new} {TAIL}", f"{HEAD} {old} {TAIL}", ("doc", Selector(old)))
    assert not resolution.is_strong


FILLED = [
    ("six wells were {} found dry last year", "the also moreover"),
    ("der Rat hat {} das Geld für die Brücke bewilligt", "zudem außerdem"),
    ("de raad heeft {} het geld voor de brug goedgekeurd", "bovendien tevens"),
    ("il consiglio ha {} approvato i fondi per il ponte", "inoltre"),
    ("совет {} одобрил деньги на ремонт моста", "также"),
    ("市议会{}批准了修桥的经费", "此外 另外"),
]


@pytest.mark.parametrize(("text", "fillers"), FILLED)
def test_a_filler_that_came_or_went_is_strong(text, fillers) -> None:
    """A filler of the passage's language may come and go, and nothing else."""
    short = text.replace("{} ", "").replace("{}", "")
    for filler in fillers.split():
        long = text.replace("{}", filler)
        for old, new in ((short, long), (long, short)):
            resolution = changed(f"{HEAD} {new}. {TAIL}", f"{HEAD} {old}. {TAIL}", ("doc", Selector(old)))
            assert resolution.outcome is Outcome.FUZZY
            assert resolution.is_strong


@pytest.mark.parametrize(
    ("old", "new", "strong"),
    [
        ("كتب الرجل الرسالة أمس إلى المدير الجديد", "كَتَبَ الرجل الرسالة أمس إلى المدير الجديد", True),
        ("كَتَبَ الرجل الرسالة أمس إلى المدير الجديد", "كتب الرجل الرسالة أمس إلى المدير الجديد", True),
        ("كَتَبَ الرجل الرسالة أمس إلى المدير الجديد", "كُتِبَ الرجل الرسالة أمس إلى المدير الجديد", False),
        ("он ещё вчера написал письмо новому директору", "он еще вчера написал письмо новому директору", True),
    ],
)
def test_signs_that_a_word_may_lack(old, new, strong) -> None:
    """A word may have or lack its vowel points, or the dots of ё; other points are another word."""
    resolution = changed(f"{HEAD} {new}. {TAIL}", f"{HEAD} {old}. {TAIL}", ("doc", Selector(old)))
    assert (resolution.is_strong or resolution.is_verified) is strong


@pytest.mark.parametrize(
    ("quote", "old", "new", "lost", "gained"),
    [
        ("tenants must leave", "All tenants must leave", "No tenants must leave", (), ("no",)),
        ("safe to drink", "The water is never safe to drink", "The water is now safe to drink", ("never",), ()),
        (
            "su içmek için güvenli",
            "Bu su içmek için güvenli dedi",
            "Bu su içmek için güvenli değil dedi",
            (),
            ("değil",),
        ),
        (
            "ten men and six women",
            "We met ten men and six women",
            "We met six men and ten women",
            ("ten six",),
            ("six ten",),
        ),
    ],
)
def test_a_negation_beside_a_passage_and_an_exchange_within_it(quote, old, new, lost, gained) -> None:
    """A negation right before or after a passage turns it round though its words stay, and so does an exchange."""
    resolution = changed(f"{HEAD} {new}. {TAIL}", f"{HEAD} {old}. {TAIL}", ("doc", Selector(quote)))
    assert (sorted(resolution.lost), sorted(resolution.gained)) == (sorted(lost), sorted(gained))
    assert not resolution.is_verified
    assert not resolution.is_strong


def test_a_set_phrase_beside_a_decoy_does_not_make_it_the_passage() -> None:
    """Where the passage was altered, its old words elsewhere are not home for three common words that stand by them."""
    altered = TEXT.replace("six were found to hold", "seven were later said to hold")
    opening = "The agency recommends that"
    decoy = (
        f"Someone once wrote quite otherwise about it all. {BODY} {opening} nothing more be said of these old tales."
    )
    resolution = changed(f"{altered}\n\n{decoy}")
    assert not resolution.is_verified
