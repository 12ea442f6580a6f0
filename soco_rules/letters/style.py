"""The look of a letter on screen and on paper; it names no file, font or address outside the page."""

from __future__ import annotations

CSS = """\
@page {
  size: A4; margin: 22mm 28mm 24mm 25mm;
  @bottom-right { content: "pagina " counter(page) " van " counter(pages); font: 8.5pt Arial, "Liberation Sans", sans-serif; color: #4a4a4a; }
}
* { box-sizing: border-box; }
html { background: #e9ecef; }
body { margin: 0; color: #1a1a1a; font: 11pt/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; }
main { position: relative; max-width: 210mm; margin: 8mm auto; padding: 22mm 28mm 24mm 25mm; background: #fff; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 0.4em; break-after: avoid; }
h1 { font-size: 16pt; margin-top: 1.2em; color: var(--accent); }
h2 { font-size: 12.5pt; color: var(--accent); }
h3 { font-size: 11pt; }
h4 { font-size: 11pt; margin-top: 1.3em; color: var(--accent); }
p, ul, ol { margin: 0 0 0.8em; }
ul, ol { padding-left: 1.4em; }
li { margin-bottom: 0.25em; }
bdi { white-space: pre-wrap; overflow-wrap: anywhere; }
bdi[data-soort="bedrag"], bdi[data-soort="percentage"], bdi[data-soort="datum"] { white-space: nowrap; }
header { margin-bottom: 2em; }
.briefhoofd { display: flex; flex-wrap: wrap; gap: 0 6mm; align-items: flex-start; min-height: 22mm; }
.logo { display: block; height: 16mm; max-width: 80mm; object-fit: contain; object-position: left; margin: 0 auto 2mm 0; }
.van { flex: 1 1 62mm; display: flex; flex-wrap: wrap; gap: 0 6mm; }
.logo + .van { flex: 0 1 62mm; display: block; }
.afzender { flex: 1 1 62mm; margin: 0 0 1mm; font-size: 9.5pt; line-height: 1.4; }
.afzender::first-line { font-size: 15pt; font-weight: bold; color: var(--accent); }
.logo + .van .afzender::first-line { font-size: 9.5pt; color: inherit; }
.contact { flex: 0 1 62mm; margin: 0 0 2mm; line-height: 1.4; }
.retour { margin: 0 0 1mm; min-height: 4mm; font-size: 8pt; color: #4a4a4a; }
.geadresseerden { display: flex; flex-wrap: wrap; gap: 0 6mm; min-height: 30mm; }
.geadresseerde { flex: 1 1 60mm; margin: 0 0 1em; line-height: 1.35; }
dl { margin: 0; font-size: 9.5pt; }
.contact dt { flex: 0 0 8em; }
dl div { display: flex; gap: 0.6em; }
dt { flex: 0 0 12em; color: #4a4a4a; }
dd { margin: 0; min-width: 0; }
table { width: 100%; margin: 0 0 1em; border-collapse: collapse; font-size: 10pt; }
th, td { min-width: 7em; hyphens: auto; padding: 0.35em 0.6em 0.35em 0; border-bottom: 1px solid #c8ccd0; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid var(--accent); }
tr { break-inside: avoid; }
.getal { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
.leden { padding: 0; list-style: none; }
.leden > li { position: relative; padding-left: 2.2em; margin-bottom: 0.5em; }
.merk { position: absolute; left: 0; }
.begrip { font-style: italic; }
a { color: inherit; text-decoration-color: #9aa7b8; text-underline-offset: 0.15em; }
.noot { font-size: 9pt; color: #4a4a4a; }
.ondertekening { margin-top: 2.4em; break-inside: avoid; }
.ondertekening p { margin: 0 0 0.4em; }
.voettekst { margin: 12mm 0 0; padding-top: 2mm; border-top: 1px solid var(--accent); font-size: 8.5pt; color: #4a4a4a; }
.bijlage { margin-top: 16mm; padding-top: 4mm; border-top: 1px solid #c8ccd0; }
.melding { margin: 0 0 10mm; padding: 4mm 5mm; border: 2px solid #8a1f11; background: #fdf3f1; font-size: 10pt; }
.melding p { margin: 0 0 0.3em; }
.melding strong { font-size: 13pt; color: #8a1f11; }
.melding ul { margin: 0; }
.concept::before {
  content: "CONCEPT"; position: fixed; top: 0; right: 0; z-index: 1; padding: 1.5mm 6mm;
  background: #8a1f11; color: #fff; font-weight: bold; letter-spacing: 0.15em;
}
@media screen and (max-width: 48em) { main { margin: 0; padding: 16mm 6mm 10mm; } dl div { display: block; } }
@media print {
  html { background: none; }
  main { margin: 0; padding: 0; max-width: none; background: none; }
  .bijlage { break-before: page; margin: 0; padding: 0; border: 0; }
  .concept::before {
    top: 110mm; left: 0; padding: 0; background: none; color: #f3dcd8; font-size: 80pt; text-align: center;
    transform: rotate(-35deg); z-index: -1;
  }
}
"""

CONCEPT_CSS = """\
@page { @top-right { content: "CONCEPT"; color: #8a1f11; font: bold 12pt Arial, "Liberation Sans", sans-serif; letter-spacing: 0.15em; } }
"""
"""For the pages of a concept on paper; a reader of pages without margin boxes still prints the mark behind the text."""
