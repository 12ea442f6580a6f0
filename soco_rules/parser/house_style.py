"""The house style of a municipality, `templates/<gemeente>/huisstijl.yaml`: how its letters look, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path
from pathlib import PurePosixPath

from pydantic import Field

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import Court
from soco_rules.model.house_style import HouseStyle
from soco_rules.model.house_style import Logo
from soco_rules.model.house_style import Way
from soco_rules.parser.document import Part
from soco_rules.parser.document import Text
from soco_rules.parser.document import Texts
from soco_rules.parser.pictures import fault_in_png
from soco_rules.parser.pictures import fault_in_svg
from soco_rules.parser.shape import shape
from soco_rules.parser.yaml_source import MAX_BYTES
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

FILE = "huisstijl.yaml"
MAX_LOGO_BYTES = 200_000
MAX_LINES = 8
MAX_LENGTH = 200
LOWEST_CONTRAST = 4.5
"""Of text on white: WCAG 2.2, success criterion 1.4.3."""
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_FAULTS = {"svg": fault_in_svg, "png": fault_in_png}


class WayPart(Part):
    """A digital way, with the document that opened it."""

    address: Text = Field(alias="adres", description="Het adres.", examples=["www.voorbeeldstad.nl/bezwaar"])
    source: Text = Field(
        alias="bron", description="Waar dat is besloten.", examples=["Aanwijzingsbesluit 2026, artikel 2"]
    )


class CourtPart(Part):
    """The competent court, with where that stands."""

    name: Text = Field(
        alias="naam", description="Hoe de rechtbank heet.", examples=["Rechtbank Voorbeeldstad"]
    )
    address: Texts = Field(
        (),
        alias="adres",
        description="Waar een beroepschrift heen gaat.",
        examples=[["Postbus 2", "1000 AB Voorbeeldstad"]],
    )
    online: Text | None = Field(
        None,
        alias="digitaal",
        description="Waar iemand digitaal in beroep gaat.",
        examples=["www.voorbeeldrechtbank.nl/beroep"],
    )
    source: Text = Field(
        alias="bron",
        description="Waar staat dat deze rechtbank bevoegd is.",
        examples=["Rechtspraak.nl, 2026-11-01"],
    )


class HouseStylePart(Part):
    """A whole house style."""

    sender: Texts = Field(
        (),
        alias="afzender",
        description="Wie de brief stuurt, een regel per onderdeel.",
        examples=[["Gemeente Voorbeeldstad", "Afdeling Werk en Inkomen"]],
    )
    accent: Text = Field(
        PLAIN.accent,
        alias="accentkleur",
        description="De kleur van koppen en lijnen; donker genoeg om op wit te lezen.",
        examples=["#154273"],
    )
    logo: Text | None = Field(
        None,
        alias="logo",
        description="Een bestand .svg of .png in dezelfde map of daaronder.",
        examples=["logo.svg"],
    )
    alternative: Text | None = Field(
        None,
        alias="logo_alternatief",
        description="Wat iemand hoort die het logo niet ziet.",
        examples=["Logo van de gemeente Voorbeeldstad"],
    )
    return_address: Texts = Field(
        (),
        alias="retouradres",
        description="Het adres waar een onbestelbare brief naar terugkomt.",
        examples=[["Postbus 1", "1000 AA Voorbeeldstad"]],
    )
    return_number: Text | None = Field(
        None,
        alias="antwoordnummer",
        description="Waar iemand zonder postzegel naar schrijft.",
        examples=["12345, 1000 VB Voorbeeldstad"],
    )
    phone: Text | None = Field(None, alias="telefoon", description="Het telefoonnummer.", examples=["14 000"])
    website: Text | None = Field(
        None, alias="website", description="De website.", examples=["www.voorbeeldstad.nl"]
    )
    objection_address: Texts = Field(
        (),
        alias="bezwaaradres",
        description="Waar een bezwaarschrift heen gaat.",
        examples=[["Commissie bezwaarschriften", "Postbus 1", "1000 AA Voorbeeldstad"]],
    )
    objection_online: WayPart | None = Field(
        None,
        alias="bezwaar_digitaal",
        description="Waar iemand digitaal bezwaar maakt; alleen als de gemeente die weg heeft aangewezen.",
        examples=[{"adres": "www.voorbeeldstad.nl/bezwaar", "bron": "Aanwijzingsbesluit 2026, artikel 2"}],
    )
    court: CourtPart | None = Field(
        None,
        alias="rechtbank",
        description="De rechtbank waar iemand na een besluit op bezwaar in beroep gaat.",
        examples=[{"naam": "Rechtbank Voorbeeldstad", "bron": "Rechtspraak.nl, 2026-11-01"}],
    )
    footer: Texts = Field(
        (),
        alias="voettekst",
        description="Wat klein onder de brief staat.",
        examples=[["Open op werkdagen van 9.00 tot 17.00 uur"]],
    )


def load_house_style(
    folders: Sequence[Path], municipality: str | None
) -> tuple[HouseStyle, tuple[Diagnostic, ...]]:
    """The style of this municipality, else the general one, else PLAIN; and everything that is wrong with it.

    With an error the style lacks what was wrong, and no letter should be written with it.
    """
    found = _find(folders, municipality)
    if found is None:
        return PLAIN, ()
    folder, path = found
    content, findings = _bytes(path, MAX_BYTES, Span(path.as_posix()))
    if content is None:
        return PLAIN, findings
    source, findings = read(path.as_posix(), content)
    if source is None:
        return PLAIN, findings
    shaped, misfits = shape(HouseStylePart, source, source.data)
    if shaped is None:
        return PLAIN, in_reading_order((*findings, *misfits))
    style, faults = _style(shaped.part, source, folder, path.parent)
    return style, in_reading_order((*findings, *misfits, *faults))


def _find(folders: Sequence[Path], municipality: str | None) -> tuple[Path, Path] | None:
    known = municipality if municipality and _NAME.fullmatch(municipality) else None
    for folder in folders:
        for candidate in (*((folder / known / FILE,) if known else ()), folder / FILE):
            if candidate.is_file() or candidate.is_symlink():
                return folder, candidate
    return None


def _bytes(path: Path, most: int, span: Span) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The content of a file that is no link and not too large."""
    try:
        if path.is_symlink() or not path.is_file():
            message = f"'{path.name}' is hier geen gewoon bestand"
            return None, (
                finding("ongeldige-waarde", span, message, remedy="zet het bestand zelf in de map"),
            )
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError:
        return None, (finding("ongeldige-waarde", span, f"'{path.name}' is niet te lezen"),)
    if len(content) > most:
        message = f"'{path.name}' is groter dan {most // 1000} kB"
        return None, (finding("te-groot", span, message, remedy="maak het bestand kleiner"),)
    return content, ()


def _style(
    part: HouseStylePart, source: Source, folder: Path, here: Path
) -> tuple[HouseStyle, tuple[Diagnostic, ...]]:
    colour = tuple(_colour_faults(part.accent, source))
    logo, logo_faults = _logo(part, source, folder, here)
    style = HouseStyle(
        sender=part.sender,
        accent=PLAIN.accent if colour else part.accent.lower(),
        logo=logo,
        return_address=part.return_address,
        return_number=part.return_number,
        phone=part.phone,
        website=part.website,
        objection_address=part.objection_address,
        objection_online=_way(part.objection_online),
        court=_court(part.court),
        footer=part.footer,
    )
    return style, (*colour, *logo_faults, *_text_faults(source))


def _way(part: WayPart | None) -> Way | None:
    return None if part is None else Way(part.address, part.source)


def _court(part: CourtPart | None) -> Court | None:
    return None if part is None else Court(part.name, part.address, part.source, part.online)


def _at(source: Source, key: str) -> Span:
    return source.spans.get((key,)) or source.key_spans.get((key,)) or Span(source.file)


def _text_faults(source: Source) -> Iterator[Diagnostic]:
    for path, scalar in source.scalars.items():
        if len(scalar.text) > MAX_LENGTH or "\n" in scalar.text.strip():
            message = f"bij '{path[0]}' hoort één regel van ten hoogste {MAX_LENGTH} tekens"
            yield finding("ongeldige-waarde", source.spans[path], message, remedy="maak er meer regels van")
    for key, value in source.data.items():
        if isinstance(value, list) and len(value) > MAX_LINES:
            message = f"bij '{key}' staan {len(value)} regels; er passen er {MAX_LINES}"
            yield finding("ongeldige-waarde", _at(source, key), message, remedy="haal regels weg")


def _colour_faults(colour: str, source: Source) -> Iterator[Diagnostic]:
    span = _at(source, "accentkleur")
    if not _COLOUR.fullmatch(colour):
        message = f"'{colour[:60]}' is geen kleur"
        remedy = "schrijf een hekje met zes tekens tussen aanhalingstekens, bijvoorbeeld '#154273'"
        yield finding("ongeldige-waarde", span, message, remedy=remedy)
    elif (contrast := contrast_on_white(colour)) < LOWEST_CONTRAST:
        shown = f"{int(contrast * 10) / 10:.1f}".replace(".", ",")
        yield finding(
            "huisstijl-kleur", span, f"de kleur {colour} heeft op wit een contrast van {shown} op 1"
        )


def contrast_on_white(colour: str) -> float:
    """The contrast ratio of `#rrggbb` with white, from 1 to 21, as WCAG 2.2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _logo(
    part: HouseStylePart, source: Source, folder: Path, here: Path
) -> tuple[Logo | None, tuple[Diagnostic, ...]]:
    if part.logo is None:
        message = "er is een tekst bij het logo en geen logo"
        alone = (finding("huisstijl-logo", _at(source, "logo_alternatief"), message),)
        return None, alone if part.alternative else ()
    span = _at(source, "logo")
    lacks = () if part.alternative else (_without_alternative(span),)
    path = here.joinpath(*PurePosixPath(part.logo).parts)
    form = path.suffix.lower().removeprefix(".")
    if form not in _FAULTS:
        message = f"een logo is een bestand .svg of .png; '{part.logo[:60]}' is dat niet"
        return None, (*lacks, finding("huisstijl-logo", span, message))
    if PurePosixPath(part.logo).is_absolute() or not _is_inside(path, folder):
        message = f"'{part.logo[:60]}' ligt buiten de map met sjablonen"
        return None, (*lacks, finding("huisstijl-logo", span, message))
    if not path.exists():
        message = f"het bestand '{part.logo[:60]}' is er niet"
        return None, (*lacks, finding("huisstijl-logo", span, message, remedy="zet het naast huisstijl.yaml"))
    content, findings = _bytes(path, MAX_LOGO_BYTES, span)
    if content is None:
        return None, (*lacks, *findings)
    if fault := _FAULTS[form](content):
        return None, (*lacks, finding("huisstijl-logo", span, f"'{part.logo[:60]}': {fault}"))
    return Logo(content, form, part.alternative) if part.alternative else None, lacks


def _without_alternative(span: Span) -> Diagnostic:
    message = "bij het logo ontbreekt de tekst voor wie het niet ziet"
    remedy = "voeg toe: logo_alternatief: Logo van de gemeente Voorbeeldstad"
    return finding("huisstijl-logo", span, message, remedy=remedy)


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # a link that leads to itself, or a name that no file can have
        return False
