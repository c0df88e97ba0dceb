"""What front matter asks for: settings, their values, and what they choose."""
