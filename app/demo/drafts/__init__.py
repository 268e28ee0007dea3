"""The demonstration city as frozen values, and the calendar its story is told by."""
