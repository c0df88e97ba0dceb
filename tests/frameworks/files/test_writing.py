"""Writing frameworks, and reading them again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks import files
from argmap.frameworks.framework import Framework


@st.composite
def frameworks(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Framework:
    """Return any framework of some names."""
    arguments = draw(st.lists(names, unique=True, max_size=6))
    pairs = st.tuples(st.sampled_from(arguments), st.sampled_from(arguments)) if arguments else st.nothing()
    return Framework.of(arguments, draw(st.lists(pairs, max_size=12)) if arguments else ())


_WORDS = st.from_regex(r"[a-z_A-Z0-9][A-Za-z0-9_.-]*", fullmatch=True)
_ANY = st.text(alphabet=st.sampled_from('ab1_ \n\t\r"\\,.()%#\0é中') | st.characters(), max_size=8)


@given(frameworks(_WORDS), st.sampled_from(["apx", "tgf"]))
def test_a_framework_comes_back(framework: Framework, notation: str) -> None:
    """What is written is read again as it was, and nothing is said of it."""
    written = files.write(framework, notation)
    found = files.read(written.text, notation=notation)
    assert (found.framework, written.told, found.findings) == (framework, (), ())


@given(frameworks(_WORDS))
def test_a_numbered_framework_comes_back(framework: Framework) -> None:
    """In ICCMA's notation a framework whose arguments are numbered comes back."""
    numbered = Framework(tuple(str(n) for n in range(1, len(framework.arguments) + 1)), framework.attackers)
    written = files.write(numbered, "af")
    found = files.read(written.text)
    assert (found.framework, written.told, found.findings) == (numbered, (), ())


@given(frameworks(_ANY), st.sampled_from(files.names()))
def test_any_framework_is_written(framework: Framework, notation: str) -> None:
    """Whatever its arguments are called, a framework keeps its attacks, and its names unless others are told."""
    written = files.write(framework, notation)
    found = files.read(written.text.encode(), notation=notation)
    assert found.framework.attackers == framework.attackers
    assert not found.findings
    assert (found.framework == framework) != bool(written.told)


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("af", "ICCMA numbers arguments: 'a b' is written 1, the last, '', 3; comments say which is which"),
        ("apx", "Aspartix cannot hold 1 name: '' is written 'argument'"),
        ("tgf", "TGF cannot hold 2 names: 'a b' is written 'a_b_2'; others too; what it was stands after it"),
    ],
)
def test_names_that_a_notation_cannot_hold_are_told(notation: str, told: str) -> None:
    """A name that cannot be written is told, with what is written instead."""
    assert files.write(Framework.of(["a b", "a_b", ""], []), notation).told == (told,)
