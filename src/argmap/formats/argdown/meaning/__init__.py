"""What an Argdown tree means: statements, arguments, relations and their data."""
