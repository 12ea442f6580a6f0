"""A year of a cooperative, month by month, with every cent reckoned by hand from the rules that are shipped.

The agreement is that of Scope, with what is earned as income every month and a loss that goes off later months of the
calendar year. A is a member all year, B from April, C until August. In March the costs of A come late, in October the
turnover of April turns out to be lower, June is above the norm, May is without turnover, and February and December are
a loss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace

import pytest

from soco_rules.adopt.statement import Statement
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import has_errors
from soco_rules.dossiers.adopting import sign
from soco_rules.dossiers.deciding import as_draft
from soco_rules.dossiers.deciding import desk_for
from soco_rules.dossiers.deciding import propose_for
from soco_rules.dossiers.making_known import made_known
from soco_rules.dossiers.present import adopted_of
from soco_rules.dossiers.waiting import waiting_in
from soco_rules.facts import Dates
from soco_rules.facts import last_of_month
from soco_rules.model.adoption import Hearing
from soco_rules.model.adoption import Manner
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Draft
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.mandate import Mandate
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.workspace import load_workspace
from soco_rules.parser.workspace import shipped_root
from soco_rules.settling.looking import Sent
from soco_rules.settling.settle import Order
from soco_rules.settling.settle import Settlement
from soco_rules.settling.settle import correct
from soco_rules.settling.settle import ground_of
from soco_rules.settling.settle import settle
from tests.settling.village import Kept
from tests.web.persons import ROOT

SCOPE = "delft/scope"
RULES = "agreements/delft/scope/2017-09-01.yaml"
AGREED = {
    "verrekenwijze": "maandelijks",
    "verlies": "verrekenen_boekjaar",
    "vrijlating_telt_voor_recht": "nee",
    "proefperiode": "niet van toepassing",
}
KNOWN = {
    "uitkering": "pw",
    "leefvorm": "alleenstaande",
    "kostendelers": "1",
    "geboortedatum": "1984-03-02",
    "medisch_urenbeperkt": "nee",
    "loonkostensubsidie": "nee",
    "woont_in_gemeente": "ja",
    "verwezen_door": "werkse",
    "ondernemingsplan_aanwezig": "ja",
    "in_schuldsanering": "nee",
}
FOUND = ("draagt_bij_aan_arbeidsinschakeling", "toestemming_gemeente", "cooperatie_laat_toe")
JOINED = {1: ("A. Zandstra", "2026-01-01"), 2: ("B. Çelik", "2026-04-10"), 3: ("C. de Vries", "2026-01-01")}
NOT_ASKED = Hearing(manner=Manner.NOT_REQUIRED, account="")
HEARD = Hearing(manner=Manner.HEARD, date="2026-08-19", account="Zij stopt omdat zij dat zelf wil.")
MONEY = Hearing(manner=Manner.FINANCIAL, account="In bezwaar is het bedrag te herstellen.")

FILES = {
    "2026-01": "L1 800,00 120,00, L3 0 0",
    "2026-02": "L1 100,00 400,00, L3 333,33 0",
    "2026-03": "L1 400,00 0, L3 100,00 0",
    "2026-04": "L1 1200,05 0,02, L2 50,00 200,00, L3 0 0",
    "2026-05": "L1 0 0, L2 100,00 0, L3 0 0",
    "2026-06": "L1 1500,00 0, L2 0 0, L3 0 0",
    "2026-07": "L1 500,00 0, L2 200,00 0, L3 0 0",
    "2026-08": "L1 600,00 0, L2 0,05 0, L3 0 0",
    "2026-09": "L1 700,00 0, L2 300,00 0",
    "2026-10": "L1 800,00 0, L2 300,00 0",
    "2026-11": "L1 0,05 0, L2 300,00 0",
    "2026-12": "L1 100,00 900,00, L2 300,00 0",
}
"""Of each member the turnover and the costs; ? is unknown."""

BY_HAND = """\
L1 2026-01: bijdrage 68.00, inkomsten 680.00, vrijlating 170.00, bijstand 891.50
L1 2026-02: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L1 2026-03: bijdrage 40.00, inkomsten 400.00, vrijlating 100.00, bijstand 1101.50
L1 2026-04: bijdrage 100.00, inkomsten 1000.03, vrijlating 250.01, bijstand 651.48
L1 2026-05: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L1 2026-06: bijdrage 150.00, inkomsten 1500.00, vrijlating 285.00, bijstand 0.00
L1 2026-07: bijdrage 50.00, inkomsten 500.00, vrijlating 125.00, bijstand 1044.46
L1 2026-08: bijdrage 60.00, inkomsten 600.00, vrijlating 150.00, bijstand 969.46
L1 2026-09: bijdrage 70.00, inkomsten 700.00, vrijlating 175.00, bijstand 894.46
L1 2026-10: bijdrage 80.00, inkomsten 800.00, vrijlating 0.00, bijstand 619.46
L1 2026-11: bijdrage 0.01, inkomsten 0.05, vrijlating 0.00, bijstand 1419.41
L1 2026-12: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1419.46
L2 2026-04: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L2 2026-05: bijdrage 10.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L2 2026-06: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L2 2026-07: bijdrage 20.00, inkomsten 150.00, vrijlating 37.50, bijstand 1306.96
L2 2026-08: bijdrage 0.01, inkomsten 0.05, vrijlating 0.01, bijstand 1419.42
L2 2026-09: bijdrage 30.00, inkomsten 300.00, vrijlating 75.00, bijstand 1194.46
L2 2026-10: bijdrage 30.00, inkomsten 300.00, vrijlating 75.00, bijstand 1194.46
L2 2026-11: bijdrage 30.00, inkomsten 300.00, vrijlating 75.00, bijstand 1194.46
L2 2026-12: bijdrage 30.00, inkomsten 300.00, vrijlating 75.00, bijstand 1194.46
L3 2026-01: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L3 2026-02: bijdrage 33.33, inkomsten 333.33, vrijlating 83.33, bijstand 1151.50
L3 2026-03: bijdrage 10.00, inkomsten 100.00, vrijlating 25.00, bijstand 1326.50
L3 2026-04: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L3 2026-05: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L3 2026-06: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1401.50
L3 2026-07: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1419.46
L3 2026-08: bijdrage 0.00, inkomsten 0.00, vrijlating 0.00, bijstand 1419.46"""
"""
The contribution is 10% of turnover minus costs, never below zero. The norm is € 1.401,50, and € 1.419,46 from July.
Income of B in July is 200 minus the loss of 50 that April and May left; A has no such loss, for January came first.
The vrijlating is 25%, at most € 285, in six months: of A January, March, April, July, August and September, for in June
the income was not below the norm, and a month without income is none.
"""


@dataclass(frozen=True, slots=True)
class Year:
    """The book of the cooperative, and who acts in it."""

    workspace: Workspace
    ledger: Kept = field(default_factory=lambda: Kept(Book(SCOPE, {})))

    def tell(self, number: int, day: str, facts: dict[str, str], found: tuple[str, ...] = ()) -> None:
        """Record facts, and judgements that are yes."""
        self.ledger.append(
            [
                *(
                    Draft(
                        ReportedFact(name=name, value=value, source="gesprek", date=day, valid_from=day),
                        number,
                    )
                    for name, value in facts.items()
                ),
                *(
                    Draft(
                        GivenJudgement(
                            name=name, value="ja", by="K. Jansen", date=day, reason="gesprek", valid_from=day
                        ),
                        number,
                    )
                    for name in found
                ),
            ]
        )

    def decide(self, number: int, besluit: str, day: str, said: Statement, month: str = "") -> str:
        """Propose and adopt one besluit; its outcome."""
        about = parse_date(f"{month}-01" if month else day)
        desk, wrong = desk_for(self.workspace, SCOPE, besluit, Dates(about, parse_date(day)))
        assert desk, wrong
        prepared, wrong = propose_for(desk, self.ledger.book(), number)
        assert prepared, wrong
        (entry,) = self.ledger.append([as_draft(number, prepared)])
        dossier = self.ledger.book().dossiers[number]
        waiting, wrong = waiting_in(dossier, entry.number)
        assert waiting, wrong
        agreed, wrong = sign(prepared, waiting, dossier, said)
        assert agreed, [found.message for found in wrong]
        self.ledger.append([agreed.draft])
        return str(prepared.decision.outcome)

    def make_known(self, number: int, day: str) -> None:
        """Record that a letter of one's own about the last adoption went out on a day."""
        dossier = self.ledger.book().dossiers[number]
        on, last = parse_date(day), dossier.entries[-1].number
        draft, wrong = made_known(dossier, last, day=on, letter="brief 7", reason="", today=on)
        assert draft, wrong
        self.ledger.append([draft])

    def settle(self, month: str, rows: str) -> tuple[Settlement, ...]:
        """A month from its file, adopted by the treasurer and then by the clerk."""
        first = parse_date(f"{month}-01")
        on = last_of_month(first) + 10
        sent = Sent("maand.csv", file_of(rows))
        orders = [Order(SCOPE, first, on, said) for said in (treasurer(on), clerk(on, MONEY))]
        return tuple(
            settle(self.ledger, ground_of(self.workspace, order), order, sent, lambda _, items: items)
            for order in orders
        )

    def correct(self, month: str, rows: str, day: str) -> Settlement:
        """What was wrong in a month is booked on a day."""
        order = Order(SCOPE, parse_date(f"{month}-01"), parse_date(day))
        return correct(self.ledger, ground_of(self.workspace, order), order, Sent("beter.csv", file_of(rows)))

    def told(self) -> str:
        """What was adopted of each member and month."""
        lines = []
        for number, dossier in self.ledger.book().dossiers.items():
            months: dict[str, dict[str, str | None]] = {}
            for standing in adopted_of(dossier):
                if standing.entry.month is not None:
                    months.setdefault(standing.entry.month[:7], {}).update(standing.values)
            for month, values in sorted(months.items()):
                named = {
                    slot.partition("/")[0]: value for slot, value in values.items() if "partner" not in slot
                }
                amounts = (
                    f"{name} {named[name]}" for name in ("bijdrage", "inkomsten", "vrijlating", "bijstand")
                )
                lines.append(f"L{number} {month}: {', '.join(amounts)}")
        return "\n".join(lines)


def treasurer(on: int) -> Statement:
    return Statement("P. Pen", "penningmeester", on, on, reasons="Welkom.")


def clerk(on: int, hearing: Hearing | None) -> Statement:
    return Statement("I. Kom", "consulent", on, on, hearing, "Deze inkomsten helpen op weg naar werk.")


def file_of(rows: str) -> bytes:
    cells = (row.replace("?", "").split(" ") for row in rows.split(", "))
    lines = (f"{member};{turnover};{costs};0;0;0" for member, turnover, costs in cells)
    return "\n".join(("lidnummer;omzet;opdrachtkosten;opname;loon;ander_inkomen", *lines)).encode()


def begun() -> Year:
    """The three members, admitted and with a place on the day on which they joined."""
    text = (ROOT / RULES).read_text("utf-8")
    for name, value in AGREED.items():
        point = f"  {name}: {{waarde: {value}, aanname: verzonnen voor deze toets}}"
        text = re.sub(rf"^  {name}: .*$", point, text, flags=re.MULTILINE)
    workspace, findings = load_workspace(
        ROOT, shipped_root(), references=(SCOPE,), instead={RULES: text.encode()}
    )
    assert not has_errors(findings)
    mandates = tuple(
        Mandate(function, body, function, None, 0, None, "het mandaatbesluit", Span("mandaten.yaml"), {})
        for function, body in (("penningmeester", "cooperatie"), ("consulent", "college"))
    )
    year = Year(replace(workspace, mandates={"delft": mandates}))
    for number, (name, day) in JOINED.items():
        year.ledger.append(
            [Draft(Opened(), number), Draft(Person(name=name, member_number=f"L{number}"), number)]
        )
        year.tell(number, "2025-12-01", KNOWN, FOUND)
        year.tell(number, day, {"startdatum": day, "verwachte_uren": "800"})
        on = parse_date(day)
        year.decide(number, "toelating", day, clerk(on, NOT_ASKED))
        year.decide(number, "plaatsing", day, treasurer(on))
    return year


@pytest.mark.slow
def test_every_cent_of_a_year_is_what_a_hand_reckons() -> None:
    year = begun()
    found: list[str] = []
    for month, rows in FILES.items():
        if month == "2026-03":  # of A the costs are not known, so her April has to wait
            late = year.settle(month, rows.replace("L1 400,00 0", "L1 400,00 ?"))
            early = year.settle("2026-04", FILES["2026-04"])
            found += [each.code for done in (*late, *early) for each in done.findings]
        if month == "2026-08":
            day = "2026-08-20"
            year.tell(3, day, {"reden_uitstroom": "eigen_wens", "gestopt_op": day})
            year.decide(3, "uitstroom", day, clerk(parse_date(day), HEARD))
            year.make_known(3, day)
        if month == "2026-10":
            day = "2026-10-20"
            year.correct("2026-04", FILES["2026-04"].replace("1200,05", "1000,05"), day)
            year.decide(1, "bijdrageoverzicht", day, treasurer(parse_date(day)), "2026-04")
            found.append(year.decide(1, "herziening", day, clerk(parse_date(day), MONEY), "2026-04"))
        year.settle(month, rows)

    waited = ["invoer-leeg"] * 2 + ["maand-volgorde-lid"] * 4
    assert (BY_HAND, [*waited, "nabetaling"]) == (year.told(), found)


@pytest.mark.slow
def test_in_a_new_year_the_loss_begins_anew_and_no_amount_of_last_year_counts() -> None:
    year = begun()
    year.settle("2026-12", "L1 100,00 900,00, L2 300,00 0, L3 0 0")
    (treasurers, clerks) = year.settle("2027-01", "L1 50,00 0, L2 0 0, L3 0 0")

    overview = adopted_of(year.ledger.book().dossiers[1], "bijdrageoverzicht")[-1]
    refused = [
        found.message
        for number, besluit, findings in clerks.taken.refused
        for found in findings
        if (number, besluit) == (1, "verrekening")
    ]
    assert (3, 0, "2027-01-01", "5.00", [True]) == (
        treasurers.taken.adopted,
        clerks.taken.adopted,
        overview.entry.month,
        overview.values["bijdrage/belanghebbende"],
        ["norm" in message for message in refused],
    )
