"""The notebook of the documentation: it runs on maps of the kind that it asks about, without network."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"
NOTEBOOK = DOCS / "microtexts.ipynb"
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
def shown(project, monkeypatch) -> list[str]:
    """Return what the cells of the notebook show for these texts."""
    import matplotlib as mpl

    mpl.use("agg")
    spec = importlib.util.spec_from_file_location("run_notebook", DOCS / "run_notebook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    project({f"texts/{name}": text for name, text in TEXTS.items()})
    monkeypatch.setenv("MAPS", "texts")
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    module.run(notebook)
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    return ["".join(output["data"]["text/plain"]) for output in outputs]


def test_the_notebook_answers_its_questions(shown):
    """Each cell runs, and counts what is in the texts: linkage, objections and their answers, what stands."""
    rows, steps, depth, objections, counts, conclusions, drawn = shown
    assert rows == "{'maps': 3, 'statements': 12, 'relations': 8}"
    assert [line.split() for line in steps.splitlines()[1:]] == [
        ["0", "support", "4", "1", "0.25"],
        ["1", "attack", "3", "0", "0.00"],
    ]
    assert depth == counts == drawn == "<Figure>"
    told = [line.split()[-3:] for line in objections.splitlines()[2:]]
    assert told == [["undermine", "2", "0"], ["rebut", "1", "1"], ["undercut", "1", "0"]]
    assert [line.split()[1:] for line in conclusions.splitlines()[1:]] == [
        ["1", "2", "0", "0.0"],
        ["2", "1", "1", "1.0"],
    ]


def test_the_notebook_was_run():
    """The notebook that is kept shows what each of its cells gave, in order."""
    cells = [cell for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert all(cell["outputs"] for cell in cells)
