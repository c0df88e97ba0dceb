"""An id with characters that an id cannot have.

What it does:
    Reports the id of a statement, group or source that does not begin with a
    letter or digit, or holds anything but letters, digits, '-', '_' and '.', in
    any script.

Why it matters:
    Ids are joined by '+' in linked reasons, stand before the quotation in a
    citation, and become names in exported files. A space or a plus sign in one
    would be read as something else there.

Example:
    nodes:
      costs + benefits:
        claim: The benefits exceed the costs.

Use instead:
    nodes:
      costs-and-benefits:
        claim: The benefits exceed the costs.
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM007", "bad-id", Severity.ERROR)
