"""What a person is told with an own file: why it exists, how long, who has it, and the rights (AVG 13-22, 77)."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.own_words import bullets
from soco_rules.dossiers.own_words import day
from soco_rules.dossiers.own_words import heading
from soco_rules.dossiers.own_words import line
from soco_rules.dossiers.own_words import paragraph
from soco_rules.dossiers.own_words import said
from soco_rules.dossiers.present import contents
from soco_rules.dossiers.retention import Keeping
from soco_rules.letters.tree import Block
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import ReportedFact
from soco_rules.model.values import spaced


def about(dossier: Dossier) -> Iterator[Block]:
    """What this document is."""
    yield paragraph(
        "Dit overzicht bevat alles wat in dit dossier over u is vastgelegd. U hebt recht op deze inzage "
        "(Algemene verordening gegevensbescherming artikel 15). Gegevens van andere deelnemers staan er niet in."
    )
    yield paragraph(f"Het dossier telt {len(dossier.entries)} vastgelegde handelingen.")


def use(stack: Stack, dossier: Dossier, keeping: Keeping) -> Iterator[Block]:
    """Why it is kept, where it comes from, who has it, how long."""
    yield heading("Waarom dit is vastgelegd")
    yield paragraph(
        "De gegevens zijn nodig om te beslissen over uw deelname, en om later te kunnen uitleggen hoe er is beslist. "
        "Een computerprogramma rekent de regels uit en doet een voorstel. Een mens neemt het besluit."
    )
    cited = dict.fromkeys(
        article
        for _, taken in contents(dossier, Adopted)
        for ground in taken.adoption.decision.grounds
        if ground.wins
        for article in ground.legal_basis
    )
    if cited:
        yield paragraph("De besluiten rusten op:")
        yield bullets(map(line, cited))
    yield heading("Waar de gegevens vandaan komen")
    sources = dict.fromkeys(fact.source for _, fact in contents(dossier, ReportedFact))
    if sources:
        yield bullets(line(said(source)) for source in sources)
    else:
        yield paragraph("Er zijn nog geen gegevens vastgelegd.")
    yield from _shared(stack)
    yield heading("Hoe lang dit blijft")
    yield from _kept(keeping)


def rights() -> Iterator[Block]:
    """What the person can do."""
    yield heading("Uw rechten")
    yield bullets(
        line(text)
        for text in (
            "Klopt er iets niet of ontbreekt er iets? Vraag dan om verbetering of aanvulling (artikel 16).",
            "U kunt vragen om gegevens te wissen (artikel 17). Dat kan niet zolang de bewaartermijn loopt.",
            "U kunt vragen om gegevens een tijd niet te gebruiken, bijvoorbeeld zolang wordt nagegaan of zij kloppen (artikel 18).",
            "U kunt bezwaar maken tegen het gebruik van uw gegevens (artikel 21).",
            "De gemeente beslist op zo’n vraag binnen een maand (artikel 12 lid 3).",
            "Tegen die beslissing kunt u binnen zes weken bezwaar maken bij de gemeente.",
            "U kunt een klacht indienen bij de Autoriteit Persoonsgegevens (artikel 77), via autoriteitpersoonsgegevens.nl.",
        )
    )
    yield paragraph(
        "De nummers horen bij de Algemene verordening gegevensbescherming. Uw vraag stuurt u naar de gemeente; "
        "die heeft ook een functionaris gegevensbescherming aan wie u iets kunt vragen."
    )


def _shared(stack: Stack) -> Iterator[Block]:
    yield heading("Wie de gegevens krijgt")
    lowest = stack.lowest
    if lowest.municipality is not None:
        yield paragraph(f"Het dossier is van {lowest.municipality.authority}.")
    titles = [besluit.title for besluit in stack.decisions.values() if besluit.decider == "cooperatie"]
    if lowest.cooperative is not None and titles:
        yield paragraph(
            f"De coöperatie {lowest.cooperative} beslist zelf over een deel van uw deelname. Wat zij daarvoor nodig heeft "
            "en wat zij beslist, staat ook in dit dossier."
        )
    yield paragraph(
        "Dit dossier houdt niet bij aan wie de gemeente gegevens verder heeft gegeven. Vraag dat aan de gemeente; "
        "zij vertelt het u."
    )


def _kept(keeping: Keeping) -> Iterator[Block]:
    rule = keeping.rule
    if rule is None or keeping.last_day is None:
        state = f" (uw stand is nu: {spaced(keeping.state)})" if keeping.state else ""
        yield paragraph(
            f"Zolang u meedoet, wacht of kunt gaan meedoen, blijft het dossier{state}. "
            "De bewaartermijn begint na het laatste besluit."
        )
        return
    basis = "; ".join(rule.provenance.cited)
    yield paragraph(
        f"Na de stand {spaced(keeping.state or '')} blijft een dossier {rule.words} na het laatste besluit bewaard"
        f"{f' ({basis})' if basis else ''}. Zoals het er nu uitziet is dat tot en met ",
        day(keeping.last_day),
        ". Daarna worden uw persoonsgegevens gewist. Dat er een dossier was, blijft zonder uw gegevens bewaard.",
    )
    if rule.provenance.assumption is not None:
        yield paragraph("De gemeente moet deze termijn nog vaststellen; zij is nu een aanname.")
