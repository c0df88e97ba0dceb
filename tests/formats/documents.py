"""A Hypothesis strategy for native documents in every style that an author may choose, with comments in them."""

from __future__ import annotations

from hypothesis import strategies as st

_KEYS = {
    "statement": ("claim", "note", "from", "cite", "because", "but", "tags", "implicit", "id", "odd key"),
    "step": ("reason", "id", "scheme", "unless"),
    "citation": ("source", "quote", "at", "nth", "stance", "unless"),
}
_INSIDE = {
    **dict.fromkeys(("because", "but", "unless"), "step"),
    **dict.fromkeys(("cite", "from"), "citation"),
    "reason": "statement",
}
_TEXTS = (
    "a",
    "b + c",
    "two words",
    "Mean speed … 41 streets",
    "it's so",
    "a-b",
    "12",
    "no",
    "x:y",
    "a#b",
    "3 %",
    "ж 中",
)


def documents() -> st.SearchStrategy[tuple[str, tuple[str, ...]]]:
    """YAML documents, some with slips, and the comments in them."""
    return st.composite(lambda draw: _Author(draw).document())()


class _Author:
    """Writes a document line by line; what it decides, it draws."""

    def __init__(self, draw):
        self.draw = draw
        self.comments = []

    def document(self):
        lines = [*self.between(), *self.maybe("title: T"), *self.between(), "nodes:" + self.beside(), *self.between()]
        for number in range(self.upto(1, 3)):
            lines += [
                f"  s{number}:{self.beside()}",
                *self.mapping("statement", 4 + self.upto(0, 2), 0),
                *self.between(),
            ]
        text = "\n".join([*lines, *self.maybe("about: brief"), *self.between(), ""])
        return text, tuple(comment for comment in self.comments if comment in text)

    def upto(self, least, most):
        return self.draw(st.integers(least, most))

    def one_in(self, count):
        return self.upto(1, count) == count

    def maybe(self, line):
        return [line + self.beside()] * self.upto(0, 1)

    def comment(self):
        self.comments.append(
            f"# comment {len(self.comments)};{self.draw(st.sampled_from(['', ' # more', ': [x', ' - y']))}"
        )
        return self.comments[-1]

    def beside(self):
        return f" {self.comment()}" if self.one_in(8) else ""

    def between(self):
        lines = []
        while self.one_in(6):
            lines.append(
                self.draw(st.sampled_from(["", "  "])) if self.one_in(2) else " " * self.upto(0, 9) + self.comment()
            )
        return lines

    def scalar(self, indent):
        """Return the lines of a text: plain, quoted or a block."""
        text, style = self.draw(st.sampled_from(_TEXTS)), self.draw(st.sampled_from("ppp'\"|>"))
        pad = " " * (indent + self.upto(1, 3))
        if style == "p":
            return [text + self.beside()] if self.one_in(2) else [text, pad + "more words" + self.beside()]
        if style in "|>":
            blank = [""] * self.upto(0, 1)
            return [
                style + self.draw(st.sampled_from(["", "-", "+"])) + self.beside(),
                pad + text,
                *blank,
                pad + "a line",
            ]
        return [self.quoted(text, style)]

    def quoted(self, text, mark):
        return mark + text.replace("'", "") + self.draw(st.sampled_from(["", " #", ": "])) + mark

    def flow(self, what, depth):
        """Return a text or a collection in brackets, over one line or several."""
        if depth > 3 or self.one_in(2):
            text = self.draw(st.sampled_from(_TEXTS))
            return text if self.one_in(2) else self.quoted(text, self.draw(st.sampled_from("'\"")))
        space = self.draw(st.sampled_from(["", " ", " ", "\n" + " " * 12]))
        if self.one_in(4):
            space = f" {self.comment()}\n{' ' * 12}"
        if self.one_in(2):
            return (
                f"[{space}"
                + f", {space}".join(self.flow(what, depth + 1) for _ in range(self.upto(0, 3)))
                + f"{space}]"
            )
        keys = self.draw(st.lists(st.sampled_from(_KEYS[what]), max_size=2, unique=True))
        return f"{{{space}" + f", {space}".join(f"{key}: {self.flow(what, depth + 1)}" for key in keys) + f"{space}}}"

    def value(self, key, indent, depth):
        """Return what stands behind ``key:``, the rest of its line first."""
        inside = _INSIDE.get(key)
        if inside and depth < 5 and self.one_in(2):
            if self.one_in(2):
                return [f" {self.flow(inside, 0)}{self.beside()}"]
            return [self.beside(), *self.sequence(inside, indent + self.upto(0, 3), depth)]
        first, *rest = self.scalar(indent)
        return [f" {first}", *rest]

    def sequence(self, what, indent, depth):
        lines = []
        for _ in range(self.upto(1, 3)):
            lines += self.between()
            if self.one_in(2):
                first, *rest = self.mapping(what, indent + 1 + self.upto(1, 3), depth + 1, spaced=False)
                lines += [f"{' ' * indent}-{first[indent + 1 :]}", *rest]
            else:
                first, *rest = self.scalar(indent)
                lines += [f"{' ' * indent}- {first}", *rest]
        return lines

    def mapping(self, what, indent, depth, *, spaced=True):
        lines = []
        for key in self.draw(st.lists(st.sampled_from(_KEYS[what]), min_size=1, max_size=4, unique=True)):
            lines += self.between() if lines or spaced else []
            first, *rest = self.value(key, indent, depth)
            lines += [f"{' ' * indent}{key}:{first}", *rest]
        return lines
