"""The catalogue of schemes: what each file must have, and by which names schemes are known."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest

import argmap
from argmap.errors import UnknownNameError
from argmap.formats import yaml
from argmap.formats.graphs._arguebuf import _SCHEMES as ARGUEBUF
from argmap.native.format import format_yaml
from argmap.schemes.catalogue import aif_name, asked, catalogue, folded, ids, named, nearest
from argmap.schemes.scheme import Burden, Conclusion

IDS = """
absence-of-evidence alternatives analogy best-explanation cause-to-effect classification commitment
correlation-to-cause cost-effectiveness documentary-source established-rule example exceptional-case expert-opinion
failed-prediction inconsistency model-projection negative-consequences popular-opinion popular-practice
position-to-know positive-consequences practical-reasoning precedent sample-to-population sign slippery-slope
source-bias sunk-cost value-based-action witness-testimony
""".split()
ALL = pytest.mark.parametrize("name", IDS)


def test_the_schemes_are_these() -> None:
    """The catalogue has the 31 schemes, and lists them without reading them."""
    assert list(catalogue()) == list(ids()) == IDS


@ALL
def test_a_scheme_is_complete(name) -> None:
    """A scheme has a pattern in a sentence, a required role, and questions of which each has its own name."""
    scheme = catalogue()[name]
    assert scheme.reasoning.endswith(".")
    assert scheme.title[0].isupper()
    assert any(role.required for role in scheme.roles)
    assert len(scheme.role_of) == len(scheme.roles)
    assert len(scheme.question_of) == len(scheme.questions) >= 2
    assert scheme.source in ("Walton, Reed & Macagno 2008", "argmap")


@ALL
def test_roles_and_questions_are_sentences(name) -> None:
    """What a role says is a sentence whose slots stand in braces; a question ends as one does."""
    scheme = catalogue()[name]
    for role in scheme.roles:
        assert role.says.endswith(".")
        assert any(slot for _, slot, _, _ in string.Formatter().parse(role.says))
    for question in scheme.questions:
        assert question.asks.endswith("?")
        assert question.asks.count("?") == 1


@ALL
def test_what_the_arguer_has_to_back_bears_on_a_role(name) -> None:
    """A question whose answer the arguer owes bears on a role, so that a premise can give it; an exception on none."""
    scheme = catalogue()[name]
    for question in scheme.questions:
        assert question.role is None or question.role in scheme.role_of
        assert question.role is not None or question.kind is not Burden.PREMISE
        assert question.role is None or question.kind is not Burden.EXCEPTION


@ALL
def test_the_example_is_a_map(name) -> None:
    """The example of a scheme reads without a slip, in canonical layout, and a step in it follows the scheme."""
    scheme = catalogue()[name]
    m = yaml.read(scheme.example, "example.yaml")
    assert m.origin is not None
    assert not m.origin.findings
    assert format_yaml(scheme.example) == scheme.example
    (step,) = [relation for relation in m.relations if relation.scheme == name]
    assert step.roles or len(step.premises) == 1
    assert step.roles or step.answers or step.waives


@ALL
def test_the_example_is_sound(name) -> None:
    """Nothing is wrong with the schemes of an example, but that questions may be open."""
    m = yaml.read(catalogue()[name].example, "example.yaml")
    found = argmap.check(m, select=["AM5", "AM6", "AM111"])
    assert [finding for finding in found if finding.code != "AM603"] == []


def test_no_name_stands_for_two_schemes() -> None:
    """Whatever a scheme is called, no other is called so."""
    names: dict[str, set[str]] = {}
    for scheme in catalogue().values():
        for name in (scheme.id, scheme.title, scheme.aif or scheme.id, *scheme.aliases):
            names.setdefault(folded(name), set()).add(scheme.id)
    assert [each for each in names.values() if len(each) > 1] == []


@pytest.mark.parametrize(
    "name",
    [
        *("expert-opinion", "Expert Opinion", "expert opinion", "Argument From Expert Opinion"),
        *("argument-from-expert-opinion", "ExpertOpinion_Inference", "From-expert-opinion", "EXPERT_OPINION"),
    ],
)
def test_a_scheme_is_known_by_many_names(name) -> None:
    """Walton, AIF, AIFdb, arguebuf and users of Argdown write a name in their ways."""
    scheme = named(name)
    assert scheme is not None
    assert scheme.id == "expert-opinion"


@pytest.mark.parametrize("name", ["", "modus ponens", "Default Inference", "x" * 10_000, "\x00", "expert"])
def test_other_words_stand_for_no_scheme(name) -> None:
    """A scheme in an author's own words is none of the catalogue, and is like none."""
    assert named(name) is None
    assert nearest(name) is None


@pytest.mark.parametrize(
    "name",
    ["Vague Verbal Classification", "Negative Values", "Direct Ad Hominem", "Memory", "Perception", "analysis"],
)
def test_schemes_that_are_not_in_the_catalogue_are_no_misspellings(name) -> None:
    """A scheme of others that only has a name like one that is known is not taken for it."""
    assert named(name) is None
    assert nearest(name) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [("analogi", "analogy"), ("sogn", "sign"), ("argument from exsample", "example"), ("cause-and-effect", None)],
)
def test_misspellings(name, meant) -> None:
    """One or two wrong letters are a misspelling."""
    assert nearest(name) == meant


def test_asking_for_a_misspelt_scheme() -> None:
    """The scheme that is probably meant is told."""
    with pytest.raises(UnknownNameError, match="did you mean 'expert-opinion'"):
        asked("exprt opinion")


def test_names_for_others_lead_back() -> None:
    """What AIF calls a scheme is known as that scheme, and arguebuf has a word for most of them."""
    others = {scheme.id for scheme in catalogue().values() if scheme.aif}
    assert all(named(aif_name(name)) is catalogue()[name] for name in others)
    assert len({name for name in others if aif_name(name).lower() in ARGUEBUF}) > 20


def test_conclusions() -> None:
    """One scheme undercuts; others say what is the case or what should be done."""
    found = {scheme.id for scheme in catalogue().values() if scheme.conclusion is Conclusion.UNDERCUT}
    assert found == {"source-bias"}


def test_the_catalogue_is_not_read_where_no_step_names_a_scheme() -> None:
    """Neither importing argmap nor checking a map without schemes reads the catalogue."""
    program = (
        "import argmap\n"
        "m = argmap.loads('nodes: {a: {claim: A., because: [b]}, b: {assumption: B.}}')\n"
        "argmap.check(m)\n"
        "from argmap.schemes import catalogue\n"
        "print(catalogue.catalogue.cache_info().currsize)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
