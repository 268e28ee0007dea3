"""What an address or a form may say: keys that can exist, paths of this site, readable text."""

import re
from itertools import chain
from typing import Any

from flask import Flask, abort, request
from flask_babel import gettext as _
from werkzeug.routing import IntegerConverter, Map
from wtforms.validators import ValidationError

from app.wording import N_, Refusal

HIGHEST_KEY = 2**31 - 1
SHORT = re.compile(r"[0-9]{1,9}")
"""A number that a form carries: digits that int() takes, and few of them."""
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no keyboard types; databases, headers and fonts stumble over them."""
NO_NAME = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
"""What the name of a file never has: it stands in a header when the file is sent."""


class KeyConverter(IntegerConverter):
    """A number in a path that can be a key; any other leads nowhere."""

    def __init__(self, addresses: Map) -> None:
        super().__init__(addresses, max=HIGHEST_KEY)


def key(word: str) -> int:
    """Return the key that a word names; ValueError for what no record can have."""
    number = int(word)
    if not 0 <= number <= HIGHEST_KEY:
        raise ValueError("no record has this number")
    return number


def in_the_calendar(_form: object, field: Any) -> None:
    """Validate a date field: a day from which one can count days back and on."""
    if field.data and not 1900 <= field.data.year < 3000:  # noqa: PLR2004  # well within what dates hold
        raise ValidationError(_("年份不对，请写成2026-11-22的样子。"))


def local_path(path: str | None) -> str:
    """Return the path if it lies on this site, else the first page.

    Browsers read a backslash as a slash and leave out tabs and line ends.
    """
    ours = path and path.startswith("/") and not path.startswith("//")
    return path if path and ours and not re.search(r"[\\\x00-\x20]", path) else "/"


def refuse_unreadable() -> None:
    """Refuse a request that carries characters which no text has; nothing is half stored."""
    if UNREADABLE.search(request.path):
        abort(404)
    typed = chain(request.args.items(multi=True), request.form.items(multi=True))
    names = (file.filename or "" for _, file in request.files.items(multi=True))
    if any(UNREADABLE.search(word) for _, word in typed) or any(map(NO_NAME.search, names)):
        raise Refusal(N_("填写的内容里有看不见的控制字符，请删去后再提交。"))


def register_addresses(app: Flask) -> None:
    """Stand before every door; to be called before the first route is added."""
    app.url_map.converters["int"] = KeyConverter
    app.before_request(refuse_unreadable)
