"""Runs a notebook as Jupyter does, without Jupyter: `MAPS=FOLDER python docs/run_notebook.py docs/microtexts.ipynb`.

What its cells print, the value of their last line and their figures are put in place of what they showed before.
"""

from __future__ import annotations

import ast
import base64
import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any


def run(notebook: dict[str, Any]) -> None:
    """Run the cells of a notebook in order, and put what each shows into it.

    Raises:
        Exception: Whatever a cell raises.
    """
    names: dict[str, Any] = {}
    count = 0
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            count += 1
            cell["execution_count"] = count
            cell["outputs"] = list(_shown("".join(cell["source"]), names, count))


def _shown(source: str, names: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """Run a cell; return what it shows, as a notebook keeps it."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102  (it is ours)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None  # noqa: S307
    found: list[dict[str, Any]] = []
    if printed.getvalue():
        found.append({"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)})
    if value is not None and not source.rstrip().endswith(";"):
        data = {"text/plain": repr(value).splitlines(keepends=True)}
        found.append({"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"})
    return [*found, *({"data": data, "metadata": {}, "output_type": "display_data"} for data in _figures())]


def _figures() -> list[dict[str, Any]]:
    """Return the figures that were drawn, and close them."""
    from matplotlib import pyplot as plt

    found = []
    for number in plt.get_fignums():
        drawn = io.BytesIO()
        plt.figure(number).savefig(drawn, format="png", dpi=72, bbox_inches="tight", metadata={"Software": None})
        found.append({"image/png": base64.b64encode(drawn.getvalue()).decode(), "text/plain": ["<Figure>"]})
    plt.close("all")
    return found


def main() -> None:
    """Run a notebook and keep what it shows."""
    import matplotlib as mpl

    mpl.use("agg")
    file = Path(sys.argv[1])
    notebook = json.loads(file.read_text(encoding="utf-8"))
    run(notebook)
    file.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
