"""A kind of decision as an article: what it gives, who takes it, what it is in law, and where a person stays free."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from functools import partial

from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Clause
from soco_rules.letters.tree import Clauses
from soco_rules.letters.tree import Line
from soco_rules.model.agreement import ByOutcome
from soco_rules.model.agreement import DecisionType
from soco_rules.model.agreement import HearingRule
from soco_rules.model.agreement import PotLedger
from soco_rules.model.agreement import Requested
from soco_rules.model.values import capital
from soco_rules.model.values import spaced
from soco_rules.reading.lists import conditions
from soco_rules.reading.lists import stated
from soco_rules.reading.outline import Article
from soco_rules.reading.outline import Scope
from soco_rules.reading.provenance import note
from soco_rules.reading.provenance import origin
from soco_rules.reading.tables import DECIDERS
from soco_rules.reading.words import joined
from soco_rules.reading.words import line
from soco_rules.reading.words import opened
from soco_rules.reading.words import quoted
from soco_rules.reading.words import sentence
from soco_rules.reading.words import series
from soco_rules.reading.words import term

CHARACTERS = {
    "beschikking": "een beschikking in de zin van de Algemene wet bestuursrecht",
    "mededeling": "een mededeling",
    "privaatrechtelijk": "privaatrechtelijk en geen besluit van een bestuursorgaan",
}


def article_of(decision: DecisionType) -> Article:
    """The article of one kind of decision."""
    return Article(decision.title, partial(_body, decision), key=f"besluit {decision.name}")


def _body(decision: DecisionType, scope: Scope) -> tuple[Block, ...]:
    leden = tuple(
        Clause(str(number), said, below)
        for number, (said, below) in enumerate(_leden(decision, scope), start=1)
    )
    about = sentence(f"Toelichting: {decision.description}") if decision.description else ""
    return (Clauses(leden), *note(about, origin(decision.provenance)))


def _leden(decision: DecisionType, scope: Scope) -> Iterator[tuple[Line, tuple[Block, ...]]]:
    who = DECIDERS.get(decision.decider, spaced(decision.decider))
    outcome = term(decision.outcome, scope.lexicon)
    about = " over een kalendermaand" if decision.monthly else ""
    yield line(f"{capital(who)} beslist{about} wat de uitkomst is van ", outcome, "."), ()
    if decision.also:
        also = series(term(name, scope.lexicon) for name in decision.also)
        yield line("De beslissing geeft daarbij ook ", also, "."), ()
    if decision.applies_when is not None:
        yield conditions(
            stated(decision.applies_when, scope.lexicon),
            "De beslissing wordt alleen genomen als geldt: ",
            "De beslissing wordt alleen genomen als aan {} is voldaan",
        )
    yield _character(decision.legal_character), ()
    if decision.asks_person:
        listed = series(map(quoted, decision.asks_person), "of")
        yield line("Komt de uitkomst op ", listed, ", dan beoordeelt een mens eerst of die hier past."), ()
    if decision.hearing is not None:
        yield _hearing(decision.hearing), ()
    if decision.deviation_basis:
        basis = "; ".join(decision.deviation_basis)
        yield (
            line(
                f"In een bijzonder geval kan met een schriftelijke reden van de uitkomst worden afgeweken ({basis})."
            ),
            (),
        )
    if decision.four_eyes is None:
        yield line("Twee verschillende mensen ondertekenen de beslissing."), ()
    elif decision.four_eyes:
        listed = series(map(quoted, sorted(decision.four_eyes)), "of")
        yield (
            line("Is de uitkomst ", listed, ", dan ondertekenen twee verschillende mensen de beslissing."),
            (),
        )
    if decision.corrects is not None:
        when = " over dezelfde maand" if decision.monthly else ""
        corrected = _title(decision.corrects, scope)
        yield line(f"De beslissing komt in de plaats van de eerdere beslissing {corrected}{when}."), ()
    if decision.settled_monthly:
        yield line("De beslissing hoort bij de maandafrekening van alle deelnemers."), ()
    if decision.ledger is not None:
        yield _ledger(decision.ledger, scope), ()
    for name, dealing in decision.watched.items():
        needed = series((_title(other, scope) for other in dealing), "of")
        watched = term(name, scope.lexicon)
        yield line("Het dossier bewaakt de datum ", watched, " totdat is beslist over ", needed, "."), ()
    if decision.states_from:
        stands = series(map(quoted, decision.states_from), "of")
        yield line("De beslissing gaat over wie in het dossier de stand ", stands, " heeft."), ()
    if decision.state_to.cases or decision.state_to.otherwise is not None:
        yield _states(decision.state_to), ()
    if decision.letter is not None:
        yield line(f"De uitkomst wordt meegedeeld met de brief ‘{spaced(decision.letter)}’."), ()


def _ledger(ledger: PotLedger, scope: Scope) -> Line:
    def named(names: Iterable[str]) -> Line:
        return series(term(name, scope.lexicon) for name in names)

    added = line(" plus ", named(ledger.added)) if ledger.added else ""
    taken = line(" min ", named(ledger.taken)) if ledger.taken else ""
    opening, closing = term(ledger.opening, scope.lexicon), term(ledger.closing, scope.lexicon)
    return line("Elke maand is ", opening, added, taken, " precies ", closing, ".")


def _title(name: str, scope: Scope) -> str:
    decision = scope.stack.decisions.get(name)
    return quoted(decision.title if decision else name)


def _hearing(rule: HearingRule) -> Line:
    requested = {
        Requested.ALWAYS: "op aanvraag",
        Requested.NEVER: "uit eigen beweging",
        Requested.SOMETIMES: "op aanvraag of uit eigen beweging",
    }[rule.requested]
    financial = " Zij stelt een bedrag vast." if rule.financial else ""
    if rule.adverse is None:
        which = line("elke uitkomst")
    elif rule.adverse:
        which = line("de uitkomst ", series(map(quoted, sorted(rule.adverse)), "of"))
    else:
        which = line("geen enkele uitkomst")
    return line(
        f"De beslissing wordt {requested} genomen.{financial} Voor de zienswijze vooraf (Algemene wet bestuursrecht "
        "artikelen 4:7 tot en met 4:12) telt dat bedenkingen te verwachten zijn bij ", which, ".",
    )  # fmt: skip


def _character(choice: ByOutcome) -> Line:
    said = [
        line("bij de uitkomst ", series(map(quoted, outcomes), "of"), " ", CHARACTERS.get(value, value))
        for value, outcomes in _by_value(choice)
    ]
    if choice.otherwise is not None:
        rest = CHARACTERS.get(choice.otherwise, choice.otherwise)
        said.append(line("in alle andere gevallen " if said else "", rest))
    return line("De beslissing is ", series(said), ".")


def _states(choice: ByOutcome) -> Line:
    said = [
        line("na de uitkomst ", series(map(quoted, outcomes), "of"), f" wordt de stand {quoted(value)}")
        for value, outcomes in _by_value(choice)
    ]
    if choice.otherwise is not None:
        which = "na elke andere uitkomst" if said else "na elke uitkomst"
        said.append(line(f"{which} wordt de stand {quoted(choice.otherwise)}"))
    return opened(*joined(said, "; "), ".")


def _by_value(choice: ByOutcome) -> Iterator[tuple[str, list[str]]]:
    by_value: dict[str, list[str]] = {}
    for outcome, value in choice.cases.items():
        by_value.setdefault(value, []).append(outcome)
    yield from by_value.items()
