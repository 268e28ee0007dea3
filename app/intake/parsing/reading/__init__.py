"""Files to lines: the type is told by the content, never by the name."""
