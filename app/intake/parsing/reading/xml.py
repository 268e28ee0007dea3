"""Parts of an Office archive as trees: no entities, no network, no huge trees."""

import zipfile
import zlib
from typing import Final

from lxml import etree

from app.intake.parsing.reading.detect import damaged

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tree(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """Return the root of a part, None if the archive has no such part."""
    try:
        data = archive.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError) as error:
        raise damaged() from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise damaged() from error
