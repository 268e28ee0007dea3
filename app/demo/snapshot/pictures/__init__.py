"""Draws the demonstration's photos: the same seed gives the same bytes."""

from collections.abc import Callable, Mapping

from app.demo.snapshot.pictures import hills, shore, town, water, yards
from app.demo.snapshot.pictures.stage import Stage

SCENES: Mapping[str, Callable[[Stage, str], None]] = {
    scene.__name__: scene
    for scene in (
        *(water.outfall, water.river, water.lake),
        *(shore.wetland, shore.wharf, shore.works),
        *(town.pipe, town.boiler, town.site),
        *(yards.yard, yards.landfill, yards.farm),
        *(hills.slope, hills.villas, hills.station, hills.railway),
    )
}
PHASES = ("before", "during", "after")


def draw(scene: str, phase: str, seed: str, stamp: str = "") -> bytes:
    """Return a scene as JPEG, 1024 × 768, before, during or after the work."""
    stage = Stage(f"{scene}/{phase}/{seed}")
    SCENES[scene](stage, phase)
    return stage.jpeg(stamp)
