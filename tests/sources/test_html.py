"""Web pages: what a reader sees is in the text, or in the account of what was left out."""

from __future__ import annotations

import sys
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import MissingExtraError, ReadError
from argmap.sources.extract import html
from argmap.sources.extract.html.nesting import made_shallow
from argmap.sources.extract.html.sniffing import looks_like_html


def read(body, head=""):
    """Read a web page."""
    return html.read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def page(body):
    """Return the text of a web page."""
    return read(body).text


def left_out(body):
    """Return what is left out of a page: places and words by kind."""
    return {each.kind: (each.places, each.words) for each in read(body).left_out}


def test_page_is_read_block_by_block():
    """Blocks of a page stand on lines of their own, inline elements do not break words, and white space is folded."""
    assert (
        page("<h1>Head</h1><p>One <b>para</b>graph\n  here.<p>Two<br>lines")
        == "Head\n\nOne paragraph here.\n\nTwo\nlines\n"
    )
    assert page("<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c</table>") == "one\ntwo\n\na b\nc\n"
    assert page("<pre>a\n  b</pre>") == "a\n  b\n"
    assert page("<p>wa<wbr>ter&shy;ing&#8203;-can&nbsp;full") == "watering-can full\n"


def test_line_end_in_a_script_without_spaces_is_none():
    """Where the source of a page breaks a line of Chinese or Japanese, the text has no blank; Korean has one."""
    assert page("<p>水位在三天\n  之内上涨。\n超过\nand <b>한국\n어") == "水位在三天之内上涨。超过 and 한국 어\n"


def test_row_of_a_table_is_a_line():
    """Cells stand on one line whatever paragraphs they hold; cells of several paragraphs, as in a layout, do not."""
    assert page("<table><tr><td><p>(a)</p></td><td><p>the mill</p></td></tr></table>") == "(a) the mill\n"
    layout = "<table><tr><td><p>One.<p>Two.<p>Three.</td><td><h1>Head</h1></td></tr></table>"
    assert page(layout) == "One.\n\nTwo.\n\nThree.\n\nHead\n"


def test_page_leaves_out_what_is_no_text():
    """Of scripts, styles and hidden parts a reader sees nothing; menus are told; asides and footers are text."""
    body = "<nav>menu</nav><p>Text.</p><script>run()</script><aside>Box</aside><footer>End</footer>"
    body += "<p hidden>no</p><div style='display: none'>no</div><template><p>no</p></template><dialog>no</dialog>"
    assert page(body) == "Text.\n\nBox\n\nEnd\n"
    assert left_out(body) == {"menus": (1, 1), "hidden parts": (3, 0)}
    assert read(body).visible == 4


def test_what_only_some_browsers_show_is_read_as_others_do():
    """What is for browsers without scripts is no text, and a declared shadow tree is."""
    assert page("<p>Rain<noscript><p>Switch scripts on</noscript> fell<p>Next") == "Rain fell\n\nNext\n"
    assert page("<x-y><template shadowrootmode=open><p>Rain</p><template>no</template></template></x-y>") == "Rain\n"


def test_menu_is_made_of_links():
    """A long part that is marked as a menu and has hardly a link is text."""
    prose = "word " * 50
    assert page(f"<nav>{prose}</nav>").split() == prose.split()
    assert page(f"<nav>{'水位在三天之内上涨。' * 20}</nav>").startswith("水位")
    assert left_out("<p>Text.</p><nav><ul>" + "<li><a href=/>Harbour news</a>" * 30 + "</ul></nav>") == {
        "menus": (1, 60)
    }


def test_form_around_a_page_is_no_margin():
    """What a form holds is text but for its controls, which are told."""
    body = "<form><h1>Wells</h1><p>Dry since May. <label>Name <input></label><select><option>One<option>Two</select>"
    body += "<input type=submit value='Send it'><button>Reset</button></form>"
    assert page(body) == "Wells\n\nDry since May. Name\n"
    assert left_out(body) == {"controls of forms": (4, 5)}
    assert page("<h2><button>Costs</button></h2><p>Low.") == "Costs\n\nLow.\n"


def test_main_part_is_taken_if_little_stands_outside():
    """A main part is the text, and what is outside is told; a teaser that is marked as the article is not the page."""
    main = "<p>Above</p><main><p>The river rose in spring.</p></main><p>Below</p>"
    assert page(main) == "The river rose in spring.\n"
    assert left_out(main) == {"parts outside the main part": (2, 2)}
    assert page("<article>One</article><article>Two</article>") == "One\n\nTwo\n"
    prose = "The council met and the council spoke. " * 5
    assert page(f"<article>Read more</article><p>{prose}").split() == f"Read more {prose}".split()
    assert page(f"<main>Search</main><p>{prose}").split() == f"Search {prose}".split()


def test_page_that_a_script_shows_is_read():
    """Where most of a page is hidden at first, what is hidden is text, and that is said."""
    found = read("<div style='visibility:hidden'><p>The whole report stands here.</div><p>Loading")
    assert found.text == "The whole report stands here.\n\nLoading\n"
    assert "hidden until a script shows it" in found.doubts[0]


def test_what_is_no_words_is_told():
    """Pictures and embedded pages are counted; pictures of formulas are equations; readings of ruby are told."""
    body = "<p>A<img src=a alt='A map'><img src=b class=latex><iframe src=c>no</iframe><svg><path/></svg>"
    assert left_out(body) == {"pictures": (2, 0), "equations": (1, 0), "embedded parts": (1, 0)}
    assert page("<p>Where <img src=b class=latex alt='x^2'> holds") == "Where x^2 holds\n"
    ruby = "<ruby>川<rp>(</rp><rt>かわ</rt><rp>)</rp></ruby>の水位"
    assert page(ruby) == "川の水位\n"
    assert left_out(ruby) == {"readings beside characters": (1, 2)}
    assert page("<svg><title>no</title><text>Depth</text></svg>") == "Depth\n"


def test_figures_never_meet_over_what_is_hidden():
    """A mixed number stays one, where what parts its figures is only read aloud."""
    assert page("<p>1<span class='sr-only'>+</span><span>1</span>⁄<span>2</span> miles") == "1 1⁄2 miles\n"
    assert page("<p>1<sup>1</sup>⁄<sub>2</sub> miles") == "1¹⁄₂ miles\n"


def test_struck_text_is_doubted():
    """What is struck through is text, and that is said."""
    assert "1 passage is struck through" in read("<p>in <del>May</del> June").doubts[0]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>2</sup> km<sup>2</sup>", "10² km²"),
        ("2 × 10<sup>\u22128</sup>, 10<sup>–3</sup>, 10<sup>-4</sup>, 10<sup>－5</sup>", "2 × 10⁻⁸, 10⁻³, 10⁻⁴, 10⁻⁵"),
        ("H<sub>2</sub>O, x<sup>n</sup>, C<sub>n</sub>H<sub>2n+2</sub>", "H₂O, xⁿ, CₙH₂ₙ₊₂"),
        ("e<sup>−λt</sup>, x<sub>i+1</sub>, Na<sup>+</sup>", "e^(−λt), xᵢ₊₁, Na⁺"),
        ('10<span class="sup">5</span> fish, 10<span class="oj-super">6</span>', "10⁵ fish, 10⁶"),
        ("the 19<sup>th</sup> century, V<sub>max</sub>", "the 19th century, Vmax"),
        ("10<sup>2.5</sup>, <sup>14</sup>C, Ca<sup>2+</sup>", "10^2.5, ¹⁴C, Ca²⁺"),
        ("2<sup>k</sup>, x<sup>a+b</sup>, ١٠<sup>٦</sup>, 25<sup>o</sup>C", "2ᵏ, xᵃ⁺ᵇ, ١٠^٦, 25°C"),
        ("XX<sup>e</sup>, M<sup>me</sup>, n<sup>o</sup> 5, 0.34<sup>***</sup>", "XXe, Mme, no 5, 0.34***"),
        ("Eins. <sup>2</sup>Der Satz.<sup>3</sup>Die Frist", "Eins. ²Der Satz.³Die Frist"),
        ("300 metres<sup>2</sup>, (a + b)<sup>2</sup>", "300 metres², (a + b)²"),
        ("m<span class='oj-super'>2</span>, s<span style='vertical-align: super'>2</span>", "m², s²"),
    ],
)
def test_figures_above_and_below_the_line_keep_their_meaning(markup, text):
    """An exponent or an index is written in raised or lowered figures, never glued to its base."""
    assert page(f"<p>{markup}") == f"{text}\n"


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href='#n'>1</a></sup>",
        "<a href='#n'><sup>1</sup></a>",
        "<a href='page.html#fn3' role='doc-noteref'>3</a>",
        "<a href='#n3' class='footnote-anchor'>3</a>",
        "<sup><a href='#a'>1</a>,<a href='#b'>2</a>–<a href='#c'>4</a></sup>",
        "<sup>[<a href='#b6'>6</a>]</sup>",
        "<sup><a href='#a'>1</a></sup><sup>–</sup><sup><a href='#b'>3</a></sup>",
        "<sup>[<i><a href='/wiki/Source'>source needed</a></i>]</sup>",
        "<sup>5</sup>",
        "<sup>6,7</sup>",
        "<sup>†</sup>",
        "<sup>1)</sup>",
        "<sup>※1</sup>",
        "<sup>b</sup>",
        "<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>",
        "<a id='ntc1' href='#ntr1-L'>(<span class='super note-tag'>1</span>)</a>",
        "<a href='#ref' role='doc-backlink'>↩︎</a>",
        "<a href='#ref'>↑</a>",
        "<a class='headerlink' href='#boats'>¶</a>",
    ],
)
def test_marks_of_notes_are_left_out(mark):
    """Marks of notes go, however they are written, and are told."""
    found = read(f"<p>boats stayed{mark} by noon")
    assert found.text == "boats stayed by noon\n"
    assert {each.kind for each in found.left_out} == {"note marks"}
    assert found.visible == 4 + sum(each.words for each in found.left_out)


def test_no_blank_stays_before_a_stop():
    """What a mark of a note leaves closes up, and a note within the line stands apart."""
    assert page("<p>lawful <a href='#fn1'><sup>1</sup></a>, fair") == "lawful, fair\n"
    note = "<sup class=ltx_note_mark>1</sup><span class=ltx_note_content><span class=ltx_tag_note>1</span>See A.</span>"
    assert page(f"<p>This holds.{note}") == "This holds. See A.\n"


@pytest.mark.parametrize(
    "markup",
    [
        "see note <a href='#note3'>3</a>",
        "as shown in [<a href='#bib5'>5</a>]",
        "<a href='#s4'>4</a> mills",
        "12 <a href='#rate'>%</a>",
        "the<sup><a href='/shop'>2nd ed</a></sup>",
        "a link to <a href='#y'>2019</a>",
    ],
)
def test_linked_words_and_figures_of_the_text_stay(markup):
    """A link whose words the text needs is no mark of a note."""
    assert left_out(f"<p>{markup}") == {}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<mn>12.5</mn><mo>%</mo>", "12.5 %"),
        ("<mi>n</mi><mo>=</mo><mn>340</mn>", "n = 340"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        ("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E = mc²"),
        ("<msub><mi>x</mi><mi>i</mi></msub><mo>≤</mo><mo>-</mo><msqrt><mn>2</mn></msqrt>", "xᵢ ≤ -√2"),
        ("<mi>f</mi><mo>\u2061</mo><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo>", "f(x, y)"),
        ("<mi>sin</mi><mi>x</mi><mo>+</mo><mn>5</mn><mtext>km</mtext>", "sin x + 5 km"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "x\u0304"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>x</mi>",
            "∑ᵢ₌₁ⁿ x",
        ),
        (
            "<mo>(</mo><mtable><mtr><mtd>a</mtd><mtd>b</mtd></mtr><mtr><mtd>c</mtd></mtr></mtable><mo>)</mo>",
            "(a b; c)",
        ),
        ("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "₆¹⁴C"),
        ("<semantics><mrow></mrow><annotation encoding='application/x-tex'>\\beta</annotation></semantics>", "\\beta"),
    ],
)
def test_formulas_stand_on_the_line(markup, text):
    """A formula is written as a reader would type it; without words of its own, as its TeX."""
    assert page(f"<p>Where <math>{markup}</math> holds") == f"Where {text} holds\n"


def test_formula_that_is_shown_twice_is_read_once():
    """Of a formula and its drawing by KaTeX, MathJax or MediaWiki one stays."""
    math = "<math><mi>n</mi><mo>=</mo><mn>340</mn></math>"
    tex = "<script type='math/tex'>n=340</script>"
    drawn = "<span aria-hidden='true'><span>n</span><span>=</span><span>340</span></span>"
    for markup in (
        f"<span class='katex'><span class='katex-mathml'>{math}</span>{drawn}</span>",
        f"<mjx-container>{drawn}<mjx-assistive-mml>{math}</mjx-assistive-mml></mjx-container>",
        f"<span class='MathJax'>{drawn}<span class='MJX_Assistive_MathML'>{math}</span></span>{tex}",
        f"<b><span class='mwe-math-mathml-a11y' style='display:none'>{math}</span><img aria-hidden='true' src='a'></b>",
    ):
        found = read(f"<p>with {markup} patients, <span aria-hidden='true'>seen</span>")
        assert found.text == "with n = 340 patients, seen\n"
        assert found.left_out == ()


def test_page_without_text_is_refused():
    """A page that only a script would fill is refused with what to do, and so is one of frames."""
    with pytest.raises(ReadError, match="saved from the browser"):
        page("<script>fill()</script>")
    with pytest.raises(ReadError, match="only holds frames"):
        html.read(b"<html><frameset><frame src=a.html></frameset>")


def test_parser_is_an_extra(monkeypatch):
    """Without the parser, the package that has it is named."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(MissingExtraError, match=r"needs selectolax: pip install 'argmap\[web\]'"):
        page("<p>Rain")


def test_encoding_of_a_page_is_the_declared_one():
    """A page says its encoding in a meta element or in XML; a mark goes before all, a named one before a declared."""
    assert html.read("<meta charset=shift_jis><p>東京".encode("cp932")).text == "東京\n"
    wide = "<!-- <meta charset=big5> --><meta http-equiv=content-type content='text/html; charset=gb2312'><p>朱镕基"
    assert html.read(wide.encode("gb18030")).text == "朱镕基\n"
    xml = "<?xml version='1.0' encoding='iso-8859-9'?><html xmlns='http://www.w3.org/1999/xhtml'><title/><p>ağır"
    assert html.read(xml.encode("windows-1254")).text == "ağır\n"
    assert html.read("<meta charset=big5><p>café".encode("utf-8-sig"), "latin1").text == "café\n"
    assert html.read("<meta charset=utf-16><p>café".encode()).text == "café\n"
    assert html.read("<p>café".encode("utf-16-le")).text == "café\n"
    assert html.read("<p>café".encode("windows-1252"), "windows-1252").text == "café\n"


def test_wrong_encoding_is_told_with_what_it_may_be():
    """A page that is not in its encoding is refused; one that declares an encoding that does not exist is doubted."""
    with pytest.raises(ReadError, match=r"line 1 is not in utf-8: it may be in windows-1252"):
        html.read("<p>café".encode("windows-1252"))
    with pytest.raises(ReadError, match=r"line 2 is not in euc-kr, which the file declares: it may be in shift_jis;"):
        html.read("<meta charset=euc-kr>\n<p>水位は三日で二倍になった～と市は発表した。".encode("cp932"))
    assert "does not exist ('punycode')" in html.read(b"<meta charset=punycode><p>Rain").doubts[0]
    with pytest.raises(ReadError, match="there is no encoding 'undefined'"):
        html.read(b"<p>Rain", "undefined")


def test_page_is_known_by_its_beginning():
    """A page is known behind a mark, comments and declarations, and nothing else is taken for one."""
    for head in (
        b"\xef\xbb\xbf \n<!doctype html>",
        b"<?xml version='1.0'?><!-- a --> <html",
        "<HTML>".encode("utf-16"),
    ):
        assert looks_like_html(head)
    for head in (b"", b"<!--", b"<!---->" * 40, b"<p>", b"<?xml?><article>", b"# <html>"):
        assert not looks_like_html(head)


NAMES = st.sampled_from("div article main section span b font sup ul p li td table x-y".split())


@given(st.lists(st.tuples(st.booleans(), NAMES), max_size=60), st.integers(500, 3000))
def test_no_page_nests_deeper_than_browsers_nest(tags, many):
    """However tags open and close, none nests deeper than the limit, and no text is lost."""
    markup = "".join(f"<{'/' * ends}{name}>word " for ends, name in tags)
    nested = "<article>" * many + markup + "<i id=a>" * many + "last"
    assert made_shallow(nested).count("<article>") <= 512
    assert made_shallow(nested).count("<i id=a>") <= 8
    found = html.read_markup(nested)
    assert found.visible == len(tags) + 1 - sum(each.places for each in found.left_out if not each.words)


def test_tag_that_is_never_closed_is_told():
    """Thousands of attributes, which the parser would compare with each other, are a sentence with their line."""
    with pytest.raises(ReadError, match=r"line 2: a tag has more than 2,000 attributes; is its '>' missing\?"):
        page("\n<a " + " ".join(f"a{number}" for number in range(9000)) + ">x")
    with pytest.raises(ReadError, match="is its '>' missing"):
        page("".join(f"<a{number} " for number in range(3000)))
    assert page(f"<p data-all='{'word ' * 3000}'>Rain") == "Rain\n"


def calls(markup):
    """Return how many calls reading a page takes."""
    number = count()
    sys.setprofile(lambda *_: next(number))
    try:
        html.read_markup(markup)
    finally:
        sys.setprofile(None)
    return next(number)


SHAPES = """
<!-- <!----> <a[ <a>x <article>x <main>x <nav>x[ <sup>x <sup>1</sup>x <b>x <table><td>x <math><mrow><mi>x</mi> <ul><li>x
x<![CDATA[ x<![x]> <div[hidden>x <form>x <ruby>x<rt>y <svg><text>x a<a[href='#fn'><sup>1</sup></a> &amp; x[<
x<span[class=katex-mathml> <select><option>x <pre>x
"""


@pytest.mark.parametrize("shape", SHAPES.split())
def test_work_grows_with_the_page(shape):
    """Twice as many of anything, side by side or nested, take twice the work."""
    part = shape if "<![" in shape else shape.replace("[", " ")
    assert calls(part * 1400) <= 2.2 * calls(part * 700) + 500


WORDS = (f"w{number}" for number in count())


def leaf(kind):
    """Return a part of a page, with the words of it that are kept and that are left out."""
    word, other = next(WORDS), next(WORDS)
    return {
        "text": (f"<p>{word} {other}</p>", [word, other], 0),
        "inline": (f"<i>{word}</i> ", [word], 0),
        "note": (f"{word}<sup><a href='#n'>7</a></sup> ", [word], 1),
        "menu": (f"<nav>{word} {other}</nav>", [], 2),
        "hidden": (f"<p hidden>{word}</p>", [], 0),
        "spoken": (f"<span class='sr-only'>{word}</span> ", [], 0),
        "button": (f"<button>{word}</button>", [], 1),
        "ruby": (f"<ruby>{word}<rt>{other}</rt></ruby> ", [word], 1),
        "picture": (f"<img alt='{word}'> ", [], 0),
        "script": (f"<script>{word}</script>", [], 0),
        "comment": (f"<!-- {word} -->", [], 0),
        "break": (f"<br>{word}<hr>", [word], 0),
        "drawn": (f"<span aria-hidden='true'>{word}</span> ", [word], 0),
        "aside": (f"<aside>{word}</aside>", [word], 0),
    }[kind]


LEAVES = "text inline note menu hidden spoken button ruby picture script comment break drawn aside".split()
CONTAINERS = [
    "<div>{}</div>",
    "<form>{}</form>",
    "<section>{}</section>",
    "<table><tr><td>{}</td></tr></table>",
    "<ul><li>{}</li></ul>",
    "<details>{}</details>",
    "<article>{}</article>",
    "<main>{}</main>",
]
PARTS = st.recursive(
    st.sampled_from(LEAVES).map(leaf),
    lambda inner: st.tuples(st.sampled_from(CONTAINERS), st.lists(inner, max_size=5)).map(
        lambda made: (
            made[0].format("".join(markup for markup, _, _ in made[1])),
            [word for _, kept, _ in made[1] for word in kept],
            sum(lost for _, _, lost in made[1]),
        )
    ),
    max_leaves=20,
)


@given(st.lists(PARTS, max_size=8))
def test_every_word_that_a_reader_sees_is_kept_or_told(parts):
    """What a reader sees is in the text, in order, or is counted in the account; nothing else is."""
    begin = ["begin"] * 200
    kept = [*begin, *(word for _, words, _ in parts for word in words)]
    found = read(f"<p>{' '.join(begin)}</p>" + "".join(markup for markup, _, _ in parts))
    assert found.visible == len(kept) + sum(lost for _, _, lost in parts)
    assert found.visible == len(found.text.split()) + sum(each.words for each in found.left_out)
    outside = next((each.words for each in found.left_out if each.kind == html.OUTSIDE), 0)
    text = found.text.split()
    assert len(text) + outside == len(kept)
    assert [word for word in kept if word in set(text)] == text


MARKUP = (
    "<p> </p> <sup> </sup> <section> </section> <td> <nav> </nav> <pre> < &amp <!-- <a <![CDATA[ <math> <svg>".split()
)


@given(st.lists(st.sampled_from([*MARKUP, "word "])))
def test_any_markup_is_read(parts):
    """Markup with any nesting is read, and each word of its text is counted once."""
    found = html.read_markup("start " + "".join(parts))
    assert found.visible == len(found.text.split()) + sum(each.words for each in found.left_out)
