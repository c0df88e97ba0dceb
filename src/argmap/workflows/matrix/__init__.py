"""The matrix: which evidence speaks for and against which of several competing claims."""
