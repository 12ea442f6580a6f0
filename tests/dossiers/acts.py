"""Books written as a document, for tests: one act a line, numbered by its line, done a minute after the one before.

Example:
    1 geopend
    1 feit leefvorm = alleenstaande vanaf 2026-01-01 volgens klantmanager
    1 feit loon/belanghebbende 2026-02 = 100.00 volgens loonstrook vervangt 2
    1 dag toelating ontvangen = 2026-01-05
    1 feit ontvangen = 2026-01-05 bij toelating
    1 oordeel akkoord = ja vanaf 2026-01-01
    1 factuurregel F-1: factuurbedrag = 100.00; verricht_op = 2026-03-02
    1 besluit verrekening 2026-02: bijstand = 900.00; recht = wel_recht
    1 besluit toelating op 2026-01-15 naar lid: toelating = toegewezen
    1 besluit herziening 2026-02 in plaats van 6: bijstand = 800.00
    1 voorstel verrekening 2026-03
    1 getekend 9
    1 teruggegeven 9: de datum klopt niet
    1 toegewezen M. Bakker
    1 inzage behandeling van het dossier
    1 heropend 6 wegens 3
    1 gewist

The first word is the number of the dossier; with `ronde voorjaar` behind it `geopend` puts the person in a round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.decision import DecisionStatus
from soco_rules.model.dossier import Act
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Assigned
from soco_rules.model.dossier import Book
from soco_rules.model.dossier import Consulted
from soco_rules.model.dossier import Content
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Erased
from soco_rules.model.dossier import GivenJudgement
from soco_rules.model.dossier import InvoiceLine
from soco_rules.model.dossier import Opened
from soco_rules.model.dossier import Person
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.dossier import Returned
from soco_rules.model.dossier import Signed
from soco_rules.model.values import Role

DAY = "2026-01-01"
_ACTS = {
    "geopend": Act.OPENED,
    "persoon": Act.PERSON,
    "feit": Act.FACT,
    "dag": Act.FACT,
    "oordeel": Act.JUDGEMENT,
    "factuurregel": Act.INVOICE,
    "voorstel": Act.PROPOSAL,
    "getekend": Act.FIRST_SIGNATURE,
    "teruggegeven": Act.RETURNED,
    "toegewezen": Act.ASSIGNED,
    "inzage": Act.CONSULTED,
    "besluit": Act.ADOPTION,
    "heropend": Act.REOPENED,
    "gewist": Act.ERASED,
}
_FACT = re.compile(
    r"(?P<name>\w+)(?:/(?P<role>\w+))?(?: (?P<month>\d{4}-\d\d))? = (?P<value>.+?)"
    r"(?: vanaf (?P<first>\S+))?(?: tot en met (?P<last>\S+))?"
    r"(?: volgens (?P<source>.+?))?(?: vervangt (?P<replaces>[\d, ]+))?(?: bij (?P<besluit>\w+))?"
)
_DECISION = re.compile(
    r"(?P<name>\w+)(?: (?P<month>\d{4}-\d\d))?(?: op (?P<day>\S+?))?(?: naar (?P<state>\w+))?"
    r"(?: in plaats van (?P<corrects>\d+))?(?:: (?P<values>.+))?"
)
_LINE = re.compile(r"(?P<mark>[\w-]+)(?:/(?P<role>\w+))?(?:: (?P<facts>.+))?")
_REOPENED = re.compile(r"(?P<adoption>\d+) wegens (?P<because>[\d, ]+)")


def book(text: str, agreement: str = "dorp/samen") -> Book:
    """The book of these acts."""
    lines = [line.strip() for line in text.strip().splitlines()]
    entries = [_entry(number, line) for number, line in enumerate(lines, start=1)]
    erased = {entry.dossier for entry in entries if entry.act is Act.ERASED}
    dossiers: dict[int, list[Entry]] = {}
    for entry in entries:
        assert entry.dossier is not None
        kept = entry if entry.dossier not in erased else _unreadable(entry)
        dossiers.setdefault(entry.dossier, []).append(kept)
    return Book(agreement, {number: Dossier(number, tuple(acts)) for number, acts in dossiers.items()})


def dossier(text: str) -> Dossier:
    """The only dossier of a book."""
    (only,) = book(text).dossiers.values()
    return only


def moment(number: int) -> str:
    """The moment of the act with this number."""
    return f"2026-01-01T{number // 60:02d}:{number % 60:02d}:00.000000Z"


def _entry(number: int, line: str) -> Entry:
    which, act, *rest = line.split(" ", 2)
    content, subject, month = _content(act, rest[0] if rest else "")
    return Entry(number, _ACTS[act], int(which), moment(number), "tester", content, subject, month)


def _unreadable(entry: Entry) -> Entry:
    return Entry(entry.number, entry.act, entry.dossier, entry.at, entry.by, None, entry.subject, entry.month)


def _content(act: str, said: str) -> tuple[Content, str | None, str | None]:
    match act:
        case "geopend":
            return Opened(round_name=said.removeprefix("ronde ") or None), None, None
        case "persoon":
            return Person(name=said), None, None
        case "feit":
            return _fact(said), _matched(_FACT, said)["besluit"], None
        case "dag":
            besluit, _, rest = said.partition(" ")
            return _day(rest), besluit, None
        case "oordeel":
            return _judgement(said), None, None
        case "factuurregel":
            return _invoice_line(said), None, None
        case "voorstel":
            found = _matched(_DECISION, said)
            return _proposed(found["name"], _month(found["month"])), found["name"], _month(found["month"])
        case "getekend":
            return Signed(proposal=int(said), by="eerste", function="klantmanager", date=DAY), None, None
        case "teruggegeven":
            proposal, _, remark = said.partition(": ")
            return Returned(proposal=int(proposal), remark=remark), None, None
        case "toegewezen":
            return Assigned(to=None if said == "niemand" else said), None, None
        case "inzage":
            return Consulted(purpose=said), None, None
        case "besluit":
            found = _matched(_DECISION, said)
            return _adopted(found), found["name"], _month(found["month"])
        case "heropend":
            found = _matched(_REOPENED, said)
            (adoption,), because = _numbers(found["adoption"]), _numbers(found["because"])
            return Reopened(adoption=adoption, because=because, reason="nieuw"), None, None
        case _:
            return Erased(reason="bewaartermijn", basis="Archiefwet"), None, None


def _fact(said: str) -> ReportedFact:
    found = _matched(_FACT, said)
    return ReportedFact(
        name=found["name"],
        role=Role(found["role"]) if found["role"] else None,
        value=None if found["value"] == "onbekend" else found["value"],
        source=found["source"] or "klantmanager",
        date=DAY,
        valid_from=_month(found["month"]) or found["first"] or DAY,
        valid_to=found["last"],
        replaces=_numbers(found["replaces"]),
    )


def _day(said: str) -> ReportedFact:
    name, _, day = said.partition(" = ")
    return ReportedFact(name=name, value=day, source="procedure", date=DAY, valid_from=day)


def _judgement(said: str) -> GivenJudgement:
    found = _matched(_FACT, said)
    return GivenJudgement(
        name=found["name"],
        role=Role(found["role"]) if found["role"] else None,
        value=None if found["value"] == "onbekend" else found["value"],
        by="A. de Groot",
        date=DAY,
        reason="gezien",
        valid_from=found["first"] or DAY,
        valid_to=found["last"],
    )


def _invoice_line(said: str) -> InvoiceLine:
    found = _matched(_LINE, said)
    role = Role(found["role"]) if found["role"] else Role.APPLICANT
    facts = dict(_pairs(found["facts"]))
    return InvoiceLine(mark=found["mark"] or "", role=role, facts=facts, source="factuur", date=DAY)


def _adopted(found: dict[str, str | None]) -> Adopted:
    name, month, day = found["name"], _month(found["month"]), found["day"] or DAY
    adoption = Adoption(
        decision=_decision(name, month, day),
        by="A. de Groot",
        function="klantmanager",
        mandate=None,
        date=day,
        sent_on=day,
    )
    return Adopted(
        proposal=0,
        adoption=adoption,
        values=dict(_pairs(found["values"])),
        state=found["state"],
        corrects=int(found["corrects"]) if found["corrects"] else None,
    )


def _proposed(name: str | None, month: str | None) -> Proposed:
    return Proposed(decision=_decision(name, month, DAY), knowledge=moment(0))


def _decision(name: str | None, month: str | None, day: str) -> Decision:
    assert name is not None
    return Decision(
        decision=name,
        title=name,
        agreement="dorp/samen",
        version=DAY,
        reference_date=month or day,
        decision_date=day,
        period=month[:7] if month else None,
        status=DecisionStatus.KNOWN,
    )


def _month(text: str | None) -> str | None:
    return f"{text}-01" if text else None


def _numbers(text: str | None) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text or ""))


def _pairs(text: str | None) -> Iterator[tuple[str, str | None]]:
    for pair in text.split("; ") if text else ():
        name, _, value = pair.partition(" = ")
        yield name, None if value == "onbekend" else value


def _matched(form: re.Pattern[str], said: str) -> dict[str, str | None]:
    found = form.fullmatch(said)
    assert found, said
    return found.groupdict()
