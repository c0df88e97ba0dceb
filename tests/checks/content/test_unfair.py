"""Quotations that mislead, as the checks report them: AM402 to AM407."""

from __future__ import annotations

import pytest

from argmap.formats import argdown

SAID = "or write `fair: true` in the citation's record once a person has looked"


def citing(text, citation, kind="evidence"):
    """Make a map of one statement that cites once."""
    return f"nodes:\n  e:\n    {kind}: {text}\n    cite: {citation}\nsources: {{s: S}}\n"


@pytest.mark.parametrize(
    ("name", "source", "quote", "message"),
    [
        (
            "quote_cut_at_negation",
            "It rained.\nNo study shows that speeds fell at night.",
            "speeds fell at night",
            (
                "line 2 of 's' denies it: “[No study shows that] speeds fell at night.”; "
                'first say so in the statement, then cite s "No study shows that speeds fell at night", '
            ),
        ),
        (
            "hedge_dropped",
            "Speeds may have fallen.",
            "Speeds may have fallen",
            "line 1 of 's' is less sure: “Speeds [may] have fallen.”; hold back as the source does, ",
        ),
        (
            "condition_cut_off",
            "Speeds fell, but only at night.",
            "Speeds fell",
            (
                "line 1 of 's' goes on or begins with a condition: “Speeds fell, [but only at night].”; "
                'first say it in the statement, then cite s "Speeds fell, but only at night", '
            ),
        ),
        (
            "voice_of_others",
            "Speeds fell, the builder claims.",
            "Speeds fell",
            (
                "line 1 of 's' reports what others say or ask: “Speeds fell, [the builder claims].”; "
                'first name them in the statement, then cite s "Speeds fell, the builder claims", '
            ),
        ),
        (
            "scope_dropped",
            "On two of nine roads speeds fell.",
            "speeds fell",
            (
                "line 1 of 's' limits it: “[On two of nine roads] speeds fell.”; "
                'first write that limit into the statement, then cite s "On two of nine roads speeds fell", '
            ),
        ),
        (
            "ellipsis_hides",
            "It never did help.",
            "It … help",
            (
                "line 1 of 's' says something else where the citation has its '…': "
                '“It [never] did help.”; first say it in the statement, then cite s "It never did help", '
            ),
        ),
    ],
)
def test_message(messages, name, source, quote, message):
    """A message says where, shows the words left out, and how to cite and to state it fairly."""
    said = "It did help." if "help" in source else "Speeds fell."
    assert messages(name, citing(said, f's "{quote}"'), {"s": source}) == [message + SAID]


def test_a_long_sentence_is_cut(messages):
    """Of a long sentence the words around those left out are shown."""
    source = f"{'much rain ' * 20}; critics say speeds fell {'on this road ' * 20}."
    (message,) = messages("voice_of_others", citing("Speeds fell.", 's "speeds fell"'), {"s": source})
    assert "“… " in message
    assert "[critics say] speeds fell on this road" in message
    assert " …”;" in message


def test_only_evidence_is_judged(messages):
    """A citation that only gives context or qualifies is not reported."""
    texts = {"s": "Speeds may have fallen."}
    for stance, count in (("context", 0), ("qualifies", 0), ("supports", 1)):
        record = f"{{source: s, quote: Speeds may have fallen, stance: {stance}}}"
        assert len(messages("hedge_dropped", citing("Speeds fell.", record), texts)) == count


def test_what_contradicts_may_deny(messages):
    """A passage against a statement denies it by its own words; what is left out around it counts."""
    against = "{{source: s, quote: speeds {} fall, stance: contradicts}}"
    statement = "All speeds fall."
    own = citing(statement, against.format("did not"))
    assert messages("quote_cut_at_negation", own, {"s": "Here speeds did not fall."}) == []
    cut = citing(statement, against.format("never"))
    assert len(messages("quote_cut_at_negation", cut, {"s": "It is a myth that speeds never fall."})) == 1


def test_a_fair_citation_of_words_with_quotation_marks_can_be_pasted(messages):
    """Other marks stand around words that have some."""
    (message,) = messages(
        "quote_cut_at_negation",
        citing("Speeds fell.", 's "speeds fell"'),
        {"s": 'It is "not" true that speeds fell.'},
    )
    assert 'cite s “It is "not" true that speeds fell”' in message


def test_an_author_of_argdown_is_told_of_fair_in_braces(messages):
    """The record stands inside the braces of `cite`."""
    text = "===\nsources: {s: S}\n===\n\n[E]: Speeds fell. {cite: 's \"speeds fell\"'}\n"
    (message,) = messages(
        "quote_cut_at_negation", argdown.read(text, "m.argdown"), {"s": "No study shows that speeds fell."}
    )
    assert message.endswith("or write `{cite: {source: …, quote: …, fair: true}}` once a person has looked")


def test_an_objection_in_the_analysed_text_is_the_voice_of_others(messages):
    """There it need not name who objects; a claim must, an objection from another source too, and a denial counts."""
    texts = {"s": "Speeds fell, the builder claims. No study shows that it rained."}
    objection = citing("Speeds fell.", 's "Speeds fell"', "objection")
    about = f"about: s\n{objection}"
    assert messages("voice_of_others", about, texts) == []
    assert len(messages("voice_of_others", objection, texts)) == 1
    assert len(messages("voice_of_others", about.replace("objection", "claim"), texts)) == 1
    denied = citing("It rained.", 's "it rained"', "objection")
    assert len(messages("quote_cut_at_negation", f"about: s\n{denied}", texts)) == 1
