"""What Argdown becomes in an argument map."""

from __future__ import annotations

from textwrap import dedent

import pytest

from argmap.formats import argdown, yaml
from argmap.model.citations import Selector, Stance
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind


def read(text):
    """Read a text that is indented as the test is."""
    return argdown.FORMAT.read(dedent(text).lstrip("\n"), "map.argdown")


def codes(m):
    """Return the codes of what reading found."""
    return [finding.code for finding in m.origin.findings]


def test_titles_become_ids_and_words():
    """A statement's id is made of its title, which is kept where the id does not say it."""
    m = read("[EU policy]: One.\n\n[Rain falls]: Two.")
    assert [(s.id, s.title, s.label) for s in m] == [
        ("eu-policy", "EU policy", "EU policy"),
        ("rain-falls", None, "Rain falls"),
    ]


def test_untitled_statements_are_named_after_their_texts():
    """A statement without a title gets an id of its first words, and every id is given once."""
    assert [s.id for s in read("It rains.\n\nIt rains.\n\n[It rains]: Really.")] == [
        "it-rains",
        "it-rains-2",
        "it-rains-3",
    ]


def test_occurrences_form_one_statement():
    """All occurrences of a title are one statement; its text is that of the last one that has any."""
    m = read("[A]: Old words.\n\n[A]: New words.\n  + [B]: Why.\n\n[A]")
    assert [(s.id, s.text) for s in m] == [("a", "New words."), ("b", "Why.")]


def test_canonical_member_wins():
    """An occurrence that says it is canonical gives the text."""
    assert read("[A]: Old words. {isCanonical: true}\n\n[A]: New words.")["a"].text == "Old words."


def test_arguments_in_outline():
    """An argument that is not reconstructed is a statement of kind argument."""
    m = read("[A]: So.\n  + <B>: Because.")
    assert (m["b"].kind, m["b"].text) == (Kind.ARGUMENT, "Because.")
    assert m.relations == (Relation.make("support", ["b"], "a"),)


def test_both_directions():
    """Marks say who acts on whom: '+' and '<+' come from below, '+>' goes below."""
    m = read("[A]: a\n  + [B]: b\n  <+ [C]: c\n  +> [D]: d\n  - [E]: e\n  -> [F]: f\n  >< [G]: g")
    assert [r.id for r in m.relations] == [
        "b -> a",
        "c -> a",
        "a -> d",
        "e -| a",
        "a -| f",
        "g >< a",
    ]


def test_reconstruction_becomes_a_step():
    """A reconstructed argument is one step: linked premises, the rule as scheme, the argument's name and gist."""
    m = read("""
        <EU way>: In short.

        (1) [P]: One.
        (2) Two.
        -- Modus ponens --
        (3) [C]: Three.
        """)
    (step,) = m.relations
    assert step == Relation(
        "eu-way", RelationKind.SUPPORT, ("p", "two"), "c", "Modus ponens", title="EU way", note="In short."
    )
    assert [(s.id, s.kind) for s in m] == [("p", Kind.PREMISE), ("two", Kind.PREMISE), ("c", Kind.CLAIM)]


def test_chain_of_inferences():
    """Each inference is a step from the rows since the one before, which is the first of them."""
    m = read("<X>\n\n(1) a\n(2) b\n----\n(3) c\n(4) d\n----\n(5) e")
    assert [(r.id, r.premises, r.target) for r in m.relations] == [("x", ("a", "b"), "c"), ("x-2", ("c", "d"), "e")]


def test_rows_that_an_inference_uses():
    """An inference may name the rows that it is drawn from."""
    m = read("(1) a\n(2) b\n----\n(3) c\n(4) d\n-- {uses: [2, 4]} --\n(5) e")
    assert m.relations[1].premises == ("b", "d")


def test_rows_that_an_inference_of_an_argument_taken_apart_uses():
    """An argument that is taken apart into its inferences has the steps of one that is not."""
    text = (
        "<X>\n\n(1) a\n(2) b\n-- {uses: [1]} --\n(3) c\n-- {uses: [3, 2]} --\n(4) d\n(5) e\n----\n(6) f {uses: [1, 5]}"
    )
    whole, apart = read(text), read(f"===\nmodel: {{explodeArguments: true}}\n===\n\n{text}")
    wanted = [(("a",), "c"), (("c", "b"), "d"), (("a", "e"), "f")]
    for m in (whole, apart):
        assert [(r.premises, r.target) for r in m.relations] == wanted
        assert m.origin.findings == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[A]: a\n  + \n    + [B]: b\n  - [C]: c", [("c -| a", "a")]),
        ("(1)\n(2) b\n----\n(3) c", [("b -> c", "c")]),
        ("<X>: x\n\n(1) a\n----\n(2)\n  -> [C]\n\n[C]: c\n  + <X>", []),
        ("(1) a\n----\n(2)\n(3) b\n----\n(4) c", [("b -> c", "c")]),
        ("(1) a\n----\n(2)\n  <_ [U]: u", []),
    ],
)
def test_what_has_no_text_is_no_statement(text, left):
    """A mark or number with nothing after it makes no statement, and no relation; what else is written is read."""
    m = read(text)
    assert all(statement.text for statement in m)
    assert [(r.id, r.target) for r in m.relations] == left
    assert {f.code for f in m.origin.findings} & {"AM005"}
    for written in (argdown.write(m), yaml.write(m)):
        assert not written.findings
    assert not [f for f in yaml.read(yaml.write(m).text, "m.yaml").origin.findings if f.code != "AM013"]


def test_unnamed_reconstruction_has_the_usual_id():
    """A reconstruction without a name is a step like any other."""
    assert read("(1) a\n(2) b\n----\n(3) c").relations == (Relation.make("support", ["a", "b"], "c"),)


def test_undercuts_strike_inferences():
    """An undercut below an inference, or of an argument's title, strikes the argument's last step."""
    m = read("<X>\n\n(1) a\n----\n  <_ [U]: u\n(2) c\n\n<X>\n  <_ [V]: v\n\n[W]: w\n  _> <X>")
    assert [(r.premises, r.target) for r in m.relations if r.kind is RelationKind.UNDERCUT] == [
        (("u",), "x"),
        (("v",), "x"),
        (("w",), "x"),
    ]


def test_undercut_of_an_argument_in_outline():
    """An undercut of an argument in outline strikes each step that starts from it."""
    m = read("[A]: a\n  - <B>: b\n    <_ [U]: u")
    assert [r.id for r in m.relations] == ["b -| a", "u -x b -| a"]


def test_undercut_of_nothing():
    """An undercut where nothing is inferred is not read, and said."""
    m = read("[A]: a\n  <_ [U]: u")
    assert m.relations == ()
    assert codes(m) == ["AM012"]


def test_relations_of_a_reconstructed_argument():
    """What a reconstructed argument supports, its conclusion supports; where that is the same, nothing is added."""
    m = read("[C]: c\n  + <X>\n\n[D]: d\n  + <X>\n\n<X>\n\n(1) a\n----\n(2) [C]")
    assert [r.id for r in m.relations] == ["c -> d", "x"]


def test_attack_borne_out_by_the_reconstruction():
    """An attack on an argument is no second attack where a premise is attacked already."""
    m = read("<X>\n  - [B]: b\n\n<X>\n\n(1) [P]: p\n  - [B]\n----\n(2) c")
    assert [r.id for r in m.relations] == ["b -| p", "x"]
    assert codes(m) == []


def test_attack_not_borne_out():
    """An attack on a reconstructed argument alone counts as an undercut of its last step, and is reported."""
    m = read("<X>\n  - [B]: b\n\n<X>\n\n(1) [P]: p\n----\n(2) c")
    assert [r.id for r in m.relations] == ["b -x x", "x"]
    assert codes(m) == ["AM012"]


def test_strict_mode():
    """In strict mode supports between statements are entailments, attacks are contraries; '><' stays contradictory."""
    m = read("===\nmodel: {mode: strict}\n===\n\n[A]: a\n  + [B]: b\n  - [C]: c\n  >< [D]: d\n  - <E>: e")
    assert [(r.id, r.scheme) for r in m.relations] == [
        ("b -> a", "entailment"),
        ("c >< a", "contrary"),
        ("d >< a", None),
        ("e -| a", None),
    ]


@pytest.mark.parametrize(
    "written", ["[A]: Text. #objection", "[A]: Text. {type: objection}", "[A]: Text. {kind: objection}"]
)
def test_kinds(written):
    """A tag or data may name the kind; the tag is not kept as one."""
    statement = read(written)["a"]
    assert (statement.kind, statement.tags, statement.text) == (Kind.OBJECTION, (), "Text.")


def test_tags_leave_the_end_of_a_text():
    """Tags after a text are removed from it; one in the middle stays a word."""
    statement = read("[A]: Use #hashtags freely. #one #(two words)")["a"]
    assert statement.text == "Use #hashtags freely."
    assert statement.tags == ("hashtags", "one", "two words")


def test_data_means_what_it_means_in_yaml():
    """Data keys give id, citations, passages, remarks and tags as they do in the native format."""
    m = read("""
        ===
        title: Rain
        about: brief
        sources: {memo: {title: A memo, published: 2024, kind: data}}
        ===

        [A]: a {
          id: first
          from: it rained … all day
          cite: ['memo "so … wet" p. 3', {source: memo, stance: contradicts}]
          tags: [x, 2]
          note: n
          implicit: true
        }
        """)
    s = m["first"]
    assert (m.title, m.about, m.sources[0].published, str(m.sources[0].kind)) == ("Rain", "brief", "2024", "data")
    assert (s.passages[0].source, s.passages[0].selector) == ("brief", Selector("it rained … all day"))
    assert [(c.id, c.selector, c.locator, c.stance) for c in s.citations] == [
        ("first@memo", Selector("so … wet"), "p. 3", Stance.SUPPORTS),
        ("first@memo #2", None, None, Stance.CONTRADICTS),
    ]
    assert (s.tags, s.note, s.implicit) == (("x", "2"), "n", True)
    assert codes(m) == []


def test_headings_become_groups():
    """Sections of the two innermost levels are groups, one inside the other."""
    m = read("# Doc\n\n[A]: a\n\n## Money\n\n### Costs\n\n[B]: b\n\n[C]: c {group: null}")
    assert [(g.id, g.title, g.parent) for g in m.groups] == [("money", "Money", None), ("costs", "Costs", "money")]
    assert [s.group for s in m] == [None, "costs", None]


def test_shortcodes_escapes_and_comments():
    """Shortcodes become characters, escapes what they escape, comments nothing."""
    assert read("[A]: p .->. q \\#no /* x */<!-- y -->end // z\n")["a"].text == "p → q #no end"


def test_windows_line_ends():
    """Windows line ends change nothing."""
    text = "# H\n\n[A]: a\n  + [B]: b\n    - <C>\n\n<C>\n\n(1) x\n----\n(2) y\n"
    unix, windows = (argdown.FORMAT.read(t, "x") for t in (text, text.replace("\n", "\r\n")))
    assert unix == windows
    assert [f.line for f in unix.origin.findings] == [f.line for f in windows.origin.findings]


def test_comments_silence_findings():
    """A comment may silence findings, in each of the three styles."""
    m = read(
        "[A]: a // argmap: ignore[AM101, AM111]\n\n[B]: b /* argmap: ignore */\n\n[C]: c <!-- argmap: ignore[AM101] -->"
    )
    assert [i.codes for i in m.origin.ignores] == [("AM101", "AM111"), (), ("AM101",)]


def test_positions():
    """A statement is placed where its text stands, a relation from its mark on."""
    m = read("[A]: a\n  + [B]: b c\n\n[B]")
    text = m.origin.lines.text
    assert text[m["b"].span.start : m["b"].span.end] == "[B]: b c"
    assert text[m.relations[0].span.start : m.relations[0].span.end] == "+ [B]: b c"


@pytest.mark.parametrize(
    ("text", "code", "line", "part"),
    [
        ("[Rain]: a\n\n[B]: b\n  + [Rian]", "AM501", 4, "did you mean [Rain]?"),
        ("[A]: a\n  + <B>", "AM501", 2, "write '<B>: text'"),
        ("[A]: see @[B] there", "AM501", 1, "@[B]"),
        ("[A]: Rain makes streets wet.\n\n[A]: Nobody likes taxes.", "AM003", 1, "two texts"),
        ("[A]: a {id: x}\n\n[B]: b {id: x}", "AM003", 3, "taken"),
        ("[A]: a {id: 'no good'}", "AM007", 1, "'no-good'"),
        ("[A]: a {cites: x}", "AM002", 1, "did you mean 'cite'?"),
        ("[A]: a {Cites: x}", "AM002", 1, "did you mean 'cite'?"),
        ("[A]: a {fair: true}", "AM002", 1, "as in {cite: {source: id, quote: phrase … phrase, fair: true}}"),
        ('[A]: a {cite: {source: s, quote: q, fair: ""}}', "AM004", 1, "and this is an empty text"),
        ("[A]: a {note: So, then, b, id: a}", "AM002", 1, 'write note: "So, then, b"'),
        ("[A]: a {cite: {source: s, quote: two, dry}}", "AM002", 1, 'write quote: "two, dry"'),
        ("[A]: a {type: clam}", "AM004", 1, "did you mean 'claim'?"),
        ("[A]: a {cite: 'the whole … text'}", "AM004", 1, "about:"),
        ("[A]: a {color: 1, year: 3}", "AM013", 1, "'year'"),
        ("[A]: **bold** words", "AM013", 1, "bold"),
        ("[A]: a {cites: x}\n\n[B]: b\n\n[A]: a", "AM002", 1, "did you mean 'cite'?"),
        ("[B]: b\n\n<X>: x {year: 3}\n\n(1) a\n----\n(2) c", "AM013", 3, "'year'"),
        ("[A]: a\n  + <Rain: It rained", "AM015", 2, "write '<Rain>: …'"),
        ("[A]: a\n  + [Rain: It rained", "AM015", 2, "write '[Rain]: …'"),
        ("[A]: a\n  + <Rain\n  - [B]: b", "AM015", 2, "write '<Rain>'"),
        ("[A]: a\n  + [Rain", "AM015", 2, "write '[Rain]'"),
        ("[A]: a {cite: x", "AM015", 1, "write '}'"),
        ("[A]: a {\r\n  cite: x\r\n}\r\n", "AM015", 1, "without carriage returns"),
        ("[A]: a\n\n[B]: b /* not now", "AM015", 3, "write '*/'"),
        ("##Rain\n\n[A]: a", "AM015", 1, "write '## …'"),
        ("===\ntitle: T\n\n[A]: a", "AM015", 1, "write '===' on a line below it"),
        ('===\ntitle: "T\n===\n\n[A]: a', "AM001", 2, "the quotation mark that opens here is not closed"),
        ("- [A]: a", "AM001", 1, "an item of a list begins with '*'"),
        ("===\nauthor: A. Reader\n===\n\n[A]: a", "AM013", 2, "'author' is not kept"),
        ("[A]: a {implicit: 'yes'}", "AM004", 1, "'implicit' is true or false, not 'yes'"),
        ("[A]: a {note: [b]}", "AM004", 1, "'note' takes a text"),
        ("<X>: x {title: [b]}\n\n(1) a\n----\n(2) c", "AM004", 1, "'title' takes a text"),
        ("(1) a\n-- x {scheme: [b]} --\n(2) c", "AM004", 2, "'scheme' takes a text"),
        ("(1) a\n-- x {usse: [1]} --\n(2) c", "AM002", 2, "did you mean 'uses'?"),
        ("(1) a\n-- x {uses: [1, 3]} --\n(2) c", "AM004", 2, "there is no row (3) above this inference"),
        ("[A]: a {cite: 's \"b, c'}", "AM004", 1, "{cite: 'source \"phrase, phrase\" p. 12'}"),
        ("===\nsources:\n  x: {}\n  max: {}\n  x-ray: {}\n  memo: {titel: M}\n===\n\n[A]: a", "AM002", 6, "'title'"),
        ("<X>\n\n(1) a\n----\n(2) c\n\n<X>\n  + [B]: b", "AM012", 8, "the support of <X> is not read"),
        ("===\nmode: strict\n===\n\n[A]: a", "AM002", 2, "'model: {mode: …}'"),
        ("===\nselection: {groupDepth: 2}\n===\n\n[A]: a", "AM002", 2, "'group:'"),
        ("===\nmodel: {mod: strict}\n===\n\n[A]: a", "AM002", 2, "did you mean 'mode'?"),
        ("===\nmodel: {mode: strikt}\n===\n\n[A]: a", "AM004", 2, "did you mean 'strict'?"),
        ("<X>\n\n(1) a\n----\n(2) b\n\n<X>\n\n(1) c\n----\n(2) d", "AM003", 9, "reconstructed above"),
        ("[A]: a\n  + \n  - [B]: b", "AM005", 2, "nothing stands after this mark"),
        ("[A]: a\n  + // not now\n", "AM005", 2, "nothing stands after this mark"),
        ("* \n* b", "AM005", 1, "nothing stands after this mark"),
        ("(1)\n(2) b\n----\n(3) c", "AM005", 1, "this premise has no text"),
        ("(1) #tag\n----\n(2) b", "AM005", 1, "this premise has no text"),
        ("(1) a\n----\n(2)\n  -> [C]\n\n[C]: c", "AM005", 3, "this conclusion has no text"),
        ("(1) a\n----\n(2) \n(3) b\n----\n(4) c", "AM005", 3, "this conclusion has no text"),
        ("[A]: \n  + [B]: b", "AM005", 1, "[A] has no text: write it after the colon"),
        ("<A>: #tag", "AM005", 1, "<A> has no text: write it after the colon"),
        ("[A]: {note: b}", "AM001", 1, "the title with a colon needs a text"),
        ('[A]: a {text: ""}', "AM005", 1, "'text' is empty"),
        ("[A]: a\n\t+ [B]: b\n    + [C]: c", "AM016", 3, "stands below that one; indent both"),
        ("[A]: a\n  + [B]: b\n\t\t+ [C]: c", "AM016", 3, "is on one level with that one"),
        ("[A]: a\n\t+ [B]: b\n\t\t+ [C]: c\n + [D]: d", "AM016", 4, "does not stand below that one"),
        ("(1) a\n\t+ [B]: b\n  + [C]: c\n----\n(2) d", "AM016", 3, "by 2 blanks and the relation before it by 1 tab"),
        ("[A]: so [...] it is", "AM001", 1, "where it is only a bracket, write '\\[...]'"),
        ("[A]: a 5 < b and c > d", "AM001", 1, "where it is only a bracket, write '\\< b and c >'"),
        ("[A]: so [B] it is\n\n[B]: b", "AM001", 1, "write '@' before the bracket to mention it"),
    ],
)
def test_findings(text, code, line, part):
    """What is unclear is found at its line, with what would be right."""
    found = read(text).origin.findings
    assert [(f.code, f.line) for f in found] == [(code, line)]
    assert part in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "<5 percent of [the] streets: few",
        "<5 percent of the streets",
        "a < b: true",
        "[the survey: 2024](https://example.org) says so",
        "[A]: a \\{cite: x",
        "[A]: a \\/* b /* closed */",
        "\\[Rain: it rained",
        "#sky Rain",
    ],
)
def test_plain_marks_are_left_alone(text):
    """Brackets that are words, escaped marks and tags are not taken for forgotten ends."""
    assert "AM015" not in [finding.code for finding in read(text).origin.findings]


def test_sources_and_groups_stand_at_their_ids():
    """What the front matter lists is placed at its id, and not at a word or a key before it that holds it."""
    text = "===\ngroups: {max: Max, x: X}\nsources:\n  x-ray: {}\n  'x': {}\n===\n\n[A]: a"
    m = read(text)
    spans = [part.span for part in (m.groups[1], m.sources[0], m.sources[1])]
    assert [text[span.start : span.end] for span in spans] == ["x", "x-ray", "x"]
    assert [text[span.start - 1] for span in spans] == [" ", " ", "'"]


def test_the_second_title_is_the_description():
    """Argdown's subTitle is the line under the title, unless a description is given."""
    head = "===\ntitle: T\nsubTitle: Below\n"
    assert (read(f"{head}===\n\n[A]: a").description, read(f"{head}===\n\n[A]: a").origin.findings) == ("Below", ())
    assert read(f"{head}description: More\n===\n\n[A]: a").description == "More"


def test_a_missing_line_after_the_front_matter_hides_nothing():
    """What follows front matter without an empty line is told once, and read all the same."""
    m = read("===\ntitle: T\n===\n[A]: One.\n  + [B]: Two.")
    assert [str(finding) for finding in m.origin.findings] == [
        "map.argdown:4:1: AM001 an empty line is missing before this line: a title begins a paragraph"
    ]
    assert [s.id for s in m] == ["a", "b"]


def test_expectations_in_the_front_matter():
    """What the front matter expects of a statement, by its title or its id, stands at that line, slips too."""
    m = read("""
        ===
        expect:
          Trips slower: [rejected, unsupported]
          adopt-30: accepted
          nobody: undecided
          costs: suported
        ===

        [Adopt 30]: A.

        [Trips slower]: B.
    """)
    assert [(e.statement, e.standings) for e in m.expectations] == [
        ("trips-slower", ("rejected", "unsupported")),
        ("adopt-30", ("accepted",)),
        ("nobody", ("undecided",)),
    ]
    assert [m.origin.lines.position(e.span.start).line for e in m.expectations] == [3, 4, 5]
    assert [(f.code, f.line, f.column, f.message) for f in m.origin.findings] == [
        (
            "AM004",
            6,
            3,
            "'costs' cannot be expected to be 'suported': one of accepted, undecided, rejected, unsupported is right",
        )
    ]
    assert [f.message for f in read("===\nexpect: [a]\n===\n\n[A]: A.").origin.findings] == [
        "'expect' takes ids or titles of statements with a word each: write it as expect: {adopt-30: accepted}"
    ]


def test_a_title_that_is_not_one_statement_s_stands_for_none():
    """A title of two statements, and one that is the id of another, are left as they are written."""
    m = read(
        "===\nexpect: {Rain: accepted, b: accepted}\n===\n\n"
        "[Rain]: A.\n\n<Rain>: B.\n\n[b]: C {id: c}\n\n[d]: D {id: b}"
    )
    assert [e.statement for e in m.expectations] == ["Rain", "b"]
