"""A comparison as one HTML page to put before a council: it loads nothing, and what was written is never markup."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from html import escape

from soco_rules.comparing.changes import Change
from soco_rules.comparing.changes import Fate
from soco_rules.comparing.compare import Comparison
from soco_rules.comparing.findings import DecisionFinding
from soco_rules.comparing.findings import Ruling
from soco_rules.comparing.findings import Witness
from soco_rules.comparing.parts import Sort
from soco_rules.comparing.rehearsed import Rehearsed
from soco_rules.comparing.words import NOTHING
from soco_rules.comparing.words import answer_in_words
from soco_rules.comparing.words import case_in_words
from soco_rules.comparing.words import cause_in_words
from soco_rules.comparing.words import completeness
from soco_rules.comparing.words import deciders_in_words
from soco_rules.comparing.words import moved_in_words
from soco_rules.comparing.words import of_outcome
from soco_rules.comparing.words import same_decisions
from soco_rules.comparing.words import summary
from soco_rules.comparing.words import turn_in_words
from soco_rules.comparing.words import value_in_words
from soco_rules.letters.whole_page import whole_page
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import iso_day
from soco_rules.model.values import spaced
from soco_rules.scenarios.page import CSS
from soco_rules.scenarios.page import lines_in
from soco_rules.scenarios.page import table

OWN_CSS = """\
.geval { margin: 0 0 1em; padding: 0.6em 1em; border-left: 0.4em solid #154273; background: #f3f6fa; break-inside: avoid; }
.geval h4 { margin-top: 0.2em; }
tbody th { min-width: 11em; }
.open { border-left-color: #8a1f11; background: #fdf3f1; }
"""
SEVERAL = {
    Sort.POINT: "Afspraken",
    Sort.AMOUNT: "Bedragen",
    Sort.FACT: "Gegevens",
    Sort.CONCEPT: "Begrippen",
    Sort.RULE: "Regels",
    Sort.DECISION: "Besluiten",
    Sort.REQUIREMENT: "Eisen",
    Sort.TRANSITIONAL: "Overgangsrecht",
    Sort.PERSONS: "Personen",
    Sort.STATES: "Standen",
    Sort.RETENTION: "Bewaartermijnen",
}
WORTH = (
    (
        "‘Gelijk bewezen’ betekent: in geen enkel volledig ingevuld geval op deze dag komt er iets anders uit. Dat is "
        "wiskundig bewezen, voor elke waarde tussen de grenzen van elk gegeven."
    ),
    (
        "Bij een verschil staat een geval met alleen de antwoorden die ertoe doen. Beide rekenaars hebben het met beide "
        "lezingen nagerekend. Het geval is bedacht: het gaat over niemand."
    ),
    "Deze vergelijking zegt niet hoe vaak een geval voorkomt, en ook niet of een regel zegt wat er is bedoeld.",
)


def as_page(found: Comparison, made_on: int) -> str:
    """The whole page; `made_on` is the day number that it bears."""
    title = f"Vergelijking van {found.old.label} en {found.new.label}"
    return whole_page(title, f"{CSS}{OWN_CSS}", _body(found, made_on))


def _body(found: Comparison, made_on: int) -> Iterator[str]:
    yield "<h1>Wat er verandert</h1>"
    yield from _head(found, made_on)
    yield from _written(found.changes)
    yield from _decided(found.decisions)
    yield from _rehearsed(found.scenarios)
    yield "<h2>Wat deze vergelijking waard is</h2>"
    yield "<ul>"
    yield from (f"<li>{escape(each)}</li>" for each in WORTH)
    yield "</ul>"


def _head(found: Comparison, made_on: int) -> Iterator[str]:
    yield "<dl>"
    for term, side in (("Oud", found.old), ("Nieuw", found.new)):
        version = side.version
        where = f"{version.path}, versie van {as_dutch(version.valid_from, Kind.DATE)}"
        yield f"<dt>{term}</dt>"
        yield f'<dd>{escape(version.title)} ({escape(side.label)})<br><span class="plaats">{escape(where)}</span></dd>'
    yield "<dt>Gerekend voor</dt>"
    yield f"<dd>{as_dutch(found.day, Kind.DATE)}; besluiten over een maand voor {iso_day(found.day)[:7]}</dd>"
    yield "<dt>Gemaakt op</dt>"
    yield f"<dd>{as_dutch(made_on, Kind.DATE)}</dd>"
    yield "</dl>"
    yield from (f"<p>{escape(remark)}</p>" for remark in found.remarks)
    yield f"<p><strong>{escape(summary(found))}</strong></p>"


def _written(changes: tuple[Change, ...]) -> Iterator[str]:
    yield "<h2>Wat er anders staat</h2>"
    meaning = [change for change in changes if not change.is_words_only]
    if not meaning:
        yield "<p>Niets dat iets anders betekent.</p>"
    for sort in Sort:
        rows = [_row(change) for change in meaning if change.sort is sort]
        if rows:
            header = (sort.capitalize(), "Oud", "Nieuw", "Plaats en herkomst")
            yield from table(f"{SEVERAL[sort]} ({len(rows)})", header, rows)
    words = [
        [
            f"{change.sort} {spaced(change.name)}",
            [each.part for each in change.words],
            [each.old or NOTHING for each in change.words],
            [each.new or NOTHING for each in change.words],
        ]
        for change in changes
        if change.is_words_only
    ]
    if words:
        yield "<details>"
        yield f"<summary>Alleen andere woorden of een andere bron: {len(words)}</summary>"
        yield from table("Alleen woorden", ("Waarvan", "Onderdeel", "Oud", "Nieuw"), words)
        yield "</details>"


def _row(change: Change) -> list[str | list[str]]:
    name = f"{spaced(change.within)}: {spaced(change.name)}" if change.within else spaced(change.name)
    where = (("oud", change.old_place, change.old_source), ("nieuw", change.new_place, change.new_source))
    old = [NOTHING] if change.fate is Fate.ADDED else [_part(each.part, each.old) for each in change.meaning]
    new = (
        [NOTHING] if change.fate is Fate.DROPPED else [_part(each.part, each.new) for each in change.meaning]
    )
    return [
        [name] if change.fate is Fate.CHANGED else [name, f"({change.fate})"],
        old,
        new,
        [f"{side}: {place}{f' ({source})' if source else ''}" for side, place, source in where if place],
    ]


def _part(part: str, said: str | None) -> str:
    """A value by itself, any other part with its name."""
    return (said or NOTHING) if part == "waarde" else f"{part}: {said or NOTHING}"


def _decided(decisions: tuple[DecisionFinding, ...]) -> Iterator[str]:
    yield "<h2>Wanneer een besluit anders uitkomt</h2>"
    rows = [[spaced(one.name), one.title, one.ruling] for one in decisions]
    if rows:
        yield from table("Alle besluiten", ("Besluit", "Waarover", "Oordeel"), rows)
    if same := same_decisions(decisions):
        yield f"<p>Gelijk bewezen: {escape(', '.join(same))}.</p>"
    for decision in decisions:
        others = [each for each in decision.outcomes if each.other_rule]
        if decision.ruling is not Ruling.SAME or others:
            yield f"<h3>{escape(decision.title)}: {decision.ruling}</h3>"
            yield from _decision(decision)


def _decision(decision: DecisionFinding) -> Iterator[str]:
    if decision.only:
        yield f"<p>Dit besluit is er alleen aan de kant {decision.only}.</p>"
    if decision.reason:
        yield f"<p>Niet bewezen, want {escape(decision.reason)}.</p>"
    for outcome in decision.outcomes:
        if outcome.ruling is Ruling.UNPROVED:
            yield '<div class="geval open">'
            yield f"<h4>{escape(of_outcome(outcome))}: niet bewezen</h4>"
            yield f"<p>Want {escape(outcome.reason)}.</p>"
            yield "</div>"
        for case in outcome.witnesses:
            yield from _case(f"{of_outcome(outcome)}: {turn_in_words(outcome, case)}", case)
        if outcome.witnesses:
            yield f"<p>{escape(f'{of_outcome(outcome)}: {completeness(outcome)}')}</p>"
        if outcome.other_rule is not None:
            value = value_in_words(outcome.other_rule.new, outcome.kind, outcome.words)
            yield from _case(
                f"{of_outcome(outcome)}: gelijk ({value}), op grond van een andere regel", outcome.other_rule
            )
    same = [of_outcome(each) for each in decision.outcomes if each.ruling is Ruling.SAME]
    if same:
        yield f"<p>Gelijk bewezen: {escape(', '.join(same))}.</p>"


def _case(title: str, case: Witness) -> Iterator[str]:
    yield '<div class="geval">'
    yield f"<h4>{escape(title)}</h4>"
    yield "<dl>"
    answers = [f"{name}: {value}" for name, value in (answer_in_words(step, case) for step in case.fields)]
    yield from _term("Geval", answers or [case_in_words(case)])
    if case.decided_on != case.reference:
        yield from _term("Besluitdatum", [as_dutch(case.decided_on, Kind.DATE)])
    yield from _term("Oud beslist door", deciders_in_words(case.old_by))
    yield from _term("Nieuw beslist door", deciders_in_words(case.new_by))
    if case.causes:
        yield from _term("Anders in dit geval", [cause_in_words(cause) for cause in case.causes])
    if case.calculators == 1:
        yield from _term("Nagerekend", ["door één rekenaar: de tweede kan dit besluit niet aan"])
    yield "</dl>"
    yield "<details>"
    yield "<summary>Als scenario</summary>"
    scenario = "\n".join(case.scenario)
    yield f"<pre>{escape(scenario)}</pre>"
    yield "</details>"
    yield "</div>"


def _term(term: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<dt>{escape(term)}</dt>"
    yield f"<dd>{lines_in(list(lines))}</dd>"


def _rehearsed(scenarios: Rehearsed | None) -> Iterator[str]:
    if scenarios is None:
        return
    yield "<h2>Welke scenario's anders uitkomen</h2>"
    yield from (f"<p>Het bestand {escape(name)} is er niet.</p>" for name in scenarios.missing)
    if scenarios.files and not scenarios.moved:
        yield f"<p>Geen van de {scenarios.number} scenario's.</p>"
    if scenarios.moved:
        rows = [
            [[each.old.name, f"{each.old.span.file}:{each.old.span.line}"], *moved_in_words(each)]
            for each in scenarios.moved
        ]
        caption = f"{len(rows)} van de {scenarios.number} scenario's"
        yield from table(caption, ("Scenario", "Oud", "Nieuw"), rows)
