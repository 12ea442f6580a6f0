"""The duties of a letter, C1 to C24: each looks at the letter and at what was decided, and says what it found.

What the law asks, and what must not be sent, is `niet voldaan` and keeps the letter a concept; what is good practice
or needs a person's eye is `let op`. docs/beleid/briefcontrole.md gives the reason for each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from soco_rules.letters.duties_of_bounds import is_in_time
from soco_rules.letters.duties_of_bounds import is_not_overdue
from soco_rules.letters.duties_of_bounds import is_readable
from soco_rules.letters.duties_of_bounds import rests_on_nothing_assumed
from soco_rules.letters.duties_of_bounds import spares_personal_data
from soco_rules.letters.duties_of_form import addressed
from soco_rules.letters.duties_of_form import dated
from soco_rules.letters.duties_of_form import has_its_head
from soco_rules.letters.duties_of_form import in_dutch
from soco_rules.letters.duties_of_form import names_the_application
from soco_rules.letters.duties_of_form import names_the_authority
from soco_rules.letters.duties_of_form import signed
from soco_rules.letters.duties_of_reasons import gives_the_reasons
from soco_rules.letters.duties_of_reasons import heard
from soco_rules.letters.duties_of_reasons import names_the_agreement
from soco_rules.letters.duties_of_reasons import names_the_law
from soco_rules.letters.duties_of_reasons import states_the_decision
from soco_rules.letters.duties_of_reasons import weighs_the_person
from soco_rules.letters.duties_of_remedies import names_the_adviser
from soco_rules.letters.duties_of_remedies import names_the_last_day
from soco_rules.letters.duties_of_remedies import offers_help
from soco_rules.letters.duties_of_remedies import offers_objection
from soco_rules.letters.duties_of_remedies import tells_how_to_pay
from soco_rules.letters.duties_of_remedies import tells_what_to_do
from soco_rules.letters.inspected import Inspected
from soco_rules.letters.tree import Letter
from soco_rules.letters.verdicts import Found
from soco_rules.letters.verdicts import Verdict
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import Decision
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class Duty:
    """One check of one letter; `message` is a Dutch sentence, empty when there is nothing to tell."""

    code: str
    title: str
    articles: tuple[str, ...]
    verdict: Verdict
    message: str = ""


@dataclass(frozen=True, slots=True)
class _Check:
    code: str
    title: str
    articles: tuple[str, ...]
    look: Callable[[Inspected], Found]


def duties(letter: Letter, decided: Decision | Adoption, style: HouseStyle = PLAIN) -> tuple[Duty, ...]:
    """Every check of this letter, in the order of its code."""
    inspected = Inspected(letter, decided, style)
    return tuple(Duty(check.code, check.title, check.articles, *check.look(inspected)) for check in CHECKS)


def _awb(*articles: str) -> tuple[str, ...]:
    return tuple(f"Algemene wet bestuursrecht artikel {article}" for article in articles)


_PW = "Participatiewet artikel"
_PRACTICE: tuple[str, ...] = ()

CHECKS: tuple[_Check, ...] = (
    _Check("C1", "de brief is in het Nederlands", _awb("1:3 lid 1", "2:6 lid 1"), in_dutch),
    _Check("C2", "wie beslist staat erin", _awb("1:3 lid 1", "10:10"), names_the_authority),
    _Check("C3", "een bevoegd persoon heeft ondertekend", _awb("10:3", "10:10", "10:11 lid 2"), signed),
    _Check("C4", "de brief is gericht aan ieder over wie is beslist", _awb("3:41 lid 1"), addressed),
    _Check("C5", "de dag van het besluit en van verzending", _awb("3:41 lid 1", "6:8 lid 1"), dated),
    _Check("C6", "onderwerp, kenmerk en wie de brief behandelt", _PRACTICE, has_its_head),
    _Check("C7", "de dag van de aanvraag", _awb("3:2", "4:13"), names_the_application),
    _Check("C8", "het besluit staat voorop", _awb("3:46"), states_the_decision),
    _Check("C9", "het wettelijk voorschrift", _awb("3:47 lid 2"), names_the_law),
    _Check("C10", "de afspraken en hun versie", _awb("3:46", "4:82"), names_the_agreement),
    _Check("C11", "de gegevens, hun bron en de berekening", _awb("3:46", "3:47 lid 1"), gives_the_reasons),
    _Check("C12", "de persoonlijke afweging", (*_awb("3:4", "4:84"), f"{_PW} 18 lid 1"), weighs_the_person),
    _Check(
        "C13",
        "de zienswijze, of bij bezwaar het horen",
        _awb("4:7", "4:8", "4:11", "4:12", "7:2", "7:3"),
        heard,
    ),
    _Check(
        "C14",
        "hoe iemand bezwaar maakt of in beroep gaat, of dat het niet kan",
        _awb("3:45", "6:4", "6:5", "6:7", "6:8", "6:16", "6:23", "8:81"),
        offers_objection,
    ),
    _Check(
        "C15",
        "de laatste dag voor bezwaar of beroep",
        (*_awb("6:7", "6:8 lid 1"), "Algemene termijnenwet artikel 1 lid 1"),
        names_the_last_day,
    ),
    _Check("C16", "de gevolgen en de plichten", (f"{_PW} 17", f"{_PW} 44a", f"{_PW} 55"), tells_what_to_do),
    _Check("C17", "wat, wanneer en hoe te betalen", _awb("4:86", "4:87", "4:93 lid 2"), tells_how_to_pay),
    _Check("C18", "het advies waarop het besluit rust", _awb("3:8", "3:50"), names_the_adviser),
    _Check("C19", "waar hulp te krijgen is", _awb("2:1 lid 1"), offers_help),
    _Check("C20", "korte zinnen", _PRACTICE, is_readable),
    _Check(
        "C21",
        "geen persoonsgegevens die niet nodig zijn",
        ("Algemene verordening gegevensbescherming artikel 5 lid 1 onderdeel c",),
        spares_personal_data,
    ),
    _Check("C22", "de dagen kloppen met elkaar", (*_awb("3:40"), f"{_PW} 44"), is_in_time),
    _Check("C23", "het besluit rust niet op aannames", _PRACTICE, rests_on_nothing_assumed),
    _Check("C24", "het besluit is op tijd", _awb("4:13", "4:14", "4:17"), is_not_overdue),
)
"""Every check, in the order of its code."""
