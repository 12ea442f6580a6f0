"""To whom a letter goes, as the case says under `brief.geadresseerden`."""

from __future__ import annotations

import pytest

from soco_rules.parser.case import read_case

HOME = "adres: [Voorbeeldstraat 12, 2600 ZZ Delft]"


def _read(addressees: str) -> tuple[object, list[tuple[str, str]]]:
    case, findings = read_case("zaak.yaml", f"brief:\n  geadresseerden: {addressees}\n".encode())
    return case and case.letter.get("geadresseerden"), [(found.code, found.message) for found in findings]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            f"[{{naam: mevrouw A. Jansen, {HOME}}}]",
            [{"naam": "mevrouw A. Jansen", "adres": ["Voorbeeldstraat 12", "2600 ZZ Delft"]}],
        ),
        ("{naam: A. Jansen, adres: Delft}", [{"naam": "A. Jansen", "adres": ["Delft"]}]),
        ('"A. Jansen\\nVoorbeeldstraat 12"', [{"naam": "A. Jansen", "adres": ["Voorbeeldstraat 12"]}]),
        (
            "[{naam: A. Jansen}, {naam: B. Jansen, rol: partner, aanhef: meneer Jansen}]",
            [{"naam": "A. Jansen"}, {"naam": "B. Jansen", "rol": "partner", "aanhef": "meneer Jansen"}],
        ),
        (
            "[{naam: C. Bakker, rol: bewindvoerder, namens: A. Jansen}]",
            [{"naam": "C. Bakker", "rol": "bewindvoerder", "namens": "A. Jansen"}],
        ),
        ("null", []),
    ],
)
def test_an_addressee_has_a_name_and_may_have_an_address_a_salutation_and_a_part(
    written: str, expected: object
) -> None:
    assert (expected, []) == _read(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "[{adres: Delft}]",
            ("ontbrekende-sleutel", "de sleutel 'naam' ontbreekt in onderdeel 1 van 'geadresseerden'"),
        ),
        (
            "[{naam: A. Jansen, plaats: Delft}]",
            ("onbekende-sleutel", "'plaats' is in onderdeel 1 van 'geadresseerden' geen sleutel"),
        ),
        ("[{naam: A. Jansen, rol: buurman}]", ("ongeldige-waarde", "'buurman' kan niet staan bij 'rol'")),
        (
            "[{naam: C. Bakker, rol: gemachtigde}]",
            (
                "geadresseerde",
                "de gemachtigde C. Bakker treedt op voor iemand die in deze brief niet wordt genoemd",
            ),
        ),
        (
            "[{naam: A. Jansen, namens: B. Jansen}]",
            ("geadresseerde", "bij A. Jansen staat namens, maar de rol is belanghebbende"),
        ),
        (
            "[{naam: A. Jansen}, {naam: B. Jansen}]",
            ("geadresseerde", "er is meer dan één belanghebbende in deze brief"),
        ),
        (
            "[{naam: B. Jansen, rol: partner}]",
            ("geadresseerde", "er is wel een partner, maar geen belanghebbende in deze brief"),
        ),
        (
            "[{naam: A. Jansen, aanhef: Geachte mevrouw Jansen}]",
            ("geadresseerde", "de aanhef van A. Jansen begint met 'Geachte'; dat staat al in de brief"),
        ),
    ],
)
def test_what_cannot_be_is_found_before_there_is_a_letter(written: str, expected: tuple[str, str]) -> None:
    assert (None, [expected]) == _read(written)
