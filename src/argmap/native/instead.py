"""What to write instead of keys that others use, or that one would expect, by the record they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evaluation.labels import Standing
from argmap.model.citations import Stance
from argmap.native.fields import KINDS
from argmap.wording import listed

_NAMES_KIND = "the key that holds the text names the kind, as in 'claim: …'"
_AT_TARGET = "a reason is listed at its target, under 'because:' or 'but:'"
_FROM_AND_CITE = "a passage that is evidence too stands under 'from:', with cite: same below it"
_SAME_ALONE = "'same' stands alone, as in cite: same; a record names the source and the phrases"
_FAIR = "where a person has looked and finds the quotation fair, write fair: true"
_BEFORE_REASONS = "how likely it is to you before the reasons that the map has is its 'credence:', as in credence: 0.7"
_AN_OBJECTION_WEIGHS = (
    "an objection weighs where it is listed, as in but: [{reason: trips-slower, outweighed-by: fewer-injuries}]"
)
_WEIGHED_AT_THE_OBJECTION = (
    "a judgement stands at the objection and names what is weightier, as in "
    "but: [{reason: trips-slower, outweighed-by: fewer-injuries}]"
)
_A_REASON_WEIGHS = "a weight belongs to a reason, as in because: [{reason: fewer-injuries, weight: 0.7}]"
_WORKED_OUT = "whether a statement stands is worked out, by argmap evaluate: delete the key, or write 'note:'"

RENAMED: dict[str, dict[str, str]] = {
    "a statement": {
        **dict.fromkeys(
            ("reasons", "grounds", "support", "supported-by", "supporting", "since", "why", "pro", "pros", "premises"),
            "because",
        ),
        **dict.fromkeys(
            ("objections", "against", "opposed-by", "attacked-by", "rebuttal", "rebuttals", "rebutted-by", "counter"),
            "but",
        ),
        **dict.fromkeys(("counterarguments", "con", "cons", "challenges", "however"), "but"),
        **dict.fromkeys(("citation", "citations", "cites", "cited", "ref", "refs", "reference", "references"), "cite"),
        **dict.fromkeys(("passage", "passages", "said-in"), "from"),
        **dict.fromkeys(("name", "label", "heading"), "title"),
        **dict.fromkeys(("section", "category"), "group"),
        **dict.fromkeys(("comment", "comments", "notes", "description", "remark", "qualifier"), "note"),
        **dict.fromkeys(("proof-standard", "burden", "burden-of-proof"), "standard"),
        "tag": "tags",
        "contradicted-by": "contradicts",
    },
    "a citation": {
        **dict.fromkeys(("page", "pages", "locator", "section", "place"), "at"),
        **dict.fromkeys(("text", "passage", "phrase", "words", "quotation", "excerpt"), "quote"),
        **dict.fromkeys(("url", "document", "ref"), "source"),
        "type": "stance",
    },
    "a source record": {
        **dict.fromkeys(("author", "creator", "by"), "authors"),
        **dict.fromkeys(("date", "year", "issued"), "published"),
        **dict.fromkeys(("link", "href", "address", "uri"), "url"),
        **dict.fromkeys(("journal", "publication", "newspaper"), "publisher"),
        **dict.fromkeys(("file", "path"), "text"),
        **dict.fromkeys(("accessed", "fetched"), "retrieved"),
        **dict.fromkeys(("name", "heading"), "title"),
        "type": "kind",
        "lang": "language",
    },
    "a map": {
        "statements": "nodes",
        "claims": "nodes",
        "arguments": "nodes",
        "name": "title",
        "sections": "groups",
        **dict.fromkeys(("expects", "expected", "expectation", "expectations", "assert", "asserts"), "expect"),
    },
}
"""Other names of keys, by the record."""

REVERSED = {
    **dict.fromkeys(("supports", "backs", "proves", "therefore", "implies"), "because"),
    **dict.fromkeys(("attacks", "opposes", "rebuts", "refutes", "objects-to", "undermines", "counters"), "but"),
}
"""Keys of a statement that name what it supports or attacks; it is listed there, under another key."""

SAID: dict[tuple[str, str], str] = {
    **{("a statement", name): _NAMES_KIND for name in ("text", "kind", "type", "statement")},
    **{
        ("a statement", name): _BEFORE_REASONS
        for name in ("confidence", "certainty", "probability", "prior", "likelihood", "belief")
    },
    **{("a statement", name): _A_REASON_WEIGHS for name in ("strength", "weight", "score", "rating")},
    **{("a statement", name): _WORKED_OUT for name in ("status", "verdict", "standing")},
    ("a statement", "unless"): "an undercut belongs to a step, as in {reason: id, unless: [id]}, or, written in place, "
    "{reason: {claim: …}, unless: [id]}",
    ("a statement", "undercuts"): "an undercut is listed at the step that it strikes, as in {reason: id, unless: [id]}",
    **{("a statement", name): _AN_OBJECTION_WEIGHS for name in ("outweighed-by", "outweighs", "outweighed", "force")},
    **{
        (f"a reason in '{key}'", name): _WEIGHED_AT_THE_OBJECTION
        for key in ("because", "but")
        for name in ("outweighs", "outweigh", "outweighing")
    },
    **{
        (record, name): "write 'weight:'"
        for record in ("a reason in 'because'", "a reason in 'but'", "a citation")
        for name in ("strength", "score", "rating")
    },
    **{
        (f"a reason in '{key}'", name): f"a {name} belongs to the statement: write it there"
        for key in ("because", "but")
        for name in ("standard", "credence")
    },
    **{
        ("a statement", name): "a reason speaks for values, as in because: [{reason: fewer-injuries, values: safety}]"
        for name in ("values", "value")
    },
    ("a statement", "scheme"): "a scheme belongs to a step, as in {reason: id, scheme: name}",
    **{
        (
            "a statement",
            name,
        ): f"'{name}' belongs to a step, beside its scheme, as in {{reason: id, scheme: name, {name}: …}}"
        for name in ("roles", "answers", "waives", "raises")
    },
    **{
        (f"a reason in '{key}'", name): "what answers a critical question stands under 'answers:', by question"
        for key in ("because", "but", "unless")
        for name in ("questions", "critical-questions", "critical-question", "cqs")
    },
    ("a statement", "warrant"): "a warrant is a premise, linked to the data, as in because: [data + warrant]",
    ("a statement", "backing"): "backing is a reason for the warrant: list it there, under 'because:'",
    ("a statement", "reason"): "a step stands in the list of its target: 'because:' or 'but:'",
    ("a statement", "source"): "a source belongs to a citation, as in 'cite: source \"phrase … phrase\" p. 1'",
    (
        "a statement",
        "fair",
    ): "it is a citation that is fair, as in cite: {source: id, quote: phrase … phrase, fair: true}",
    ("a statement", "same"): "'same' is a citation, as in cite: same",
    **{("a statement", name): _FROM_AND_CITE for name in ("from-&-cite", "from+cite", "from-and-cite", "cite-from")},
    ("a passage", "fair"): "it is a citation that is fair: write it under 'cite:'",
    ("a passage", "cite"): "'cite:' stands beside 'from:', as in cite: same",
    **{("a citation", name): _SAME_ALONE for name in ("same", "from")},
    **{("a citation", str(stance)): f"write stance: {stance}" for stance in Stance},
    **{("a citation", name): _FAIR for name in ("unfair", "reviewed", "checked", "verified", "ok")},
    **{(record, "note"): "a remark stands at the statement, under 'note:'" for record in ("a citation", "a passage")},
    ("a statement", "quote"): "a quote belongs to a citation, as in 'cite: source \"phrase … phrase\" p. 1'",
    ("a map", "relations"): _AT_TARGET,
    ("a map", "edges"): _AT_TARGET,
    **{("a map", kind): f"a statement stands under 'nodes:', as in nodes: {{id: {{{kind}: …}}}}" for kind in KINDS},
}
"""What to write instead of other keys, in words."""


def instead(what: str, name: str, owner: str | None, values: Sequence[str]) -> str | None:
    """Say what to write instead of an unknown key; None where nothing is known of it.

    Args:
        what: The record that it stands in, as messages call it.
        name: The key.
        owner: Id of the statement or source that the record belongs to.
        values: The texts that stand after it.

    Example:
        >>> instead("a statement", "against", "a", []), instead("a statement", "opposes", "a", ["b"])
        ("write 'but:'", "an objection is listed at what it attacks: write 'but: [a]' at 'b'")
    """
    name = name.lower().replace("_", "-").replace(" ", "-")
    record = "a citation" if what == "a passage" else what
    if new := RENAMED.get(record, {}).get(name):
        return f"write '{new}:'"
    if what == "a statement" and name in ("expect", "expects", "expected", "expectation"):
        word = next((value for value in values if value in list(Standing)), Standing.ACCEPTED)
        return f"what is expected stands at the top of the map, as in 'expect: {{{owner}: {word}}}'"
    if what == "a statement" and name in REVERSED:
        key = REVERSED[name]
        rule = (
            "a reason is listed at what it supports"
            if key == "because"
            else "an objection is listed at what it attacks"
        )
        return f"{rule}: write '{key}: [{owner}]' at {listed(values) if values else 'the other'}"
    return SAID.get((what, name))
