"""Arguments ranked by strength, told as text, as data for JSON, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from argmap.cli.output import hanging, visible
from argmap.frameworks.strengths.agreement import MOST, Tier
from argmap.frameworks.strengths.gradual import known
from argmap.frameworks.strengths.ranking import Ranking, Strength
from argmap.wording import counted, joined

_TURNS = 5
_TURNS_IN_JSON = 1_000
_TIER = 12
_FORMULA = ("=", "+", "-", "@")


def told(ranking: Ranking, noun: str) -> str:
    """Tell the order, and how far the semantics agree on it, before the digits.

    Args:
        ranking: What was found.
        noun: What is ranked, in a word.
    """
    if not len(ranking):
        return f"There is no {noun} to rank.\n"
    blocks = [_head(ranking), _order(ranking), _turns(ranking), _digits(ranking, noun), _notes(ranking)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def title(semantics: str) -> str:
    """Return what a semantics is called."""
    return known()[semantics].title


def _head(ranking: Ranking) -> list[str]:
    """Say by what is ranked, and how many pairs all semantics order alike."""
    first, *others = map(title, ranking.found)
    lines = [f"Ranked by {first}" + (f"; the order is checked by {joined(others, len(others))}." if others else ".")]
    pairs, taus = ranking.agreement.pairs, ranking.agreement.taus
    if len(ranking) == 1:
        return [*lines, "There is but one, so there is no order to compare."]
    if not others:
        lines.append("No other semantics was asked, so nothing is known of how far the order depends on this one.")
        return lines
    if pairs is None:
        lines.append(f"There are more than {MOST:,} of them, so pairs are not counted.")
    else:
        all_of_them = "Both" if len(others) == 1 else f"All {len(others) + 1}"
        rest = [(pairs.tied, "rank alike in all"), (pairs.turned, "turn round")]
        rest.append((pairs.loosened, "rank alike in some and not in others"))
        counts = "".join(f", {count:,} {words}" for count, words in rest if count)
        alike = f"{all_of_them} order {pairs.ordered:,} of {counted(pairs.total, 'pair')} alike"
        lines.append(hanging(f"{alike}{counts.replace(', ', '; ', 1)}."))
    named = [f"{title(two)} {_tau(taus[one, two])}" for one, two in taus if one == ranking.semantics]
    lines.append(hanging(f"Kendall's tau-b with {first}: {', '.join(named)} (1: the same order, -1: the reverse)."))
    return lines


def _tau(value: float | None) -> str:
    return "none, all rank alike" if value is None else f"{value:.2f}"


def _order(ranking: Ranking) -> list[str]:
    """List the tiers, from the strongest down."""
    names, several = list(ranking), len(ranking.found) > 1
    lines = [
        "Order, the strongest first; each line is above all that follow in every semantics:" if several else "Order:"
    ]
    first = 1
    for tier in ranking.agreement.tiers:
        last = first + len(tier.members) - 1
        place = str(first) if first == last else f"{first}-{last}"
        shown = [visible(names[member]) for member in tier.members]
        more = f" and {len(shown) - _TIER} more" if len(shown) > _TIER + 1 else ""
        listed = ", ".join(shown[:_TIER] if more else shown) + more
        words = _words(tier)
        lines.append(hanging(f"  {place:<8}{words}{listed}"))
        first = last + 1
    return lines


def _words(tier: Tier) -> str:
    """Say how the members of a tier rank among each other."""
    if not tier.is_open:
        return "alike: " if len(tier.members) > 1 else ""
    size = len(tier.members)
    pairs = (
        f"in {tier.unsettled:,} of {counted(size * (size - 1) // 2, 'pair')} " if tier.unsettled and size > 2 else ""
    )
    return f"{pairs}the order depends on the semantics: "


def _turns(ranking: Ranking) -> list[str]:
    """Name pairs that turn round."""
    pairs = ranking.agreement.pairs
    if pairs is None or not pairs.turned:
        return []
    names, ranks = list(ranking), ranking.agreement.ranks
    lines = ["Pairs that turn round:"]
    for one, two in ranking.agreement.turns(_TURNS):
        above = [title(name) for name, each in ranks.items() if each[one] < each[two]]
        below = [title(name) for name, each in ranks.items() if each[one] > each[two]]
        where = f"above in {joined(above, len(above))}, below in {joined(below, len(below))}"
        lines.append(hanging(f"  {visible(names[one])} and {visible(names[two])}: the first is {where}"))
    if pairs.turned > _TURNS:
        lines.append(f"  and {pairs.turned - _TURNS:,} more, in --json")
    return lines


def _digits(ranking: Ranking, noun: str) -> list[str]:
    """Write a line of figures for each argument, what is long last."""
    found = {name: ranking[name] for name in ranking}
    heads = ["rank", *map(title, ranking.found), "base", noun]
    rows = [
        [_range(each), *(f"{value:.2f}" for value in each.values.values()), f"{each.base:.2f}", visible(name)]
        for name, each in sorted(found.items(), key=lambda entry: entry[1].rank)
    ]
    widths = [max(len(row[at]) for row in (heads, *rows)) for at in range(len(heads) - 1)]
    return ["  ".join([*map(str.ljust, row, widths), row[-1]]) for row in (heads, *rows)]


def _range(strength: Strength) -> str:
    """Return the ranks that an argument has: one, or from the best to the worst."""
    best, worst = min(strength.ranks.values()), max(strength.ranks.values())
    return str(best) if best == worst else f"{best}-{worst}"


def _notes(ranking: Ranking) -> list[str]:
    """Say how the figures were found, and what they are not."""
    main = ranking.found[ranking.semantics]
    circles = sum(len(circle.members) for circle in main.circles)
    if circles:
        how = f"{counted(circles, 'node')} in circles: {main.method}, {counted(main.rounds, 'round')}"
        how += f", residual {main.residual:.0e}"
    else:
        how = "nothing goes round: each was worked out once"
    known_by = known()[ranking.semantics].paper
    lines = [f"{title(ranking.semantics)[0].upper()}{title(ranking.semantics)[1:]} ({known_by}); {how}."]
    lines += [f"{note[0].upper()}{note[1:]}." for note in ranking.notes]
    lines.append("Strengths follow from the base scores and the semantics; they are no probabilities.")
    return [hanging(visible(line)) for line in lines]


def values(ranking: Ranking) -> dict[str, object]:
    """Return all that was found as data for JSON."""
    names, agreement = list(ranking), ranking.agreement
    pairs = agreement.pairs
    turned = [[names[one], names[two]] for one, two in agreement.turns(_TURNS_IN_JSON)]
    return {
        "semantics": ranking.semantics,
        "how": {
            name: {
                "method": str(each.method),
                "converged": each.converged,
                "residual": each.residual,
                "rounds": each.rounds,
                "supports_left_out": each.left_out,
            }
            for name, each in ranking.found.items()
        },
        "agreement": {
            "tiers": [
                {
                    "members": [names[at] for at in tier.members],
                    "order_depends": tier.is_open,
                    "pairs_unsettled": tier.unsettled,
                }
                for tier in agreement.tiers
            ],
            "pairs": None
            if pairs is None
            else {
                "all": pairs.total,
                "ordered_alike": pairs.ordered,
                "tied_in_all": pairs.tied,
                "turned": pairs.turned,
                "tied_in_some": pairs.loosened,
            },
            "turned": turned,
            "tau_b": [{"of": list(both), "tau": tau} for both, tau in agreement.taus.items()],
        },
        "notes": list(ranking.notes),
        "strengths": {name: _strength(ranking[name]) for name in names},
    }


def _strength(strength: Strength) -> dict[str, object]:
    return {
        "base": strength.base,
        "value": strength.value,
        "rank": strength.rank,
        "values": dict(strength.values),
        "ranks": dict(strength.ranks),
    }


def to_csv(rankings: dict[str, Ranking]) -> str:
    """Return a line for each argument; what a spreadsheet would take for a formula begins with an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    semantics = [name for ranking in rankings.values() for name in ranking.found]
    asked = list(dict.fromkeys(semantics))
    writer.writerow(
        ["map", "id", "base", "rank", "value", *(f"{each}_{what}" for each in asked for what in ("value", "rank"))]
    )
    writer.writerows(row for file, ranking in rankings.items() for row in _rows(file, ranking))
    return written.getvalue()


def _rows(file: str, ranking: Ranking) -> Iterator[list[object]]:
    for name in ranking:
        each = ranking[name]
        others = (figure for at in ranking.found for figure in (each.values[at], each.ranks[at]))
        yield [_cell(file), _cell(name), each.base, each.rank, each.value, *others]


def _cell(text: str) -> str:
    return f"'{visible(text)}" if text.startswith(_FORMULA) else visible(text)
