"""What a machine may ask: the bodies of requests."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic import BaseModel
from pydantic import BeforeValidator
from pydantic import ConfigDict
from pydantic import Field
from pydantic import WithJsonSchema

from soco_rules.model.adoption import Adoption
from soco_rules.model.adoption import Manner
from soco_rules.model.decision import Decision
from soco_rules.model.values import Role
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date

LONG = 2000
"""How many characters a text has at most."""
MANY = 200
"""How many things are sent in one list at most."""

CASE_MARK = "x-zaak"
"""What marks a case, until the document puts in how `soco_rules.parser.case` describes it."""


def _existing(day: str) -> str:
    try:
        parse_date(day)
    except UnreadableValueError as error:
        raise ValueError(str(error)) from None
    return day


def _month(month: str) -> str:
    try:
        parse_date(f"{month}-01")
    except UnreadableValueError:
        message = "dit is geen bestaande maand; schrijf jaar-maand, bijvoorbeeld 2026-10"
        raise ValueError(message) from None
    return month


Day = Annotated[
    str,
    AfterValidator(_existing),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
Month = Annotated[
    str,
    AfterValidator(_month),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})-(0[1-9]|1[0-2])$",
        }
    ),
]
Named = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(max_length=LONG)]


def _whole(value: object) -> object:
    """The whole number that JSON may write as 12.0; to a schema that is the same number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Number = Annotated[int, Field(ge=1, le=2**53 - 1), BeforeValidator(_whole)]
WrittenCase = Annotated[dict[str, object], WithJsonSchema({CASE_MARK: True})]


class Asked(BaseModel):
    """A body: closed, and read by its Dutch names only."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AboutCase(Asked):
    """A case and the decision that is asked on it; nothing of it is kept."""

    reference: Named = Field(
        alias="kenmerk", description="Het kenmerk van de overeenkomst.", examples=["delft/scope"]
    )
    decision: Named = Field(alias="besluit", description="De naam van het besluit.", examples=["toelating"])
    reference_date: Day | None = Field(
        None,
        alias="peildatum",
        description="De dag waarvoor de regels gelden. Zonder is dat de besluitdatum.",
        examples=["2026-10-15"],
    )
    month: Month | None = Field(
        None,
        alias="maand",
        description="De maand, bij een besluit per maand; dan geen peildatum.",
        examples=["2026-10"],
    )
    decision_date: Day | None = Field(
        None,
        alias="besluitdatum",
        description="De dag van het besluit. Zonder is dat vandaag.",
        examples=["2026-10-20"],
    )
    case: WrittenCase = Field(alias="zaak", description="De zaak, in de vorm van een zaakbestand.")


class ToExplain(AboutCase):
    """A case whose decision is to be explained."""

    what_if: bool = Field(
        default=False,
        alias="wat_als",
        description="Zoek ook de kleinste verandering die een andere uitkomst geeft.",
    )
    wanted: Named | None = Field(
        None,
        alias="gewenst",
        description="De uitkomst die met een verandering bereikt moet worden; alleen met wat_als.",
        examples=["toegewezen"],
    )


class Skipped(Asked):
    """A question to which nobody knows the answer yet."""

    name: Named = Field(alias="naam", description="De naam van het gegeven.")
    role: Role | None = Field(None, alias="rol", description="Over wie, bij een gegeven per persoon.")


class ToAsk(AboutCase):
    """A case for which the next question is asked."""

    skipped: Annotated[tuple[Skipped, ...], Field(max_length=MANY)] = Field(
        (), alias="overgeslagen", description="De vragen waarop nu niemand het antwoord weet."
    )


class OfProposal(Asked):
    """A proposed decision, as /besluiten gave it."""

    proposal: Decision = Field(alias="voorstel", description="Een voorstel, precies zoals het is gegeven.")


class LetterOfProposal(OfProposal):
    """The letter of a proposal, which is always a concept."""

    annex: bool = Field(
        default=False, alias="bijlage", description="Zet in een bijlage waar elke zin op rust."
    )


class OfAdoption(Asked):
    """An adopted decision."""

    adoption: Adoption = Field(
        alias="vaststelling", description="Een vaststelling, precies zoals die is gegeven."
    )


class LetterOfAdoption(OfAdoption):
    """The letter of an adoption, which is final where nothing is in doubt."""

    annex: bool = Field(
        default=False, alias="bijlage", description="Zet in een bijlage waar elke zin op rust."
    )


class ToTell(Asked):
    """Facts for a dossier."""

    case: WrittenCase = Field(
        alias="zaak", description="De feiten en de dagen van de procedure; hier geen oordelen."
    )
    source: Named | None = Field(
        None, alias="bron", description="De bron van feiten waar die niet bij staat."
    )
    valid_from: Day | None = Field(None, alias="geldig_vanaf", description="Vanaf welke dag dit geldt.")
    valid_to: Day | None = Field(
        None, alias="geldig_tot_en_met", description="Tot en met welke dag dit geldt."
    )
    month: Month | None = Field(None, alias="maand", description="De maand van gegevens per maand.")
    besluit: Named | None = Field(
        None, alias="besluit", description="Bij welk besluit de dagen van de procedure horen."
    )
    replaces: Annotated[tuple[Number, ...], Field(max_length=MANY)] = Field(
        (), alias="vervangt", description="De handelingen waarvan dit de plaats inneemt."
    )
    taken_back: Annotated[tuple[Named, ...], Field(max_length=MANY)] = Field(
        (),
        alias="teruggenomen",
        description="Dagen van de procedure van het besluit die niet kloppen en vervallen.",
    )


class GivenHere(Asked):
    """One judgement with its reason."""

    name: Named = Field(alias="naam", description="Waarover het oordeel gaat.")
    role: Role | None = Field(None, alias="rol", description="Over wie, bij een oordeel per persoon.")
    value: Named = Field(alias="waarde", description="Het oordeel.", examples=["ja"])
    reason: Annotated[str, Field(min_length=1, max_length=LONG)] = Field(
        alias="reden", description="Waarom zo is geoordeeld."
    )


class ToJudge(Asked):
    """Judgements for a dossier. Who judges is who sends them."""

    judgements: Annotated[tuple[GivenHere, ...], Field(min_length=1, max_length=MANY)] = Field(
        alias="oordelen", description="De oordelen van wie dit stuurt."
    )
    valid_from: Day | None = Field(None, alias="geldig_vanaf", description="Vanaf welke dag dit geldt.")
    valid_to: Day | None = Field(
        None, alias="geldig_tot_en_met", description="Tot en met welke dag dit geldt."
    )
    month: Month | None = Field(None, alias="maand", description="De maand van oordelen per maand.")


class ToPropose(Asked):
    """What decision is asked on a dossier."""

    decision: Named = Field(alias="besluit", description="De naam van het besluit.", examples=["toelating"])
    reference_date: Day | None = Field(
        None,
        alias="peildatum",
        description="De dag waarvoor de regels gelden. Zonder is dat de besluitdatum.",
    )
    month: Month | None = Field(None, alias="maand", description="De maand, bij een besluit per maand.")
    decision_date: Day | None = Field(
        None, alias="besluitdatum", description="De dag van het besluit. Zonder is dat vandaag."
    )


class HeardHere(Asked):
    """How the view of the person was asked."""

    manner: Manner = Field(alias="wijze", description="Of gehoord is, of waarom dat kon wegblijven.")
    date: Day | None = Field(None, alias="datum", description="De dag waarop gehoord is.")
    account: Annotated[str, Field(min_length=1, max_length=LONG)] = Field(
        alias="toelichting", description="Wat is gezegd, of waarom deze reden hier geldt."
    )


class ToAdopt(Asked):
    """What a person says who adopts a proposal as it is. Who adopts is who sends it."""

    proposal: Number = Field(alias="voorstel", description="Het nummer van het voorstel in het dossier.")
    function: Named = Field(
        alias="functie", description="In welke functie, zoals het mandaatregister die noemt."
    )
    sent_on: Day | None = Field(
        None, alias="verzonden_op", description="De dag van verzending. Zonder is dat vandaag."
    )
    hearing: HeardHere | None = Field(
        None, alias="zienswijze", description="Hoe naar de zienswijze is gevraagd."
    )
    reasons: Words = Field("", alias="toelichting", description="De motivering in eigen woorden.")
    own_letter: Annotated[str, Field(max_length=200)] = Field(
        "",
        alias="eigen_brief",
        description="Het kenmerk van een eigen brief waarmee het besluit wordt bekendgemaakt.",
    )


class ToMakeKnown(Asked):
    """That a beschikking was really sent or handed over. Who records it is who sends this."""

    adoption: Number = Field(
        alias="vaststelling",
        description="Het nummer van de vaststelling in het dossier, of van het besluit op bezwaar.",
    )
    sent_on: Day = Field(
        alias="verzonden_op", description="De dag waarop de brief echt is verzonden of uitgereikt."
    )
    own_letter: Annotated[str, Field(max_length=200)] = Field(
        "", alias="eigen_brief", description="Het kenmerk van de eigen brief, als die is gegaan."
    )
    reason: Words = Field("", alias="reden", description="Waarom een dag die er al stond niet klopt.")
