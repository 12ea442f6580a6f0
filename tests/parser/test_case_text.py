"""A case written to a file is read back as the same case."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soco_rules.diagnostics import Span
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.values import Role
from soco_rules.parser.case import read_case
from soco_rules.parser.case_text import case_text
from soco_rules.parser.case_text import heading_of

ROOT = Path(__file__).parents[2]
HERE = Span("zaak.yaml")
CASE = Case(
    "delft/scope",
    {
        ("uren", None): (Report("800", HERE, "gesprek", "2026-10-12"),),
        ("leden", None): (Report("19", HERE, "coöperatie"), Report("20", HERE)),
        ("loon", Role.APPLICANT): (Report("1401.50", HERE, "loonstrook: #3, {mei}", "2026-10-12"),),
        ("loon", Role.PARTNER): (Report("niet van toepassing", HERE),),
    },
    {("past", None): Judgement("ja", "M. Verkerk, klantmanager", HERE, "2026-10-12", "zij zei: 'ja' # echt")},
    {"kenmerk": "null", "adres": ["Dorp 1", "2600 ZZ Delft"], "spoed": True, "telefoon": None},
    {"ontvangen": "2026-10-01"},
    "zaak.yaml",
)
WRITTEN = """\
# Een zaak.
schema_versie: 1
overeenkomst: delft/scope
feiten:
  uren: {waarde: 800, bron: gesprek, datum: 2026-10-12}
  leden:
  - {waarde: 19, bron: coöperatie}
  - 20
  loon:
    per_persoon:
      belanghebbende: {waarde: '1401.50', bron: 'loonstrook: #3, {mei}', datum: 2026-10-12}
      partner: niet van toepassing
oordelen:
  past:
    waarde: ja
    door: M. Verkerk, klantmanager
    datum: 2026-10-12
    reden: 'zij zei: ''ja'' # echt'
brief:
  kenmerk: 'null'
  adres:
  - Dorp 1
  - 2600 ZZ Delft
  spoed: true
  telefoon: null
procedure:
  ontvangen: 2026-10-01
"""

texts = st.one_of(
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30),
    st.text("a '\"\n\t\x00\x7f\x85\xad\u200b\u2028\ufeff", min_size=1, max_size=5),
    st.sampled_from(
        ["null", "~", "true", "ja", "1,5", "- x", "a: b", "a #b", "&a", "*a", "!a", "%", "@", "'", "<<", "="]
    ),
)
names = st.from_regex(r"\A[a-z][a-z0-9_]{0,8}\Z")
days = st.dates().map(str)
reports = st.builds(
    Report, st.one_of(texts, st.booleans()), st.just(HERE), st.none() | texts, st.none() | days
)
judgements = st.builds(
    Judgement, st.one_of(texts, st.booleans()), texts, st.just(HERE), st.none() | days, st.none() | texts
)


def keyed(values: st.SearchStrategy[object]) -> st.SearchStrategy[dict[tuple[str, Role | None], object]]:
    """What a case has of everyone, or of either person, under each name."""
    roles = st.sampled_from([(None,), (Role.APPLICANT,), (Role.PARTNER,), (Role.APPLICANT, Role.PARTNER)])
    by_name = st.dictionaries(names, st.tuples(roles, values, values), max_size=4)
    return by_name.map(
        lambda found: {
            (name, role): (one, other)[number]
            for name, (chosen, one, other) in found.items()
            for number, role in enumerate(chosen)
        }
    )


letters = st.dictionaries(
    names,
    st.recursive(
        texts | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
        max_leaves=6,
    ),
    max_size=3,
)
cases = st.builds(
    Case,
    st.just("delft/scope"),
    keyed(st.lists(reports, min_size=1, max_size=3).map(tuple)),
    keyed(judgements),
    letters,
    st.dictionaries(names, days, max_size=3),
    st.sampled_from(["zaak.yaml", "zaak.json"]),
)


def content(case: Case) -> object:
    """A case without the places in its file."""
    return (
        case.agreement,
        {key: [(each.value, each.source, each.date) for each in given] for key, given in case.facts.items()},
        {key: (each.value, each.by, each.date, each.reason) for key, each in case.judgements.items()},
        case.letter,
        case.procedure,
    )


def test_a_case_is_written_as_a_person_would() -> None:
    assert WRITTEN == case_text(CASE, heading="# Een zaak.\n")


@given(cases)
def test_what_is_written_is_read_back_whole(case: Case) -> None:
    again, findings = read_case(case.file, case_text(case).encode())

    assert (content(case), ()) == (again and content(again), findings)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs/voorbeelden").glob("*.yaml")), ids=lambda path: path.stem
)
def test_a_file_that_was_written_by_hand_loses_nothing_but_its_layout(path: Path) -> None:
    case, _ = read_case(path.name, path.read_bytes())
    assert case
    text = case_text(case, heading=heading_of(path.read_text("utf-8")))
    again, _ = read_case(path.name, text.encode())

    assert again
    assert content(case) == content(again)
    assert text.startswith(path.read_text("utf-8").splitlines()[0])
