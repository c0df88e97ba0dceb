"""From an argument map to Argdown."""
