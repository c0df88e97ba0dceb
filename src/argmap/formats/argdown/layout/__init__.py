"""Argdown's layout: blanks, line ends, hyphens and numbers, and nothing else."""
