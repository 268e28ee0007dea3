"""What the demonstration shows: its list as a document, its photos."""
