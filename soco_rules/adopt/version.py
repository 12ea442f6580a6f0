"""Adopt a version of an agreement: finished, without a mistake, by the governing body or under a mandate of it."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.adopt.mandate import mandate_for_agreements
from soco_rules.adopt.statement import HERE
from soco_rules.adopt.statement import faults_in_signature
from soco_rules.catalogue import finding
from soco_rules.compiler.versions import previous_version
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.diagnostics import did_you_mean
from soco_rules.diagnostics import has_errors
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Status
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import parse_date
from soco_rules.model.workspace import Workspace
from soco_rules.parser.register import REGISTER
from soco_rules.parser.register import Consent
from soco_rules.parser.register import Recorded
from soco_rules.parser.register import read_register
from soco_rules.parser.register import with_version
from soco_rules.review import review

CODE = "versie-niet-vast-te-stellen"
BOARD = "bestuursbesluit"
MOST_YEARS_BEFORE = 5
"""An older decision is not about a version. Assumed: no source says how long consent lasts; it finds a wrong year."""


def adopt_version(
    workspace: Workspace,
    reference: str,
    version: int,
    *,
    by: str,
    function: str,
    day: int,
    consent: Consent | None,
    register: bytes,
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The register with this version in it, or everything that stands in the way.

    `version` and `day` are day numbers: the first day of the version, and the day of adopting. `consent` is the
    decision of the governing body; without it the function needs a mandate that names agreements. `register` is the
    text of agreements/vastgesteld.yaml, empty where there is none. The workspace is without errors in its files.
    """
    agreement, findings = _version(workspace, reference, version)
    if agreement is None:
        return None, findings
    mandate = None if consent else mandate_for_agreements(workspace, reference, function, day)
    findings = (
        *_unfinished(agreement),
        *_said(by, function),
        *_agreed(agreement, consent, day),
        *(() if consent or mandate else (_unmandated(agreement, function, day),)),
        *_known(agreement, register),
        *review(workspace, [reference]),
    )
    if has_errors(findings):
        return None, findings
    findings = (*findings, *_begun(workspace, agreement, day))
    recorded = Recorded(
        agreement.sha256,
        by.strip(),
        function.strip(),
        iso_day(day),
        Consent(consent.reference.strip(), consent.date) if consent else None,
        f"{mandate.name} ({mandate.source})" if mandate else "",
    )
    written = with_version(register, reference, iso_day(version), recorded)
    if written is None:
        message = "in dit register is niet te zien waar een versie bij kan"
        remedy = "zet elk kenmerk aan het begin van een regel, met de versies ingesprongen eronder"
        return None, (finding(CODE, Span(REGISTER), message, remedy=remedy),)
    return written, findings


def _version(
    workspace: Workspace, reference: str, version: int
) -> tuple[Agreement | None, tuple[Diagnostic, ...]]:
    versions = workspace.agreements.get(reference, ())
    if not versions:
        remedy = did_you_mean(reference, workspace.agreements, otherwise="")
        return None, (finding("onbekende-overeenkomst", HERE, f"'{reference}' bestaat niet", remedy=remedy),)
    found = next((one for one in versions if one.valid_from == version), None)
    if found is None:
        dates = ", ".join(iso_day(one.valid_from) for one in versions)
        message = f"van '{reference}' begint er geen versie op {as_dutch(version, Kind.DATE)}"
        return None, (finding(CODE, HERE, message, remedy=f"deze versies zijn er: {dates}"),)
    return found, ()


def _unfinished(agreement: Agreement) -> Iterator[Diagnostic]:
    status = agreement.spans.get("status", agreement.span)
    if agreement.status is not Status.ADOPTED:
        message = f"deze versie heeft de status '{agreement.status}'"
        remedy = f"schrijf status: {Status.ADOPTED} als het bestuur ermee heeft ingestemd"
        yield finding(CODE, status, message, remedy=remedy)
    if agreement.is_example:
        message = (
            "deze versie is een voorbeeld uit openbare bronnen; daarmee komt er nooit een definitieve brief"
        )
        yield finding(CODE, agreement.spans.get("voorbeeld", status), message)
    for point in agreement.points.values():
        if point.open_reason is not None:
            message = f"het punt '{point.name}' is nog open"
            yield finding(CODE, point.span, message, remedy="vul het punt in met een bron")


def _said(by: str, function: str) -> Iterator[Diagnostic]:
    for message, remedy in faults_in_signature(by, function):
        yield finding(CODE, HERE, message, remedy=remedy)


def _agreed(agreement: Agreement, consent: Consent | None, day: int) -> Iterator[Diagnostic]:
    """An agreement binds by a decision of the governing body; the register says which, so that it can be found."""
    if consent is None:
        return
    if not consent.reference.strip():
        body = _body_of(agreement)
        message = f"het kenmerk ontbreekt van het besluit waarmee {body} instemde"
        yield finding(BOARD, HERE, message, remedy="geef --bestuursbesluit en --bestuursbesluit-datum")
        return
    if not consent.reference.isprintable():
        message = "in het kenmerk van het bestuursbesluit staat een teken dat niet te zien is"
        yield finding(BOARD, HERE, message, remedy="typ het kenmerk op één regel")
    if (decided := parse_date(consent.date)) > day:
        message = (
            f"het bestuursbesluit is van {as_dutch(decided, Kind.DATE)}, na de dag van vaststellen "
            f"({as_dutch(day, Kind.DATE)})"
        )
        yield finding(BOARD, HERE, message, remedy="stel een versie pas vast na het besluit")
    if is_too_old(decided, agreement):
        message = (
            f"het bestuursbesluit is van {as_dutch(decided, Kind.DATE)}, meer dan {MOST_YEARS_BEFORE} jaar voor de "
            f"eerste dag van deze versie ({as_dutch(agreement.valid_from, Kind.DATE)})"
        )
        remedy = "kijk de dag na; is het besluit echt zo oud, leg de versie dan opnieuw aan het bestuursorgaan voor"
        yield finding(BOARD, HERE, message, remedy=remedy)


def is_too_old(decided: int, agreement: Agreement) -> bool:
    """Whether a decision of this day is too old to be about a version."""
    begin = iso_day(agreement.valid_from)
    return iso_day(decided) < f"{int(begin[:4]) - MOST_YEARS_BEFORE:04}{begin[4:]}"


def _body_of(agreement: Agreement) -> str:
    return agreement.municipality.authority if agreement.municipality else "het bestuursorgaan"


def _unmandated(agreement: Agreement, function: str, day: int) -> Diagnostic:
    """Neither the governing body decided, nor somebody with a mandate of it (Awb 10:1 and 10:3)."""
    municipality = agreement.reference.partition("/")[0]
    message = (
        f"er is geen besluit genoemd waarmee {_body_of(agreement)} instemde, en de functie '{function}' heeft op "
        f"{as_dutch(day, Kind.DATE)} geen mandaat om overeenkomsten vast te stellen"
    )
    remedy = (
        "geef --bestuursbesluit en --bestuursbesluit-datum, of noem overeenkomst bij de besluiten van een mandaat in "
        f"agreements/{municipality}/mandaten.yaml"
    )
    return finding(BOARD, HERE, message, remedy=remedy)


def _begun(workspace: Workspace, agreement: Agreement, day: int) -> Iterator[Diagnostic]:
    """Until it is adopted a version has no force; adopting it afterwards makes it hold for days on which another held.

    Before the first version that is adopted nothing held, so that reaches back over nothing.
    """
    before = previous_version(workspace.agreements[agreement.reference], agreement)
    if before is not None and agreement.valid_from < day:
        message = (
            f"deze versie gaat in op {as_dutch(agreement.valid_from, Kind.DATE)}, voor de dag van vaststellen: "
            f"zij geldt dan met terugwerkende kracht, in plaats van de versie van {as_dutch(before.valid_from, Kind.DATE)}"
        )
        place = agreement.spans.get("geldig_vanaf", agreement.span)
        yield finding("versie-terugwerkend", place, message)


def _known(agreement: Agreement, register: bytes) -> Iterator[Diagnostic]:
    recorded, places, findings = read_register(register)
    yield from findings
    key = agreement.reference, iso_day(agreement.valid_from)
    if key in recorded:
        adopted = recorded[key]
        who = f" door {adopted.by}, {adopted.function}, op {adopted.date}" if adopted.by else ""
        same = "en sindsdien niet" if adopted.sha256 == agreement.sha256 else "en is daarna"
        message = f"deze versie is al vastgesteld{who}, {same} veranderd"
        yield finding(CODE, places[key], message, remedy="maak voor een wijziging een nieuwe versie")
