"""The report as one HTML page that needs nothing else: no script, no network."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from soco_rules.letters.whole_page import whole_page
from soco_rules.model.values import Kind
from soco_rules.model.values import as_dutch
from soco_rules.model.values import month_in_words
from soco_rules.simulation.overviews import LAW
from soco_rules.simulation.picture import bars
from soco_rules.simulation.picture import lines_of
from soco_rules.simulation.picture import lines_through
from soco_rules.simulation.report import Report
from soco_rules.simulation.tables import HIDDEN
from soco_rules.simulation.tables import THRESHOLD
from soco_rules.simulation.tables import Cell
from soco_rules.simulation.tables import Column
from soco_rules.simulation.tables import Form
from soco_rules.simulation.tables import Table
from soco_rules.simulation.tables import written
from soco_rules.simulation.witness import Witness

CSS = """\
* { box-sizing: border-box; }
body { margin: 0; color: #1a1a1a; background: #fff; font: 1rem/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 0.4em; color: #154273; break-after: avoid; }
h1 { margin-top: 0.4em; }
h2 { border-top: 2px solid #154273; padding-top: 0.6em; }
p, ul { max-width: 46rem; }
.kern { margin: 1em 0; padding: 0.8em 1.1em; border-left: 0.4em solid #154273; background: #eef3f8; }
.kern p { margin: 0.2em 0; font-size: 1.0625rem; }
.verzonnen { border-left-color: #b5400b; background: #fdf3ee; }
.breed { overflow-x: auto; }
.breed:focus { outline: 3px solid #154273; outline-offset: 2px; }
table { width: 100%; margin: 0 0 0.4em; border-collapse: collapse; font-size: 0.9375rem; }
caption { padding: 0.3em 0; text-align: left; font-weight: bold; }
th, td { padding: 0.35em 0.7em 0.35em 0; border-bottom: 1px solid #767676; text-align: left; vertical-align: top; }
td { min-width: 6em; }
.getal { min-width: 0; }
thead th { vertical-align: bottom; }
tbody th { font-weight: normal; min-width: 7em; }
.getal { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-left: 0.7em; }
thead .getal { white-space: normal; }
table.smal { max-width: 46rem; }
.weg { color: #4a4a4a; font-style: italic; }
.uitleg { color: #4a4a4a; font-size: 0.875rem; margin-top: 0; }
svg { display: block; width: 100%; min-width: 34rem; max-width: 46rem; height: auto; margin: 0.5em 0 1em; font: 14px Arial, "Liberation Sans", sans-serif; }
.gevallen { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0 2rem; }
code { overflow-wrap: anywhere; font-size: 0.8125rem; }
@page { size: A4; margin: 16mm; }
@media print { main { max-width: none; padding: 0; } .breed { overflow: visible; } tr, svg { break-inside: avoid; } }
"""


def as_page(report: Report, day: int) -> str:
    """The whole page; `day` is the day number that it bears."""
    return whole_page(report.title, CSS, _body(report, day))


def _body(report: Report, day: int) -> Iterator[str]:
    yield f"<h1>{escape(report.title)}</h1>"
    yield from _opening(report, day)
    if table := report.table("partijen"):
        yield f"<h2>{escape(table.title)}</h2>"
        yield from _table(table)
    yield from _by_law(report)
    yield from _doubts(report)
    yield from _people(report)
    yield from _groups(report)
    yield from _sweeps(report)
    yield from _rest(report)
    yield from _account(report)


def _opening(report: Report, day: int) -> Iterator[str]:
    caseload = report.caseload
    if len(report.labels) == 2:
        old, new = map(escape, report.labels)
        yield f"<p><strong>Oud:</strong> {old}<br><strong>Nieuw:</strong> {new}</p>"
    else:
        yield f"<p>{escape(report.labels[0])}</p>"
    first, last = map(month_in_words, (caseload.months[0], caseload.months[-1]))
    members = written(caseload.members, Form.NUMBER)
    period = first if first == last else f"{first} tot en met {last}"
    yield (
        f"<p>Gemaakt op {escape(as_dutch(day, Kind.DATE))}. {members} leden, "
        f"{written(caseload.rows, Form.NUMBER)} maanden van leden, {period}.</p>"
    )
    if caseload.rejected:
        rows = written(caseload.rejected, Form.NUMBER)
        yield f"<p><strong>{rows} rijen van het bestand tellen niet mee</strong>, omdat er iets in niet te lezen is.</p>"
    if caseload.invented:
        yield (
            '<div class="kern verzonnen"><p><strong>Verzonnen bestand.</strong> De leden bestaan niet. De bedragen '
            "laten zien hoe de regels werken, niet wat een wijziging werkelijk kost.</p></div>"
        )
    if report.headline:
        yield '<div class="kern">'
        yield from (f"<p>{_amounts_whole(escape(line))}</p>" for line in report.headline)
        yield "</div>"
    for line in report.left_out:
        yield f"<p>{escape(line)}</p>"


def _by_law(report: Report) -> Iterator[str]:
    for table in report.tables:
        if table.key.startswith(LAW):
            yield f"<h2>{escape(table.title)}</h2>"
            yield from _table(table)


def _doubts(report: Report) -> Iterator[str]:
    if table := report.table("onzeker"):
        yield f"<h2>{escape(table.title)}</h2>"
        yield from _table(table)


def _people(report: Report) -> Iterator[str]:
    directions, spread_ = report.table("richting"), report.table("verdeling")
    if directions is None or spread_ is None or report.spread is None:
        return
    yield f"<h2>{escape(directions.title)}</h2>"
    yield from _table(directions)
    yield f"<h3>{escape(spread_.title)}</h3>"
    yield from _picture(bars(report.spread.bars, spread_.title), spread_.title)
    yield from _table(spread_)
    if report.witnesses:
        yield "<h3>Een geval aan elk eind</h3>"
        if not report.caseload.invented:
            yield (
                "<p>Deze gevallen zijn samengesteld uit wat bij veel leden voorkomt, met afgeronde bedragen. "
                "Zij zijn van niemand. Zij zijn opnieuw berekend.</p>"
            )
        yield '<div class="gevallen">'
        for witness in report.witnesses:
            yield from _witness(witness)
        yield "</div>"


def _witness(witness: Witness) -> Iterator[str]:
    month = month_in_words(witness.month)
    rows: list[tuple[Cell, ...]] = [("maand", month), *witness.facts]
    old, new = (written(amount, Form.MONEY) for amount in (witness.old, witness.new))
    change = (witness.new or 0) - (witness.old or 0)
    rows += [("lid, oud", old), ("lid, nieuw", new), ("verschil", written(change, Form.CHANGE))]
    table = Table("", witness.title, (Column("gegeven"), Column("waarde")), tuple(rows))
    yield "<div>"
    yield from _table(table, captioned=True)
    yield '<p class="uitleg">Gegevens die nul of nee zijn, staan er niet bij.</p>'
    yield "</div>"


def _groups(report: Report) -> Iterator[str]:
    groups = [table for table in report.tables if table.key.startswith("groep-")]
    if groups:
        yield "<h2>Naar groep</h2>"
    for table in groups:
        yield from _table(table, captioned=True)


def _sweeps(report: Report) -> Iterator[str]:
    for found in report.sweeps:
        yield f"<h2>{escape(found.table.title)}</h2>"
        yield from _picture(lines_of(found), found.table.title)
        yield from _table(found.table)


def _rest(report: Report) -> Iterator[str]:
    for key in ("bedragen", "jaar", "maand"):
        if table := report.table(key):
            yield f"<h2>{escape(table.title)}</h2>"
            if key == "maand" and (picture := lines_through(table)):
                yield from _picture(picture, table.title)
            yield from _table(table)


def _account(report: Report) -> Iterator[str]:
    yield "<h2>Verantwoording</h2>"
    if any(table.hides for table in report.tables):
        yield (
            f"<p>Een cijfer over minder dan {THRESHOLD} leden is afgeschermd. Waar een totaal het zou verraden, is nog "
            "een cijfer afgeschermd.</p>"
        )
    yield "<h3>Aannames</h3>"
    yield "<ul>"
    yield from (f"<li>{escape(line)}</li>" for line in report.assumptions)
    yield "</ul>"
    yield "<h3>Ontvangstbewijs</h3>"
    yield "<p>Met dezelfde bestanden en programma’s komen dezelfde cijfers eruit.</p>"
    yield "<ul>"
    yield from (
        f"<li>{escape(what)}<br><code>{escape(digest)}</code></li>" for what, digest in report.receipt
    )
    yield "</ul>"


def _picture(svg: str, title: str) -> Iterator[str]:
    """A picture keeps its size where the window is narrow, and is moved through as a wide table is."""
    yield f'<div class="breed" role="region" tabindex="0" aria-label="Grafiek: {escape(title)}">'
    yield svg
    yield "</div>"


def _amounts_whole(text: str) -> str:
    """No amount is parted from its sign at the end of a line."""
    return text.replace("€ ", "€\u00a0")


def _table(table: Table, *, captioned: bool = False) -> Iterator[str]:
    name = escape(table.title)
    yield f'<div class="breed" role="region" tabindex="0" aria-label="{name}">'
    width = ' class="smal"' if len(table.columns) < 4 else ""
    yield f"<table{width}>" if captioned else f'<table{width} aria-label="{name}">'
    if captioned:
        yield f"<caption>{name}</caption>"
    heads = (f'<th scope="col"{_class(column.form)}>{escape(column.title)}</th>' for column in table.columns)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = zip(row, table.columns, strict=True)
        yield (
            "<tr>"
            + "".join(_cell(cell, column.form, place) for place, (cell, column) in enumerate(cells))
            + "</tr>"
        )
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    if table.note:
        yield f'<p class="uitleg">{escape(table.note)}</p>'


def _cell(cell: Cell, form: Form, place: int) -> str:
    text = escape(written(cell, form))
    if place == 0:
        return f'<th scope="row">{text}</th>'
    if cell is HIDDEN:
        return f'<td{_class(form)}><span class="weg">{text}</span></td>'
    return f"<td{_class(form)}>{text}</td>"


def _class(form: Form) -> str:
    return "" if form is Form.TEXT else ' class="getal"'
