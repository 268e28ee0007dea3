"""The first page of everybody, and the counts beside the menu."""
