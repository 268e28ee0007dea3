"""Which units a phrase names, in which role, and which people stand beside them."""

from app.intake.parsing.units.people import Person, PersonRole, read_people
from app.intake.parsing.units.phrase import NamedUnit, UnitPhrase, UnitRole
from app.intake.parsing.units.reading import read_units
from app.intake.parsing.units.roles import role_of

__all__ = [
    "NamedUnit",
    "Person",
    "PersonRole",
    "UnitPhrase",
    "UnitRole",
    "read_people",
    "read_units",
    "role_of",
]
