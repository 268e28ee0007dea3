"""Parts of an Office archive as trees: no entities, no network, no huge trees."""

import zipfile
import zlib
from typing import Final

from lxml import etree

from app.intake.parsing.reading.detect import damaged

STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"wordprocessingml"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"spreadsheetml"),
)
"""The namespaces of the strict form of the same standard."""
UNPACKING: Final = (
    zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError,
)  # fmt: skip
HEAD: Final = 8_192
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return what a part holds, None if the archive has no such part."""
    try:
        return archive.read(name)
    except KeyError:
        return None
    except UNPACKING as error:
        raise damaged() from error


def tree(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """Return the root of a part, None if the archive has no such part."""
    data = member(archive, name)
    if data is None:
        return None
    if b"purl.oclc.org/ooxml" in data[:HEAD]:
        for strict, kind in STRICT:
            data = data.replace(strict, b"http://schemas.openxmlformats.org/%s/2006/main" % kind)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged() from error
