"""YAML as text: a tree in which every value has its place, comments, and the layout."""
