"""What is said of a quotation that misleads: where, with the words left out marked, and how to quote it fairly."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.analysis import Analysis
from argmap.checks._lines import Lines
from argmap.evidence.fairness.dispute import Dispute, Misuse
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.citations import Citation
from argmap.native.citation import short
from argmap.wording import quoted

_BEFORE, _AFTER = 14, 12  # words shown around those that are left out


def unfair(misuse: Misuse, flaw: str, say: str) -> Callable[[Analysis], Iterator[Flaw]]:
    """Return what reports the citations that mislead in one way.

    Args:
        misuse: The way.
        flaw: What the source does to the quotation, as "denies it".
        say: What to write in the statement.
    """

    def run(analysis: Analysis) -> Iterator[Flaw]:
        """Report the citations that mislead."""
        lines = Lines(analysis.texts)
        for statement in analysis.graph.statements if analysis.disputes else ():
            for citation in statement.citations:
                for dispute in analysis.disputes.get(citation.id, ()):
                    if dispute.misuse is misuse:
                        text = analysis.texts[citation.source]
                        message = (
                            f"line {lines.of(citation.source, dispute.words)} of {quoted(citation.source)} {flaw}: "
                            f"“{_marked(text, dispute)}”; {_remedy(say, analysis, citation, dispute)}, "
                            f"or {advice(analysis.map).fair} once a person has looked"
                        )
                        yield Flaw(message, citation.span, statement.id)

    return run


def _marked(text: str, dispute: Dispute) -> str:
    """Return the words around those left out, which stand in brackets."""
    before = text[dispute.sentence.start : dispute.words.start].split(" ")
    after = text[dispute.words.end : dispute.sentence.end].split(" ")
    start = "… " if len(before) > _BEFORE else ""
    end = " …" if len(after) > _AFTER else ""
    inside = text[dispute.words.start : dispute.words.end]
    shown = f"{start}{' '.join(before[-_BEFORE:])}[{inside}]{' '.join(after[:_AFTER])}{end}"
    return " ".join(shown.split())


def _remedy(say: str, analysis: Analysis, citation: Citation, dispute: Dispute) -> str:
    """Say what to write in the statement, and then how to cite the passage with the words left out."""
    selector = analysis.fair_selectors[citation.source, dispute.fair]
    if selector is None or (citation.selector is not None and selector.quote == citation.selector.quote):
        return say
    written = short(citation.source, selector, None, None)
    return f"first {say}, then cite {written}" if written else say
