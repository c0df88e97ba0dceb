"""Ways to print findings: one module each, with a function ``write``."""
