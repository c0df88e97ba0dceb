"""Fair quotation: whether a passage that is found says, where it stands, what the citation makes of it."""
