"""Searching a piece of a framework: budgets, two solvers behind one interface, encodings, and what is made of them."""
