"""What a passage says, and the words on which that turns, in many languages."""

from __future__ import annotations

import pytest

from argmap.evidence.text.gist import gist
from argmap.evidence.text.languages.told import languages_of
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.signals import numerals, signals

SAME = [
    ("en", "The organisation's colour, in the centre", "the organization’s color in the center"),
    ("en", "Six wells [3] ran dry.¹", "six wells ran dry"),
    ("en", "1,200 wells didn't run dry", "1200 wells did not run dry"),
    ("de", "Die Straße führt über den Fluß", "die Strasse fuehrt ueber den Fluss"),
    ("ru", "Ещё шесть колодцев", "еще шесть колодцев"),
    ("ar", "كَتَبَ الرجلُ الرسالةَ أمس", "كتب الرجل الرسالة امس"),
    ("vi", "hoà bình và thuý", "hòa bình và thúy"),
    ("hi", "हिन्दी के १५ पन्ने", "हिंदी के 15 पन्ने"),
    ("ja", "コンピューターは６台", "コンピュータは6台"),
    ("pt", "A acção do director", "a ação do diretor"),
]
OTHER = [
    ("en", "the prise was high", "the prize was high"),
    ("en", "hoping for more", "hopping for more"),
    ("de", "in Maßen genossen", "in Massen genossen"),
    ("ru", "все решили", "всё решили"),
    ("es", "si el agua", "sí el agua"),
    ("tr", "hâlâ evde", "hala evde"),
    ("fr", "il a vu", "il à vu"),
    ("hi", "दान का दिन", "दिन का दान"),
    ("en", "15 € a day", "15 $ a day"),
    ("en", "an area of 5 km²", "an area of 5 km"),
    ("en", "the wells are dry", "the wells are dry?"),
    ("zh", "也许下雨", "许下雨"),
    ("de", "1,200 Meter", "1200 Meter"),
]


def said(language, text):
    """Return the gist of a text."""
    return gist(normal_text(text), (language,))


@pytest.mark.parametrize(("language", "one", "two"), SAME)
def test_spelling_and_typography_do_not_count(language, one, two) -> None:
    """Two ways to write the same words have one gist."""
    assert said(language, one) == said(language, two)


@pytest.mark.parametrize(("language", "one", "two"), OTHER)
def test_words_of_their_own_are_left_apart(language, one, two) -> None:
    """Where both spellings are words, or a sign differs, so do the gists."""
    assert said(language, one) != said(language, two)


SIGNALS = [
    ("de", "Die Stadt hat keine dreihundertfünfundzwanzig Brunnen", "keine dreihundert fünfundzwanzig"),
    ("fr", "la ville n'a jamais eu quinze puits avant", "n jamais quinze avant"),
    ("pl", "miasto nie musi zapłacić", "nie musi"),
    ("ru", "пятнадцать колодцев до войны", "пятнадцать до"),
    ("ar", "لا يجب أن وخمسة", "لا يجب خمسة"),
    ("he", "לא היו שחמש בארות", "לא חמש"),
    ("zh", "这里的水不安全", "不"),
    ("zh", "这是非常好的水", ""),
    ("ja", "水は安全ではない", "ない"),
    ("th", "น้ำไม่ปลอดภัย", "ไม่"),
    ("ko", "물은 안전하지 않았다", "않"),
    ("hi", "पानी पीने योग्य नहीं है", "नहीं"),
    ("bn", "পানি নিরাপদ নয়", "নয়"),
    ("ta", "நீர் பாதுகாப்பானது அல்ல", "அல்ல"),
    ("sw", "maji si salama", "si"),
    ("fi", "vesi ei ole turvallista", "ei"),
    ("hu", "a víz nem biztonságos", "nem"),
    ("el", "το νερό δεν είναι ασφαλές", "δεν"),
    ("en", "They mustn't sell fifty-two wells", "must not fifty two"),
]


@pytest.mark.parametrize(("language", "text", "words"), SIGNALS)
def test_signals_are_known_in_many_languages(language, text, words) -> None:
    """Negations, number words, modals and words of order are found, also inside words and without spaces."""
    found = " ".join(signal.word for signal in signals(normal_text(text), (language,)))
    assert found.replace("ي", "ی") == normal_text(words).replace("ي", "ی").replace("أ", "ا")


def test_figures_of_every_script() -> None:
    """Digits of any script are figures, and so are numerals of Han."""
    assert numerals("१५ और ٤٢ และ ๗", ("hi",)) == ("15", "42", "7")
    assert numerals("二十五口井", ("zh",)) == ("二十五",)


@pytest.mark.parametrize(
    ("one", "other"),
    [("10⁻⁸ a year", "10⁸ a year"), ("√5 metres", "5 metres"), ("in C# or C++", "in C or C"), ("x ∈ M", "x ∉ M")],
)
def test_signs_of_mathematics_and_after_letters_count(one, other):
    """A sign without letters may make another number or another name."""
    assert numerals(one, ("en",)) != numerals(other, ("en",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Stadt hat keine Schulden und spart weiter", "de"),
        ("la ciudad no tiene deudas y sigue ahorrando", "es"),
        ("a cidade não tem dívidas e continua a poupar", "pt"),
        ("miasto nie ma długów i dalej oszczędza", "pl"),
        ("şehrin hiç borcu yok ve tasarruf ediyor", "tr"),
        ("staden har inga skulder och sparar vidare", "sv"),
        ("thành phố không có nợ và vẫn tiết kiệm", "vi"),
        ("این شهر بدهی ندارد و پس‌انداز می‌کند", "fa"),
        ("місто не має боргів і далі заощаджує", "uk"),
        ("この街に借金はない", "ja"),
        ("这座城市没有债务", "zh"),
    ],
)
def test_a_language_is_told(text, language) -> None:
    """Script, letters and common words tell the language; what the record says is believed where the words do not."""
    assert language in languages_of(text)
    assert len(languages_of(text)) <= 3
    assert "de" in languages_of("Wasser", "de-AT")
