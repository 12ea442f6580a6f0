"""A letter as a Word document, to be reviewed: real headings, lists and table headers. The only door to python-docx."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC
from datetime import datetime
from io import BytesIO
from itertools import count
from typing import Any
from typing import assert_never
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from docx.shared import RGBColor

from soco_rules.letters.sheet import Concept
from soco_rules.letters.sheet import Sheet
from soco_rules.letters.sheet import anchors
from soco_rules.letters.sheet import browser_title
from soco_rules.letters.sheet import isolated
from soco_rules.letters.sheet import marked
from soco_rules.letters.sheet import plain
from soco_rules.letters.sheet import sheet
from soco_rules.letters.to_pdf import picture
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Document
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Inline
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.model.house_style import Logo

Thing = Any
"""A part of python-docx, which has no types."""

CONCEPT_MARK = "CONCEPT"
_FONT = "Arial"
_LANGUAGE = "nl-NL"
_ALARM = "8A1F11"
_SOFT = "4A4A4A"
_HAIR_LINE = "B9BEC4"
_INDENT_MM = 8
_WIDTH_MM = 157
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def as_docx(written: Letter | Document) -> bytes:
    """The file, dated at the day of the letter; the same letter gives the same bytes."""
    page = sheet(written)
    return _same_every_time(_Writer(page).written())


def _same_every_time(content: bytes) -> bytes:
    """The parts of the file without the time at which they were packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            info = ZipInfo(name, _ZIP_EPOCH)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return packed.getvalue()


class _Writer:
    """Builds one document from top to bottom; python-docx documents can only be made by changing them."""

    def __init__(self, page: Sheet) -> None:
        self.page = page
        self.known = anchors(page)
        self.document: Thing = docx.Document()
        self.accent = page.style.accent.removeprefix("#").upper()
        self.bookmarks = count(1)

    def written(self) -> bytes:
        self._properties()
        self._styles()
        self._margins()
        if self.page.is_letter:
            self._letter_head()
        else:
            self._document_head()
        self._blocks(self.page.blocks)
        self._signature()
        if self.page.footer:
            self._small(self.page.footer, before=24)
        if self.page.annex:
            self.document.add_page_break()
            self._blocks(self.page.annex)
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _properties(self) -> None:
        about = self.document.core_properties
        day = datetime.fromordinal(self.page.day).replace(tzinfo=UTC)
        about.title = browser_title(self.page)[:255]
        about.author = plain(self.page.sender[0])[:255] if self.page.sender else ""
        about.language = _LANGUAGE
        about.created = about.modified = day
        about.last_modified_by = about.comments = ""
        about.revision = 1

    def _styles(self) -> None:
        styles = self.document.styles
        for language in styles.element.iter(qn("w:lang")):
            for kind in ("w:val", "w:eastAsia", "w:bidi"):
                language.set(qn(kind), _LANGUAGE)
        normal = styles["Normal"]
        _font(normal, 10.5)
        normal.paragraph_format.space_after = Pt(7)
        normal.paragraph_format.line_spacing = 1.2
        for level, size in enumerate((15, 12, 10.5, 10.5, 10.5, 10.5), start=1):
            style = styles[f"Heading {level}"]
            _font(style, size)
            style.font.bold = True
            style.font.italic = False
            style.font.color.rgb = RGBColor.from_string(self.accent)
            style.paragraph_format.space_before = Pt(18 if level == 1 else 14)
            style.paragraph_format.space_after = Pt(5)
            style.paragraph_format.keep_with_next = True

    def _margins(self) -> None:
        (section,) = self.document.sections
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(25), Mm(28)
        section.top_margin, section.bottom_margin = Mm(22), Mm(24)
        section.header_distance, section.footer_distance = Mm(9), Mm(10)
        if self.page.concept:
            header = section.header.paragraphs[0]
            header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            self._run(header, CONCEPT_MARK, bold=True, colour=_ALARM, size=12)
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for text, field in (("pagina ", "PAGE"), (" van ", "NUMPAGES")):
            footer.add_run(text).font.size = Pt(8.5)
            _field(footer, field)

    def _letter_head(self) -> None:
        page = self.page
        self._logo(page.style.logo)
        for number, line in enumerate(page.sender):
            first = number == 0
            paragraph = self._tight()
            self._line(
                paragraph, line, bold=first, size=14 if first else 9, colour=self.accent if first else ""
            )
        self._details(page.contact)
        if page.return_line:
            self._small((page.return_line,), before=18)
        for address in page.addressees:
            self._tight(before=12)
            for line in address:
                self._line(self._tight(), line)
        self._tight(before=24)
        self._details(page.details)
        self._concept(page.concept)
        self._line(self.document.add_heading(level=1), page.title)

    def _document_head(self) -> None:
        page = self.page
        self._logo(page.style.logo)
        self._line(self.document.add_heading(level=1), page.title)
        self._details(page.details)
        self._concept(page.concept)

    def _logo(self, logo: Logo | None) -> None:
        if logo:
            drawn = self._tight().add_run().add_picture(BytesIO(picture(logo)), height=Mm(16))
            drawn._inline.docPr.set("descr", clean(logo.alternative))  # noqa: SLF001 - python-docx has no way to say it
            drawn._inline.docPr.set("name", "Logo")  # noqa: SLF001 - idem

    def _details(self, details: tuple[Detail, ...]) -> None:
        for detail in details:
            paragraph = self._tight()
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(40))
            self._run(paragraph, f"{detail.label}:\t", size=9, colour=_SOFT)
            self._line(paragraph, detail.line, size=9)

    def _concept(self, concept: Concept | None) -> None:
        if concept is None:
            return
        paragraph = self._tight(before=12)
        self._run(paragraph, concept.heading, bold=True, colour=_ALARM, size=12)
        self._run(self._tight(), concept.explanation, colour=_ALARM)
        for reason in concept.reasons:
            self._line(self.document.add_paragraph(style="List Bullet"), reason, colour=_ALARM)

    def _signature(self) -> None:
        for number, line in enumerate(self.page.signature):
            paragraph = self._tight(before=0 if number else 24)
            paragraph.paragraph_format.keep_together = True
            paragraph.paragraph_format.keep_with_next = number < len(self.page.signature) - 1
            self._line(paragraph, line)

    def _small(self, lines: tuple[Line, ...], *, before: int) -> None:
        for number, line in enumerate(lines):
            self._line(self._tight(before=0 if number else before), line, size=8, colour=_SOFT)

    def _tight(self, *, before: int = 0) -> Thing:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(before)
        paragraph.paragraph_format.space_after = Pt(0)
        return paragraph

    def _blocks(self, blocks: Iterable[Block], depth: int = 0) -> None:
        for block in blocks:
            self._block(block, depth)

    def _block(self, block: Block, depth: int) -> None:
        match block:
            case Heading(level=level, line=line, anchor=anchor):
                paragraph = self.document.add_heading(level=min(level, 6))
                self._line(paragraph, line)
                self._bookmark(paragraph, anchor)
            case Paragraph(line=line, note=note):
                paragraph = self._indented(depth)
                self._line(paragraph, line, size=9 if note else 0, colour=_SOFT if note else "")
            case Bullets(items=items, numbered=numbered):
                number = self._new_numbering() if numbered else None
                for item in items:
                    paragraph = self.document.add_paragraph(
                        style="List Number" if numbered else "List Bullet"
                    )
                    paragraph.paragraph_format.space_after = None
                    if number is not None:
                        _number(paragraph, number)
                    self._line(paragraph, item)
            case Table():
                self._table(block)
            case Clauses(items=clauses):
                for clause in clauses:
                    self._clause(clause, depth)
            case _:
                assert_never(block)

    def _clause(self, clause: Clause, depth: int) -> None:
        """The mark is text, so that every form numbers alike."""
        paragraph = self._indented(depth + 1)
        paragraph.paragraph_format.first_line_indent = Mm(-_INDENT_MM)
        self._run(paragraph, f"{marked(clause)}\t")
        self._line(paragraph, clause.line)
        self._blocks(clause.below, depth + 1)

    def _indented(self, depth: int) -> Thing:
        paragraph = self.document.add_paragraph()
        if depth:
            paragraph.paragraph_format.left_indent = Mm(depth * _INDENT_MM)
        return paragraph

    def _table(self, table: Table) -> None:
        if not table.header:
            return
        made = self.document.add_table(rows=0, cols=len(table.header))
        made.style = "Table Grid"
        _only_lines_below(made)
        for number, row in enumerate((table.header, *table.rows)):
            cells = made.add_row()
            _as_row(cells, is_header=number == 0)
            for cell, line, right in zip(cells.cells, row, table.to_the_right, strict=True):
                cell.width = Mm(_WIDTH_MM // len(table.header))
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
                if right:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                self._line(paragraph, line, bold=number == 0, size=9.5)
        self._tight()

    def _new_numbering(self) -> int:
        """A list that begins at 1: Word else counts on from the list before."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        number = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
        (abstract,) = (
            num.find(qn("w:abstractNumId")).get(qn("w:val"))
            for num in numbering.num_lst
            if num.get(qn("w:numId")) == number
        )
        new = numbering.add_num(int(abstract))
        new.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(new.numId)

    def _bookmark(self, paragraph: Thing, anchor: str | None) -> None:
        if anchor is None:
            return
        name = str(next(self.bookmarks))
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for one in (start, end):
            one.set(qn("w:id"), name)
        start.set(qn("w:name"), clean(anchor))
        paragraph._p.insert_element_before(start, "w:r", "w:hyperlink")  # noqa: SLF001 - python-docx has no bookmarks
        paragraph._p.append(end)  # noqa: SLF001 - idem

    def _line(
        self,
        paragraph: Thing,
        line: Line,
        *,
        bold: bool = False,
        size: float = 0,
        colour: str = "",
    ) -> None:
        for inline in line:
            run = self._run(paragraph, _text(inline), bold=bold, size=size, colour=colour)
            if isinstance(inline, Text):
                run.italic = inline.term or None
                if inline.to in self.known:
                    _link(run, inline.to)

    def _run(
        self,
        paragraph: Thing,
        text: str,
        *,
        bold: bool = False,
        size: float = 0,
        colour: str = "",
    ) -> Thing:
        run = paragraph.add_run(text)
        run.bold = bold or None
        if size:
            run.font.size = Pt(size)
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        return run


def _text(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case Value(text=text):
            return isolated(text)
        case _:
            assert_never(inline)


def _font(style: Thing, size: float) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), _FONT)


def _field(paragraph: Thing, name: str) -> None:
    """A number that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    run.font.size = Pt(8.5)
    field.append(run._r)  # noqa: SLF001 - python-docx has no fields
    paragraph._p.append(field)  # noqa: SLF001 - idem


def _number(paragraph: Thing, number: int) -> None:
    numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx cannot restart a list
    numbering.get_or_add_ilvl().val = 0
    numbering.get_or_add_numId().val = number


def _only_lines_below(table: Thing) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        shown = side in {"bottom", "insideH"}
        for name, value in (("val", "single" if shown else "nil"), ("sz", "4"), ("color", _HAIR_LINE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # noqa: SLF001 - python-docx has no borders


def _as_row(row: Thing, *, is_header: bool) -> None:
    """A row stays on one page, and the header comes back on each."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no header rows
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))


def _link(run: Thing, anchor: str) -> None:
    """Makes the run lead to a heading of this document."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    run._r.addprevious(link)  # noqa: SLF001 - python-docx has no links
    link.append(run._r)  # noqa: SLF001 - idem
