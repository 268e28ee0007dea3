"""Photographs for tests: drawn scenes, and what is done to a photo that is used a second time."""

from datetime import datetime
from io import BytesIO

from PIL import ExifTags, Image, ImageEnhance

from app.demo.snapshot.pictures import draw


def scene(name: str = "outfall", phase: str = "after", seed: str = "1") -> Image.Image:
    """A photo of a scene; another seed is another place of the same kind."""
    return Image.open(BytesIO(draw(name, phase, seed))).convert("RGB")


def brighter(photo: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(photo).enhance(1.15)


def cut(photo: Image.Image, share: float = 0.05) -> Image.Image:
    """The photo without its left and lower edge."""
    return photo.crop((int(photo.width * share), 0, photo.width, int(photo.height * (1 - share))))


def smaller(photo: Image.Image) -> Image.Image:
    return photo.resize((photo.width // 2, photo.height // 2))


def saved(
    photo: Image.Image,
    taken: datetime | None = None,
    place: tuple[float, float] | None = None,
    quality: int = 80,
) -> BytesIO:
    """The photo as a JPEG file that tells when and where it was taken, if it was."""
    exif = Image.Exif()
    if taken:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = (
            f"{taken:%Y:%m:%d %H:%M:%S}"
        )
    if place:
        gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
        north, east = place
        gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLongitudeRef] = "N", "E"
        gps[ExifTags.GPS.GPSLatitude] = (int(north), int(north % 1 * 60), north * 60 % 1 * 60)
        gps[ExifTags.GPS.GPSLongitude] = (int(east), int(east % 1 * 60), east * 60 % 1 * 60)
    stream = BytesIO()
    photo.save(stream, "JPEG", quality=quality, exif=exif)
    stream.seek(0)
    return stream
