"""Whether a picture only draws: an SVG runs and loads nothing, and a PNG is whole and of a bounded size."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MAX_ELEMENTS = 2000
MAX_SIDE = 4000

_SVG = "{http://www.w3.org/2000/svg}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_DRAWS = frozenset(
    {
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *(
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "title",
            "desc",
            "metadata",
            "style",
        ),
    }
)
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|javascript:|expression\(|\\", re.IGNORECASE)
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples per pixel of each colour type of PNG."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def fault_in_svg(content: bytes) -> str | None:
    """What in this SVG is more than drawing, in Dutch."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "het bestand is niet in UTF-8 bewaard"
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        return "een DOCTYPE kan naar buiten verwijzen; haal hem weg"
    if "<?xml-stylesheet" in text:
        return "een los stijlblad wordt niet geladen; zet de stijl in het bestand zelf"
    try:
        root = ET.fromstring(text)  # noqa: S314 - without a DOCTYPE there are no entities to expand
    except (ET.ParseError, ValueError):
        return "het bestand is geen SVG"
    if root.tag != f"{_SVG}svg":
        return "het bestand is geen SVG"
    return next(_more_than_drawing(root), None)


def _more_than_drawing(root: ET.Element) -> Iterator[str]:
    for number, element in enumerate(root.iter()):
        if number >= MAX_ELEMENTS:
            yield f"er staan meer dan {MAX_ELEMENTS} onderdelen in; maak het logo eenvoudiger"
            return
        tag = str(element.tag)
        name = tag.removeprefix(_SVG)
        if tag.startswith(_XHTML) or (tag.startswith(_SVG) and name not in _DRAWS):
            yield f"'{tag.rpartition('}')[2][:40]}' kan niet in een logo; zet letters om in lijnen en haal de rest weg"
        if name == "style" and _OUTSIDE.search(element.text or ""):
            yield "de stijl verwijst naar iets buiten het bestand"
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2].lower()
            if attribute.startswith("on"):
                yield f"'{attribute[:40]}' voert iets uit; haal het weg"
            elif attribute in {"href", "src"} and not value.strip().startswith("#"):
                yield f"'{attribute}' verwijst naar iets buiten het bestand; haal het weg"
            elif _OUTSIDE.search(value):
                yield f"'{attribute[:40]}' verwijst naar iets buiten het bestand; haal het weg"


def fault_in_png(content: bytes) -> str | None:
    """Why this PNG cannot be drawn, in Dutch."""
    chunks = dict[bytes, bytes]()
    if not content.startswith(_SIGNATURE):
        return "het bestand is geen PNG"
    for kind, data in _chunks(content):
        chunks[kind] = chunks.get(kind, b"") + data
    if list(chunks)[:1] != [b"IHDR"] or b"IEND" not in chunks or len(chunks[b"IHDR"]) != 13:
        return "het bestand is beschadigd"
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        return f"het logo is {width} bij {height} beeldpunten; er passen er {MAX_SIDE} bij {MAX_SIDE}"
    if interlaced or colour not in _SAMPLES or depth not in {1, 2, 4, 8, 16}:
        return "deze soort PNG wordt niet gelezen; bewaar het logo zonder interlacing"
    line = 1 + (width * depth * _SAMPLES[colour] + 7) // 8
    if (colour == 3) != (b"PLTE" in chunks) or not _is_filled(chunks.get(b"IDAT", b""), line, height):
        return "het bestand is beschadigd"
    return None


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts that arrived whole, as their checksums tell, up to the first that did not."""
    at = len(_SIGNATURE)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        checksum = content[at + 8 + length : at + 12 + length]
        if checksum != struct.pack(">I", zlib.crc32(kind + data)):
            return
        yield kind, data
        at += 12 + length


def _is_filled(packed: bytes, line: int, height: int) -> bool:
    """Whether there is exactly one line of pixels for each of the height, unpacked no further than that."""
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, line * height + 1)
    except zlib.error:
        return False
    return len(pixels) == line * height and max(pixels[::line]) <= 4
