"""Which statements of two maps say the same."""
