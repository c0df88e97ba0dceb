"""Semantics: chosen by name, each from a file of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from argmap import registry
from argmap.errors import UnknownNameError
from argmap.evaluation import semantics
from argmap.evaluation.evaluate import evaluate

from .drawn import drawn

NAIVE = """\
'\''Everything that is not supported is false, and everything that is supported is true.'\''

from argmap.evaluation.labels import FALSE, TRUE
from argmap.evaluation.semantics import Semantics
from argmap.evaluation.solution import Solution


def solve(grounding, limit, before=None):
    values = [TRUE if level <= limit else FALSE for level in grounding.levels]
    values += [FALSE] * (grounding.program.atoms - len(values))
    return Solution(grounding, limit, values, [1] * len(values))


SEMANTICS = Semantics(solve=solve, certify=lambda *_: Outcome(()))
""".replace("'''", '"""')


@pytest.fixture
def naive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put a file beside the semantics that are there; return the name that it goes by."""
    (tmp_path / "naive.py").write_text(NAIVE, encoding="utf-8")
    monkeypatch.setattr(semantics, "__path__", [*semantics.__path__, str(tmp_path)])
    registry.names.cache_clear()
    yield "naive"
    registry.names.cache_clear()
    sys.modules.pop("argmap.evaluation.semantics.naive", None)


def test_the_canonical_one_is_used_unless_another_is_named() -> None:
    """Without a name, the canonical semantics decides."""
    m = drawn("P: s1 \n O: s2 \n P -> C \n O -| C")
    assert evaluate(m).standings == evaluate(m, semantics="canonical").standings


def test_one_file_is_one_semantics(naive: str) -> None:
    """A file in the folder is a semantics that can be asked for by its name, on each basis."""
    m = drawn("P: s1 \n O: assumed \n P -> C \n O -| C")
    assert str(evaluate(m)["C"].standing) == "rejected"
    evaluation = evaluate(m, semantics=naive)
    assert [str(evaluation.of(basis)["C"].standing) for basis in ("cited", "declared")] == ["accepted", "accepted"]


def test_an_unknown_semantics_is_refused_by_name() -> None:
    """What is no semantics is named, with those that there are."""
    with pytest.raises(UnknownNameError, match="unknown semantics 'canonic': did you mean 'canonical'"):
        evaluate(drawn("A: s1"), semantics="canonic")


@pytest.mark.parametrize("name", registry.names(semantics))
def test_each_has_a_page(name: str) -> None:
    """Each is declared, and its page begins with its name and what it says."""
    assert isinstance(registry.load(semantics, name).SEMANTICS, semantics.Semantics)
    assert registry.first_line(semantics, name).lower().startswith(name)
