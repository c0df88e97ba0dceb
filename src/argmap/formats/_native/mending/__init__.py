"""Mending YAML that its parser refuses, so that one pass finds every slip."""
