"""PDF: the words of its text layer are there, whole and in order, and what may be wrong is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError
from argmap.sources.confined import read_apart
from argmap.sources.extract import pdf
from argmap.sources.extract.pdf.direction import in_order
from argmap.sources.extract.pdf.hyphens import joined, words_of

from .paper import pdf_of, shown, stream, written

PICTURE = stream(
    b"\x80", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
)
DRAWN = "q 600 0 0 800 0 0 cm /I1 Do Q\n"


def lines(*texts, x=72, top=700, step=20):
    """Write lines below each other."""
    return "".join(shown(text, x, top - step * number) for number, text in enumerate(texts))


def doubts(*pages, **more):
    """Return what may be wrong with the text of a PDF."""
    return pdf.read(pdf_of(*pages, **more)).doubts


def test_pages_of_a_pdf_are_parted_by_form_feeds():
    """The pages of a PDF stand in order, each after a form feed."""
    found = pdf.read(pdf_of("The first page of this report.", "The second page of this report."))
    assert found.text == "The first page of this report.\n\fThe second page of this report.\n"
    assert (found.visible, found.left_out, found.doubts) == (12, (), ())


def test_few_words_are_a_text():
    """Slides with few words are taken, and blank pages between them."""
    assert pdf.read(pdf_of("Fees", "", "Boats: 340")).text == "Fees\n\f\n\fBoats: 340\n"


def test_pdf_of_pictures_is_refused():
    """A PDF without a text layer is refused, and told what would give it one."""
    with pytest.raises(ReadError, match="no text layer"):
        pdf.read(pdf_of(DRAWN, DRAWN, extra=[PICTURE]))
    with pytest.raises(ReadError, match="only empty pages"):
        pdf.read(pdf_of("", ""))


def test_pages_that_are_pictures_are_named():
    """Where other pages have words, those that are only pictures are named; blank pages are not."""
    found = doubts("Words of a page.", DRAWN, DRAWN, "", DRAWN + shown("stamp"), extra=[PICTURE])
    assert found == ("pages 2–3, 5: only pictures, without a text layer: run a text recognition (OCR) over them",)


def test_damaged_and_locked_pdfs_are_refused():
    """A PDF that cannot be opened is refused in a sentence."""
    with pytest.raises(ReadError, match="damaged PDF"):
        pdf.read(b"%PDF-1.4\nnothing more")
    lock = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"00" * 32, b"00" * 32)
    with pytest.raises(ReadError, match="asks for a password"):
        pdf.read(pdf_of("x", extra=[lock], trailer=b"/Encrypt 4 0 R /ID [<00><00>] "))


@pytest.mark.parametrize(
    ("kids", "refusal"),
    [
        (b"[2 0 R 2 0 R]", "damaged"),
        (b"[9 0 R]", "damaged"),
        (b"[]", "no text layer|damaged"),
        (b"null", "damaged|no text|only empty pages"),
    ],
)
def test_trees_of_pages_that_lead_nowhere_are_refused(kids, refusal):
    """Pages that contain themselves, that are missing or that nobody counted right are one sentence."""
    for count in (b"1", b"2000000000", b"-1"):
        tree = b"<< /Type /Pages /Kids %s /Count %s >>" % (kids, count)
        with pytest.raises(ReadError, match=refusal):
            read_apart(written(b"<< /Type /Catalog /Pages 2 0 R >>", tree), "pdf", None)


def test_missing_pages_are_told():
    """Pages that the file does not hold are told; the others are taken, under their numbers."""
    data = pdf_of("The first page.", "The second page.", "The third page.")
    found = pdf.read(data.replace(b"Kids [4 0 R 6 0 R", b"Kids [4 0 R 99 0 R"))
    assert found.text == "The first page.\n\f\n\fThe third page.\n"
    assert found.doubts == ("1 of its pages cannot be read, as the file is damaged: ask for another copy",)


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        (b"(Harbour fees)", "Harbour fees"),
        (b"(Microsoft Word - fees_v2.doc)", None),
        (b"<FEFFD800>", None),
        (b"<FEFF00480069D800>", None),
    ],
)
def test_title_is_taken_where_it_is_one(title, taken):
    """The title is taken unless it is a program's own, or no text at all."""
    data = pdf_of("x", extra=[b"<< /Title %s >>" % title], trailer=b"/Info 4 0 R ")
    assert pdf.read(data).title == taken


def test_a_hyphen_at_a_line_end_goes_where_it_only_parts_a_word():
    """A word that the end of a line parts is made whole; a hyphen that is its own stays."""
    page = lines("The harbour fee was raised by the muni-", "cipality of a well-", "known port.", "A well-known one.")
    assert pdf.read(pdf_of(page)).text.replace("\n", " ") == (
        "The harbour fee was raised by the municipality of a well-known port. A well-known one. "
    )


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("differ\ufffeences", "differences"),
        ("US\ufffeASCII", "US-ASCII"),
        ("non\ufffedevelopers", "non-developers"),
        ("upper\ufffeand lower-case", "upper- and lower-case"),
        ("Ein\ufffeund Ausfuhr", "Ein- und Ausfuhr"),
        ("Einla\ufffedung", "Einladung"),
        ("рас\ufffeходы", "расходы"),
        ("state-of-the\ufffeart; a state-of-the-art", "state-of-the-art; a state-of-the-art"),
        ("e\ufffemail, email", "email, email"),
        ("e\ufffemail, e-mail", "e-mail, e-mail"),
        ("time\ufffeconsuming, of time and consuming", "time-consuming, of time and consuming"),
        ("co\xadoperation, sub\xad\nmarine", "cooperation, submarine"),
        ("wet\x02\nness", "wetness"),
        ("2019\ufffe20", "2019-20"),
        ("the end\ufffe", "the end-"),
    ],
)
def test_the_other_words_tell_what_a_hyphen_is(text, whole):
    """Whether a hyphen belongs to a word shows in the other words of the document, and in the word."""
    assert joined(text, words_of(text)) == whole


@given(st.text("ab A1-\ufffe\xad\x02\n é漢", max_size=60))
def test_no_letter_is_lost_at_a_hyphen(text):
    """Whatever stands around hyphens, every letter and figure stays, in order, and no mark of a hyphen does."""
    found = joined(text, words_of(text))
    assert [c for c in found if c.isalnum()] == [c for c in text if c.isalnum()]
    assert not set(found) & set("\ufffe\xad\x02")


PROSE = ["The harbour authority raised the fees for all boats by twelve percent in spring,"] * 10


def report(number, *last):
    """Write a page of prose between running heads."""
    return lines(f"Harbour report {number}", top=770) + lines(*PROSE, *last) + lines(f"– {number} –", top=30)


def test_running_heads_are_told():
    """Lines that return at the edge of the pages are left out and told, so that a sentence runs on over them."""
    found = pdf.read(pdf_of(report(1, "and it rained"), report(2), report(3)))
    assert "it rained\n\fThe harbour" in found.text
    assert [(each.kind, each.places, each.words, each.first) for each in found.left_out] == [
        ("running heads", 6, 18, "Harbour report 1")
    ]
    assert found.visible == len(found.text.split()) + 18


def test_what_returns_on_slides_or_in_the_text_is_kept():
    """What returns on pages of few words, on two pages or within the text is kept."""
    slides = [lines("Harbour report", top=770) + lines("Fees") for _ in range(9)]
    assert pdf.read(pdf_of(*slides)).text.count("Harbour report") == 9
    assert not pdf.read(pdf_of(report(1), report(2))).left_out
    assert pdf.read(pdf_of(report(1), report(2), report(3))).text.count(PROSE[0]) == 30


def test_a_head_of_every_second_page_is_one_and_what_returns_later_is_not():
    """Books have one head on the left pages and one on the right; a line that returns chapters later is text."""
    even = [lines("Fees of harbours" if number % 2 else "", top=770) + lines(*PROSE) for number in range(7)]
    assert "Fees" not in pdf.read(pdf_of(*even)).text
    rare = [lines("" if number % 4 else "Previous topic", top=770) + lines(*PROSE) for number in range(12)]
    assert pdf.read(pdf_of(*rare)).text.count("Previous topic") == 3


def test_columns_out_of_order_are_doubted():
    """A page whose lines follow each other as they do not on the page is named; columns in their order are not."""
    left, right = (
        [shown("a line of one of the columns", x, 700 - 20 * number) for number in range(12)] for x in (60, 330)
    )
    assert not doubts("".join(left + right))
    assert doubts("".join(line for both in zip(left, right, strict=True) for line in both)) == (
        "page 1: columns or boxes whose order is a guess: compare what you cite with the page",
    )
    assert doubts("".join(reversed(left)))


def small(text, x, y):
    """Write smaller figures at a place."""
    return f"BT /F1 7 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def test_figures_keep_their_height():
    """Exponents, indices and marks of notes stay what they are; figures in small print on the line are figures."""
    page = shown("10") + small("–8", 86, 705) + shown(" m", 98) + small("2", 112, 705)
    page += shown("H", 72, 600) + small("2", 81, 597) + shown("O in 2019", 85, 600)
    page += small("1", 72, 505) + shown("See p. 7", 76, 500) + shown("No.", 72, 400) + small("15", 96, 400)
    assert pdf.read(pdf_of(page)).text.split("\n")[:4] == ["10⁻⁸ m²", "H₂O in 2019", "¹ See p. 7", "No. 15"]


def test_a_raised_figure_ends_no_line():
    """A line goes on after an exponent or the mark of a note, with a blank where there is one."""
    page = (
        shown("Deep water")
        + small("12", 134, 706)
        + shown("was dry in 10", 150)
        + small("3", 221, 706)
        + shown("m.", 240)
    )
    assert pdf.read(pdf_of(page + shown("Next line.", 72, 680))).text == "Deep water¹² was dry in 10³ m.\nNext line.\n"


def test_turned_text_is_doubted():
    """A page with lines that are turned is named."""
    turned = "".join(shown("Turned line", 100 + 20 * number, 300, "0 1 -1 0") for number in range(4))
    assert doubts(turned) == ("page 1: turned text, whose order is a guess: compare what you cite with the page",)


def fonts(meaning):
    """Make a PDF of a letter that its font says means another."""
    table = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <%s> endbfchar endcmap"
    data = pdf_of(lines("AAAAA AAAAA AAAAA"), extra=[stream(table % meaning)])
    return data.replace(b"/WinAnsiEncoding >>", b"/WinAnsiEncoding/ToUnicode 4 0 R>>")


def test_letters_without_a_name_and_from_right_to_left_are_doubted():
    """Pages whose letters the file does not name, and pages written from right to left, are named."""
    assert "letters that the file does not name" in "".join(pdf.read(fonts(b"E001")).doubts)
    assert "from right to left" in "".join(pdf.read(fonts(b"05D0")).doubts)
    assert not pdf.read(fonts(b"0416")).doubts


@pytest.mark.parametrize(
    ("seen", "line"),
    [
        ("גב א", "א בג"),
        ("3,400 הלע", "עלה 3,400"),
        ("New York 19 גב", "בג New York 19"),
        ("34 12 גב", "בג 12 34"),
        ("(7 דומע)", "(עמוד 7)"),
        ("٣٬٤٠٠ ىلإ", "إلى ٣٬٤٠٠"),
        (["ر", "أل", "ا"], "الأر"),
        (["ر", "لأ", "ا"], "الأر"),
    ],
)
def test_lines_from_right_to_left_are_read_so(seen, line):
    """Letters are read from the right, figures and words of other scripts among them from the left."""
    places = [(10 * number, 10 * number + 10) for number, piece in enumerate(seen) for _ in piece]
    assert in_order("".join(seen), places.__getitem__, 5) == line


@given(st.permutations("שלום"))
def test_the_order_of_the_file_does_not_count(order):
    """In whatever order a file has its letters, they are read as they stand."""
    places = {letter: (-10.0 * at, 10 - 10.0 * at) for at, letter in enumerate("שלום")}
    assert in_order("".join(order), lambda at: places[order[at]], 5) == "שלום"


def test_filled_forms_and_attached_files_are_told():
    """What was filled into a form or written onto a page is told with its words."""
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (twelve percent) /Rect [0 0 9 9] >>"
    note = b"<< /Type /Annot /Subtype /FreeText /Contents (See p. 7) /Rect [0 0 9 9] >>"
    found = pdf.read(pdf_of("Fees", extra=[field, note], about=b"/Annots [4 0 R 5 0 R]"))
    assert [(each.kind, each.places, each.words, each.first) for each in found.left_out] == [
        ("form fields", 2, 5, "twelve percent")
    ]


def test_control_characters_are_no_text():
    """What a font's table of letters says of control characters gets into no text."""
    assert pdf.read(fonts(b"0007").replace(b"(AAAAA", b"(Wet AAAAA")).text == "Wet\n"
