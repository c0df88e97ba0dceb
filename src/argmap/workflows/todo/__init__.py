"""What there is to do for maps: what to look for first, map by map, and the work list of all."""
