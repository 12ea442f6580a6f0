"""The beginning of a reading: parties, term, status, what it stands on, how to read it, and what words mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Mapping
from functools import partial

from soco_rules.compiler.layers import Stack
from soco_rules.compiler.lowering import STATE
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Layer
from soco_rules.model.agreement import Municipality
from soco_rules.model.agreement import Status
from soco_rules.model.expressions import Expression
from soco_rules.model.values import Kind
from soco_rules.model.values import Role
from soco_rules.model.values import as_dutch
from soco_rules.model.values import capital
from soco_rules.reading.lists import conditions
from soco_rules.reading.lists import stated
from soco_rules.reading.outline import Article
from soco_rules.reading.outline import Scope
from soco_rules.reading.outline import reference
from soco_rules.reading.tables import table
from soco_rules.reading.words import BUILT_IN
from soco_rules.reading.words import Said
from soco_rules.reading.words import line
from soco_rules.reading.words import quoted
from soco_rules.reading.words import sentence
from soco_rules.reading.words import series
from soco_rules.reading.words import term

STATUS_WORDS = {
    Status.DRAFT: "concept",
    Status.ADOPTED: "vastgesteld",
    Status.WITHDRAWN: "ingetrokken",
}
KINDS = {
    Layer.NATIONAL: "landelijke regels",
    Layer.MODEL: "model voor overeenkomsten",
    Layer.AGREEMENT: "overeenkomst",
    Layer.SCHEME: "regeling",
}


def term_of(layer: Agreement) -> str:
    """From when until when a version holds."""
    start = f"vanaf {as_dutch(layer.valid_from, Kind.DATE)}"
    return start if layer.valid_to is None else f"{start} tot en met {as_dutch(layer.valid_to, Kind.DATE)}"


def status_of(layer: Agreement) -> str:
    """How far a version has come, and whether it is only an example."""
    return STATUS_WORDS[layer.status] + (", voorbeeld uit openbare bronnen" if layer.is_example else "")


def preamble(own: Agreement) -> tuple[Block, ...]:
    """Who says what follows."""
    match own.municipality:
        case Municipality(name=name) if own.cooperative is not None:
            said = f"De gemeente {name} en de coöperatie {own.cooperative} spreken het volgende af."
        case Municipality(authority=authority):
            said = f"{capital(authority)} stelt de volgende regels vast."
        case _:
            return ()
    return (Paragraph(line(said)),)


def parties(stack: Stack) -> tuple[Article, ...]:
    """Who agree, for how long, and on what it stands."""
    own = stack.lowest
    found = [Article("Partijen", partial(_parties, own))] if own.municipality or own.cooperative else []
    found.append(Article("Looptijd en status", partial(_validity, own)))
    if len(stack.layers) > 1:
        found.append(Article("Waarop deze tekst rust", partial(_layers, stack)))
    return tuple(found)


def guide() -> Article:
    """What the words of the rules themselves mean, as docs/betekenis.md defines them."""
    return Article("Hoe deze tekst is te lezen", _guide, explains=tuple(BUILT_IN))


def words(names: Iterable[str], stack: Stack, *, explains: bool) -> tuple[Article, ...]:
    """The meaning of names that another part of the text explains, or that no part of it explains."""
    listed = tuple(sorted(names))
    where = listed if explains else ()
    return (
        (Article("Betekenis van woorden", partial(_words, listed, stack), explains=where, key="woorden"),)
        if listed
        else ()
    )


def persons(found: Mapping[str, Expression]) -> tuple[Article, ...]:
    """When there is a partner."""
    return (Article("Belanghebbende en partner", partial(_persons, found)),) if found else ()


def states(found: tuple[str, ...]) -> tuple[Article, ...]:
    """Where a participant can stand."""
    return (Article("Standen", partial(_states, found)),) if found else ()


def _parties(own: Agreement, _: Scope) -> tuple[Block, ...]:
    found: list[str] = []
    if own.municipality is not None:
        place = own.municipality
        found.append(f"de gemeente {place.name} ({place.code}), waarvoor {place.authority} beslist")
    if own.cooperative is not None:
        found.append(f"de coöperatie {own.cooperative}")
    if len(found) == 1:
        return (Paragraph(line(f"Deze tekst is van {found[0]}.")),)
    ends = (*(";" for _ in found[1:]), ".")
    listed = tuple(Clause("ab"[place], line(found[place], end)) for place, end in enumerate(ends))
    return (Paragraph(line("Partijen zijn:")), Clauses(listed))


def _validity(own: Agreement, _: Scope) -> tuple[Block, ...]:
    said = [f"Deze tekst geldt {term_of(own)}."]
    if own.valid_to is None:
        said.append("Een einde is niet afgesproken; een nieuwe versie vervangt deze.")
    said.append(f"De status is: {status_of(own)}.")
    if own.description:
        said.append(sentence(own.description))
    return (_leden(said),)


def _layers(stack: Stack, _: Scope) -> tuple[Block, ...]:
    higher = reversed(stack.layers[:-1])
    rows = ((layer.title, KINDS[layer.layer], term_of(layer), status_of(layer)) for layer in higher)
    together = as_dutch(stack.valid_from, Kind.DATE)
    return (
        Paragraph(
            line("Deze tekst rust op de volgende regels. Waar zij ruimte laten, vult deze tekst die in.")
        ),
        table(("Titel", "Soort", "Geldt", "Status"), rows),
        Paragraph(line(f"In deze samenstelling gelden zij samen vanaf {together}.")),
    )


def _guide(scope: Scope) -> tuple[Block, ...]:
    return (_leden(_with_terms(lid, scope) for lid in _GUIDE),)


def _with_terms(text: str, scope: Scope) -> Line:
    """A text in which a name between braces becomes a term."""
    pieces = re.split(r"\{(\w+)\}", " ".join(text.split()))
    return line(*(term(piece, scope.lexicon) if place % 2 else piece for place, piece in enumerate(pieces)))


def _words(names: tuple[str, ...], stack: Stack, scope: Scope) -> tuple[Block, ...]:
    rows = (
        (line(term(name, scope.lexicon)), sentence(meaning), _place(name, owner, scope))
        for name in names
        if (found := _meaning(name, stack))
        for meaning, owner in (found,)
    )
    lead = "Deze woorden komen uit de regels waarop deze tekst rust, of staan daar ook."
    return (Paragraph(line(lead)), table(("Woord", "Betekenis", "Staat in"), rows))


def _place(name: str, owner: Agreement, scope: Scope) -> Said:
    anchor = scope.lexicon.anchors.get(name, "")
    number = anchor.removeprefix("artikel-")
    own = scope.articles.get("woorden")
    return line(reference(int(number))) if number.isdecimal() and int(number) != own else owner.title


def _meaning(name: str, stack: Stack) -> tuple[str, Agreement] | None:
    for layer in stack.layers:
        if (concept := layer.concepts.get(name)) and concept.type is not None:
            return concept.description or "wat uit de regels daarover volgt", layer
        if (point := layer.points.get(name)) and point.type is not None:
            return point.description or "een afspraak", layer
        if fact := layer.facts.get(name):
            return f"het antwoord op: {fact.question}", layer
        if dated := layer.amounts.get(name):
            return dated.description or "een bedrag op datum", layer
    return None


def _persons(found: Mapping[str, Expression], scope: Scope) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for role, when in found.items():
        lead, below = conditions(
            stated(when, scope.lexicon),
            f"De belanghebbende heeft een {role} als geldt: ",
            f"De belanghebbende heeft een {role} als aan {{}} is voldaan",
        )
        blocks += [Paragraph(lead), *below]
    told = f"Is er geen {Role.PARTNER}, dan is alles wat over een {Role.PARTNER} gaat niet van toepassing."
    return (*blocks, Paragraph(line(told)))


def _states(found: tuple[str, ...], scope: Scope) -> tuple[Block, ...]:
    which = series(map(quoted, found), "of")
    return (
        Paragraph(
            line("De ", term(STATE, scope.lexicon), " van een deelnemer in het dossier is ", which, ".")
        ),
    )


def _leden(said: Iterable[Said]) -> Clauses:
    return Clauses(tuple(Clause(str(number), line(each)) for number, each in enumerate(said, start=1)))


_GUIDE = (
    """Een schuingedrukt woord is een begrip, gegeven, oordeel, afspraak of bedrag van deze tekst en heeft de betekenis
    die daar staat. Wat tussen ‘ en ’ staat, is een van de mogelijke antwoorden of uitkomsten.""",
    """Is een gegeven onbekend, dan telt het nooit als nee of als nul. Kan de uitkomst zonder dat gegeven niet vaststaan,
    dan is er geen uitkomst en wordt de vraag gesteld.""",
    """Niet van toepassing is iets anders dan nee of nul. Rekenen of vergelijken met iets dat niet van toepassing is,
    geeft niet van toepassing. Een voorwaarde die zelf niet van toepassing is, is niet vervuld.
    ‘(a of anders b)’ betekent: a, en b als a niet van toepassing is.""",
    """De volgorde van artikelen en leden heeft geen betekenis. Een lid dat begint met ‘In afwijking van’ telt alleen als
    een lid dat het noemt zelf zou gelden. Het gaat dan voor dat lid, en voor alles waar dat lid voor gaat.""",
    """Een lid dat ‘gaat voor’ een ander lid, wint daarvan ook als het andere lid niet zou gelden. Gelden twee leden met
    een verschillende uitkomst en gaat geen van beide voor, dan is er geen uitkomst. Geldt geen enkel lid en staat er
    niet wat dan geldt, dan is er ook geen uitkomst.""",
    """Staat er wat anders geldt, of in andere gevallen, dan is dat zo als niet aan de voorwaarde is voldaan. Is de
    voorwaarde zelf niet van toepassing, dan is ook de uitkomst niet van toepassing.""",
    """Er wordt exact gerekend. ‘Afgerond op centen’ rondt af op hele centen; een halve cent wordt van nul af afgerond.
    Wat tussen haakjes staat, hoort bij elkaar en wordt eerst berekend. Zonder haakjes wordt van links naar rechts
    gerekend.""",
    """‘Per persoon’ betekent: apart voor de belanghebbende en voor een partner. ‘De som van’ telt beiden bij elkaar op en
    slaat over wie iets niet heeft. Wie van beiden het is, heet de {rol}; ‘het gaat om de partner’ betekent dat het
    artikel over de partner gaat.""",
    """De {peildatum} is de dag waarvoor de regels gelden en de {besluitdatum} de dag van het besluit. Gaat een besluit
    over een kalendermaand, dan is {begin_tijdvak} de eerste en {einde_tijdvak} de laatste dag daarvan. De {stand} is
    waar iemand volgens het dossier staat.""",
    """Een datum plus een aantal maanden is dezelfde dag van die latere maand, of de laatste dag daarvan als die dag er
    niet is. Hele maanden en hele jaren tussen twee dagen zijn de maanden en jaren die geheel voorbij zijn.""",
    """Kan een gegeven uit het dossier komen en is er geen dossier, dan wordt de vraag gesteld. ‘Deze’ voor een woord
    betekent: van de zaak waarover nu wordt beslist.""",
    """Een uitkomst volgens deze tekst is een voorstel. Wie daartoe bevoegd is, stelt het besluit vast.""",
)
