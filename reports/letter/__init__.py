"""A letter in the letter format of GB/T 9704-2012, as PDF and as .docx.

Freeze what it says when it is issued, and draw from what was frozen:

    letter = Letter(head=office.name, number="清整改办督〔2026〕12号", title="关于……的函", …)
    plain = to_plain(letter)                      # JSON column of the record
    pdf = draw(letter, fonts())                   # the same bytes for the same content
    word = write_docx(letter)

`MissingGlyph` names the place and the character that cannot be printed.
"""

from reports.letter.content import Letter, Paragraph
from reports.letter.document import draw
from reports.letter.word import write_docx

__all__ = ["Letter", "Paragraph", "draw", "write_docx"]
