"""Templates held against the besluiten that use them: what they leave unsaid, and what they name in vain."""

from __future__ import annotations

from pathlib import Path

import pytest

from soco_rules.letters.check import check_letters
from tests.workspaces import good
from tests.workspaces import workspace_of

WORKSPACE, _ = workspace_of(good("proefwet"))

TOP = "# Toegang\n\n"
WHY = "## Waarom?\n\n"
REASONS = {
    "welkom": "{% if geldt.welkom %}\nU past hier.\n\n{% endif %}\n",
    "eerst_proberen": '{% if uitkomst == "op_proef" %}\nWij proberen het eerst.\n\n{% endif %}\n',
    "niet_welkom": "{% if geldt.niet_welkom %}\nU past hier niet.\n\n{% endif %}\n",
    "vol": '{% for reden in redenen %}{% if reden.regel == "vol" %}\nEr is geen plaats.\n\n{% endif %}{% endfor %}\n',
}
UNSAID = "onder 'Waarom' staat geen zin voor de regel '{}', die de uitkomst '{}' geeft (besluit toegang van landelijk/proefwet)"
OUTCOMES = {
    "welkom": "ja_binnen",
    "eerst_proberen": "op_proef",
    "niet_welkom": "nee_buiten",
    "vol": "nee_buiten",
    "elders": "terugverwijzen",
}


def _template(**changed: str) -> str:
    elders = "{% if geldt.elders %}\nU moet elders zijn.\n\n{% endif %}\n"
    return TOP + WHY + "".join({**REASONS, "elders": elders, **changed}.values())


def _told(folder: Path, text: str) -> list[tuple[str, int, str]]:
    (folder / "toegang.md.j2").write_text(text, "utf-8")
    return [(found.code, found.span.line, found.message) for found in check_letters(WORKSPACE, [folder])]


def _unsaid(*rules: str) -> list[tuple[str, int, str]]:
    return sorted(("sjabloon-grond", 3, UNSAID.format(rule, OUTCOMES[rule])) for rule in rules)


def test_a_template_with_a_sentence_for_every_rule_is_complete(tmp_path: Path) -> None:
    assert [] == _told(tmp_path, _template())


@pytest.mark.parametrize("rule", OUTCOMES)
def test_a_rule_without_a_sentence_is_found(tmp_path: Path, rule: str) -> None:
    assert _unsaid(rule) == _told(tmp_path, _template(**{rule: ""}))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("U past hier.\n\n", "it is always there"),
        ('{% if uitkomst == "ja_binnen" %}\n{% endif %}\n', "the choice has no words"),
        ("{% if not geldt.welkom %}\nU past hier.\n\n{% endif %}\n", "the choice asks for its absence"),
        (
            "{% if geldt.welkom and feiten.aanwezig is bekend %}\nU past.\n\n{% endif %}\n",
            "a fact may be unknown",
        ),
        (
            "{% if feiten.aanwezig is bekend %}\n{% if geldt.welkom %}\nU past.\n\n{% endif %}\n{% endif %}\n",
            "idem",
        ),
        (
            '{% if uitkomst in ("ja_binnen", "op_proef") %}\nU mag.\n\n{% endif %}\n',
            "two rules share the choice",
        ),
        (
            "{% for reden in redenen %}\n- {{ reden.regel }}\n{% endfor %}\n",
            "a name of a rule is no sentence",
        ),
        (
            "{% for reden in redenen %}\n- {{ reden.omschrijving }}\n{% endfor %}\n",
            "the rule has no description",
        ),
        (
            "## Anders\n\n{% if geldt.welkom %}\nU past.\n\n{% endif %}\n" + WHY,
            "it stands under another heading",
        ),
    ],
)
def test_what_does_not_state_a_rule(tmp_path: Path, words: str, why: str) -> None:
    found = _told(tmp_path, _template(welkom=words))

    assert (why, True) == (why, set(_unsaid("welkom")) <= set(found))


def test_a_sentence_for_an_outcome_of_two_rules_states_neither(tmp_path: Path) -> None:
    shared = '{% if uitkomst == "nee_buiten" %}\nU mag niet naar binnen.\n\n{% endif %}\n'

    assert _unsaid("niet_welkom", "vol") == _told(tmp_path, _template(niet_welkom=shared, vol=""))


def test_a_sentence_states_its_rule_where_every_way_has_one(tmp_path: Path) -> None:
    both = (
        "{% if geldt.welkom %}\n{% if feiten.aanwezig is bekend %}\nU was er.\n\n"
        "{% else %}\nU past hier.\n\n{% endif %}\n{% endif %}\n"
    )

    assert [] == _told(tmp_path, _template(welkom=both))


@pytest.mark.parametrize("rule", OUTCOMES)
def test_an_outcome_without_words_is_found(tmp_path: Path, rule: str) -> None:
    outcome = OUTCOMES[rule]
    without = f'{{% if uitkomst == "{outcome}" %}}\n{{{{ geen_tekst }}}}\n{{% endif %}}\n'

    found = _told(tmp_path, _template(welkom=without + REASONS["welkom"]))

    message = f"er zijn geen woorden voor de uitkomst '{outcome}' (besluit toegang van landelijk/proefwet)"
    assert ("sjabloon-uitkomst", 1, message) in found


@pytest.mark.parametrize(
    ("words", "message", "remedy"),
    [
        (
            '{% if uitkomst == "ja_binen" %}x{% endif %}',
            "het besluit toegang heeft nooit de waarde 'ja_binen'",
            "Bedoelde u 'ja_binnen'?",
        ),
        (
            '{% if uitkomst in ("op_proef", "nee_binnen") %}x{% endif %}',
            "het besluit toegang heeft nooit de waarde 'nee_binnen'",
            "Bedoelde u 'nee_buiten'?",
        ),
        (
            "{% if uitkomsten.proef_tot_en_mett is bekend %}x{% endif %}",
            "'uitkomsten.proef_tot_en_mett' komt in het besluit toegang niet voor",
            "Bedoelde u 'proef_tot_en_met'?",
        ),
        (
            "{% if uitkomsten.over is bekend %}x{% endif %}",
            "'uitkomsten.over' komt in het besluit toegang niet voor",
            "Noem een naam die in het regelbestand bij ook staat.",
        ),
        (
            '{% if feiten.aanwezig is bekend %}{% if feiten.aanwezig == "neen" %}x{% endif %}{% endif %}',
            "'feiten.aanwezig' heeft nooit de waarde 'neen'",
            "Bedoelde u 'nee'?",
        ),
        (
            "{% if feiten.inkomen is bekend %}x{% endif %}",
            "'feiten.inkomen' komt in het besluit toegang niet voor",
            "Noem een gegeven of oordeel waar dit besluit op rust.",
        ),
        (
            "{% if feiten.aanwezig.partner is bekend %}x{% endif %}",
            "'feiten.aanwezig' is er niet voor elke persoon apart",
            "Laat .partner weg.",
        ),
        (
            "{% if afspraken.maximm is bekend %}x{% endif %}",
            "'afspraken.maximm' komt in het besluit toegang niet voor",
            "Bedoelde u 'maximum'?",
        ),
        (
            "{% if geldt.welkomm %}x{% endif %}",
            "het besluit toegang heeft geen regel 'welkomm' die iets beslist",
            "Bedoelde u 'welkom'?",
        ),
    ],
)
def test_a_name_that_the_besluit_never_has_is_found_at_its_line(
    tmp_path: Path, words: str, message: str, remedy: str
) -> None:
    (tmp_path / "toegang.md.j2").write_text(f"{_template()}{words}\n", "utf-8")

    (found,) = check_letters(WORKSPACE, [tmp_path])

    line = _template().count("\n") + 1
    assert ("sjabloon-naam", line, message) == (found.code, found.span.line, found.message)
    assert remedy.rstrip(".").casefold() in found.remedy.casefold()


def test_a_part_of_the_municipality_replaces_only_that_part(tmp_path: Path) -> None:
    own = tmp_path / "landelijk" / "delen"
    own.mkdir(parents=True)
    (tmp_path / "delen").mkdir()
    (tmp_path / "delen" / "eigen.md.j2").write_text("", "utf-8")
    (own / "eigen.md.j2").write_text(REASONS["welkom"], "utf-8")

    assert [] == _told(tmp_path, _template(welkom='{% include "delen/eigen.md.j2" %}\n'))


def test_a_file_of_a_municipality_that_no_besluit_uses_is_told(tmp_path: Path) -> None:
    (tmp_path / "landelijk").mkdir()
    (tmp_path / "landelijk" / "toegan.md.j2").write_text("# Toegang\n", "utf-8")

    assert [("sjabloon-ongebruikt", 1, "geen enkel besluit gebruikt 'landelijk/toegan.md.j2'")] == _told(
        tmp_path, _template()
    )


def test_a_shipped_file_of_a_municipality_that_is_not_in_this_workspace_is_not_told(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    (own / "landelijk").mkdir(parents=True)
    (shipped / "elders" / "delen").mkdir(parents=True)
    (own / "toegang.md.j2").write_text(_template(), "utf-8")
    (own / "landelijk" / "toegan.md.j2").write_text("# Toegang\n", "utf-8")
    (shipped / "elders" / "delen" / "eigen_redenen.md.j2").write_text("Een reden.\n", "utf-8")

    assert ["geen enkel besluit gebruikt 'landelijk/toegan.md.j2'"] == [
        found.message for found in check_letters(WORKSPACE, [own, shipped])
    ]
