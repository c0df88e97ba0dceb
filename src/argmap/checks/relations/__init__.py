"""Relations (AM5): what they join."""
