"""Word and WPS documents of the old binary form: turned into docx by a library, then read."""

import tempfile
from pathlib import Path

from doc2docx import convert
from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.reading.compose import Raw
from app.intake.parsing.reading.detect import damaged
from app.intake.parsing.reading.word import read_word
from app.wording import N_


def read_binary(data: bytes) -> Raw:
    """Convert a .doc or .wps in a folder that is thrown away, and read what came out."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.doc", Path(folder) / "target.docx"
        source.write_bytes(data)
        try:
            convert(source, target)
        except EncryptedDocumentError as error:
            raise UnreadableFile(N_("文件已加密，无法读取；请取消密码后再上传")) from error
        except (Doc2DocxError, ValueError, LookupError, ArithmeticError, OSError) as error:
            raise damaged() from error
        return read_word(target.read_bytes())
