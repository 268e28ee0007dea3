"""What every form does with what was typed."""


def stripped(value: str | None) -> str | None:
    """Drop the blanks around a text; a filter for fields."""
    return value.strip() if value else value
