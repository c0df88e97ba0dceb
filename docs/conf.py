"""How Sphinx builds these pages: ``python3 dev.py docs`` makes them in ``build/docs``; warnings are errors there."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import made_pages

import argmap

made_pages.write()

project = "argmap"
author = "the argmap authors"
release = version = argmap.__version__
extensions = ["argmap.sphinx_extension", "myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["README.md"]  # index.md includes it

html_theme = "furo"
html_title = "argmap"
html_static_path = ["site.css"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
smartquotes = False  # two hyphens begin an option
toc_object_entries_show_parents = "hide"

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_typehints_format = "short"
napoleon_use_ivar = True
nitpicky = True
default_role = "py:obj"
nitpick_ignore_regex = [("py:obj|py:class", ".*")]
"""Single backquotes stand round any code, and annotations name what belongs to Python or is not public."""


def public(app: Any, env: Any, node: Any, words: Any) -> Any:
    """Find what a docstring calls by its last name alone, as code that has imported it does."""
    domain = env.domains.python_domain
    name = node.get("reftarget", "").rpartition(".")[2]
    found = [full for full in domain.objects if full.rpartition(".")[2] == name and not domain.objects[full].aliased]
    if len(found) != 1 or node.get("refdomain") != "py":
        return None
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", found[0], node, words)


def as_written(_app: Any, what: str, _name: str, value: Any, _options: Any, lines: list[str]) -> None:
    """Put back what napoleon took for a type: the words before a colon in a property's docstring."""
    if what == "property" and any(line.startswith(":type:") for line in lines):
        lines[:] = [*(inspect.getdoc(value) or "").splitlines(), ""]


def setup(app: Any) -> None:
    """Connect the two; napoleon comes between."""
    app.connect("missing-reference", public)
    app.connect("autodoc-process-docstring", as_written, priority=600)
