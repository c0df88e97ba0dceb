"""From an ASPIC+ theory to the JSON that TOAST takes."""

from __future__ import annotations

import json
import re

from argmap.frameworks.structured.aspic import AspicTheory
from argmap.native.ids import Names

_UNHELD = re.compile(r"\W+")


def written(theory: AspicTheory) -> str:
    """Write a theory; a contrary of a rule becomes a rule that undercuts, as TOAST knows no other.

    Example:
        >>> from argmap.frameworks.structured.aspic import Rule
        >>> rule = Rule("p -> q", ("p",), "q")
        >>> print(written(AspicTheory((rule,), premises=("p", "u"), contraries=(("u", "[p -> q]"),))))
        {
         "axioms": [],
         "premises": [
          "p",
          "u"
         ],
         "assumptions": [],
         "kbPrefs": [],
         "rules": [
          "[p_q] p=>q",
          "[cut] u=>~[p_q]"
         ],
         "rulePrefs": [],
         "contrariness": []
        }
        <BLANKLINE>
    """
    names, rules = Names(), Names()
    held: dict[str, str] = {}
    ruled: dict[str, str] = {}

    def literal(text: str) -> str:
        name = text.removeprefix("~")
        if name not in held:
            held[name] = names.make(_plain(name), "_")
        return f"{'~' if text.startswith('~') else ''}{held[name]}"

    for rule in theory.rules:
        ruled[f"[{rule.name}]"] = f"[{rules.make(_plain(rule.name), '_')}]"
    lines = [
        f"{ruled[f'[{rule.name}]']} {','.join(map(literal, rule.premises))}{'->' if rule.is_strict else '=>'}"
        f"{_undercut(rule.conclusion, ruled) or literal(rule.conclusion)}"
        for rule in theory.rules
    ]
    pairs = set(theory.contraries)
    contraries = []
    for one, other in theory.contraries:
        if other in ruled:
            lines.append(f"[{rules.make('cut', '_')}] {literal(one)}=>~{ruled[other]}")
        elif (other, one) not in pairs:
            contraries.append(f"{literal(one)}^{literal(other)}")
        elif one <= other:
            contraries.append(f"{literal(one)}-{literal(other)}")
    whole = {
        "axioms": [*map(literal, theory.axioms)],
        "premises": [*map(literal, theory.premises)],
        "assumptions": [*map(literal, theory.assumptions)],
        "kbPrefs": [f"{literal(low)}<{literal(high)}" for low, high in theory.lower_premises],
        "rules": lines,
        "rulePrefs": [f"{ruled[f'[{low}]']}<{ruled[f'[{high}]']}" for low, high in theory.lower_rules],
        "contrariness": contraries,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _plain(name: str) -> str:
    return _UNHELD.sub("_", name).strip("_") or "it"


def _undercut(conclusion: str, ruled: dict[str, str]) -> str:
    return f"~{ruled[conclusion[1:]]}" if conclusion[1:] in ruled and conclusion.startswith("~") else ""
