"""Files with bytes out of place: read or refused, whatever was changed."""

import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from app.intake.parsing.document import parse_file
from app.intake.parsing.errors import UnreadableFile
from tests.app.intake import hostile
from tests.app.intake.parsing.sheets import archive

MUTATIONS = 60
TABLE = (
    "<table><tr><th>序号<th>问题<th colspan=2>责任单位<tr><td rowspan=2>1<td>管网<td>市水务局"
    "<td>市住建局<tr><td>河道<td>市水务局<td>市住建局</table>"
)
SEEDS = {
    "docx": hostile.word(hostile.paragraph("1.管网混接") + hostile.paragraph("责任单位：市水务局")),
    "xlsx": hostile.FILES["formulas"](),
    "ods": hostile.opened(f"<table:table-row>{hostile.ods_cell('序号', 2)}</table:table-row>" * 3),
    "pdf": hostile.drawn(),
    "html": hostile.page(f"<div class=nav>首页</div><p>1.管网混接</p>{TABLE}"),
    "doc": hostile.OLD.read_bytes(),
}


def spoiled(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(made) or 1)
        length = chance.choice((0, 1, 1, 4, 40))
        made[at : at + length] = chance.randbytes(chance.choice((0, 1, 1, 4, 40)))
    return bytes(made)


def spoiled_inside(content: bytes, chance: random.Random) -> bytes:
    """Change one part of an archive, not the packing around it."""
    with zipfile.ZipFile(BytesIO(content)) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    name = chance.choice([name for name in members if name.endswith(".xml")])
    return archive(members | {name: spoiled(members[name], chance)})


@pytest.mark.parametrize("kind", SEEDS)
def test_a_spoiled_file_is_read_or_refused(tmp_path: Path, kind: str) -> None:
    seed, chance, file = SEEDS[kind], random.Random(kind), tmp_path / "清单"
    for number in range(MUTATIONS):
        inside = seed.startswith(b"PK") and number % 3
        file.write_bytes((spoiled_inside if inside else spoiled)(seed, chance))
        assert adds_up(file)


def adds_up(file: Path) -> bool:
    """Whether a file is refused in one sentence, or every line of it is accounted for."""
    try:
        coverage = parse_file(file).coverage
    except UnreadableFile as error:
        return hostile.SENTENCE.fullmatch(str(error)) is not None
    return coverage["lines"] == sum(coverage[part] for part in ("mapped", "ignored", "unexplained"))
