"""What a picture says of itself: when and where it was taken, as far as its file tells."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Final

from PIL import ExifTags, Image

from app.clock import LOCAL
from app.files.parsing.prints import ROUGH, prints

ORIGINAL, OFFSET = ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal
SIXTY: Final = 60
POLE, DATELINE = 90, 180


@dataclass(frozen=True)
class PictureFacts:
    """What was read of a picture. A time or a place that the file does not tell is None."""

    width: int
    height: int
    taken_at: datetime | None
    latitude: float | None
    longitude: float | None
    prints: tuple[int, ...]


def facts_of(file: Path) -> PictureFacts | None:
    """Read a picture that was recognized; one that breaks off half-way tells nothing."""
    try:
        with Image.open(file) as picture:
            size, exif = picture.size, picture.getexif()
            latitude, longitude = _place(exif.get_ifd(ExifTags.IFD.GPSInfo))
            taken = _moment(exif.get_ifd(ExifTags.IFD.Exif))
            picture.draft("L", (ROUGH * 2, ROUGH * 2))
            found = tuple(prints(picture))
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, Image.DecompressionBombError):
        return None
    return PictureFacts(*size, taken, latitude, longitude, found)


def _moment(tags: Mapping[int, Any]) -> datetime | None:
    """The time of the exposure; a camera that names no zone is taken to be here."""
    with suppress(KeyError, ValueError, TypeError):
        wall = datetime.strptime(str(tags[ORIGINAL]).strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  # the zone follows
        return wall.replace(tzinfo=_zone(str(tags.get(OFFSET, "")).strip("\0 ")) or LOCAL)
    return None


def _zone(text: str) -> timezone | None:
    with suppress(ValueError):
        hours, minutes = text[1:].split(":")
        ahead = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-ahead if text[0] == "-" else ahead)
    return None


def _place(tags: Mapping[int, Any]) -> tuple[float | None, float | None]:
    """Degrees north and east; a place outside the globe, or none at 0° 0°, is no place."""
    try:
        north = _degrees(tags[ExifTags.GPS.GPSLatitude], tags.get(ExifTags.GPS.GPSLatitudeRef))
        east = _degrees(tags[ExifTags.GPS.GPSLongitude], tags.get(ExifTags.GPS.GPSLongitudeRef))
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None, None
    on_globe = abs(north) <= POLE and abs(east) <= DATELINE and (north or east)
    return (round(north, 6), round(east, 6)) if on_globe else (None, None)


def _degrees(parts: Any, towards: Any) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / SIXTY + seconds / SIXTY**2
    return -value if towards in {"S", "W"} else value
