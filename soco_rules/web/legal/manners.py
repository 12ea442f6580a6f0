"""How hearing is said at the desk: the words of each manner, and the article that it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from soco_rules.model.adoption import Manner

MANNERS: Mapping[Manner, str] = {
    Manner.HEARD: "de persoon is gehoord",
    Manner.NOT_REQUIRED: "horen was niet verplicht: niet nadelig, of alleen eigen gegevens",
    Manner.MINOR_DIFFERENCE: "het verschil met de aanvraag is klein",
    Manner.DUTY_NOT_MET: "de persoon gaf gegevens niet die hij moest geven",
    Manner.URGENT: "er was haast bij",
    Manner.HEARD_BEFORE: "de persoon is eerder gehoord, en er is niets nieuws",
    Manner.PURPOSE: "het besluit mist anders zijn doel",
    Manner.FINANCIAL: "alleen een bedrag, en na bezwaar is alles te herstellen",
}
_GENERAL = "Algemene wet bestuursrecht artikel "
NO_MANNER = "geen"
"""What is chosen where nothing is said of hearing."""


def manner_in_words(manner: Manner, articles: Mapping[Manner, str]) -> str:
    """A manner with its article."""
    return f"{MANNERS[manner]} (Awb {articles[manner].removeprefix(_GENERAL)})"
