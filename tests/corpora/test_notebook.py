"""The notebooks of the documentation: they run on maps of the kind that they ask about, without network."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import argmap

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
CORPUS = ROOT.parent / "shared" / "cases" / "microtexts" / "in"
NOTEBOOKS = ("microtexts", "semantics-study")
for package in ("matplotlib", "duckdb", "pandas"):
    pytest.importorskip(package)

TEXTS = {
    "bikes.yaml": """\
nodes:
  lanes: {claim: The town should build bicycle lanes., because: [safer, cheap + quick], but: [parking]}
  safer: {claim: Cyclists are hit less often where there are lanes.}
  cheap: {claim: Paint is cheap.}
  quick: {claim: It dries in a day.}
  parking: {claim: Shops lose parking spaces., voice: conceded, but: [walk]}
  walk: {claim: Most customers come on foot.}
""",
    "dogs.yaml": """\
nodes:
  leash: {claim: Dogs belong on a leash., because: [{reason: fear, unless: [small]}]}
  fear: {claim: Children are afraid of dogs.}
  small: {claim: Nobody is afraid of a small dog., voice: conceded}
""",
    "tea.argdown": "[Tea]: Drink tea.\n  + [Warm]: It warms.\n    - [Cold]: It gets cold.\n",
}


@pytest.fixture
def shown(project, monkeypatch) -> Callable[..., list[str]]:
    """Return a function that tells what the cells of a notebook show for these texts, or for those of a folder."""
    import matplotlib as mpl

    mpl.use("agg")
    spec = importlib.util.spec_from_file_location("run_notebook", DOCS / "run_notebook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    project({f"texts/{name}": text for name, text in TEXTS.items()})
    for name in TEXTS:
        argmap.save(argmap.load(f"texts/{name}"), f"texts/{Path(name).stem}.xml", format="microtexts")

    def run(name: str, folder: str | Path) -> list[str]:
        monkeypatch.setenv("MAPS", str(folder))
        notebook = kept(name)
        module.run(notebook)
        return outputs(notebook)

    return run


def kept(name: str) -> dict:
    """Return a notebook as it is kept."""
    notebook: dict = json.loads((DOCS / f"{name}.ipynb").read_text(encoding="utf-8"))
    return notebook


def outputs(notebook: dict) -> list[str]:
    """Return what its cells show; of a figure, that there is one."""
    found = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    return ["".join(output["data"]["text/plain"]) for output in found]


def cells(table: str) -> list[list[str]]:
    """Return the rows of a data frame that is shown, without its header."""
    return [line.split() for line in table.splitlines()[1:]]


def test_the_notebook_answers_its_questions(shown):
    """Each cell runs, and counts what is in the texts: linkage, objections and their answers, what stands."""
    for copy in Path("texts").glob("*.xml"):
        copy.unlink()
    rows, steps, depth, objections, counts, conclusions, drawn = shown("microtexts", "texts")
    assert rows == "{'maps': 3, 'statements': 12, 'relations': 8}"
    assert cells(steps) == [["0", "support", "4", "1", "0.25"], ["1", "attack", "3", "0", "0.00"]]
    assert depth == counts == drawn == "<Figure>"
    told = [line[-3:] for line in cells(objections)[1:]]
    assert told == [["undermine", "2", "0"], ["rebut", "1", "1"], ["undercut", "1", "0"]]
    assert [line[1:] for line in cells(conclusions)] == [["1", "2", "0", "0.0"], ["2", "1", "1", "1.0"]]


def test_the_study_compares_semantics(shown):
    """Each cell runs: labels differ once rebuttals clash, and strengths are ranked, compared and set beside labels."""
    size, drawn, clash, _, differing, pairs, orders, taus, _, crossed, _, claims = shown("semantics-study", "texts")
    assert size == "(3, 12)"
    assert cells(drawn) == [["all", *["8"] * 5], ["none", *["4"] * 5]]
    assert cells(clash) == [["all", *["5"] * 5], ["none", "7", "7", "1", "1", "1"], ["some", "0", "0", "6", "6", "6"]]
    assert differing.startswith("{'texts where semantics differ': 2, 'most preferred extensions of a text': ")
    assert [line[0] for line in cells(pairs)[:-1]] == ["tied", "loosened", "turned"]
    assert orders.startswith("{'texts': 3, ")
    assert len(cells(taus)) == 5
    assert [line[0] for line in cells(crossed)[1:]] == ["all", "none"]
    assert claims.startswith("{'central claims': 3, ")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_notebook_was_run(name):
    """The notebook that is kept shows what each of its cells gave, in order."""
    code = [cell for cell in kept(name)["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert all(cell["outputs"] for cell in code)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs texts of the arg-microtexts corpora, which are not ours to ship")
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_notebook_shows_what_the_corpus_says(name, shown):
    """Where the corpus is at hand, each cell shows again what is kept."""
    assert shown(name, CORPUS) == outputs(kept(name))


def test_the_page_for_researchers_tells_what_the_study_shows():
    """The figures that the page repeats are those of the notebook."""
    page = " ".join((DOCS / "researchers.md").read_text(encoding="utf-8").split())
    size, _, clash, _, differing, pairs, _, _, _, _, _, claims = outputs(kept("semantics-study"))
    texts, statements = re.findall(r"\d+", size)
    counts = {line.split()[0]: int(line.split()[1]) for line in pairs.splitlines()[:-1]}
    some = cells(clash)[-1][-1]
    assert f"{texts} short texts of {statements} statements" in page
    assert f"differ in {re.findall('[0-9]+', differing)[0]} of the texts: {some} statements" in page
    assert f"order {counts['ordered']} of {sum(counts.values())} pairs of statements alike" in page
    assert f"{counts['tied']} rank alike in all; {counts['turned']} turn round" in page
    assert f"{re.findall('[0-9]+', claims)[2]} are still stronger" in page
