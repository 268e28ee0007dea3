"""Notices, supervision letters, bulletins of lamps: what they say beside the plan keys."""
