"""The decisions in an own file: what was decided, by whom, why and on what."""

from __future__ import annotations

from collections.abc import Iterator

from soco_rules.compiler.layers import Stack
from soco_rules.dossiers.making_known import Known
from soco_rules.dossiers.making_known import known_of
from soco_rules.dossiers.moves import pending_of
from soco_rules.dossiers.own_words import bullets
from soco_rules.dossiers.own_words import day
from soco_rules.dossiers.own_words import heading
from soco_rules.dossiers.own_words import line
from soco_rules.dossiers.own_words import month
from soco_rules.dossiers.own_words import named
from soco_rules.dossiers.own_words import paragraph
from soco_rules.dossiers.own_words import said
from soco_rules.dossiers.own_words import table
from soco_rules.dossiers.present import contents
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Value
from soco_rules.model.adoption import Adoption
from soco_rules.model.decision import DecidedValue
from soco_rules.model.decision import Decision
from soco_rules.model.decision import Ground
from soco_rules.model.decision import Outcome
from soco_rules.model.decision import PerPerson
from soco_rules.model.decision import UsedFact
from soco_rules.model.dossier import Adopted
from soco_rules.model.dossier import Dossier
from soco_rules.model.dossier import Entry
from soco_rules.model.dossier import Proposed
from soco_rules.model.dossier import Reopened
from soco_rules.model.dossier import Returned
from soco_rules.model.values import ChoiceWords
from soco_rules.model.values import Kind
from soco_rules.model.values import encoded_as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced


def decisions(stack: Stack, dossier: Dossier) -> Iterator[Block]:
    """Every adopted decision, also one in whose place another came."""
    adopted = contents(dossier, Adopted)
    if not adopted:
        return
    yield heading("Besluiten")
    replaced = {said.corrects: entry.number for entry, said in adopted if said.corrects is not None}
    again = {said.adoption: said.reason for _, said in contents(dossier, Reopened)}
    pending = {entry.number for entry, _ in pending_of(dossier)}
    for entry, taken in adopted:
        yield heading(_title(stack, entry, taken.adoption.decision), level=3)
        yield from _taken(taken.adoption, known_of(dossier, entry, taken.in_short))
        if taken.state and entry.number in pending:
            yield paragraph(
                f"Uw stand wordt {spaced(taken.state)} zodra dit besluit aan u is toegezonden of uitgereikt."
            )
        elif taken.state:
            yield paragraph(f"Daarna was uw stand: {spaced(taken.state)}.")
        if entry.number in replaced:
            yield paragraph(f"Dit besluit is later vervangen door besluit {replaced[entry.number]}.")
        if entry.number in again:
            yield paragraph("Dit besluit is heropend: ", said_text(again[entry.number]), ".")
        yield from _because(taken.adoption)


def waiting(stack: Stack, dossier: Dossier) -> Iterator[Block]:
    """The proposals of which no decision came."""
    adopted = {taken.proposal for _, taken in contents(dossier, Adopted)}
    returned = {given.proposal: (entry, given) for entry, given in contents(dossier, Returned)}
    rows = [
        (
            line(_title(stack, entry, proposed.decision)),
            _decided(proposed.decision, proposed.decision.outcome),
            line(day(entry.at[:10])),
            line(said(entry.by)),
        )
        for entry, proposed in contents(dossier, Proposed)
        if entry.number not in adopted
    ]
    if rows:
        yield heading("Voorstellen waarover niet is besloten")
        yield paragraph("Een voorstel is geen besluit. U kunt er geen rechten aan ontlenen.")
        yield table(("Voorstel", "Uitkomst", "Gemaakt op", "Door"), rows)
    for number, (entry, given) in returned.items():
        yield paragraph(
            f"Voorstel {number} is op ", day(entry.at[:10]), " teruggegeven door ", said(entry.by), ": ",
            said_text(given.remark), ".",
        )  # fmt: skip


def said_text(text: str) -> Value:
    """What somebody wrote as a sentence, without its full stop."""
    return said(text.strip().removesuffix("."))


def _title(stack: Stack, entry: Entry, decision: Decision) -> str:
    besluit = stack.decisions.get(decision.decision)
    about = f" over {month(entry.month).text}" if entry.month else ""
    return f"Nummer {entry.number}: {besluit.title if besluit else decision.title}{about}"


def _taken(adoption: Adoption, known: Known) -> Iterator[Block]:
    decision = adoption.effective
    mandate = f" ({adoption.mandate.source})" if adoption.mandate else ""
    yield paragraph(
        "Uitkomst: ", *_decided(decision, adoption.outcome), ". Genomen op ", day(adoption.date),
        " door ", said(f"{adoption.by}, {adoption.function}"), mandate, *_sent(decision, adoption, known), ".",
    )  # fmt: skip
    if known.letter:
        yield paragraph("U kreeg er een brief over met het kenmerk ", said_text(known.letter), ".")
    rows = [
        (line(value.description or spaced(name)), _outcome(value.value, value.kind, decision.words_of(name)))
        for name, value in decision.outcomes.items()
        if name != decision.outcome_name and _is_there(value)
    ]
    if rows:
        yield table(("Wat daarbij hoort", "Waarde"), rows)


def _sent(decision: Decision, adoption: Adoption, known: Known) -> Line:
    """On which day it was sent; of a beschikking that is only what the dossier says was done."""
    if known.day is not None:
        return line("; verzonden of uitgereikt op ", day(iso_day(known.day)))
    if decision.is_appealable:
        return line("; dat het is verzonden of uitgereikt, is niet vastgelegd")
    return line("; verzonden op ", day(adoption.sent_on))


def _is_there(value: DecidedValue) -> bool:
    return value.value is not None


def _because(adoption: Adoption) -> Iterator[Block]:
    decision = adoption.decision
    if grounds := [_ground(each, decision) for each in decision.grounds if each.wins and each.rule]:
        yield paragraph("De regels die golden:")
        yield bullets(dict.fromkeys(grounds))
    if adoption.deviation is not None:
        yield paragraph("Er is van de regels afgeweken: ", said_text(adoption.deviation.reason), ".")
    if adoption.reasons:
        yield paragraph("Toelichting van wie besloot: ", said_text(adoption.reasons), ".")
    if adoption.hearing is not None and adoption.hearing.account:
        yield paragraph("Over uw mening vooraf: ", said_text(adoption.hearing.account), ".")
    if decision.facts:
        yield table(("Gebruikt gegeven", "Waarde", "Van"), (_used(fact, decision) for fact in decision.facts))


def _ground(ground: Ground, decision: Decision) -> Line:
    cited = "; ".join((*ground.legal_basis, *((ground.source,) if ground.source else ())))
    words = ground.description or spaced(ground.rule or "")
    return line(f"{decision.called(ground.concept)}: {words}{f' ({cited})' if cited else ''}")


def _used(fact: UsedFact, decision: Decision) -> tuple[Line, ...]:
    origin = ", ".join(part for part in (fact.source or fact.by, fact.reason) if part)
    asked = f"{fact.question} ({fact.role})" if fact.question and fact.role else fact.question
    name = line(asked) if asked else named(fact.name, fact.role)
    return name, _outcome(fact.value, fact.kind, decision.words_of(fact.name)), line(said(origin))


def _decided(decision: Decision, outcome: Outcome) -> Line:
    return _outcome(outcome, decision.outcome_kind, decision.words_of(decision.outcome_name))


def _outcome(outcome: Outcome, kind: str | None, words: ChoiceWords) -> Line:
    sort = Kind(kind) if kind else Kind.TEXT
    match outcome:
        case None:
            return line("niet bekend")
        case PerPerson(applicant=applicant, partner=partner):
            both = (("u", applicant), ("uw partner", partner))
            return line(
                "; ".join(f"{who}: {encoded_as_dutch(text, sort, words)}" for who, text in both if text)
            )
        case str(text):
            return line(Value(encoded_as_dutch(text, sort, words), "", sort))
