"""Reports on maps for people who never open a terminal: what they say, and how each form is written."""
