"""The step sentences: one catalogue for every agreement; no sentence knows a rule of any of them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from functools import cached_property
from functools import lru_cache

from soco_rules.catalogue import finding
from soco_rules.diagnostics import Diagnostic
from soco_rules.diagnostics import Span
from soco_rules.scenarios import checks
from soco_rules.scenarios import given
from soco_rules.scenarios.situation import Act


class Moment(StrEnum):
    """Where in a scenario a step belongs, in the terms of pytest-bdd."""

    GIVEN = "given"
    WHEN = "when"
    THEN = "then"


KEYWORDS = {Moment.GIVEN: "Gegeven", Moment.WHEN: "Als", Moment.THEN: "Dan"}


@dataclass(frozen=True)
class Step:
    """One sentence with open places in braces, what it means, an example, and the function that performs it."""

    moment: Moment
    sentence: str
    meaning: str
    example: str
    act: Act
    has_table: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a sentence of this step looks like."""
        return re.compile("".join(_part(part) for part in _OPEN.split(self.sentence)))

    def words_in(self, text: str) -> Mapping[str, str] | None:
        """What stands in the open places, or None when `text` is not this sentence."""
        match = self.pattern.fullmatch(text)
        return match.groupdict() if match else None


_OPEN = re.compile(r'("\{\w+\}"|\{\w+\})')


def _part(part: str) -> str:
    if part.startswith('"{'):
        return f'"(?P<{part[2:-2]}>[^"]*)"'
    if part == "{persoon}":
        return "(?P<persoon>belanghebbende|partner)"
    return rf"(?P<{part[1:-1]}>\S+)" if part.startswith("{") else re.escape(part)


STEPS = (
    Step(
        Moment.GIVEN,
        'de overeenkomst "{kenmerk}"',
        "Onder welke overeenkomst de zaak valt: het kenmerk uit het regelbestand.",
        'Gegeven de overeenkomst "delft/scope"',
        given.agreement_is,
    ),
    Step(
        Moment.GIVEN,
        'de afspraak "{naam}" is "{waarde}"',
        "Stel dat dit punt anders was afgesproken: een waarde zoals in het regelbestand, niet van toepassing, of open. "
        "Dezelfde grenzen en eisen gelden als voor een bestand. Het verslag zegt erbij dat het scenario andere afspraken "
        "heeft dan de overeenkomst. Zo zijn regels van een hogere laag te toetsen die geen overeenkomst kiest.",
        'Stel de afspraak "saldo_bij_uitstroom" is "uitbetaald"',
        given.point_is,
    ),
    Step(
        Moment.GIVEN,
        "deze afspraken gelden",
        "Hetzelfde voor meer punten tegelijk. Een latere tabel of zin gaat voor een eerdere.",
        "Stel deze afspraken gelden\n"
        "  | afspraak        | waarde              |\n"
        "  | proefperiode    | 3 maanden           |\n"
        "  | proefverlenging | niet van toepassing |\n"
        "  | verordening     | open                |",
        given.points_are,
        has_table=True,
    ),
    Step(
        Moment.GIVEN,
        "de peildatum is {datum}",
        "De dag waarvan de regels en de bedragen gelden. Zonder peildatum geldt de besluitdatum.",
        "En de peildatum is 2026-10-15",
        given.reference_date_is,
    ),
    Step(
        Moment.GIVEN,
        "de besluitdatum is {datum}",
        "De dag van het besluit. Zonder besluitdatum is dat de peildatum, of de laatste dag van de maand.",
        "En de besluitdatum is 2026-10-20",
        given.decision_date_is,
    ),
    Step(
        Moment.GIVEN,
        "de maand is {maand}",
        "De maand, voor een besluit per maand; in plaats van de peildatum.",
        "En de maand is 2026-10",
        given.month_is,
    ),
    Step(
        Moment.GIVEN,
        "de gegevens",
        "De feiten. Een lege cel is niet bekend. Een gegeven dat in één tabel twee keer staat is twee keer opgegeven; "
        "een latere tabel gaat voor een eerdere. Een waarde zonder persoon is van de belanghebbende. "
        "De kolommen bron en datum mogen erbij; in plaats van waarde mogen er kolommen per persoon staan.",
        "En de gegevens\n"
        "  | gegeven   | waarde   | bron      |\n"
        "  | uitkering | pw       | dossier   |\n"
        "  | omzet     | € 480,00 | Scope     |\n"
        "  | omzet     | € 380,00 | deelnemer |\n"
        "En de gegevens\n"
        "  | gegeven | belanghebbende | partner  |\n"
        "  | loon    | € 900,00       | € 400,00 |",
        given.facts_are,
        has_table=True,
    ),
    Step(
        Moment.GIVEN,
        "de oordelen",
        "Wat een mens heeft geoordeeld, wie dat was en waarom. De kolommen voor (belanghebbende of partner) en datum "
        "mogen erbij; zonder datum is het oordeel van de besluitdatum.",
        "En de oordelen\n"
        "  | oordeel              | waarde | door         | reden                            |\n"
        "  | toestemming_gemeente | ja     | klantmanager | sluit aan bij het plan van aanpak |",
        given.judgements_are,
        has_table=True,
    ),
    Step(
        Moment.WHEN,
        'het besluit "{besluit}" wordt voorgesteld',
        "De regels doen een voorstel voor dit besluit, op wat erboven is verteld.",
        'Als het besluit "toelating" wordt voorgesteld',
        checks.proposed,
    ),
    Step(
        Moment.THEN,
        'wordt het besluit "{besluit}" geweigerd met de melding "{code}"',
        "De zaak kan zo niet: de gegevens worden geweigerd met deze melding. Hierboven hoort dan geen Als.",
        'Dan wordt het besluit "toelating" geweigerd met de melding "gegeven-buiten-grens"',
        checks.turned_down,
    ),
    Step(
        Moment.THEN,
        'is de uitkomst "{waarde}"',
        "De uitkomst. Waarden worden als waarde vergeleken: € 1.419,46 is hetzelfde als 1419.46.",
        'Dan is de uitkomst "toegewezen_op_proef"',
        checks.OUTCOME_IS,
    ),
    Step(
        Moment.THEN,
        'is de uitkomst van de {persoon} "{waarde}"',
        "De uitkomst voor de belanghebbende of voor de partner.",
        'En is de uitkomst van de partner "niet van toepassing"',
        checks.OUTCOME_IS,
    ),
    Step(
        Moment.THEN,
        'is de status "{status}"',
        "Wat de uitkomst waard is: uitkomst_bekend, gegevens_ontbreken, oordeel_nodig, gegevens_strijdig, "
        "niet_van_toepassing en andere.",
        'En is de status "gegevens_ontbreken"',
        checks.on_decision(checks.status_is),
    ),
    Step(
        Moment.THEN,
        'is "{naam}" gelijk aan "{waarde}"',
        "Een waarde die het besluit naast de uitkomst geeft. Ook: niet van toepassing, of onbekend.",
        'En is "proefperiode_tot_en_met" gelijk aan "2027-01-14"',
        checks.VALUE_IS,
    ),
    Step(
        Moment.THEN,
        'is "{naam}" van de {persoon} gelijk aan "{waarde}"',
        "Zo'n waarde voor de belanghebbende of voor de partner.",
        'En is "vrijlating" van de partner gelijk aan "€ 0,00"',
        checks.VALUE_IS,
    ),
    Step(
        Moment.THEN,
        'berust dat op "{grondslag}"',
        "Een regel die beslist noemt deze grondslag of deze bron.",
        'En berust dat op "Participatiewet artikel 7 lid 1 onderdeel a"',
        checks.on_decision(checks.rests_on),
    ),
    Step(
        Moment.THEN,
        'beslist de regel "{regel}"',
        "Deze regel geldt en geen andere gaat voor.",
        'En beslist de regel "eerst_op_proef"',
        checks.on_decision(checks.rule_decides),
    ),
    Step(
        Moment.THEN,
        'valt de regel "{regel}" af',
        "Deze regel geldt niet, of een andere gaat voor.",
        'En valt de regel "past_bij_inschakeling" af',
        checks.on_decision(checks.rule_falls),
    ),
    Step(
        Moment.THEN,
        'ontbreekt "{naam}"',
        "Dit gegeven, oordeel of open punt is nog nodig.",
        'En ontbreekt "toestemming_gemeente"',
        checks.on_decision(checks.is_missing),
    ),
    Step(
        Moment.THEN,
        "ontbreekt er niets",
        "Er is niets meer nodig.",
        "En ontbreekt er niets",
        checks.on_decision(checks.nothing_is_missing),
    ),
    Step(
        Moment.THEN,
        'rust dat op de aanname over "{naam}"',
        "Het besluit gebruikt een aanname, en wel deze.",
        'En rust dat op de aanname over "bijdragepercentage"',
        checks.on_decision(checks.assumes),
    ),
    Step(
        Moment.THEN,
        'is niet voldaan aan de eis "{eis}"',
        "Deze eis houdt niet: bij ernst fout is er dan geen uitkomst, bij een waarschuwing wel.",
        'En is niet voldaan aan de eis "herziening_na_2026"',
        checks.on_decision(checks.requirement_fails),
    ),
    Step(
        Moment.THEN,
        "is aan alle eisen voldaan",
        "Geen eis die het besluit heeft gewogen is geschonden, en er is ook geen waarschuwing.",
        "En is aan alle eisen voldaan",
        checks.on_decision(checks.requirements_hold),
    ),
    Step(
        Moment.THEN,
        'is het rechtskarakter "{waarde}"',
        "Wat het besluit in het recht is: beschikking, mededeling of privaatrechtelijk.",
        'En is het rechtskarakter "beschikking"',
        checks.on_decision(checks.legal_character_is),
    ),
    Step(
        Moment.THEN,
        'bevat de brief "{tekst}"',
        "Deze tekst staat in de brief. Hoofdletters, regeleinden en opmaak tellen niet mee.",
        'En bevat de brief "Wij hebben besloten"',
        checks.letter_has,
    ),
    Step(
        Moment.THEN,
        'bevat de brief niet "{tekst}"',
        "Deze tekst staat niet in de brief.",
        'Maar bevat de brief niet "bezwaar"',
        checks.letter_lacks,
    ),
)


@lru_cache(maxsize=10_000)
def understood(text: str, moment: Moment | None = None) -> tuple[Step, Mapping[str, str]] | None:
    """The step of which `text` is a sentence, at one moment or at any, with what stands in its open places."""
    for step in STEPS:
        words = step.words_in(text) if moment in {None, step.moment} else None
        if words is not None:
            return step, words
    return None


def step_for(text: str) -> Step | None:
    """The step of which `text` is a sentence, whatever its keyword."""
    found = understood(text)
    return found[0] if found else None


@cache
def nearest_sentences(text: str, number: int = 3, cutoff: float = 0.55) -> tuple[str, ...]:
    """The example sentences that look most like `text`, nearest first, without what stands between quotes."""
    plain = {_without_words(_first_sentence(step)): _first_sentence(step) for step in STEPS}
    near = difflib.get_close_matches(_without_words(text), plain, n=number, cutoff=cutoff)
    return tuple(plain[sentence] for sentence in near)


def unknown_step(text: str, span: Span) -> Diagnostic:
    """The finding that a sentence is no step, with the sentences that look like it."""
    near = nearest_sentences(text)
    remedy = f"Bedoelde u: {'; of: '.join(near)}?" if near else ""
    return finding("onbekende-stap", span, f"'{text}' is geen bekende zin.", remedy=remedy)


def as_markdown() -> str:
    """The steps with an example each, as the Dutch page docs/scenarios.md."""
    return "\n".join(_page()) + "\n"


def as_text() -> str:
    """The steps with an example each, for a terminal."""
    parts = (f"{_indented(step.example, '  ')}\n      {step.meaning}" for step in STEPS)
    return "\n".join(parts) + "\n"


def _first_sentence(step: Step) -> str:
    return step.example.splitlines()[0].split(" ", 1)[1]


def _without_words(text: str) -> str:
    return re.sub(r"\d[\d-]*", "0", re.sub(r'"[^"]*"', '""', text)).casefold()


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line for line in text.splitlines())


_HEADINGS = {
    Moment.GIVEN: "De zaak",
    Moment.WHEN: "Het besluit",
    Moment.THEN: "Wat eruit komt",
}


def _page() -> Iterator[str]:
    yield "# Scenario's"
    yield ""
    yield "<!-- Gemaakt uit soco_rules/scenarios/catalogue.py; een test houdt deze pagina gelijk. -->"
    yield ""
    yield from _INTRODUCTION
    for moment in Moment:
        yield ""
        yield f"## {_HEADINGS[moment]}"
        yield from _section(step for step in STEPS if step.moment is moment)


def _section(steps: Iterable[Step]) -> Iterator[str]:
    for step in steps:
        yield ""
        yield step.meaning
        yield ""
        yield _indented(step.example, "    ")


_INTRODUCTION = (
    "Een scenario is een voorbeeld dat de afspraken bewaakt. Het staat in `features/<gemeente>/<cooperatie>.feature` en",
    "`soco toets` voert het uit. Een bestand begint met `# language: nl` en `Functionaliteit:`. `Regel:` noemt één punt of",
    "artikel, `Achtergrond:` geldt voor elk scenario eronder, en `Abstract Scenario:` met `Voorbeelden:` voert elke rij uit;",
    "`<naam>` in een zin of een cel is dan de waarde uit die rij. Elk scenario heeft binnen het bestand een eigen naam.",
    "",
    "Een zin begint met Gegeven, Stel, Als, Wanneer, Dan, En, Maar of een sterretje. Andere zinnen dan deze zijn er niet;",
    "geen zin kent een regel van één overeenkomst.",
)
