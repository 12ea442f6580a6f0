"""The look of a letter on screen and on paper; it names no file, font or address outside the page."""

from __future__ import annotations

CSS = """\
@page { size: A4; margin: 22mm 22mm 20mm 25mm; }
* { box-sizing: border-box; }
html { background: #e9ecef; }
body { margin: 0; color: #1a1a1a; font: 11pt/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; }
main { position: relative; max-width: 210mm; margin: 8mm auto; padding: 20mm 22mm 22mm 25mm; background: #fff; }
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 0.4em; break-after: avoid; }
h1 { font-size: 16pt; margin-top: 1.2em; color: #154273; }
h2 { font-size: 12.5pt; color: #154273; }
h3 { font-size: 11pt; }
p, ul, ol { margin: 0 0 0.8em; }
ul, ol { padding-left: 1.4em; }
li { margin-bottom: 0.25em; }
bdi { white-space: pre-wrap; overflow-wrap: anywhere; }
bdi[data-soort="bedrag"], bdi[data-soort="percentage"], bdi[data-soort="datum"] { white-space: nowrap; }
header { margin-bottom: 2em; }
.afzender { margin: 0 0 14mm; padding-bottom: 3mm; border-bottom: 2px solid #154273; font-size: 15pt; font-weight: bold; color: #154273; }
.geadresseerde { margin: 0 0 1.2em; }
dl { margin: 10mm 0 0; font-size: 9.5pt; }
dl div { display: flex; gap: 0.6em; }
dt { flex: 0 0 12em; color: #4a4a4a; }
dd { margin: 0; min-width: 0; }
table { width: 100%; margin: 0 0 1em; border-collapse: collapse; font-size: 10pt; }
th, td { min-width: 7em; hyphens: auto; padding: 0.35em 0.6em 0.35em 0; border-bottom: 1px solid #c8ccd0; text-align: left; vertical-align: top; }
th { border-bottom: 2px solid #154273; }
tr { break-inside: avoid; }
.getal { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
.ondertekening { margin-top: 2.4em; break-inside: avoid; }
.ondertekening p { margin: 0 0 0.4em; }
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
