from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from soco_rules.model.values import parse_date
from soco_rules.scenarios.coverage import coverage_text
from soco_rules.scenarios.junit import as_junit
from soco_rules.scenarios.page import as_page
from soco_rules.scenarios.report import Report
from tests.scenarios.test_mutation import FEATURE
from tests.scenarios.test_mutation import mutated
from tests.scenarios.village import admission
from tests.scenarios.village import ran

DAY = parse_date("2026-11-21")

MIXED = admission(
    """\
    Scenario: Wie past
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | ja     |
      En de oordelen
        | oordeel | waarde | door         | reden   |
        | past    | ja     | klantmanager | gesprek |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "welkom"
      En beslist de regel "past_goed"

    Abstract Scenario: Wie <b>niet</b> past
      Gegeven de gegevens
        | gegeven    | waarde |
        | woont_hier | <hier> |
      En de oordelen
        | oordeel | waarde | door         | reden   |
        | past    | nee    | klantmanager | gesprek |
      Als het besluit "toegang" wordt voorgesteld
      Dan is de uitkomst "elders"
      Voorbeelden:
        | hier |
        | nee  |
        | ja   |

    Scenario: Een besluit dat er niet is
      Als het besluit "toegangg" wordt voorgesteld
      Dan ontbreekt er niets
    """
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """One run with scenarios that hold, that fail, and that cannot be performed."""
    return ran(tmp_path_factory.mktemp("dorp"), tuin=MIXED)


def test_the_page_reads_as_a_dutch_report(report: Report, snapshot: object) -> None:
    assert snapshot == _text(as_page(report, DAY))


def test_what_an_author_wrote_is_never_markup(report: Report) -> None:
    page = as_page(report, DAY)

    assert (False, True) == ("<b>" in page, "Wie &lt;b&gt;niet&lt;/b&gt; past" in page)


def test_the_page_is_accessible_and_stands_on_its_own(report: Report) -> None:
    page = as_page(report, DAY)
    tags = _tags(page)

    assert '<html lang="nl">' in page
    assert [] == [tag for tag, _ in tags if tag in {"script", "link", "img", "iframe", "object"}]
    assert [] == [attributes for _, attributes in tags if {"src", "href"} & set(attributes)]
    assert "url(" not in page
    assert {"col", "row"} == {attributes.get("scope") for tag, attributes in tags if tag == "th"}
    assert page.count("<table>") == page.count("<caption>") == page.count('role="region"')
    assert 1 == page.count("<h1>")


def test_headings_go_down_one_level_at_a_time(report: Report) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)>", as_page(report, DAY))]

    assert [] == [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


def test_every_tag_that_opens_is_closed(report: Report) -> None:
    parser = _Nesting()
    parser.feed(as_page(report, DAY))

    assert ([], []) == (parser.open, parser.wrong)


def test_machines_read_the_same_in_junit_xml(report: Report) -> None:
    root = ET.fromstring(as_junit(report))  # noqa: S314 - our own text

    assert ("4", "1", "1") == (root.get("tests"), root.get("failures"), root.get("errors"))
    assert [
        ("Wie past", None),
        ("Wie <b>niet</b> past [hier = nee]", None),
        ("Wie <b>niet</b> past [hier = ja]", "verwacht: elders; gekregen: later"),
        ("Een besluit dat er niet is", "'dorp/tuin' kent geen besluit 'toegangg'."),
    ] == [(case.get("name"), _message(case)) for case in root.iter("testcase")]
    assert "beslist door:  regel past_niet" in "".join(each.text or "" for each in root.iter("failure"))


def test_a_file_that_cannot_be_run_is_an_error_in_junit_xml(tmp_path: Path) -> None:
    root = ET.fromstring(as_junit(ran(tmp_path, tuin="Feature: x\x0b\n")))  # noqa: S314 - our own text

    assert "0" != root.get("errors")


def test_coverage_tells_what_no_scenario_reaches(report: Report, snapshot: object) -> None:
    assert snapshot == coverage_text(report.coverage())


def test_a_run_without_a_decision_covers_nothing(tmp_path: Path) -> None:
    assert "Dekking: geen scenario vroeg om een besluit." == coverage_text(
        ran(tmp_path, tuin="# language: nl\n").coverage()
    )


def _message(case: ET.Element) -> str | None:
    return next((each.get("message") for each in case), None)


def _text(page: str) -> str:
    """What a reader sees: a line for each heading, paragraph or row, a bar between cells."""
    body = page[page.index("<main>") :]
    body = re.sub(r"</t[hd]><t[hd][^>]*>", " | ", body).replace("<br>", " / ")
    lines = (unescape(re.sub(r"<[^>]*>", "", line)).strip() for line in body.splitlines())
    return "\n".join(line for line in lines if line)


def _tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(page)
    return found


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.wrong.append(tag)


def test_the_page_tells_what_nobody_notices_with_a_proposal_and_what_is_accepted(tmp_path: Path) -> None:
    accepted = "# mutant aanvaard: dorp/samen:afspraken.maximum:21 het getal is een aanname\n"
    found = mutated(tmp_path, FEATURE + accepted)
    page = unescape(as_page(found.scenarios, DAY, found))
    behind = page[page.index("<h2>Veranderingen die iemand moet merken</h2>") :]

    assert [] == [
        text
        for text in (
            '<td class="getal">25%</td><td class="getal">8</td><td class="getal">1</td><td class="getal">5</td>',
            "Geen scenario merkt het als de afspraak maximum 19 wordt in plaats van 20.",
            'Als het besluit "toegang" wordt voorgesteld',
            "Niemand merkt het als de afspraak maximum 21 wordt in plaats van 20.",
            "het getal is een aanname",
        )
        if text not in behind
    ]
