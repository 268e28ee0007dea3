"""Frozen dataclasses as JSON and back, and the checksum of what they say."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Content = TypeVar("Content")


class UnknownSchema(Exception):
    """The content was stored by a schema that this code does not know."""


def to_plain(value: Any) -> Any:
    """Return dataclasses, tuples, dates and enums as what JSON can hold."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, date):  # a datetime is a date as well
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def from_plain(kind: type[Content], plain: Mapping[str, Any]) -> Content:
    """Return an instance of the dataclass `kind` from what `to_plain` made of one."""
    hints = get_type_hints(kind)
    return kind(**{name: _revive(hints[name], value) for name, value in plain.items()})


def checksum(plain: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the content in its canonical form: sorted keys, no spaces, UTF-8."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _revive(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(hint, UnionType):
        hint = next(kind for kind in get_args(hint) if kind is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_revive(get_args(hint)[0], item) for item in value)
    if is_dataclass(hint):
        return from_plain(hint, value)  # type: ignore[arg-type]  # a dataclass type, checked above
    return _revive_scalar(hint, value)


def _revive_scalar(hint: Any, value: Any) -> Any:
    if hint in {date, datetime}:
        return hint.fromisoformat(value)
    return hint(value) if issubclass(hint, StrEnum) else value
