"""Sources (AM3): records, retrieval, independence."""
