"""The model: frozen values, linked by id."""
