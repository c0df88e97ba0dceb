"""Structured argumentation: theories of rules, and the arguments that they make (ASPIC+, flat ABA)."""
