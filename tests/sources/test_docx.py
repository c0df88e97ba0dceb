"""Word documents: what a reader of one sees is there, and the rest is told."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ReadError
from argmap.sources.extract import docx
from argmap.sources.extract.docx import package
from argmap.text import count_words

from .word import STRICT, docx_of, paragraph, part, run


def text(*paragraphs, **more):
    """Return the text of a document, without the line end after it."""
    return docx.read(docx_of(*paragraphs, **more)).text.removesuffix("\n")


def told(*paragraphs, **more):
    """Return what was left out of a document: by kind, the places, the words and the first of them."""
    left_out = docx.read(docx_of(*paragraphs, **more)).left_out
    return {each.kind: (each.places, each.words, each.first) for each in left_out}


def code(kind):
    """Write the begin, the separator or the end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(words):
    """Write a part of a field's code."""
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def equation(content):
    """Write a paragraph with an equation in it."""
    return paragraph("It is ", f"<m:oMath>{content}</m:oMath>", ".")


def letters(characters):
    """Write a run of an equation."""
    return f"<m:r><m:rPr><m:sty m:val='p'/></m:rPr><m:t>{characters}</m:t></m:r>"


def slots(kind, settings="", **content):
    """Write a structure of an equation, slot by slot."""
    inside = "".join(f"<m:{name}>{value}</m:{name}>" for name, value in content.items())
    return f"<m:{kind}><m:{kind}Pr>{settings}<m:ctrlPr/></m:{kind}Pr>{inside}</m:{kind}>"


def cell(*paragraphs):
    """Write a cell of a table."""
    return f"<w:tc><w:tcPr/>{''.join(each if each.startswith('<') else paragraph(each) for each in paragraphs)}</w:tc>"


def table(*rows):
    """Write a table of rows of cells."""
    inside = "".join(f"<w:tr><w:trPr/>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{inside}</w:tbl>"


def box(content):
    """Write a text box as Word writes it: for the Words of today and, once more, for older ones."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inside}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_paragraphs_stand_apart():
    """The paragraphs of a document stand on lines of their own, with what parts a line, and nothing for empty ones."""
    assert text("It rained.", "", "The street is wet.") == "It rained.\n\nThe street is wet."
    line = "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>"
    assert text(paragraph(line, about="<w:tabs><w:tab w:pos='9'/></w:tabs>")) == "one\ttwo\nthree"
    hyphens = "<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>"
    assert text(paragraph(hyphens)) == "well‑known cooperation"


@pytest.mark.parametrize("name", ["bdo", "customXml", "hyperlink", "ins", "moveTo", "smartTag"])
def test_words_in_any_wrapping_are_kept(name):
    """Links, tags, insertions, directions and content controls hide no word."""
    assert text(paragraph("a ", f"<w:{name}>{run('word')}</w:{name}>", " more")) == "a word more"
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph(run('word'))}</w:sdtContent></w:sdt>"
    assert text("a", control) == "a\n\nword"


def test_fields_show_what_word_last_showed():
    """Of a field its value is taken and not its code; one inside the code of another is told."""
    assert text(paragraph("page ", f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>', ".")) == "page 7."
    link = [code("begin"), instruction("HYPERLINK x"), code("separate"), run("the table"), code("end")]
    assert text(paragraph("See ", *link, " now.")) == "See the table now."
    inner = [code("begin"), instruction("PAGE"), code("separate"), run("3"), code("end")]
    outer = [code("begin"), instruction("IF "), *inner, instruction(" = 1 yes no"), code("separate")]
    assert text(paragraph(*outer, run("no"), code("end"))) == "no"
    assert told(paragraph(*outer, run("no"), code("end"))) == {"parts of field codes": (1, 1, "3")}


def test_fields_that_word_works_out_are_told():
    """A field without a value is told, and one that never shows anything is not."""
    assert told("x", paragraph(code("begin"), instruction(" NUMPAGES "), code("end"))) == {
        "fields without a value": (1, 0, "")
    }
    assert told("x", paragraph('<w:fldSimple w:instr="DATE"/>')) == {"fields without a value": (1, 0, "")}
    assert not told("x", paragraph(code("begin"), instruction("XE wet"), code("end")))


def test_a_field_that_never_ends_swallows_nothing():
    """What follows a field that is never closed is kept."""
    assert text(paragraph(code("begin"), "It rained."), "All night.") == "It rained.\n\nAll night."
    assert text(paragraph(code("end"), code("separate"), "It rained.")) == "It rained."


def test_changes_are_read_as_accepted():
    """What was inserted is kept, what was deleted is told, what was moved stands once; a deleted end joins."""
    deleted = "<w:del><w:r><w:delText>twelve</w:delText></w:r></w:del>"
    changed = paragraph("Fees are ", deleted, f"<w:ins>{run('fifteen')}</w:ins>", " crowns.")
    assert (text(changed), told(changed)) == ("Fees are fifteen crowns.", {"deletions": (1, 1, "twelve")})
    assert text(paragraph("a", f"<w:moveFrom>{run(' b')}</w:moveFrom>", f"<w:moveTo>{run(' c')}</w:moveTo>")) == "a c"
    assert text(paragraph("It ", about="<w:rPr><w:del/></w:rPr>"), "rained.") == "It rained."
    before = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert text(paragraph(run("seen", before))) == "seen"


def test_hidden_text_is_told():
    """Text that is hidden, by itself or by a style, is left out and told; what a style hides a run can show."""
    assert text(paragraph("a", run(" secret", "<w:vanish/>"), run(" b", "<w:vanish w:val='0'/>"))) == "a b"
    assert told(paragraph("a", run("my secret", "<w:vanish/>"))) == {"hidden text": (1, 2, "my secret")}
    hiding = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    based = '<w:style w:styleId="I"><w:basedOn w:val="H"/></w:style>'
    more = {"extra": {"word/styles.xml": part("styles", hiding + based)}, "related": {"styles.xml": "styles"}}
    assert text("a", paragraph("b", about='<w:pStyle w:val="I"/>'), **more) == "a"
    assert text("a", paragraph(run("b", '<w:rStyle w:val="H"/>'), " c"), **more) == "a\n\n c"


def test_ruby_keeps_its_base():
    """Of ruby the base is kept and the reading is told."""
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{run('かわ')}</w:rt><w:rubyBase>{run('川')}</w:rubyBase></w:ruby>"
    line = paragraph(f"<w:r>{ruby}</w:r>", "の水位は上がった。")
    assert (text(line), told(line)) == ("川の水位は上がった。", {"ruby": (1, 2, "かわ")})


def test_tables_stand_row_by_row():
    """The cells of a row stand on one line, each after a tab; tables inside tables too."""
    assert text("Fees", table([cell("Ship"), cell("Tons")], [cell("Anna"), cell("120")]), "End") == (
        "Fees\n\nShip\tTons\nAnna\t120\n\nEnd"
    )
    assert text(table([cell(""), cell("b")], [cell(""), cell("c", "d")])) == "b\nc\nd"
    assert text(table([cell("a"), cell(table([cell("b"), cell("c")]), "d"), cell("e")])) == "a\tb\tc\nd\te"


def test_text_boxes_stand_once_after_their_paragraph():
    """A text box stands once, after the paragraph it hangs on; one that only an old Word understands is kept too."""
    assert text(paragraph("Before ", box(paragraph("in the box")), "and after.")) == "Before and after.\n\nin the box"
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('old')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert text(paragraph("a", old)) == "a\n\nold"
    assert text(paragraph(box(paragraph("only"))), "next") == "only\n\nnext"
    assert text(paragraph('<w:r><w:pict><v:textpath string="DRAFT"/></w:pict></w:r>', "a")) == "a\n\nDRAFT"


def test_notes_follow_the_body():
    """Footnotes, then endnotes stand after the body; their marks are told, and separators are no notes."""
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> Survey.</w:t></w:r></w:p>'
    rule = f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
    more = {
        "extra": {
            "word/footnotes.xml": part("footnotes", f"{rule}{note}</w:footnote>"),
            "word/endnotes.xml": part("endnotes", f'<w:endnote w:id="1">{paragraph("Last.")}</w:endnote>'),
        },
        "related": {"endnotes.xml": "endnotes", "footnotes.xml": "footnotes"},
    }
    body = paragraph("It rained", '<w:r><w:footnoteReference w:id="2"/></w:r>', " at night.")
    assert text(body, **more) == "It rained at night.\n\nSurvey.\n\nLast."
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    assert text(paragraph("Wet", own, ".")) == "Wet."
    assert told(body, paragraph("x", own)) == {"note marks": (2, 0, "")}


def test_running_heads_and_comments_are_told():
    """Running heads are told once each, and comments with their words; neither is in the text."""
    heads = {f"header{i}.xml": part("hdr", paragraph("Annual report")) for i in (1, 2)}
    comment = f'<w:comment w:id="0">{paragraph("Is this still so?")}</w:comment>'
    parts = {**heads, "footer1.xml": part("ftr", paragraph("Page 1")), "comments.xml": part("comments", comment)}
    kinds = {name: name.rstrip("0123456789.xml") for name in parts}
    found = docx.read(
        docx_of("Text.", extra={f"word/{name}": content for name, content in parts.items()}, related=kinds)
    )
    assert found.text == "Text.\n"
    assert [(each.kind, each.places, each.words) for each in found.left_out] == [
        ("comments", 1, 4),
        ("running heads", 2, 4),
    ]
    assert found.visible == 5


def test_pictures_charts_and_embedded_files_are_told():
    """A picture is told with its description, a chart with its words; an equation of an old Word is one."""
    picture = '<w:drawing><wp:docPr descr="A boat at sea"/><pic:pic><pic:nvPicPr/></pic:pic></w:drawing>'
    assert told("x", paragraph(f"<w:r>{picture}</w:r>" * 20)) == {"pictures": (20, 80, "A boat at sea")}
    old = '<w:object><v:shape><v:imagedata r:id="i"/></v:shape><o:OLEObject ProgID="{}"/></w:object>'
    assert told("x", paragraph(f"<w:r>{old.format('Equation.3')}</w:r>")) == {"equations": (1, 0, "")}
    assert told("x", paragraph(f"<w:r>{old.format('Excel.Sheet.8')}</w:r>")) == {"embedded files": (1, 0, "")}
    chart = part("chart", "<a:p><a:r><a:t>Fees by </a:t></a:r><a:r><a:t>year</a:t></a:r></a:p>")
    assert told(
        "x",
        paragraph('<w:r><w:drawing><c:chart r:id="c.xml"/></w:drawing></w:r>'),
        extra={"word/c.xml": chart},
        related={"c.xml": "chart"},
    ) == {"charts": (1, 3, "Fees by year")}


def test_words_of_a_diagram_are_kept():
    """What a diagram says stands after its paragraph."""
    data = part("data", "<a:p><a:r><a:t>Plan</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>Act</a:t></a:r></a:p>")
    drawn = paragraph("So: ", '<w:r><w:drawing><dgm:relIds r:dm="d.xml"/></w:drawing></w:r>', "done.")
    more = {"extra": {"word/d.xml": data}, "related": {"d.xml": "diagramData"}}
    assert text(drawn, "Next.", **more) == "So: done.\n\nPlan\nAct\n\nNext."


def test_included_documents_are_doubted():
    """Another document that Word shows in this one is said to be missing; nothing outside is read."""
    found = docx.read(docx_of("Text.", '<w:altChunk r:id="x"/>'))
    assert found.text == "Text.\n"
    assert "another document that Word shows in it" in found.doubts[0]


def test_numbers_of_lists_are_told():
    """Numbers that Word puts before paragraphs are told, by the list of the paragraph or of its style; bullets not."""
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="{}"/></w:lvl>'
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">{level.format(kind)}</w:abstractNum>'
        for i, kind in enumerate(("decimal", "bullet"))
    )
    lists = "".join(f'<w:num w:numId="{i + 5}"><w:abstractNumId w:val="{i}"/></w:num>' for i in (0, 1))
    style = '<w:style w:styleId="N"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    more = {
        "extra": {"word/styles.xml": part("styles", style), "word/numbering.xml": part("numbering", kinds + lists)},
        "related": {"styles.xml": "styles", "numbering.xml": "numbering"},
    }
    first, bullet, styled = (
        paragraph("item", about=about)
        for about in (
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>',
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr>',
            '<w:pStyle w:val="N"/>',
        )
    )
    assert told(first, bullet, styled, "plain", **more) == {"list numbers": (2, 0, "")}


def test_scripts_and_signs_keep_their_meaning():
    """Raised and lowered figures stay so, other words stay as they are, and signs of a font become Unicode."""
    high, low = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    assert text(paragraph("10", run("−8", high), " H", run("2", low), "O 19", run("th", high))) == "10⁻⁸ H₂O 19th"
    up, down, nudged = (f'<w:position w:val="{half_points}"/>' for half_points in (6, -6, 1))
    assert text(paragraph("10", run("6", up), " H", run("2", down), "O 1", run("2", nudged))) == "10⁶ H₂O 12"
    signs = (("Symbol", "F0B3"), ("Wingdings", "F0FC"), ("Arial", "2014"))
    assert text(paragraph(*(f'<w:r><w:sym w:font="{font}" w:char="{at}"/></w:r>' for font, at in signs))) == "≥✓—"
    assert text(paragraph(run("\uf0a3 7 \uf061", '<w:rFonts w:ascii="Symbol"/>'))) == "≤ 7 α"
    assert told("x", paragraph('<w:r><w:sym w:font="Runes" w:char="F041"/></w:r>')) == {
        "signs of other fonts": (1, 0, "")
    }


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (slots("f", num=letters("a+b"), den=letters("2")), "(a+b)/2"),
        (slots("f", '<m:type m:val="noBar"/>', num=letters("n"), den=letters("k")), "n ¦ k"),
        (slots("sSup", e=letters("x"), sup=letters("2")), "x²"),
        (slots("sSup", e=letters("x"), sup=slots("f", num=letters("a"), den=letters("b"))), "x^(a/b)"),
        (slots("sSubSup", e=letters("x"), sub=letters("i"), sup=letters("−1")), "xᵢ⁻¹"),
        (slots("rad", deg="", e=letters("x+1")), "√(x+1)"),
        (slots("nary", '<m:chr m:val="∑"/>', sub=letters("i=1"), sup=letters("n"), e=letters("i")), "∑ᵢ₌₁ⁿ i"),
        (slots("func", fName=slots("limLow", e=letters("lim"), lim=letters("x→0")), e=letters("f")), "lim_(x→0) f"),
        (slots("d", '<m:begChr m:val="["/><m:endChr m:val=")"/>', e=letters("0,1")), "[0,1)"),
        (slots("acc", '<m:chr m:val="⃗"/>', e=letters("v")), "v⃗"),
        (slots("bar", '<m:pos m:val="top"/>', e=letters("x")), "x\u0305"),
        (slots("m", mr="<m:e>" + letters("a") + "</m:e><m:e>" + letters("b") + "</m:e>"), "a b"),
        (slots("sPre", sub=letters("2"), sup=letters("4"), e=letters("He")), "₂⁴He"),
        (slots("eqArr", e=letters("x=1")), "x=1"),
        (slots("borderBox", e=letters("E")), "E"),
    ],
)
def test_equations_stand_on_one_line(content, line):
    """Each structure of an equation is written on one line, in the sentence where it stands."""
    assert text(equation(content)) == f"It is {line}."


def test_strict_documents_are_read():
    """Documents in the strict vocabulary are read like those of every day."""
    assert text("It rained.", paragraph("All ", run("night", "<w:vanish/>"), "day."), space=STRICT) == (
        "It rained.\n\nAll day."
    )


@pytest.mark.parametrize(
    ("title", "taken"),
    [("Harbour fees", "Harbour fees"), ("Microsoft Word - fees.docx", None), ("Document1", None), ("", None)],
)
def test_title_is_taken_where_it_is_one(title, taken):
    """The title that the document states is taken, unless it is the name of a file or a program's own."""
    core = f'<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></p>'
    assert docx.read(docx_of("x", extra={"docProps/core.xml": core})).title == taken


def zipped(*names):
    """Make a zip file of empty files."""
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        for name in names:
            parts.writestr(name, "")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (zipped("readme.txt"), "a zip file, but not a Word document"),
        (zipped("mimetype", "content.xml"), "OpenOffice or an e-book: save it as .docx"),
        (zipped("ppt/presentation.xml"), "a presentation: save it as PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"before 2007 \(.doc\), or has a password: save it as .docx"),
        (b"{\\rtf1\\ansi It rained.}", "an RTF file: save it as .docx"),
        (docx_of("x")[:40], "a damaged Word document"),
    ],
)
def test_what_is_no_word_document_is_refused_with_advice(data, advice):
    """What only looks like a Word document is refused, and what to do is said."""
    assert docx.EXTRACTOR.looks_right(data)
    with pytest.raises(ReadError, match=advice):
        docx.read(data)


def broken(content, method=ZIP_DEFLATED):
    """Make a Word document whose body is anything."""
    out = BytesIO()
    with ZipFile(out, "w", method) as parts:
        parts.writestr("word/document.xml", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (broken("<a><b></a>"), r"a damaged Word document \(mismatched tag: line 1"),
        (broken("<?xml version='1.0' encoding='runes'?><a/>"), r"a damaged Word document \(unknown encoding"),
        (broken("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "defines a document type"),
        (broken("<a>" * 2000), "nested more than 1,000 deep"),
        (broken("<a>" * 20, 0).replace(b"<a><a>", b"<a>xxx"), "damaged Word document"),
    ],
)
def test_broken_documents_are_refused(data, refusal):
    """A document whose parts are damaged, or of a form that no program writes, is refused in a sentence."""
    with pytest.raises(ReadError, match=refusal):
        docx.read(data)


def test_a_document_that_would_flood_is_refused(monkeypatch):
    """A part that unpacks to more than any real one is refused; a picture, which is never unpacked, is not."""
    monkeypatch.setattr(package, "_LARGEST", 100_000)
    assert text("x", extra={"word/media/large.bin": bytes(200_000)}) == "x"
    with pytest.raises(ReadError, match="would unpack to more than"):
        docx.read(docx_of("word " * 40_000))


WORDS = st.lists(st.text("abc äß漢", min_size=1).filter(str.strip), min_size=1, max_size=6)
WRAPS = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>"])


@given(st.lists(st.tuples(WORDS, WRAPS, st.booleans())))
def test_every_word_is_kept_in_order(blocks):
    """Whatever runs, wrappings and tables hold them, all words are there, in order, and as many as are seen."""
    lines = [" ".join(words) for words, _, _ in blocks]
    made = [paragraph(*(wrap.format(run(f"{word} ")) for word in words)) for words, wrap, _ in blocks]
    found = docx.read(
        docx_of(
            "start", *(table([cell(line)]) if boxed else line for line, (_, _, boxed) in zip(made, blocks, strict=True))
        )
    )
    assert found.text.split() == " ".join(["start", *lines]).split()
    assert found.visible == count_words(found.text)
