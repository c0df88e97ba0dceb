"""The lock: what passages held when they were last verified, and what a person has reviewed."""
