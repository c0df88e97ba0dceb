"""JSON as text: a tree in which every value has its place, and the layout."""
