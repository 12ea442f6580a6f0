"""What stands in a PDF, read with pikepdf as a screen reader would: element after element, in the order of the tags."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from typing import Any

import pikepdf

Raw = Any
"""A part of a PDF as pikepdf gives it."""

_MARK_OF_A_LIST = re.compile(r"•|\d+\.")
_WITHIN_A_LINE = frozenset({"Em", "Link", "Span", "Strong"})
_ON_THE_SAME_LINE = 2.0
"""In points."""
_TARGET = re.compile(rb"<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Piece:
    """Text that was put down at once, with its page and its height on it."""

    text: str
    page: int
    height: float


@dataclass(frozen=True)
class Element:
    """A tag, its attributes, and what it holds in reading order."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[Element | Piece, ...]

    def all(self) -> Iterator[Element]:
        """This element and all below it."""
        yield self
        for inner in self.inside:
            if isinstance(inner, Element):
                yield from inner.all()

    def pieces(self) -> Iterator[Piece]:
        """All text below, but for the bullets and numbers that no other form has as text."""
        for inner in self.inside:
            if isinstance(inner, Piece):
                yield inner
            elif not (inner.tag == "Lbl" and _MARK_OF_A_LIST.fullmatch(inner.text.strip())):
                yield from inner.pieces()
                if inner.tag not in _WITHIN_A_LINE:
                    yield Piece("\n", -1, 0.0)

    @property
    def text(self) -> str:
        """The text as it is read out: what stands on another line is another word."""
        return _joined(self.pieces())


@dataclass
class Opened:
    """A PDF; `margins` has for each page the text outside the structure, such as the page number."""

    language: str = ""
    title: str = ""
    shows_title: bool = False
    is_marked: bool = False
    part_of_ua: str = ""
    dates: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()
    margins: list[str] = field(default_factory=list)
    embedded: dict[str, bool] = field(default_factory=dict)
    missing_glyphs: int = 0

    @property
    def text(self) -> str:
        """All that is read out."""
        return _joined(piece for element in self.elements for piece in element.pieces())

    def tagged(self, *tags: str) -> list[Element]:
        """All elements with one of these tags, in reading order."""
        return [one for element in self.elements for one in element.all() if one.tag in tags]


def opened(content: bytes) -> Opened:
    """Reads the whole file."""
    found = Opened()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        found.language = str(pdf.Root.Lang)
        found.shows_title = bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        found.is_marked = bool(pdf.Root.MarkInfo.Marked)
        found.title = str(pdf.docinfo.get("/Title", ""))
        found.dates = tuple(
            str(pdf.docinfo[name]) for name in ("/CreationDate", "/ModDate") if name in pdf.docinfo
        )
        with pdf.open_metadata() as metadata:
            found.part_of_ua = str(metadata.get("pdfuaid:part"))
        pieces: dict[tuple[int, int], list[Piece]] = {}
        for number, page in enumerate(pdf.pages):
            found.margins.append("")
            for mark, piece in _pieces(page, number, found):
                if mark is None:
                    found.margins[-1] += piece.text
                else:
                    pieces.setdefault((number, mark), []).append(piece)
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        found.elements = tuple(
            one for one in _inside(pdf.Root.StructTreeRoot, None, pages, pieces) if isinstance(one, Element)
        )
    return found


def _joined(pieces: Iterator[Piece]) -> str:
    text, before = "", None
    for piece in pieces:
        if before and (before.page != piece.page or abs(before.height - piece.height) > _ON_THE_SAME_LINE):
            text += "\n"
        text += piece.text
        before = piece
    return text.replace("\u00ad\n", "")


def _inside(
    parent: Raw, page: int | None, pages: dict[Raw, int], pieces: dict[tuple[int, int], list[Piece]]
) -> Iterator[Element | Piece]:
    kids = parent.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        group = kid if isinstance(kid, pikepdf.Dictionary) else pikepdf.Dictionary()
        here = pages[group.Pg.objgen] if "/Pg" in group else page
        if "/S" in group:
            inside = tuple(_inside(group, here, pages, pieces))
            yield Element(str(group.S).removeprefix("/"), _attributes(group), inside)
        elif here is not None and (mark := group.get("/MCID", kid)) is not group:
            yield from pieces.get((here, int(mark)), ()) if not isinstance(mark, pikepdf.Dictionary) else ()


def _attributes(element: Raw) -> dict[str, str]:
    groups = element.get("/A", pikepdf.Array())
    found = {
        str(key).removeprefix("/"): str(value)
        for group in (groups if isinstance(groups, pikepdf.Array) else [groups])
        for key, value in group.items()
    }
    return {**found, "Alt": str(element.Alt)} if "/Alt" in element else found


def _pieces(page: Raw, number: int, found: Opened) -> Iterator[tuple[int | None, Piece]]:
    """All text of a page in the order of writing, each with its mark; None for what has no place in the structure."""
    fonts = {str(name): font for name, font in page.obj.Resources.get("/Font", {}).items()}
    maps = {name: _characters(font) for name, font in fonts.items()}
    for font in fonts.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        found.embedded[str(font.BaseFont)] = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    marks: list[int | None] = []
    spoken: list[bool] = []
    height, characters = 0.0, dict[int, str]()
    for instruction in pikepdf.parse_content_stream(page):
        operands: Raw = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                about = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
                about = page.obj.Resources.Properties[about] if isinstance(about, pikepdf.Name) else about
                marks.append(int(about.MCID) if "/MCID" in about else marks[-1] if marks else None)
                spoken.append("/ActualText" in about)
                if "/ActualText" in about:
                    yield marks[-1], Piece(str(about.ActualText), number, height)
            case "EMC":
                marks.pop()
                spoken.pop()
            case "cm":
                height = float(operands[5])
            case "Tf":
                characters = maps[str(operands[0])]
            case "Tj" | "TJ":
                shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                glyphs = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
                found.missing_glyphs += glyphs.count(0)
                if not any(spoken):
                    text = "".join(characters.get(glyph, "\ufffd") for glyph in glyphs)
                    yield marks[-1] if marks else None, Piece(text, number, height)
            case _:
                pass


def _characters(font: Raw) -> dict[int, str]:
    """What each glyph stands for, as the font in the file tells."""
    return {
        int(code, 16): bytes.fromhex(target.decode()).decode("utf-16-be")
        for section in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL)
        for code, target in _TARGET.findall(section)
    }
