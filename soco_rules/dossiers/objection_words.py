"""The steps of an objection and what can be decided on it, in the words of a lawyer."""

from __future__ import annotations

from collections.abc import Mapping

from soco_rules.model.objection import Delay
from soco_rules.model.objection import Inadmissible
from soco_rules.model.objection import NotHeard
from soco_rules.model.objection import Ruling
from soco_rules.model.objection import Step

STEPS: Mapping[Step, str] = {
    Step.COMMITTEE: "gemeld dat een commissie adviseert",
    Step.REPAIR_ASKED: "gevraagd om het bezwaar aan te vullen",
    Step.REPAIRED: "bezwaar aangevuld",
    Step.HEARING_ASKED: "gevraagd of de persoon gehoord wil worden",
    Step.HEARD: "gehoord",
    Step.ADVISED: "advies van de commissie ontvangen",
    Step.POSTPONED: "beslissing verdaagd",
    Step.DELAYED: "verder uitstel gemeld",
    Step.COSTS_ASKED: "gevraagd om vergoeding van kosten",
    Step.NOTICE_OF_DEFAULT: "ingebrekestelling ontvangen",
    Step.WITHDRAWN: "bezwaar ingetrokken",
}
ARTICLES: Mapping[Step, str] = {
    Step.COMMITTEE: "7:13 lid 2",
    Step.REPAIR_ASKED: "6:6",
    Step.REPAIRED: "6:6",
    Step.HEARING_ASKED: "7:3 onderdeel d",
    Step.HEARD: "7:2 en 7:7",
    Step.ADVISED: "7:13 lid 6",
    Step.POSTPONED: "7:10 lid 3",
    Step.DELAYED: "7:10 lid 4",
    Step.COSTS_ASKED: "7:15 lid 3",
    Step.NOTICE_OF_DEFAULT: "4:17 lid 3",
    Step.WITHDRAWN: "6:21",
}
"""The article of the Awb behind each step."""
RULINGS: Mapping[Ruling, str] = {
    Ruling.INADMISSIBLE: "niet-ontvankelijk",
    Ruling.UNFOUNDED: "ongegrond",
    Ruling.FOUNDED: "gegrond",
}
INADMISSIBLE: Mapping[Inadmissible, str] = {
    Inadmissible.LATE: "het kwam te laat (6:7 en 6:11)",
    Inadmissible.DEFECT: "een gebrek is niet op tijd hersteld (6:5 en 6:6)",
    Inadmissible.NO_PARTY: "de indiener is geen belanghebbende (1:2)",
    Inadmissible.OTHER: "een andere reden",
}
NOT_HEARD: Mapping[NotHeard, str] = {
    NotHeard.CLEARLY_INADMISSIBLE: "het bezwaar is kennelijk niet-ontvankelijk (7:3 onderdeel a)",
    NotHeard.CLEARLY_UNFOUNDED: "het bezwaar is kennelijk ongegrond (7:3 onderdeel b)",
    NotHeard.WAIVED: "de persoon wil niet gehoord worden (7:3 onderdeel c)",
    NotHeard.SILENT: "de persoon liet niet op tijd weten dat hij gehoord wil worden (7:3 onderdeel d)",
    NotHeard.FULLY_MET: "de persoon krijgt helemaal gelijk (7:3 onderdeel e)",
}
DELAYS: Mapping[Delay, str] = {
    Delay.ALL_AGREE: "alle belanghebbenden stemmen in (7:10 lid 4 onderdeel a)",
    Delay.OBJECTOR_AGREES: "de indiener stemt in en anderen worden niet geschaad (7:10 lid 4 onderdeel b)",
    Delay.PROCEDURE: "een wettelijk procedurevoorschrift vraagt het (7:10 lid 4 onderdeel c)",
}
