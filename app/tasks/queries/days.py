"""Days counted inside the database, which SQLite and PostgreSQL write differently."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class days_between(FunctionElement[int]):  # noqa: N801  # read as a function of SQL
    """How many days the first argument lies after the second."""

    type = Integer()
    inherit_cache = True


class stages_until(FunctionElement[int]):  # noqa: N801  # read as a function of SQL
    """How many of a JSON list of days (ISO) are not later than the second argument."""

    type = Integer()
    inherit_cache = True


@compiles(days_between, "sqlite")
def _julian_days(element: Any, compiler: Any, **kwargs: Any) -> str:
    later, earlier = (compiler.process(one, **kwargs) for one in element.clauses)
    return f"CAST(julianday({later}) - julianday({earlier}) AS INTEGER)"


@compiles(days_between)
def _subtracted(element: Any, compiler: Any, **kwargs: Any) -> str:
    later, earlier = (compiler.process(one, **kwargs) for one in element.clauses)
    return f"({later} - {earlier})"


@compiles(stages_until, "sqlite")
def _each_in_sqlite(element: Any, compiler: Any, **kwargs: Any) -> str:
    stages, day = (compiler.process(one, **kwargs) for one in element.clauses)
    return f"(SELECT count(*) FROM json_each({stages}) AS one WHERE one.value <= {day})"  # noqa: S608  # compiled pieces, no text of anybody


@compiles(stages_until)
def _each_in_postgresql(element: Any, compiler: Any, **kwargs: Any) -> str:
    stages, day = (compiler.process(one, **kwargs) for one in element.clauses)
    each = f"json_array_elements_text({stages}) AS one(value)"
    return f"(SELECT count(*) FROM {each} WHERE one.value <= {day})"  # noqa: S608  # as above
