"""Where sentences begin and end, in four languages and in lines of many kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.text.sentences import sentence_at, sentences
from argmap.text import Span

CASES = {
    "English": [
        "He lives in the U.S. Army barracks. ~ She left.",
        "He moved to the U.S. ~ The rest stayed.",
        "Many trees, e.g. Oak and Beech, fell. ~ Others stood.",
        "See No. 5 of the series. ~ It was the best.",
        "He said no. ~ Then he left.",
        "Dr. Fox met Prof. Hill. ~ They spoke.",
        "The rate fell by 3.5 percent. ~ It rose later.",
        "J. K. Rowling wrote it. ~ J. R. R. Tolkien did not.",
        '"Why?" he asked. ~ Nobody knew.',
        '"Why?" John asked. ~ Nobody knew.',
        '"Stop!" cried the man. ~ He ran.',
        "He waited ... and left. ~ She stayed.",
        "He waited… ~ Then he left.",
        "The court (see p. 5) agreed. ~ It fined the firm.",
        '"It is dry." ~ The mayor left.',
        "“It is dry.” ~ The mayor left.",
        "He said, “She told me ‘No!’ and left.” ~ I believed him.",
        "The firm (Acme Inc.) lost. ~ Its rival won.",
        "Acme Inc. ~ It was founded in 1999. ~ Nobody cared.",
        "It closed at 5 p.m. ~ The guests went home.",
        "It closed at 5 p.m. Monday.",
        "The bill passed; the Senate objected; nothing changed. ~ So it goes.",
        "Smith et al. (2003) disagreed. ~ Others, too.",
        "He was born in 1942. ~ He died in 2003. ~ So did she.",
        "Roe v. Wade was overturned. ~ The court split.",
        "The wells[1] ran dry.[2] ~ Nobody knew.¹ ~ Why?",
        "Is it safe? ~ Yes! ~ Really?! ~ Good.",
        "The vote, on Jan. 5, was close. ~ It failed in Jan. ~ The next came later.",
        "Yes, i.e. The Times said so. ~ End.",
        "St. Peter's burned. ~ It stood on Main St. ~ The owner wept.",
        "He said [...] that it rained. ~ Then (?) it stopped.",
    ],
    "German": [
        "Er kommt am 3. Mai nach Bonn. ~ Dann fährt er heim.",
        "Der 1. FC Köln verlor. ~ Die Fans gingen.",
        "Im 19. Jahrhundert war das so. ~ Heute nicht.",
        "Er war 42. ~ Damals lebte er in Bonn.",
        "Nach Art. 5 Abs. 2 Satz 1 gilt das. ~ Nr. 5 gilt nicht.",
        "Viele Bäume, z. B. Buchen, fielen. ~ Andere standen.",
        "Viele Bäume, z.B. Buchen, fielen. ~ Andere standen.",
        "Das heißt, d. h. Karl kam. ~ Er blieb.",
        "Dr. Müller und Prof. Dr. Weiß kamen. ~ Hr. Klein blieb.",
        "„Warum?“, fragte er. ~ Niemand wusste es.",
        "„Warum?“ fragte Karl. ~ Niemand wusste es.",
        "„Das Wasser ist knapp.“ ~ Der Minister ging.",
        "»Halt!«, rief er. ~ »Komm!« ~ Sie kam.",
        "Es kostete 1.000 Euro bzw. Dollar. ~ Etwa 3 Mio. Euro fehlten. ~ Schade.",
        "Äpfel, Birnen usw. ~ Die Ernte war gut.",
        "Äpfel, Birnen usw. Obst wurde verkauft.",
        "Am 3. und 4. Mai ruhte die Arbeit. ~ Am 5. nicht.",
        "Der Vertrag vom 3. 5. 2003 gilt. ~ Er endet 2030.",
        "Die Art. ~ Sie ist selten.",
    ],
    "French": [
        "M. Dupont est venu. ~ Mme Le Pen aussi. ~ M. Le Pen est parti.",
        "Des arbres, p. ex. Chênes et hêtres, sont tombés. ~ D'autres non.",
        "« Pourquoi ? » demanda-t-il. ~ Personne ne savait.",
        "« C'est fini. » ~ Le maire partit.",
        "« C’est fini », dit-il. ~ « Non ! » ~ Il partit.",
        "Il a dit : « Elle m'a dit “Non !” hier. » ~ Je l'ai cru.",
        "Vraiment ? ~ Oui ! ~ Bien.",
        "L'art. 5 s'applique. ~ Cf. Dupont, p. 12.",
        "En 52 av. J.-C. César gagna. ~ Il rentra.",
        "Il vit aux États-Unis, c.-à-d. New York. ~ Il aime ça.",
    ],
    "Spanish": [
        "El Sr. García y la Sra. López vinieron. ~ Nadie más.",
        "Vive en EE. UU. desde 2003. ~ Le gusta.",
        "Vive en EE. UU. ~ Los demás se fueron.",
        "Véase la pág. 5 y el art. 3. ~ No hay más.",
        "¿Por qué? ~ ¡Nadie lo sabe! ~ Adiós.",
        "—¿Por qué? —preguntó Juan. ~ Nadie contestó.",
        "Dijo: «Ella gritó “¡No!” ayer». ~ Le creí.",
        "El Dr. Ruiz, p. ej. Ana, vino. ~ Se fue.",
        "Murió en el s. V a. C. en Roma. ~ Nadie lo vio.",
        "Cuesta 1.000,50 euros. ~ Es caro.",
    ],
    "other scripts": [
        "昨天水位上升。~他说：“很好。”~我们走了！~好吗？",
        "川の水位は２倍になった。~市は「安全だ。」と言う。",
    ],
    "lines": [
        (
            "Le rapport du conseil municipal est là et dit\n«\u00a0Assourdissant ne va plus dans ce quartier\u00a0» et"
            " demande des moyens\npour la rue du Port. ~ La suite viendra."
        ),
        "The council voted on the\nproposal in the U.S.\nSenate and left. ~ It rained.",
        "Report on wells ~\n\nThe wells ran dry. ~ Nobody knew.",
        "We need: ~\n- apples ~\n- pears and\n  plums ~\n- nuts",
        "We need: ~\n1. Apples ~\n2. Pears ~\n3. Nuts",
        "Rules: ~\na) No smoking ~\nb) No dogs",
        "• One ~\n• Two",
        "Region\tWells\tDry ~\nNorth\t40\t12 ~\nSouth\t30\t2",
        "| Region | Wells | ~\n|---|---| ~\n| North | 40 |",
        "MR SMITH: I deny it ~\nMS JONES: You would. ~ Go on.",
        "Mr Smith: I deny it ~\nMs Jones: You would",
        (
            "Shall I compare thee to a summer's day? ~\nThou art more lovely and more temperate: ~"
            "\nRough winds do shake the darling buds of May, ~\nAnd summer's lease hath all too short a date;"
        ),
        "# Title ~\nThe wells ran dry.",
        "The wells ran dry on page ~\fNext page begins.",
        (
            "Der Ausschuss tagte im Saal der Stadt\nBonn und beschloss am Ende des Tages die"
            "\nSchließung der Schule, die am Rand der\nStadt liegt. ~ Niemand sprach."
        ),
    ],
}
PIECES = (
    *(
        "Dr. ",
        "U.S. ",
        "3. ",
        "Mai ",
        "word ",
        "The ",
        "der ",
        "z. B. ",
        "Inc. ",
        " ",
        ".",
        "? ",
        "! ",
        "… ",
        "...",
        "。",
    ),
    *(
        " »",
        "« ",
        '"',
        "”",
        ")",
        "(",
        "[1]",
        "\n",
        "\n\n",
        "\f",
        "\r\n",
        "\r",
        "\u2029",
        "- ",
        "1. ",
        "|",
        "\t",
        "MR X: ",
        "ä",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)


def cut(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[span.start : span.end] for _, span in sentences(text)]


def around(text: str, start: int, end: int) -> str | None:
    """Return the sentences that part of a text touches."""
    span = sentence_at(text, Span(start, end))
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases])
def test_sentences_end_where_a_reader_sees_them_end(case):
    """A text is cut at each ~, and nowhere else; each sentence is found from its first word and from its last mark."""
    wanted = [part.strip() for part in case.split("~")]
    text = case.replace("~ ", "").replace("~", "") + "\n\nEnd"
    assert cut(text) == [*wanted, "End"]
    end = 0
    for sentence in wanted:
        start = text.index(sentence, end)
        end = start + len(sentence)
        assert around(text, start, start + 1) == sentence
        assert around(text, end - 1, end) == sentence
        assert around(text, start, end) == sentence


@given(TEXTS, st.data())
def test_whole_sentences_cover_what_they_are_asked_for(text, data):
    """The stretch covers the span, is not grown by asking again, and is in one paragraph if the span is."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = text[start:end]
    found = sentence_at(text, Span(start, end))
    if not part.strip():
        assert found is None
        return
    assert found.start <= end - len(part.lstrip())
    assert found.end >= start + len(part.rstrip())
    assert sentence_at(text, found) == found
    assert "\n\n" in part or "\n\n" not in text[found.start : found.end]


@given(TEXTS)
def test_each_sentence_of_a_text_is_found_again(text):
    """In a text with paragraphs, the stretch around a sentence is that sentence."""
    text = f"Title\n\n{text}"
    for _, span in sentences(text):
        assert sentence_at(text, span) == span


def test_nothing_is_told_where_no_sentence_ends_within_reach():
    """Where 2,000 characters on a side have no end of a sentence, none is told; the edge of the text is one."""
    text = "word " * 1000 + "here. " + "Word " * 1000
    assert around(text, 4995, 4999) is None
    assert around(text, 6000, 6004) is None
    assert around(text, 9000, 9004) is None
    assert around(text, 0, 4) is None
    assert around("Well, " + text[4000:], 0, 4).endswith("word here.")


@pytest.mark.parametrize("length", [200, 260, 300, 1_000, 1_900])
def test_beginning_of_a_long_sentence_is_found_as_that_of_a_short_one(length):
    """How far a sentence's beginning is from what is asked for makes no difference within reach."""
    text = "It rained. So " + "and so on " * (length // 10) + "it went. Then it stopped."
    at = text.index("it went")
    found = sentence_at(text, Span(at, at + 2))
    assert found == Span(len("It rained. "), at + len("it went."))


def test_long_passages_are_not_looked_through():
    """What a passage holds between its ends does not count: the stretch is the same whatever it is."""
    inside = "word. Word " * 100_000
    assert around(f"One. Two {inside}three. Four.", 5, 15 + len(inside)) == f"Two {inside}three."


def test_long_runs_of_dots_are_passed_over_once():
    """Dots of any number, and abbreviations one after another, are passed over once."""
    assert len(list(sentences("." * 400_000 + "x"))) == 1
    assert len(list(sentences("e.g. A " * 50_000))) == 1


def test_abbreviation_at_the_end_of_a_long_line_is_none():
    """An abbreviation is known wherever it stands in a sentence, and a full stop after another word ends it."""
    text = "word " * 100 + "Dr. Fox left. It rained."
    assert [sentence[-9:] for sentence in cut(text)] == ["Fox left.", "t rained."]
