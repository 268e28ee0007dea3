"""The headings of a list: found by their titles, or begun behind the others."""

from app.database import db
from app.tasks import queries
from app.tasks.models import Aspect, Category


def category_of(list_id: int, aspect_title: str, title: str) -> Category:
    """Return the category of an aspect; either is begun if the list lacks it."""
    aspect = queries.aspect_titled(list_id, aspect_title)
    if aspect is None:
        position = queries.count_aspects(list_id) + 1
        aspect = Aspect(list_id=list_id, position=position, title=aspect_title)
        db.session.add(aspect)
        db.session.flush()
    category = queries.category_titled(aspect.id, title)
    if category is None:
        position = queries.count_categories(aspect.id) + 1
        category = Category(aspect=aspect, position=position, title=title)
        db.session.add(category)
        db.session.flush()
    return category
