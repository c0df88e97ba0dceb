"""A map as what researchers compute with: abstract frameworks, bipolar readings, ASPIC+ and ABA theories."""
