"""The families of documents, each a function from dice to a document and its true items."""
