"""From what an Argdown file means to an argument map."""
