"""The house style of a municipality: what is read, and every mistake in one run."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest

from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.house_style import Logo
from soco_rules.parser.house_style import MAX_LOGO_BYTES
from soco_rules.parser.house_style import contrast_on_white
from soco_rules.parser.house_style import load_house_style
from soco_rules.parser.pictures import fault_in_png
from soco_rules.parser.pictures import fault_in_svg

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "brieven.md"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
DRAWING = SQUARE.format('<path d="M1 1h7v7H1z" fill="#000"/>').encode()
WHOLE = """\
afzender: [Gemeente Voorbeeldstad, Afdeling Werk en Inkomen]
accentkleur: '#7A2A5E'
logo: logo.svg
logo_alternatief: Logo van de gemeente Voorbeeldstad
retouradres: [Postbus 1, 1000 AA Voorbeeldstad]
antwoordnummer: "12345, 1000 VB Voorbeeldstad"
telefoon: 14 000
website: www.voorbeeldstad.nl
bezwaaradres: [Postbus 2, 1000 AA Voorbeeldstad]
voettekst: Open op werkdagen
"""


def _png(width: int = 2, height: int = 2, pixels: bytes | None = None, kind: int = 2) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = pixels if pixels is not None else (b"\0" + b"\1\2\3" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _templates(folder: Path, text: str, place: str = "voorbeeldstad") -> Path:
    path = folder / "templates" / place / "huisstijl.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    (path.parent / "logo.svg").write_bytes(DRAWING)
    return folder / "templates"


def _messages(folder: Path, text: str) -> list[str]:
    _, findings = load_house_style([_templates(folder, text)], "voorbeeldstad")
    return [finding.message for finding in findings]


def test_a_whole_style(tmp_path: Path) -> None:
    expected = HouseStyle(
        sender=("Gemeente Voorbeeldstad", "Afdeling Werk en Inkomen"),
        accent="#7a2a5e",
        logo=Logo(DRAWING, "svg", "Logo van de gemeente Voorbeeldstad"),
        return_address=("Postbus 1", "1000 AA Voorbeeldstad"),
        return_number="12345, 1000 VB Voorbeeldstad",
        phone="14 000",
        website="www.voorbeeldstad.nl",
        objection_address=("Postbus 2", "1000 AA Voorbeeldstad"),
        footer=("Open op werkdagen",),
    )

    assert (expected, ()) == load_house_style([_templates(tmp_path, WHOLE)], "voorbeeldstad")


def test_the_example_in_the_documentation_has_no_findings(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(# templates/.*?)```", DOCUMENTATION.read_text("utf-8"), re.DOTALL)

    style, findings = load_house_style([_templates(tmp_path, example)], "voorbeeldstad")

    assert ((), ("Gemeente Voorbeeldstad", "Afdeling Werk en Inkomen")) == (findings, style.sender)


def test_without_a_file_letters_are_plain(tmp_path: Path) -> None:
    assert (PLAIN, ()) == load_house_style([tmp_path], "voorbeeldstad")


@pytest.mark.parametrize(
    ("municipality", "phone"), [("voorbeeldstad", "1"), ("elders", "2"), (None, "2"), ("../x", "2")]
)
def test_the_style_of_the_municipality_goes_before_the_general_one(
    tmp_path: Path, municipality: str | None, phone: str
) -> None:
    _templates(tmp_path, "telefoon: '1'\n")
    folder = _templates(tmp_path, "telefoon: '2'\n", ".")
    _templates(tmp_path / "x", "telefoon: '3'\n", ".")

    style, _ = load_house_style([folder], municipality)

    assert phone == style.phone


def test_all_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    text = f"accentkleur: '#ffcc00'\nlogo: logo.gif\nlogos: x\ntelefoon: {'1' * 201}\nvoettekst: [{'a, ' * 9}b]\n"

    _, findings = load_house_style([_templates(tmp_path, text)], "voorbeeldstad")

    assert [
        ("huisstijl-kleur", "de kleur #ffcc00 heeft op wit een contrast van 1,5 op 1"),
        ("huisstijl-logo", "bij het logo ontbreekt de tekst voor wie het niet ziet"),
        ("huisstijl-logo", "een logo is een bestand .svg of .png; 'logo.gif' is dat niet"),
        ("onbekende-sleutel", "'logos' is in dit bestand geen sleutel"),
        ("ongeldige-waarde", "bij 'telefoon' hoort één regel van ten hoogste 200 tekens"),
        ("ongeldige-waarde", "bij 'voettekst' staan 10 regels; er passen er 8"),
    ] == [(finding.code, finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("accentkleur: rood\n", "'rood' is geen kleur"),
        ("accentkleur: '#12345'\n", "'#12345' is geen kleur"),
        ("accentkleur: 'red; } body { display: none'\n", "'red; } body { display: none' is geen kleur"),
        ("logo_alternatief: x\n", "er is een tekst bij het logo en geen logo"),
        ("logo: weg.svg\nlogo_alternatief: x\n", "het bestand 'weg.svg' is er niet"),
        ("logo: ../../../x.svg\nlogo_alternatief: x\n", "'../../../x.svg' ligt buiten de map met sjablonen"),
        ("logo: /etc/x.png\nlogo_alternatief: x\n", "'/etc/x.png' ligt buiten de map met sjablonen"),
        ("logo: link.svg\nlogo_alternatief: x\n", "'link.svg' is hier geen gewoon bestand"),
        ("logo: buiten.svg\nlogo_alternatief: x\n", "'buiten.svg' ligt buiten de map met sjablonen"),
        ("logo: groot.svg\nlogo_alternatief: x\n", "'groot.svg' is groter dan 200 kB"),
        ("logo: map.svg\nlogo_alternatief: x\n", "'map.svg' is hier geen gewoon bestand"),
        ("telefoon: |\n  een\n  twee\n", "bij 'telefoon' hoort één regel van ten hoogste 200 tekens"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, text: str, message: str) -> None:
    here = _templates(tmp_path, "") / "voorbeeldstad"
    (tmp_path / "elders.svg").write_bytes(DRAWING)
    (here / "link.svg").symlink_to("logo.svg")
    (here / "buiten.svg").symlink_to(tmp_path / "elders.svg")
    (here / "groot.svg").write_bytes(b" " * (MAX_LOGO_BYTES + 1))
    (here / "map.svg").mkdir()

    assert [message] == _messages(tmp_path, text)


def test_a_style_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("telefoon: '1'\n", "utf-8")
    (tmp_path / "huisstijl.yaml").symlink_to("geheim")

    style, (finding,) = load_house_style([tmp_path], None)

    assert (PLAIN, "'huisstijl.yaml' is hier geen gewoon bestand") == (style, finding.message)


@pytest.mark.parametrize("text", ["- a\n", "a: [\n", "\xff"])
def test_a_file_that_cannot_be_read_gives_the_plain_style(tmp_path: Path, text: str) -> None:
    folder = _templates(tmp_path, "")
    (folder / "voorbeeldstad/huisstijl.yaml").write_bytes(text.encode("latin-1"))

    style, findings = load_house_style([folder], "voorbeeldstad")

    assert (PLAIN, True) == (style, bool(findings))


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#ffffff", "1.00"), ("#000000", "21.00"), ("#767676", "4.54"), ("#777777", "4.48")]
)
def test_contrast_is_that_of_wcag(colour: str, ratio: str) -> None:
    assert ratio == f"{contrast_on_white(colour):.2f}"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="x()"/>',
        '<a xlink:href="http://voorbeeld.nl"/>',
        '<image href="file:///etc/passwd"/>',
        '<path fill="url(http://voorbeeld.nl/x)"/>',
        "<path style=\"fill: url( '//voorbeeld.nl')\"/>",
        "<style>@import 'http://voorbeeld.nl'</style>",
        "<style>path { fill: u\\72l(http://voorbeeld.nl) }</style>",
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
        '<linearGradient xlink:href="http://voorbeeld.nl#a"/>',
        "<text>Voorbeeldstad</text>",
        '<use xlink:href="#a"/>',
        "<g/>" * 2001,
    ],
)
def test_an_svg_that_does_more_than_draw_is_refused(inside: str) -> None:
    assert fault_in_svg(SQUARE.format(inside).encode()) is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg/>",
        b"<svg",
        b"\xff\xfe<",
        DRAWING.decode().encode("utf-16"),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING,
        b'<?xml-stylesheet href="x"?>' + DRAWING,
    ],
)
def test_what_is_no_plain_svg_is_refused(content: bytes) -> None:
    assert fault_in_svg(content) is not None


def test_a_drawing_with_a_gradient_and_the_notes_of_a_drawing_program_is_accepted() -> None:
    inside = (
        '<metadata/><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>'
        '<sodipodi xmlns="http://sodipodi.example/" a="b"/><style>.x { fill: url(#a) }</style>'
        '<path class="x" fill="url(#a)" d="M0 0"/>'
    )

    assert None is fault_in_svg(SQUARE.format(inside).encode())


def test_a_png_is_accepted() -> None:
    assert None is fault_in_png(_png())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        _png()[:-20],
        _png()[:40] + b"\0" + _png()[41:],
        _png(width=4001),
        _png(height=0),
        _png(pixels=b"\0" * 13),
        _png(pixels=b"\0" * 100_000_000),
        _png(pixels=b"\7" + b"\1\2\3" * 2 + b"\7" + b"\1\2\3" * 2),
        _png(kind=3),
        _png(kind=5),
    ],
    ids=range(10),
)
def test_a_png_that_is_damaged_or_a_bomb_is_refused(content: bytes) -> None:
    assert fault_in_png(content) is not None
