"""A source whose text is there but cannot be used.

What it does:
    Reports a text that a source record names under 'text:' and that lies
    outside the project, is a folder, is not UTF-8, is no text at all, or is too
    large. A text that is simply not at hand is no error; AM205 says so calmly.

Why it matters:
    Without its text, the passages and citations of a source stay unverified.
    And a record must not reach for files elsewhere on the machine of whoever
    checks it.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: survey "Mean speed fell"
    sources:
      survey: {title: Speed survey, text: ../../survey.txt}

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: survey "Mean speed fell"
    sources:
      survey: {title: Speed survey, text: survey.txt}
"""

from __future__ import annotations

from argmap.model.findings import Rule, Severity

RULE = Rule("AM010", "unreadable-text", Severity.ERROR)
