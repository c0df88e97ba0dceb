"""Searching a piece of a framework: budgets, two solvers with one interface, encodings, and what is made of them."""
