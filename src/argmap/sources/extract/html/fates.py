"""What becomes of each part of a page: most are text; of some a reader sees nothing; some are left out, and told.

In doubt a part is text.
"""

from __future__ import annotations

import re
from itertools import accumulate

from attrs import frozen

from argmap.sources.extract.html.tree import Tree

HIDDEN = "hidden parts"
UNSEEN = "unseen"
MENUS = "menus"
FORMS = "controls of forms"
PICTURES = "pictures"
EMBEDDED = "embedded parts"
EQUATIONS = "equations"
RUBY = "readings beside characters"

NO_SCRIPTS = ("noscript", "noembed")
_UNSEEN = frozenset(
    "area base basefont colgroup datalist defs desc frame head link map meta metadata meter noframes param "
    "progress rp script source style symbol template title track".split()
)
_BY_TAG = {
    **dict.fromkeys(("iframe", "object", "embed", "applet", "video", "audio", "canvas"), EMBEDDED),
    **dict.fromkeys(("img", "image"), PICTURES),
    **dict.fromkeys(("rt", "rtc"), RUBY),
    **dict.fromkeys(("button", "select", "textarea", "input"), FORMS),
    **dict.fromkeys(NO_SCRIPTS, HIDDEN),
}
_MENU_ROLES = frozenset(("navigation", "menu", "menubar"))
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 dt summary".split())
_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_FOR_READERS_ALOUD = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only screen-reader-only element-invisible "
    "govuk-visually-hidden u-visually-hidden a11y-hidden usa-sr-only".split()
)
_MATH_FOR_READERS_ALOUD = re.compile(r"\b(?:katex-mathml|MJX_Assistive_MathML|mwe-math-mathml-a11y)\b")
_FORMULA_PICTURE = re.compile(r"\b(?:latex|tex|math|equation|mwe-math\S*)\b", re.IGNORECASE)
_SKIP = re.compile(r"(?:^|[\s_-])skip(?:$|[\s_-]|link|nav|to)", re.IGNORECASE)
_ICON = re.compile(r"\b(?:material-(?:icons|symbols)\S*|icon\S*|glyphicon\S*)", re.IGNORECASE)
_LIGATURE = re.compile(r"[a-z\d_]*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff]+")
_LONG_BUTTON = 12
_LONG_SKIP = 12
_LONG_MENU = 40


@frozen
class Words:
    """Words of a page up to each index: all, and those in links.

    Attributes:
        all: Their number before each index, and at the end.
        linked: The same of those in links and buttons.
    """

    all: list[int]
    linked: list[int]

    @staticmethod
    def of(tree: Tree) -> Words:
        """Count the words of a page."""
        counts = [_count(text) for text in tree.texts]
        linked, end = [0] * len(counts), 0
        for at, tag in enumerate(tree.tags):
            if tag in ("a", "button", "option"):
                end = max(end, tree.ends[at])
            linked[at] = counts[at] if at < end else 0
        return Words(list(accumulate(counts, initial=0)), list(accumulate(linked, initial=0)))

    def within(self, tree: Tree, at: int) -> tuple[int, int]:
        """Return how many words an element has, and how many of them are in links."""
        end = tree.ends[at]
        return self.all[end] - self.all[at], self.linked[end] - self.linked[at]


def _count(text: str) -> int:
    """Count words; two characters of a script that is written without spaces are one."""
    spaced = len(text.split())
    return spaced if text.isascii() else spaced + (len(text) - len(_UNSPACED.sub("", text))) // 2


def fates(tree: Tree, words: Words, *, with_hidden: bool = False) -> dict[int, str]:
    """Return what is no text, by index, the outermost of each: why a reader does not see it, or its kind.

    Args:
        tree: The page.
        words: Its words.
        with_hidden: Whether what is hidden at first is text.
    """
    found: dict[int, str] = {}
    spoken = _spoken_formulas(tree)
    at = heading = formula = drawn = 0
    while at < len(tree.tags):
        tag, attributes = tree.tags[at], tree.attributes[at]
        if tag in _HEADINGS:
            heading = max(heading, tree.ends[at])
        if at in spoken:
            formula = max(formula, spoken[at])
        fate = None
        if tag:
            fate = _by_tag(tree, words, at, in_heading=at < heading) or _by_attributes(tree, words, at)
            if fate == HIDDEN and (_is_spoken(attributes) or (with_hidden and tag not in NO_SCRIPTS)):
                fate = None
            if (at < formula and attributes.get("aria-hidden") == "true") or (at == drawn and tag == "script"):
                fate = UNSEEN
            if attributes.get("class", "").startswith("MathJax"):
                drawn = tree.ends[at]
        if fate:
            found[at] = fate
        at = tree.ends[at] if fate or tag == "math" else at + 1
    return found


def unseen(tree: Tree, words: Words, start: int, stop: int) -> dict[int, str]:
    """Return what a reader does not see between two indices, by index."""
    found: dict[int, str] = {}
    at = start
    while at < stop:
        is_unseen = tree.tags[at] in _UNSEEN or _by_attributes(tree, words, at) in (HIDDEN, UNSEEN)
        if is_unseen:
            found[at] = UNSEEN
        at = tree.ends[at] if is_unseen else at + 1
    return found


def _by_tag(tree: Tree, words: Words, at: int, *, in_heading: bool) -> str | None:
    tag, attributes = tree.tags[at], tree.attributes[at]
    fate = _BY_TAG.get(tag)
    if tag in _UNSEEN:
        fate = EQUATIONS if attributes.get("type", "").startswith("math/") else UNSEEN
    elif tag == "input":
        fate = {"hidden": UNSEEN, "image": PICTURES}.get(attributes.get("type", "").lower(), FORMS)
    elif tag == "button" and (in_heading or words.within(tree, at)[0] >= _LONG_BUTTON):
        fate = None
    elif tag in ("img", "image"):
        fate = _picture(attributes)
    elif tag == "svg" and not words.within(tree, at)[0]:
        fate = UNSEEN if attributes.get("aria-hidden") == "true" else PICTURES
    elif (tag == "nav" or attributes.get("role") in _MENU_ROLES) and _is_menu(*words.within(tree, at)):
        fate = MENUS
    elif tag == "dialog" and "open" not in attributes:
        fate = HIDDEN
    return fate


def _by_attributes(tree: Tree, words: Words, at: int) -> str | None:
    tag, attributes = tree.tags[at], tree.attributes[at]
    if not attributes or tag in ("html", "body"):
        return None
    if _hides(attributes):
        return HIDDEN
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if "mw-editsection" in names:
        return MENUS
    if _SKIP.search(names) and 0 < words.within(tree, at)[0] <= _LONG_SKIP and _leads_on(tree, at):
        return MENUS
    if _ICON.search(names) and tree.ends[at] == at + 2 and _LIGATURE.fullmatch(tree.texts[at + 1].strip()):
        is_icon = attributes.get("aria-hidden") == "true" or "material-" in names
        return UNSEEN if is_icon else None
    return None


def _hides(attributes: dict[str, str]) -> bool:
    hidden = attributes.get("hidden")
    if hidden is not None and hidden.lower() != "until-found" and attributes.get("role") != "tabpanel":
        return True
    if _STYLE.search(attributes.get("style", "")) and attributes.get("role") != "tabpanel":
        return True
    return not _FOR_READERS_ALOUD.isdisjoint(attributes.get("class", "").split())


def _picture(attributes: dict[str, str]) -> str:
    if {attributes.get("width"), attributes.get("height")} & {"0", "1"}:
        return UNSEEN
    return EQUATIONS if _FORMULA_PICTURE.search(attributes.get("class", "")) else PICTURES


def _is_menu(words: int, linked: int) -> bool:
    return words <= _LONG_MENU or linked * 2 >= words


def _leads_on(tree: Tree, at: int) -> bool:
    """Return whether an element is, or holds, a link to a place of the page."""
    near = range(at, min(tree.ends[at], at + _LONG_SKIP))
    return any(tree.tags[each] == "a" and tree.attributes[each].get("href", "").startswith("#") for each in near)


def _is_spoken(attributes: dict[str, str]) -> bool:
    return bool(_MATH_FOR_READERS_ALOUD.search(attributes.get("class", "")))


def _spoken_formulas(tree: Tree) -> dict[int, int]:
    """Return the parts that show a formula twice: as a drawing, and as MathML for those who have pages read aloud."""
    found: dict[int, int] = {}
    inside: list[int] = []
    for at, tag in enumerate(tree.tags):
        while inside and tree.ends[inside[-1]] <= at:
            inside.pop()
        if inside and (tag == "mjx-assistive-mml" or _is_spoken(tree.attributes[at])):
            found[inside[-1]] = tree.ends[inside[-1]]
        if tree.ends[at] > at + 1:
            inside.append(at)
    return found
