"""The files that a new project begins with."""

from __future__ import annotations

_SETTINGS = """\
# Settings of argmap; `argmap rules` lists the checks, `argmap explain CODE` tells about one.
# ignore = ["AM112"]
# fail-on = "error"

# [per-file-ignores]
# "arguments/draft-*.yaml" = ["AM1"]
"""

_MAP = """\
# yaml-language-server: $schema=../schema/argmap.schema.json
title: Should the library open on Sundays?
description: An invented example, with flaws that argmap check finds; change it into your own.
about: letter
expect:
  open-on-sundays: accepted

nodes:
  open-on-sundays:
    recommendation: The library should open on Sundays.
    from: open its doors … on Sundays
    because:
      - people-would-come
      - staff-are-willing + budget-allows
    but: [sundays-are-quiet]
  people-would-come:
    claim: Many people would come on Sundays.
    from: Hundreds of us would come
    because: [survey]
  survey:
    evidence: Two thirds of the members asked would visit on a Sunday at least once a month.
    from: two thirds of … on a Sunday
    cite: members-survey "67 % … once a month"
  staff-are-willing:
    premise: Nine of the twelve librarians would work on Sundays.
    from: the staff … are willing
    cite: letter "nine of the twelve librarians … signed"
  budget-allows:
    premise: The budget covers four more hours a week.
    from: the budget allows it
  sundays-are-quiet:
    objection: Other libraries are nearly empty on Sundays.
    from: Some say … nearly empty
"""

_LETTER = """\
# yaml-language-server: $schema=../schema/source.schema.json
title: Letter to the council
published: "2026"
kind: opinion
text: texts/letter.txt
note: Invented for this example.
"""

_LETTER_TEXT = """\
Dear council,

The library should open its doors to readers on Sundays. Hundreds of us would come: in the members' survey of
March, two thirds of the people asked said that they would visit on a Sunday.

We are told that the staff are against it. In truth the staff we spoke to are willing, and nine of the twelve librarians
have signed this letter. Four hours a week are not much, and the budget allows it.

Some say that other libraries are nearly empty on that day. They should come and count.
"""

_SURVEY = """\
# yaml-language-server: $schema=../schema/source.schema.json
title: Survey of the members, March 2026
published: "2026-03"
kind: data
text: texts/members-survey.txt
note: Invented for this example.
"""

_SURVEY_TEXT = """\
Asked: 412 members at the desk, 2 to 14 March. Would you visit the library on a Sunday?

Of those asked, 67 % would visit on a Sunday at least once a month, 21 % would not, and 12 % did not know.
"""

_SCHEMAS = {"map": "schema/argmap.schema.json", "source": "schema/source.schema.json"}
_WRITTEN = {
    "argmap.toml": _SETTINGS,
    "arguments/library-sundays.yaml": _MAP,
    "seeds/letter.yaml": _LETTER,
    "seeds/members-survey.yaml": _SURVEY,
    "seeds/texts/letter.txt": _LETTER_TEXT,
    "seeds/texts/members-survey.txt": _SURVEY_TEXT,
}


def project() -> dict[str, str]:
    """Return the content of each file by its path, in the order in which they are written.

    With the schemas an editor completes keys and underlines slips in the files that name them in their first line.
    """
    from json import dumps

    from argmap.native.schema import schema

    schemas = {path: dumps(schema(what), indent=2, ensure_ascii=False) + "\n" for what, path in _SCHEMAS.items()}
    return _WRITTEN | schemas
