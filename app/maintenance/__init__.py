"""Setting up, starting and keeping the product."""
