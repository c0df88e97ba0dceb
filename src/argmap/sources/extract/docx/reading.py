"""What is known while a part of a Word document is read."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from argmap.sources.extract._account import Account
from argmap.sources.extract.docx.equations import Structure
from argmap.sources.extract.docx.styles import Styles
from argmap.sources.extract.docx.text import Text
from argmap.sources.extract.docx.xml import Attributes
from argmap.text import count_words


@define
class Run:
    """What a run says of its text.

    Attributes:
        script: Whether it is raised or lowered.
        hidden: Whether it is hidden; None where it is so if its paragraph is.
        mark: Whether it is the mark of a note.
        font: Its font.
    """

    script: str = ""
    hidden: bool | None = None
    mark: bool = False
    font: str = ""


@define
class Paragraph:
    """What a paragraph says of itself, and what was left out of it so far, by kind.

    Attributes:
        style: Its style.
        numbering: The list that it is an item of.
        level: Its level there.
        goes_on: Whether its end was deleted, so that the next paragraph goes on with it.
        gone: What was left out of it so far, by kind.
    """

    style: str = ""
    numbering: str = ""
    level: str = "0"
    goes_on: bool = False
    gone: dict[str, list[str]] = field(factory=dict)


@define
class Field:
    """A field: its code, and after that what it shows."""

    in_code: bool = True
    code: str = ""


@define(eq=False)
class Reading:
    """The state of reading a part.

    Attributes:
        styles: The styles and lists of the document.
        account: What is left out.
        diagram: Returns the text of a diagram, given its id.
        texts: The text, above it the texts that are being put together for themselves, such as a box or a numerator.
        seen: How many words a reader sees, counted by their characters alone.
        numbered: How many paragraphs Word puts a number before.
        included: How many other documents are shown in this one.
        charts: Ids of the charts.
        run: The run that is being read.
        paragraph: The paragraph that is being read.
        in_settings: Whether what comes in is about the paragraph.
        unseen: How many elements are open whose text a reader does not see.
        tables: How many tables are open.
        fields: The fields that are open.
        codes: How many of them are in their code.
        choices: For each set of alternatives that is open, whether one was taken.
        structures: The parts of equations that are open.
        displayed: Whether equations stand on lines of their own.
        description: The description of the picture that is being read.
        object: Kind of the object that is being read; None outside one.
        characters: The characters of the text that is being read; None between texts.
        sight: The characters of the paragraph so far that a reader sees.
    """

    styles: Styles
    account: Account
    diagram: Callable[[str], str]
    texts: list[Text] = field(factory=lambda: [Text()])
    seen: int = 0
    numbered: int = 0
    included: int = 0
    charts: list[str] = field(factory=list)
    run: Run = field(factory=Run)
    paragraph: Paragraph = field(factory=Paragraph)
    in_settings: bool = False
    unseen: int = 0
    tables: int = 0
    fields: list[Field] = field(factory=list)
    codes: int = 0
    choices: list[bool] = field(factory=list)
    structures: list[Structure] = field(factory=list)
    displayed: bool = False
    description: str = ""
    object: str | None = None
    characters: list[str] | None = None
    sight: list[str] = field(factory=list)

    @property
    def text(self) -> Text:
        """What is being put together."""
        return self.texts[-1]

    def write(self, text: str) -> None:
        """Go on with a text that a reader sees."""
        if not self.unseen:
            self.sight.append(text)
        self.text.write(text)

    def leave_out(self, kind: str, text: str) -> None:
        """Leave a text of the paragraph out."""
        self.paragraph.gone.setdefault(kind, []).append(text)

    def begin_aside(self) -> None:
        """Begin a text that stands for itself."""
        self.texts.append(Text())

    def end_aside(self) -> str:
        """End it, and return it."""
        self.text.put_boxes("\n\n")
        return self.texts.pop().whole()

    def count_seen(self) -> None:
        """Count the words that a reader has seen since the last count."""
        if self.sight:
            self.seen += count_words("".join(self.sight))
            self.sight.clear()


End = Callable[[], None]
Element = Callable[[Reading, Attributes], End | None]


def skip() -> None:
    """Stand for an element that is passed over with all that it holds."""


def passed_over(reading: Reading, attributes: Attributes) -> End:  # noqa: ARG001
    """Pass over an element."""
    return skip
