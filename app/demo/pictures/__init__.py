"""Draws the demonstration's photos: the same seed gives the same bytes."""

from collections.abc import Callable, Mapping

from app.demo.pictures import land, water
from app.demo.pictures.canvas import Canvas

SCENES: Mapping[str, Callable[[Canvas, str], None]] = {
    scene.__name__: scene
    for scene in (
        water.outfall,
        water.river,
        water.lake,
        water.wetland,
        water.wharf,
        water.works,
        land.pipe,
        land.boiler,
        land.yard,
        land.slope,
        land.landfill,
        land.site,
        land.farm,
        land.station,
        land.villas,
        land.railway,
    )
}
PHASES = ("before", "during", "after")


def draw(scene: str, phase: str, seed: str, stamp: str = "") -> bytes:
    """Return a scene as JPEG, 1024 × 768, before, during or after the work."""
    canvas = Canvas(f"{scene}/{phase}/{seed}")
    SCENES[scene](canvas, phase)
    return canvas.jpeg(stamp)
