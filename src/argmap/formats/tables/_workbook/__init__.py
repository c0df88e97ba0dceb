"""Excel workbooks (ECMA-376, SpreadsheetML), read part by part without ever holding one as a tree.

No reader at hand tells merged cells, hidden rows and formulas without a value in one pass over a file of bounded size;
so the few elements that hold what people see in cells are read here, as those of Word documents are.
"""
