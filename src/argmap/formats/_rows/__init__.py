"""Rows about statements, relations and what they cite, for the formats that have them: tables, workbooks, graphs."""
