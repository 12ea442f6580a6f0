"""A village that settles each month: its rule file, its members, and a book that is kept in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from pathlib import Path

from soco_rules.adopt.statement import Statement
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.facts import last_of_month
from soco_rules.model.dossier import CONTENT
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.settling.asked import Asked
from soco_rules.settling.columns import Vocabulary
from soco_rules.settling.deciding import with_entries
from soco_rules.settling.intake import Expected
from soco_rules.settling.intake import read_intake
from soco_rules.settling.looking import Sent
from soco_rules.settling.members import members_of
from soco_rules.settling.rows import Given
from soco_rules.settling.settle import Ground
from soco_rules.settling.settle import Order
from soco_rules.settling.settle import Settlement
from soco_rules.settling.settle import ground_of
from soco_rules.settling.settle import settle
from tests.workspaces import workspace_of

AGREEMENT = "dorp/pot"
MONTH = parse_date("2026-10-01")
TODAY = parse_date("2026-11-05")
RULES = """\
kenmerk: dorp/pot
soort: overeenkomst
titel: Afspraken over een pot
geldig_vanaf: 2020-01-01
status: vastgesteld
gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van burgemeester en wethouders van Dorp}
cooperatie: {naam: Samen}
bedragen:
  norm: {soort: bedrag, per: maand, grondslag: Proefwet artikel 1, bekend_tot_en_met: 2026-12-31, waarden: {2020-01-01: 1000.00}}
personen:
  partner: {geldt_als: leefvorm is samen}
standen: [lid, weg]
gegevens:
  leefvorm: {soort: keuze, waarden: [alleen, samen], vraag: "Hoe leeft het lid?"}
  akkoord: {soort: ja_nee, oordeel_van: klantmanager, vraag: "Past dit?"}
  factuurbedrag: {soort: bedrag, ten_minste: 0, vraag: "Welk bedrag staat op de regel?"}
  gewerkt_op: {soort: datum, vraag: "Wanneer is gewerkt?"}
  omzet:
    soort: bedrag
    per: [persoon, maand]
    ten_minste: 0
    vraag: Hoeveel is verdiend?
    uit_dossier: {neem: som factuurbedrag, van: factuurregels, waarin: [gewerkt_op is ten minste deze begin_tijdvak, gewerkt_op is ten hoogste deze einde_tijdvak]}
  opname: {soort: bedrag, per: [persoon, maand], ten_minste: 0, ten_hoogste: 9000, vraag: "Hoeveel is opgenomen?"}
  uren: {soort: aantal, per: [persoon, maand], ten_minste: 0, ten_hoogste: 744, vraag: "Hoeveel uren is gewerkt?"}
  ziek: {soort: ja_nee, per: maand, vraag: "Was het lid ziek?"}
  pot_begin:
    soort: bedrag
    per: persoon
    vraag: Wat zat er in de pot?
    uit_dossier: {neem: laatste pot_eind, van: overzicht, waarin: begin_tijdvak is minder dan deze begin_tijdvak}
begrippen:
  bijdrage: {soort: bedrag, per: [persoon, maand], berekening: "als ziek dan € 0,00 anders (10% van omzet afgerond op centen)", grondslag: Proefwet artikel 2}
  inleg: {soort: bedrag, per: [persoon, maand], berekening: omzet - bijdrage, grondslag: Proefwet artikel 2}
  pot_eind: {soort: bedrag, per: persoon, berekening: "(pot_begin of anders € 0,00) + inleg - opname", grondslag: Proefwet artikel 3}
  inkomen: {soort: bedrag, per: [persoon, maand], berekening: opname, grondslag: Proefwet artikel 4}
  uitkering: {soort: bedrag, per: maand, berekening: "de hoogste van (norm - (de som van inkomen), € 0,00)", grondslag: Proefwet artikel 5}
  druk: {soort: ja_nee, per: persoon, berekening: uren is meer dan 100, grondslag: Proefwet artikel 6}
besluiten:
  betaling:
    titel: Uitkering over de maand
    tijdvak: maand
    uitkomst: uitkering
    ook: [inkomen, druk]
    rechtskarakter: beschikking
    beslisser: college
    zienswijze: {op_aanvraag: nee, nadelig: [], financieel: ja}
    in_maandafrekening: ja
  overzicht:
    titel: Overzicht van de pot
    tijdvak: maand
    uitkomst: bijdrage
    ook: [pot_eind]
    rechtskarakter: privaatrechtelijk
    beslisser: cooperatie
    stand: {van: lid}
    in_maandafrekening: ja
    grootboek: {begin: pot_begin, erbij: inleg, eraf: opname, eind: pot_eind}
"""
TREASURER = Statement("P. Pen", "penningmeester", TODAY, TODAY)
MEMBERS = ("A. Zandstra", "B. Çelik", "C. de Vries")


def village(rules: str = RULES) -> Workspace:
    """The workspace of the village, in which the treasurer decides for the cooperative and a clerk for the college."""
    workspace, findings = workspace_of(rules)
    assert findings == ()
    mandates = tuple(
        Mandate(function, body, function, None, 0, None, "het mandaatbesluit", Span("mandaten.yaml"), {})
        for function, body in (("penningmeester", "cooperatie"), ("consulent", "college"))
    )
    return replace(workspace, mandates={"dorp": mandates})


@dataclass(slots=True)
class Kept:
    """A book in memory: what is written counts at once, and a refusal leaves what the test kept aside."""

    kept: Book = field(default_factory=lambda: Book(AGREEMENT, {}))
    number: int = 0

    def book(self) -> Book:
        """Everything in it."""
        return self.kept

    def append(self, drafts: Sequence[Draft]) -> tuple[Entry, ...]:
        """Number some acts."""
        acts = {kind: act for act, kind in CONTENT.items()}
        entries = tuple(
            Entry(
                number,
                acts[type(draft.content)],
                draft.dossier,
                f"2026-11-05T00:00:{number:06d}",
                "tester",
                draft.content,
                draft.subject,
                draft.month,
            )
            for number, draft in enumerate(drafts, start=self.number + 1)
        )
        self.number += len(entries)
        self.kept = with_entries(self.kept, entries)
        return entries

    def file_digest(self, content: bytes) -> str:
        """What recognises a file."""
        return hashlib.sha256(content).hexdigest()


def opened(*names: str) -> Kept:
    """A book with these members, who live alone, numbered L1 and on."""
    ledger = Kept()
    for number, name in enumerate(names or MEMBERS, start=1):
        alone = ReportedFact(
            name="leefvorm", value="alleen", source="register", date="2026-01-01", valid_from="2026-01-01"
        )
        person = Person(name=name, member_number=f"L{number}")
        ledger.append([Draft(Opened(), number), Draft(person, number), Draft(alone, number)])
    return ledger


def ground(workspace: Workspace | None = None, month: int = MONTH) -> Ground:
    """What the village asks of a month."""
    return ground_of(workspace or village(), Order(AGREEMENT, month, TODAY))


def asked() -> Asked:
    """What the village asks."""
    return ground().asked


def read(
    content: str | bytes,
    *,
    file: str = "oktober.csv",
    members: Iterable[str] = MEMBERS,
    remembered: dict[str, str] | None = None,
    sheets: Sequence[str] = (),
) -> tuple[tuple[Given, ...], tuple[Diagnostic, ...]]:
    """What a file for October says of these members."""
    book = opened(*members).book()
    what = asked()
    expected = Expected(what, members_of(book, ("lid", "weg"), MONTH), MONTH)
    encoded = content if isinstance(content, bytes) else content.encode()
    return read_intake(file, encoded, Vocabulary(what, remembered or {}), expected, sheets)


def codes(findings: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """Each finding as its code, row and column."""
    return [(found.code, found.span.line, found.span.column) for found in findings]


def settled(
    ledger: Kept,
    content: str | None,
    *,
    said: Statement | None = None,
    month: str = "2026-10",
    workspace: Workspace | None = None,
    columns: tuple[tuple[str, str], ...] = (),
    today: int | None = None,
    early: str = "",
    templates: tuple[Path, ...] | None = None,
) -> Settlement:
    """A month settled on a book, from a CSV file; without another day on one on which it is over."""
    day = parse_date(f"{month}-01")
    sent = None if content is None else Sent("maand.csv", content.encode(), columns)
    on = today or max(TODAY, last_of_month(day))
    if said is not None:
        said = replace(said, date=max(said.date, on), sent_on=max(said.sent_on, on))
    order = Order(AGREEMENT, day, on, said, early=early, templates=templates)
    return settle(ledger, ground_of(workspace or village(), order), order, sent, lambda _, items: items)
