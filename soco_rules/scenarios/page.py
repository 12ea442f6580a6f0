"""A run of scenarios as one HTML page for a policy advisor: it loads nothing, and what was written is never markup."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from html import escape
from itertools import groupby

from soco_rules.diagnostics import render
from soco_rules.letters.whole_page import whole_page
from soco_rules.model.agreement import Agreement
from soco_rules.model.agreement import Provenance
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import spaced
from soco_rules.scenarios.coverage import Coverage
from soco_rules.scenarios.coverage import place
from soco_rules.scenarios.coverage import told
from soco_rules.scenarios.coverage import untouched
from soco_rules.scenarios.fate import SURVIVING
from soco_rules.scenarios.mutation import Examined
from soco_rules.scenarios.mutation import MutationReport
from soco_rules.scenarios.mutation import counted
from soco_rules.scenarios.mutation import score
from soco_rules.scenarios.mutation import unexplained
from soco_rules.scenarios.report import Report
from soco_rules.scenarios.report import ScenarioResult
from soco_rules.scenarios.report import count_text
from soco_rules.scenarios.report import example_in_words
from soco_rules.scenarios.report import rule_in_words
from soco_rules.scenarios.report import supposed_in_words

CSS = """\
* { box-sizing: border-box; }
body { margin: 0; color: #1a1a1a; background: #fff; font: 1rem/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; }
main { max-width: 75rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 0.4em; color: #154273; break-after: avoid; }
h1 { margin-top: 0.4em; }
h2 { border-top: 2px solid #154273; padding-top: 0.6em; }
a { color: #154273; }
.breed { overflow-x: auto; }
.breed:focus { outline: 3px solid #154273; outline-offset: 2px; }
table { width: 100%; margin: 0 0 1em; border-collapse: collapse; font-size: 0.9375rem; }
caption { max-width: calc(100vw - 2rem); padding: 0.3em 0; text-align: left; font-weight: bold; }
th, td { min-width: 7em; padding: 0.35em 0.6em 0.35em 0; border-bottom: 1px solid #767676; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; }
tbody th { font-weight: normal; }
.getal { min-width: 4em; text-align: right; font-variant-numeric: tabular-nums; }
.plaats { color: #4a4a4a; font-size: 0.875em; overflow-wrap: anywhere; }
.mislukt { margin: 0 0 1em; padding: 0.6em 1em; border-left: 0.4em solid #8a1f11; background: #fdf3f1; break-inside: avoid; }
.mislukt h3 { margin-top: 0.2em; color: #8a1f11; }
dl { margin: 0; }
dt { font-weight: bold; }
dd { margin: 0 0 0.4em; }
pre { margin: 0 0 1em; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.875rem; }
td ul { margin: 0; padding-left: 1.1em; }
@page { size: A4; margin: 18mm; }
@media print {
  main { max-width: none; padding: 0; }
  .breed { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  tr { break-inside: avoid; }
}
"""
_NOTHING = "–"


def as_page(report: Report, day: int, mutated: MutationReport | None = None) -> str:
    """The whole page; `day` is the day number that it bears, and `mutated` what was found by changing the rules."""
    state = "alles geslaagd" if report.passed else "niet alles geslaagd"
    return whole_page(f"Toets van de afspraken: {state}", CSS, _body(report, day, mutated))


def _body(report: Report, day: int, mutated: MutationReport | None) -> Iterator[str]:
    yield "<h1>Toets van de afspraken</h1>"
    yield f"<p>Gemaakt op {escape(as_dutch(day, Kind.DATE))}.</p>"
    yield from (f"<p>{escape(line)}</p>" for line in count_text(report).splitlines())
    yield from _overview(report)
    yield from _findings(report)
    yield from _failures(report)
    for reference, results in _by_agreement(report.results):
        yield from _agreement(reference, results, report)
    for layer in report.agreements:
        yield from _layer(layer)
    yield from _coverage(report.coverage())
    if mutated is not None:
        yield from _mutations(mutated)


# Parts of the page


def _overview(report: Report) -> Iterator[str]:
    rows = []
    for reference, results in _by_agreement(report.results):
        passed = sum(result.passed for result in results)
        numbers = (
            len(results),
            passed,
            len(results) - passed,
            sum(bool(result.supposed) for result in results),
        )
        rows.append([_title(reference, report), *map(str, numbers)])
    if rows:
        header = ("Overeenkomst", "Scenario's", "Geslaagd", "Mislukt", "Met andere afspraken")
        yield from table("Per overeenkomst", header, rows, numbers=True)


def _findings(report: Report) -> Iterator[str]:
    if report.findings:
        yield "<h2>Meldingen over de bestanden</h2>"
        yield from (f"<pre>{escape(render(found, report.sources))}</pre>" for found in report.findings)


def _failures(report: Report) -> Iterator[str]:
    if not report.failed:
        return
    yield "<h2>Mislukte scenario's</h2>"
    for result in report.failed:
        yield '<div class="mislukt">'
        yield f"<h3>{escape(result.name)}</h3>"
        yield "<dl>"
        for term, text in _failure(result):
            yield f"<dt>{escape(term)}</dt>"
            yield f"<dd>{lines_in(text)}</dd>"
        yield "</dl>"
        yield "</div>"


def _failure(result: ScenarioResult) -> Iterator[tuple[str, Sequence[str]]]:
    failure = result.failure
    assert failure is not None
    if result.rule:
        yield "Regel", [result.rule]
    if result.example:
        yield "Voorbeeld", [f"{example_in_words(result)} ({place(result.span)})"]
    if result.supposed:
        yield "Afspraken", [supposed_in_words(result)]
    yield "Stap", [f"{failure.step} ({place(failure.span)})"]
    if failure.expected is not None:
        yield "Verwacht", [failure.expected]
        yield "Gekregen", [failure.found or _NOTHING]
        rules = dict.fromkeys(f"{rule_in_words(rule)}, zie {rule.place}" for rule in failure.decided_by)
        yield "Beslist door", list(rules) or ["geen enkele regel"]
    for found in failure.findings:
        yield "Melding", render(found, {}).splitlines()
    if failure.internal is not None:
        told_to = (
            "Interne fout in soco_rules; het scenario zelf kan goed zijn. Geef dit door aan de beheerder:"
        )
        yield "Melding", [told_to, *failure.internal.splitlines()]


def _agreement(reference: str | None, results: Sequence[ScenarioResult], report: Report) -> Iterator[str]:
    yield f"<h2>Scenario's bij {escape(_title(reference, report))}</h2>"
    header = ("Scenario", "Uitslag", "Verwacht", "Voorgesteld", "Beslist door")
    for (feature, rule), under in groupby(results, key=lambda result: (result.feature, result.rule)):
        caption = f"{feature}: {rule}" if rule else feature
        yield from table(caption, header, [_scenario(result) for result in under])


def _scenario(result: ScenarioResult) -> list[str | list[str]]:
    said = (example_in_words(result) if result.example else "", supposed_in_words(result))
    return [
        [result.name, *filter(None, said), place(result.span)],
        "geslaagd" if result.passed else "mislukt",
        list(result.expected),
        result.outcome or _NOTHING,
        list(dict.fromkeys(rule_in_words(rule) for rule in result.decided_by)),
    ]


def _layer(layer: Agreement) -> Iterator[str]:
    said = tuple(_provenances(layer))
    assumed = [
        [name, one.reason, one.owner or _NOTHING, as_dutch(one.date, Kind.DATE), where]
        for name, provenance, where in said
        if (one := provenance.assumption)
    ]
    owner = f"{layer.owner} (bewaakt de aannames in dit bestand)" if layer.owner else "niet genoemd"
    still_open = [
        [spaced(point.name), point.open_reason, owner, place(point.span)]
        for point in layer.points.values()
        if point.open_reason
    ]
    untranslated = [[each.subject, each.reason] for each in layer.untranslated]
    sources = dict.fromkeys(cited for _, provenance, _ in said for cited in provenance.cited)
    yield f"<h2>{escape(layer.title)}</h2>"
    yield f'<p class="plaats">{escape(layer.path)}</p>'
    of_assumption = ("Onderwerp", "Aanname", "Eigenaar", "Sinds", "Plaats")
    yield from _table_or("Aannames", of_assumption, assumed, "Er zijn geen aannames.")
    of_point = ("Punt", "Waarom het open is", "Eigenaar", "Plaats")
    yield from _table_or("Open punten", of_point, still_open, "Er zijn geen open punten.")
    if untranslated:
        yield from table("Niet vertaald naar regels", ("Onderwerp", "Reden"), untranslated)
    yield "<h3>Bronnen</h3>"
    yield "<ul>"
    yield from (f"<li>{escape(source)}</li>" for source in sorted(sources))
    yield "</ul>"


def _coverage(files: Sequence[Coverage]) -> Iterator[str]:
    if not files:
        return
    yield "<h2>Dekking</h2>"
    yield "<p>Wat in de regelbestanden staat, en of een scenario er komt.</p>"
    rows = [
        [file.file, f"{file.percentage}%", str(len(file.parts)), str(file.reached), str(file.decided)]
        for file in files
    ]
    header = ("Bestand", "Bereikt", "Onderdelen", "Daarvan bereikt", "Daarvan beslissend")
    yield from table("Dekking per bestand", header, rows, numbers=True)
    gaps = [[place(part.span), told(part)] for file in files for part in untouched(file)]
    yield from _table_or("Niet bereikt", ("Plaats", "Wat er ontbreekt"), gaps, "Alles is bereikt.")


def _mutations(mutated: MutationReport) -> Iterator[str]:
    yield "<h2>Veranderingen die iemand moet merken</h2>"
    yield (
        "<p>De regels zijn telkens op één punt veranderd. Mislukt er dan een scenario, dan bewaakt dat scenario dat punt."
        "</p>"
    )
    rows = [_noticed(file, examined) for file, examined in mutated.examined.items()]
    header = ("Bestand", "Gemerkt", "Veranderingen", "Aanvaard", "Niet verklaard")
    if rows:
        yield from table("Gemerkte veranderingen per bestand", header, rows, numbers=True)
    every = [one for examined in mutated.examined.values() for one in examined]
    alive = [
        [place(one.mutant.span), f"Geen scenario merkt het als {one.mutant.sentence}.", _advice(one)]
        for one in every
        if unexplained(one)
    ]
    yield from _table_or(
        "Niet gemerkt", ("Plaats", "Wat niemand merkt", "Voorstel"), alive, "Alles is gemerkt of verklaard."
    )
    explained = [
        [place(one.mutant.span), f"Niemand merkt het als {one.mutant.sentence}.", one.accepted]
        for one in every
        if one.finding.fate in SURVIVING and one.accepted is not None
    ]
    if explained:
        yield from table("Aanvaard", ("Plaats", "Wat niemand merkt", "Waarom dat zo mag"), explained)


def _noticed(file: str, examined: Sequence[Examined]) -> list[str]:
    accepted = sum(one.finding.fate in SURVIVING and one.accepted is not None for one in examined)
    numbers = (len(counted(examined)), accepted, sum(map(unexplained, examined)))
    return [file, f"{score(examined)}%", *map(str, numbers)]


def _advice(one: Examined) -> list[str]:
    return one.finding.proposal.splitlines() if one.finding.proposal else []


# What the parts are made of


def _by_agreement(
    results: Iterable[ScenarioResult],
) -> list[tuple[str | None, list[ScenarioResult]]]:
    """The scenarios of each agreement; those that name none come last."""
    by: dict[str | None, list[ScenarioResult]] = {}
    for result in results:
        by.setdefault(result.agreement, []).append(result)
    return sorted(by.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))


def _title(reference: str | None, report: Report) -> str:
    if reference is None:
        return "geen overeenkomst"
    titles = [layer.title for layer in report.agreements if layer.reference == reference]
    return f"{titles[-1]} ({reference})" if titles else reference


def _provenances(layer: Agreement) -> Iterator[tuple[str, Provenance, str]]:
    """Everything with a provenance: what it is about, and where it stands."""
    for point in layer.points.values():
        yield spaced(point.name), point.provenance, place(point.span)
    for table in layer.amounts.values():
        yield spaced(table.name), table.provenance, place(table.span)
        yield from ((spaced(table.name), row.provenance, place(row.span)) for row in table.values)
    for fact in layer.facts.values():
        yield spaced(fact.name), fact.provenance, place(fact.span)
    for concept in layer.concepts.values():
        yield spaced(concept.name), concept.provenance, place(concept.span)
        for rule in concept.rules:
            yield f"{spaced(concept.name)}: {spaced(rule.name)}", rule.provenance, place(rule.span)
    for decision in layer.decisions.values():
        yield decision.title, decision.provenance, place(decision.span)
    for requirement in layer.requirements:
        yield spaced(requirement.name), requirement.provenance, place(requirement.span)
    for transitional in layer.transitional:
        yield spaced(transitional.name), transitional.provenance, place(transitional.span)


def _table_or(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[str | Sequence[str]]], otherwise: str
) -> Iterator[str]:
    if rows:
        yield from table(caption, header, rows)
    else:
        yield f"<p>{escape(otherwise)}</p>"


def table(
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str | Sequence[str]]],
    *,
    numbers: bool = False,
) -> Iterator[str]:
    """A table that scrolls by itself on a narrow screen; with `numbers` all columns but the first hold numbers."""
    right = ' class="getal"' if numbers else ""
    yield f'<div class="breed" role="region" aria-label="{escape(caption)}" tabindex="0">'
    yield "<table>"
    yield f"<caption>{escape(caption)}</caption>"
    yield "<thead>"
    first, *rest = header
    yield (
        f'<tr><th scope="col">{escape(first)}</th>'
        + "".join(f'<th scope="col"{right}>{escape(each)}</th>' for each in rest)
        + "</tr>"
    )
    yield "</thead>"
    yield "<tbody>"
    for row in rows:
        name, *cells = row
        yield (
            f'<tr><th scope="row">{lines_in(name)}</th>'
            + "".join(f"<td{right}>{lines_in(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def lines_in(text: str | Sequence[str]) -> str:
    """One text, or several below each other, as HTML."""
    lines = [text] if isinstance(text, str) else text
    return "<br>".join(map(escape, lines)) or _NOTHING
