"""``python -m argmap``: the command where it is not on the path."""

from argmap.cli import main

if __name__ == "__main__":
    main()
