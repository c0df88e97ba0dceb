"""What reading a file may find (AM0), one rule each: its page, its code, its name, its severity."""
