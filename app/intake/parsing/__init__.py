"""A document to items and findings, without a framework and without a database."""
