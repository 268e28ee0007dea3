"""A public notice on paper: the same frozen content as a PDF and as a document to edit."""
