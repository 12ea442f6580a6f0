"""A dossier: what is known of one member, in the order in which it became known.

A book (*boek*) holds everything of one agreement as numbered acts that are never changed. The contents are the JSON
of the stored acts and of `soco dossier inzage`; field names are English, aliases Dutch. Values of facts are in the one
encoding of `values.encode`, days are ISO dates, moments are UTC with microseconds (`2026-11-21T09:30:00.000000Z`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import AliasChoices
from pydantic import AliasPath
from pydantic import BeforeValidator
from pydantic import ConfigDict
from pydantic import Field

from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Hearing
from soco_rules.model.decision import APPEALABLE
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import Part
from soco_rules.model.decision import texts_of
from soco_rules.model.objecting import Objected
from soco_rules.model.objecting import ObjectionDecided
from soco_rules.model.objecting import ObjectionStep
from soco_rules.model.objection import OnObjection
from soco_rules.model.values import Role


class Act(StrEnum):
    """What happened (`handeling`)."""

    OPENED = "geopend"
    PERSON = "persoon"
    FACT = "feit"
    JUDGEMENT = "oordeel"
    INVOICE = "factuurregel"
    PROPOSAL = "voorstel"
    FIRST_SIGNATURE = "eerste_handtekening"
    RETURNED = "teruggegeven"
    ADOPTION = "vaststelling"
    LETTER = "brief"
    MADE_KNOWN = "bekendmaking"
    REOPENED = "heropend"
    ERASED = "gewist"
    ERASURE_LISTED = "wislijst"
    ROUND = "ronde"
    INTAKE = "invoer"
    COLUMNS = "kolommen"
    ASSIGNED = "toegewezen"
    CONSULTED = "inzage"
    KEYS_CHANGED = "sleutelwissel"
    OBJECTION = "bezwaar"
    OBJECTION_STEP = "stap_in_bezwaar"
    OBJECTION_DECIDED = "besluit_op_bezwaar"


class Moves(StrEnum):
    """When an adopted decision moves the stand (`stand_bij`).

    One that burdens somebody does so once it was made known, for it does not work before (Awb 3:40): on the day of
    sending where its letter was ready, else on the day that is recorded afterwards. Any other does so when it is
    adopted, so that no place is given twice.
    """

    ADOPTED = "vaststellen"
    SENT = "verzenden"
    MADE_KNOWN = "bekendmaken"


class Opened(Part):
    """A dossier was opened; `round_name` is the round in which the person takes part, if there are rounds."""

    round_name: str | None = Field(None, alias="ronde")


class Person(Part):
    """Who the dossier is about: no more than a letter and an unmistakable match need.

    `member_number` is the name under which the cooperative knows the person. A `bsn` is nine digits that pass the
    eleven-test; it is stored for matching and letters to authorities and never printed in an overview.
    """

    name: str = Field(alias="naam")
    address: tuple[str, ...] = Field((), alias="adres")
    member_number: str | None = Field(None, alias="lidnummer")
    bsn: str | None = None
    partner_name: str | None = Field(None, alias="naam_partner")
    partner_bsn: str | None = Field(None, alias="bsn_partner")


class ReportedFact(Part):
    """What one source says of a fact, for the days from `valid_from` through `valid_to` (None: until told otherwise).

    A monthly fact holds for exactly one month. A newer report of the same source for the same time takes the place of
    the older one; reports of different sources stay beside each other, and contradict where they differ, until a
    report names in `replaces` the acts whose place it takes.
    """

    name: str = Field(alias="naam")
    role: Role | None = Field(None, alias="rol")
    value: str | None = Field(alias="waarde")
    source: str = Field(alias="bron")
    date: str = Field(alias="datum")
    valid_from: str = Field(alias="geldig_vanaf")
    valid_to: str | None = Field(None, alias="geldig_tot_en_met")
    replaces: tuple[int, ...] = Field((), alias="vervangt")


class GivenJudgement(Part):
    """What a person found (`oordeel`), why, and for which days; a newer one takes its place."""

    name: str = Field(alias="naam")
    role: Role | None = Field(None, alias="rol")
    value: str | None = Field(alias="waarde")
    by: str = Field(alias="door")
    date: str = Field(alias="datum")
    reason: str = Field(alias="reden")
    valid_from: str = Field(alias="geldig_vanaf")
    valid_to: str | None = Field(None, alias="geldig_tot_en_met")


class InvoiceLine(Part):
    """A line of an invoice: the facts of the line by name. `mark` tells it from the other lines of this dossier.

    A newer line with the same mark takes the place of the older one; one without facts withdraws it.
    """

    mark: str = Field(alias="kenmerk")
    role: Role = Field(Role.APPLICANT, alias="rol")
    facts: dict[str, str | None] = Field(alias="feiten")
    source: str = Field(alias="bron")
    date: str = Field(alias="datum")


class Origin(Part):
    """Where a gathered value comes from: the acts of a dossier (`dossier` is that of another member, where it is)."""

    name: str = Field(alias="naam")
    role: Role | None = Field(None, alias="rol")
    acts: tuple[int, ...] = Field((), alias="handelingen")
    by_hand: str | None = Field(None, alias="met_de_hand")
    """What a person supplied instead of what the dossier counted, with the counted value in words."""


class Proposed(Part):
    """A proposed decision, with the origin of each fact that the dossier supplied.

    `facts` and `judgements` are what a person supplied for this decision only; the dossier does not hold them besides.
    """

    decision: Decision = Field(alias="besluit")
    origins: tuple[Origin, ...] = Field((), alias="herkomst")
    knowledge: str = Field(alias="kennis_tot")
    facts: tuple[ReportedFact, ...] = Field((), alias="feiten_erbij")
    judgements: tuple[GivenJudgement, ...] = Field((), alias="oordelen_erbij")


class Signed(Part):
    """The first of two signatures, under a proposal (its number): what will be adopted if the second person agrees."""

    proposal: int = Field(alias="voorstel")
    by: str = Field(alias="door")
    function: str = Field(alias="functie")
    date: str = Field(alias="datum")
    outcome: Outcome = Field(None, alias="uitkomst")
    hearing: Hearing | None = Field(None, alias="zienswijze")
    reasons: str = Field("", alias="toelichting")


class Returned(Part):
    """A proposal was given back with a remark: it is adopted no more, until a new one is made for the same besluit."""

    proposal: int = Field(alias="voorstel")
    remark: str = Field(alias="opmerking")


class Adopted(Part):
    """An adopted decision, of which proposal, and what it changed.

    `values` has every value of the decision as taken, by slot and encoded: what dossier definitions read. `state` is
    the stand after it, None where it does not move, and `moves` when. `corrects` is the number of the adoption whose
    place it takes.
    """

    proposal: int = Field(alias="voorstel")
    adoption: Adoption = Field(alias="vaststelling")
    values: dict[str, str | None] = Field(alias="waarden")
    state: str | None = Field(None, alias="stand")
    moves: Moves = Field(Moves.ADOPTED, alias="stand_bij", exclude_if=lambda when: when is Moves.ADOPTED)
    corrects: int | None = Field(None, alias="in_plaats_van")

    @property
    def in_short(self) -> AdoptedInShort:
        """Without the decision and its values."""
        return AdoptedInShort(
            proposal=self.proposal,
            besluit=self.adoption.decision.decision,
            reference_date=self.adoption.decision.reference_date,
            date=self.adoption.date,
            sent_on=self.adoption.sent_on,
            legal_character=self.adoption.effective.legal_character,
            state=self.state,
            moves=self.moves,
            corrects=self.corrects,
            own_letter=self.adoption.own_letter,
            on_objection=self.adoption.on_objection,
        )


class AdoptedInShort(Part):
    """What years of adoptions are read for, without their decisions and values; see `Adopted`.

    `legal_character` is that of the decision as it was taken. It is read from the JSON of an `Adopted` as it is stored.
    """

    proposal: int = Field(alias="voorstel")
    besluit: str = Field(validation_alias=AliasPath("vaststelling", "besluit", "besluit"))
    reference_date: str = Field(validation_alias=AliasPath("vaststelling", "besluit", "peildatum"))
    date: str = Field(validation_alias=AliasPath("vaststelling", "datum"))
    sent_on: str = Field(validation_alias=AliasPath("vaststelling", "verzonden_op"))
    legal_character: Outcome = Field(
        validation_alias=AliasChoices(
            AliasPath("vaststelling", "afwijking", "gevolgen", "rechtskarakter"),
            AliasPath("vaststelling", "besluit", "rechtskarakter"),
        )
    )
    state: str | None = Field(alias="stand")
    moves: Moves = Field(Moves.ADOPTED, alias="stand_bij")
    corrects: int | None = Field(alias="in_plaats_van")
    own_letter: str = Field("", validation_alias=AliasPath("vaststelling", "eigen_brief"))
    on_objection: OnObjection | None = Field(None, validation_alias=AliasPath("vaststelling", "op_bezwaar"))
    unread: Annotated[None, BeforeValidator(lambda _: None)] = Field(None, alias="waarden", repr=False)

    @property
    def is_appealable(self) -> bool:
        """Whether objection is possible: this is a beschikking for either person."""
        return APPEALABLE in texts_of(self.legal_character)


class AdoptedValues(Part):
    """The values of an `Adopted`, read from its JSON without the decision."""

    model_config = ConfigDict(extra="ignore")

    values: dict[str, str | None] = Field(alias="waarden")


class SentLetter(Part):
    """A letter as it was sent: the file itself, in base64, with its media type."""

    adoption: int = Field(alias="vaststelling")
    media_type: str = Field(alias="soort")
    content: str = Field(alias="inhoud")
    date: str = Field(alias="datum")


class MadeKnown(Part):
    """An adopted decision was made known by sending or handing over a letter, on the day that this was really done.

    From the day after it the term for objection runs (Awb 3:41, 6:8), whatever day was meant when it was adopted. The
    newest of an adoption counts. `letter` is the mark of a letter of one's own; without it the one in the dossier went.
    `reason` is why an earlier one of the same adoption was wrong.
    """

    adoption: int = Field(alias="vaststelling")
    date: str = Field(alias="verzonden_op")
    letter: str = Field("", alias="eigen_brief")
    reason: str = Field("", alias="reden")


class Reopened(Part):
    """An adopted decision that no longer stands on what is known, and the acts because of which."""

    adoption: int = Field(alias="vaststelling")
    because: tuple[int, ...] = Field(alias="wegens")
    reason: str = Field(alias="reden")


class Erased(Part):
    """The personal data of a dossier were removed; its acts stay as proof, unreadable."""

    reason: str = Field(alias="reden")
    basis: str = Field(alias="grondslag")


class ErasureListed(Part):
    """Dossiers of this book that one person puts on the list to erase, for another to erase them.

    The newest list counts; an empty one takes it back. `checked` is who looked whether objection or appeal runs, which
    no dossier tells.
    """

    dossiers: tuple[int, ...] = Field(alias="dossiers")
    checked: str = Field(alias="nagekeken")


class RoundOpened(Part):
    """A round in which applications are ranked among each other."""

    name: str = Field(alias="naam")
    closes_on: str = Field(alias="sluit_op")


class Intake(Part):
    """A file that was booked: its keyed digest, so that the same file books once, and the acts that came of it.

    `reason` says why it was booked before its month was over; None where that was not so.
    """

    digest: str = Field(alias="zegel")
    name: str = Field(alias="bestand")
    month: str = Field(alias="maand")
    rows: int = Field(alias="rijen")
    reason: str | None = Field(None, alias="reden")


class Columns(Part):
    """Which column of a cooperative's file means what: by column heading the name of a fact, or a word of the form."""

    by_heading: dict[str, str] = Field(alias="kolommen")


class Assigned(Part):
    """On whose desk the dossier is: of one person at a time, or of nobody (None). The newest counts.

    `reason` says why it goes to somebody else; who takes it up or lays it down need not say so.
    """

    to: str | None = Field(alias="aan")
    reason: str | None = Field(None, alias="reden")


class Consulted(Part):
    """Somebody read personal data, and what for."""

    purpose: str = Field(alias="doel")


class KeysChanged(Part):
    """The key that wraps the keys of the dossiers was changed."""

    key: str = Field(alias="sleutel")


Content = (
    Opened
    | Person
    | ReportedFact
    | GivenJudgement
    | InvoiceLine
    | Proposed
    | Signed
    | Returned
    | Adopted
    | SentLetter
    | MadeKnown
    | Reopened
    | Erased
    | ErasureListed
    | RoundOpened
    | Intake
    | Columns
    | Assigned
    | Consulted
    | KeysChanged
    | Objected
    | ObjectionStep
    | ObjectionDecided
)

CONTENT: Mapping[Act, type[Content]] = {
    Act.OPENED: Opened,
    Act.PERSON: Person,
    Act.FACT: ReportedFact,
    Act.JUDGEMENT: GivenJudgement,
    Act.INVOICE: InvoiceLine,
    Act.PROPOSAL: Proposed,
    Act.FIRST_SIGNATURE: Signed,
    Act.RETURNED: Returned,
    Act.ADOPTION: Adopted,
    Act.LETTER: SentLetter,
    Act.MADE_KNOWN: MadeKnown,
    Act.REOPENED: Reopened,
    Act.ERASED: Erased,
    Act.ERASURE_LISTED: ErasureListed,
    Act.ROUND: RoundOpened,
    Act.INTAKE: Intake,
    Act.COLUMNS: Columns,
    Act.ASSIGNED: Assigned,
    Act.CONSULTED: Consulted,
    Act.KEYS_CHANGED: KeysChanged,
    Act.OBJECTION: Objected,
    Act.OBJECTION_STEP: ObjectionStep,
    Act.OBJECTION_DECIDED: ObjectionDecided,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as it stands in a book. `content` is None once the dossier was erased.

    `number` counts from 1 within the book; `dossier` is None for an act about the whole book. `subject` is the besluit
    and `month` the first day of the month that it is about, where there is one.
    """

    number: int
    act: Act
    dossier: int | None
    at: str
    by: str
    content: Content | None
    subject: str | None = None
    month: str | None = None

    @property
    def adopted_in_short(self) -> AdoptedInShort | None:
        """What an adoption says in short; None for another act, and once the dossier was erased."""
        return self.content.in_short if isinstance(self.content, Adopted) else None

    @property
    def adopted_values(self) -> Mapping[str, str | None]:
        """The values of an adoption, by slot; another act has none."""
        return self.content.values if isinstance(self.content, Adopted) else {}


@dataclass(frozen=True, slots=True)
class Draft:
    """An act that is still to be written; `dossier` is None for an act about the whole book."""

    content: Content
    dossier: int | None = None
    subject: str | None = None
    month: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One member's acts, in order. What they come to is read from them by `dossiers.present`."""

    number: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Everything of one agreement, as known at a moment."""

    agreement: str
    dossiers: Mapping[int, Dossier]
    entries: tuple[Entry, ...] = ()
    """The acts about the whole book."""
