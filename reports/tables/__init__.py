"""Long tables: laid out once, cut into pages, drawn."""
