"""A fictional set with known answers, and how well each kind of pointer finds them."""
