"""Print the summary of a file by which conformance with other programs is measured: ``summarise.py KIND [FILE]``.

Each kind is a module beside this one with a function ``main`` that takes the remaining arguments.
"""

from __future__ import annotations

import importlib
import sys

if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("summarise.py KIND [FILE]: KIND is a module beside this one, such as argdown")
    sys.exit(importlib.import_module(sys.argv[1]).main(sys.argv[2:]))
