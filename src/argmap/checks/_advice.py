"""What to write, in the words of the format that a map was read from."""

from __future__ import annotations

from attrs import frozen

from argmap.model.document import ArgumentMap


@frozen
class Advice:
    """How an author writes what a finding asks for.

    Attributes:
        cite: Offering evidence.
        reason: Offering a reason, after "a reason".
        use: Using a statement as a reason or an objection.
        call_it_claim: Making another kind of statement a claim.
        passage: Saying where the analysed text puts a statement forward.
        implicit: Saying that it does not.
        source: Describing a source.
    """

    cite: str
    reason: str
    use: str
    call_it_claim: str
    passage: str
    implicit: str
    source: str


_NATIVE = Advice(
    cite="add 'cite:'",
    reason="under 'because:'",
    use="use it under 'because:' or 'but:'",
    call_it_claim="call it a claim",
    passage="'from:'",
    implicit="mark it 'implicit: true'",
    source="under 'sources:'",
)
_ARGDOWN = Advice(
    cite="add {cite: …} after it",
    reason="below it with '+'",
    use="write it with '+' or '-' below what it supports or attacks",
    call_it_claim="tag it #claim",
    passage="{from: …}",
    implicit="mark it {implicit: true}",
    source="under 'sources:' in the front matter",
)


def advice(m: ArgumentMap) -> Advice:
    """Return the advice for the author of a map.

    Example:
        >>> advice(ArgumentMap()).cite
        "add 'cite:'"
    """
    return _ARGDOWN if m.origin and m.origin.format == "argdown" else _NATIVE
