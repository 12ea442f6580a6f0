"""The person of a dossier, from a YAML or JSON file: no more than a letter and an unmistakable match need."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator

from pydantic import Field

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import has_errors
from soco_rules.diagnostics import in_reading_order
from soco_rules.model.dossier import Person
from soco_rules.parser.document import Part
from soco_rules.parser.document import Text
from soco_rules.parser.document import Texts
from soco_rules.parser.shape import place
from soco_rules.parser.shape import shape
from soco_rules.parser.yaml_source import Source
from soco_rules.parser.yaml_source import read

LONGEST = 120
"""What fits on a line of a letter, and more: what is longer is no name and no line of an address."""
MOST_LINES = 6
"""Of an address."""


class PersonPart(Part):
    """Who a dossier is about."""

    name: Text = Field(
        alias="naam", description="De naam zoals die boven een brief staat.", examples=["mevrouw A. Jansen"]
    )
    address: Texts = Field(
        (),
        alias="adres",
        description="Het adres, een regel per onderdeel.",
        examples=[["Voorbeeldstraat 12", "2600 ZZ Delft"]],
    )
    member_number: Text | None = Field(
        None, alias="lidnummer", description="Hoe de coöperatie dit lid noemt.", examples=["L-014"]
    )
    bsn: Text | None = Field(
        None, alias="bsn", description="Het burgerservicenummer.", examples=["999990019"]
    )
    partner_name: Text | None = Field(
        None, alias="naam_partner", description="De naam van de partner.", examples=["de heer B. Jansen"]
    )
    partner_bsn: Text | None = Field(
        None,
        alias="bsn_partner",
        description="Het burgerservicenummer van de partner.",
        examples=["999990020"],
    )


def read_person(
    file: str, content: bytes, is_bsn: Callable[[str], bool]
) -> tuple[Person | None, tuple[Diagnostic, ...]]:
    """The person in a file; none where something in it could not be read. No finding repeats a BSN."""
    source, findings = read(file, content)
    if source is None:
        return None, findings
    shaped, misfits = shape(PersonPart, source, source.data)
    findings = in_reading_order((*findings, *map(_too_much, misfits)))
    if shaped is None or has_errors(findings):
        return None, findings
    part = shaped.part
    wrong = tuple(
        _not_a_bsn(source, key)
        for key, number in (("bsn", part.bsn), ("bsn_partner", part.partner_bsn))
        if number is not None and not is_bsn(number)
    )
    address = tuple(line.strip() for text in part.address for line in text.splitlines() if line.strip())
    wrong = in_reading_order(
        (*wrong, *_unprintable(source, part, address), *_too_long(source, part, address))
    )
    if wrong:
        return None, wrong
    return Person(
        name=part.name.strip(),
        address=address,
        member_number=part.member_number and part.member_number.strip(),
        bsn=part.bsn,
        partner_name=part.partner_name,
        partner_bsn=part.partner_bsn,
    ), findings


def _too_much(found: Diagnostic) -> Diagnostic:
    """A key that a person file does not have; its name is not repeated, for it may be somebody's."""
    if found.code != "onbekende-sleutel":
        return found
    known = ", ".join(field.alias or name for name, field in PersonPart.model_fields.items())
    return finding("persoon-te-veel", found.span, f"In een persoonsbestand staan alleen: {known}.")


def _unprintable(source: Source, part: PersonPart, address: tuple[str, ...]) -> Iterator[Diagnostic]:
    """A name of blanks, and signs that nobody sees and that turn a line or a list around."""
    for key, texts in (
        ("naam", (part.name,)),
        ("adres", address),
        ("lidnummer", (part.member_number,)),
        ("naam_partner", (part.partner_name,)),
    ):
        said = [text for text in texts if text is not None]
        if any(not text.strip() or not text.isprintable() for text in said):
            message = f"Bij '{key}' staat niets, of een teken dat niet te zien is."
            yield finding("persoon-tekens", place(source, (key,)), message)


def _too_long(source: Source, part: PersonPart, address: tuple[str, ...]) -> Iterator[Diagnostic]:
    """No room for notes about somebody."""
    for key, texts in (
        ("naam", (part.name,)),
        ("adres", address),
        ("lidnummer", (part.member_number or "",)),
        ("naam_partner", (part.partner_name or "",)),
    ):
        if any(len(text) > LONGEST for text in texts):
            message = f"Bij '{key}' staat een regel van meer dan {LONGEST} tekens."
            yield finding("persoon-te-veel", place(source, (key,)), message)
    if len(address) > MOST_LINES:
        message = f"Een adres heeft ten hoogste {MOST_LINES} regels."
        yield finding("persoon-te-veel", place(source, ("adres",)), message)


def _not_a_bsn(source: Source, key: str) -> Diagnostic:
    return finding("bsn", place(source, (key,)), f"Het nummer bij '{key}' is geen burgerservicenummer.")
