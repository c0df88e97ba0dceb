"""What a label hangs on, what a map lacks, and what would become of it: gaps by root, and trials."""
