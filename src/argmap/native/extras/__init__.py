"""What a document holds beside its statements and sources: expectations, orders of values, annexes."""
