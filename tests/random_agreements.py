"""Random agreements as text, in the notation itself, with every construct of it; mostly right and sometimes wrong.

What a policy advisor could write is drawn from a seeded generator: parser, compiler, calculators and decision are then
tried on it as they would be on a real file.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from random import Random

from soco_rules.diagnostics import Span
from soco_rules.model.case import Case
from soco_rules.model.case import Judgement
from soco_rules.model.case import Report
from soco_rules.model.program import Field
from soco_rules.model.program import Origin
from soco_rules.model.program import Program
from soco_rules.model.values import Kind
from soco_rules.model.values import Role

CHOICES = {"kleur": ("rood", "groen", "blauw"), "vorm": ("rond", "recht")}
FIRST_DAY = "2020-01-01"
HERE = Span("zaak.yaml")


@dataclass(slots=True)
class _Names:
    """The names so far by kind, apart for the household and per person."""

    rng: Random
    household: dict[str, list[str]] = field(default_factory=dict)
    person: dict[str, list[str]] = field(default_factory=dict)

    def add(self, kind: str, name: str, *, per_person: bool) -> None:
        (self.person if per_person else self.household).setdefault(kind, []).append(name)

    def of(self, kind: str, *, per_person: bool) -> list[str]:
        return [*self.household.get(kind, ()), *(self.person.get(kind, ()) if per_person else ())]


def random_agreement(rng: Random) -> tuple[str, str]:
    """The texts of a national law and of an agreement that stands on it."""
    names = _Names(rng)
    law = "\n".join(
        (*_head(), *_amounts(names), *_points(names), *_facts(names), *_concepts(names), *_ends(names))
    )
    return law + "\n", "\n".join(_agreement(rng)) + "\n"


def _head() -> list[str]:
    return [
        "kenmerk: landelijk/toevalswet",
        "soort: landelijk",
        "titel: Een wet bij toeval",
        f"geldig_vanaf: {FIRST_DAY}",
        "status: concept",
        "personen: {partner: {geldt_als: leefvorm is samen}}",
        "standen: [nieuw, oud]",
    ]


def _amounts(names: _Names) -> list[str]:
    names.add("bedrag", "norm", per_person=False)
    low = names.rng.choice(("100.00", "1401.50", "0.01"))
    return [
        "bedragen:",
        "  norm:",
        "    soort: bedrag",
        "    grondslag: Toevalswet artikel 1",
        "    bekend_tot_en_met: 2026-12-31",
        f"    waarden: {{{FIRST_DAY}: {low}, 2025-01-01: onbekend, 2026-01-01: 200.00}}",
    ]


def _points(names: _Names) -> list[str]:
    for kind, name in (
        ("aantal", "maximum"),
        ("percentage", "deel"),
        ("ja_nee", "streng"),
        ("duur", "termijn"),
    ):
        names.add(kind, name, per_person=False)
    about = "omschrijving: iets, grondslag: Toevalswet artikel 2"
    return [
        "afspraken:",
        f"  maximum: {{soort: aantal, ten_minste: 1, ten_hoogste: 50, kan_ontbreken: ja, {about}}}",
        f"  deel: {{soort: percentage, ten_hoogste: 100%, kan_ontbreken: ja, {about}}}",
        f"  streng: {{soort: ja_nee, {about}}}",
        f"  termijn: {{soort: duur, ten_hoogste: 12 maanden, kan_ontbreken: ja, {about}}}",
    ]


def _agreement(rng: Random) -> list[str]:
    def filled(*values: str) -> str:
        value = rng.choice((*values, "open"))
        return "{open: nog niet besloten}" if value == "open" else f"{{waarde: {value}, bron: convenant}}"

    return [
        "kenmerk: dorp/toeval",
        "soort: overeenkomst",
        "titel: Afspraken bij toeval",
        f"geldig_vanaf: {FIRST_DAY}",
        "status: concept",
        "bouwt_op: [landelijk/toevalswet]",
        "gemeente: {naam: Dorp, code: GM9999, bestuursorgaan: het college van Dorp}",
        "afspraken:",
        f"  maximum: {filled('1', '20', '50', 'niet van toepassing')}",
        f"  deel: {filled('0%', '10%', '33%', '100%', 'niet van toepassing')}",
        f"  streng: {filled('ja', 'nee')}",
        f"  termijn: {filled('1 maand', '3 maanden', '12 maanden', 'niet van toepassing')}",
    ]


def _facts(names: _Names) -> list[str]:
    lines = ["gegevens:", '  leefvorm: {soort: keuze, waarden: [alleen, samen], vraag: "Hoe?"}']
    kinds = ("ja_nee", "aantal", "bedrag", "datum", *CHOICES)
    for number in range(names.rng.randint(5, 9)):
        kind = names.rng.choice(kinds)
        per_person = names.rng.random() < 0.4
        name = f"feit_{number}"
        parts = [
            f"soort: keuze, waarden: [{', '.join(CHOICES[kind])}]" if kind in CHOICES else f"soort: {kind}"
        ]
        if per_person:
            parts.append("per: persoon")
        if kind in {"aantal", "bedrag"}:
            parts.append("ten_minste: 1, ten_hoogste: 1000" if kind == "aantal" else "ten_minste: 0")
        if names.rng.random() < 0.3:
            parts.append("kan_ontbreken: ja")
        if names.rng.random() < 0.3:
            parts.append(f'geldt_als: "{_condition(names, per_person=per_person, depth=1)}"')
        if kind == "ja_nee" and names.rng.random() < 0.4:
            parts.append("oordeel_van: klantmanager")
        lines.append(f'  {name}: {{{", ".join(parts)}, vraag: "Wat is {name}?"}}')
        names.add(kind, name, per_person=per_person)
    return lines


def _concepts(names: _Names) -> list[str]:
    lines = ["begrippen:"]
    for number in range(names.rng.randint(4, 8)):
        kind = names.rng.choice(("ja_nee", "aantal", "bedrag", "datum", *CHOICES))
        per_person = names.rng.random() < 0.4
        name = f"begrip_{number}"
        lines += [f"  {name}:", f"    soort: {'keuze' if kind in CHOICES else kind}"]
        if kind in CHOICES:
            lines.append(f"    waarden: [{', '.join(f'{name}_{value}' for value in CHOICES[kind])}]")
        if per_person:
            lines.append("    per: persoon")
        if names.rng.random() < 0.3:
            lines.append(f"    geldt_als: {_condition(names, per_person=per_person, depth=1)}")
        if kind in CHOICES or names.rng.random() < 0.6:
            lines += _rules(names, name, kind, per_person=per_person)
        else:
            lines.append(f"    berekening: {_value(names, kind, per_person=per_person, depth=2)}")
            lines.append("    grondslag: Toevalswet artikel 3")
        names.add(f"{kind}@{name}" if kind in CHOICES else kind, name, per_person=per_person)
    return lines


def _rules(names: _Names, concept: str, kind: str, *, per_person: bool) -> list[str]:
    rng = names.rng

    def outcome() -> str:
        if kind in CHOICES:
            return f"{concept}_{rng.choice(CHOICES[kind])}"
        return _value(names, kind, per_person=per_person, depth=1)

    lines = ["    regels:"]
    for number in range(rng.randint(1, 5)):
        lines.append(f"      - naam: regel_{number}")
        others = [f"regel_{other}" for other in range(number)]
        if others and rng.random() < 0.5:
            lines.append(
                f"        uitzondering_op: [{', '.join(rng.sample(others, rng.randint(1, len(others))))}]"
            )
        elif rng.random() < 0.3:
            lines.append(f"        gaat_voor: {rng.choice(('alle', *others))}")
        lines.append("        als:")
        lines += [
            f"          - {_condition(names, per_person=per_person, depth=2)}"
            for _ in range(rng.randint(1, 2))
        ]
        lines += [f"        dan: {outcome()}", f"        grondslag: Toevalswet artikel {4 + number}"]
    if rng.random() < 0.5:
        lines.insert(0, f"    anders: {outcome()}")
    return lines


def _ends(names: _Names) -> list[str]:
    last = list(range(_count(names)))
    lines = ["besluiten:"]
    for number in last:
        lines += [
            f"  besluit_{number}:",
            "    titel: Een besluit",
            "    tijdvak: maand",
            f"    uitkomst: begrip_{number}",
            "    rechtskarakter: beschikking",
            "    beslisser: college",
        ]
        if names.rng.random() < 0.2:
            lines.append(f"    geldt_als: {_condition(names, per_person=False, depth=1)}")
    rule = f'eis: "{_condition(names, per_person=True, depth=1)}", grondslag: Toevalswet artikel 9'
    return [
        *lines,
        "eisen:",
        f"  - {{naam: eis_een, {rule}, ernst: waarschuwing, melding: zo hoort het niet}}",
    ]


def _count(names: _Names) -> int:
    return sum(
        name.startswith("begrip_")
        for group in (names.household, names.person)
        for of in group.values()
        for name in of
    )


def _condition(names: _Names, *, per_person: bool, depth: int) -> str:
    rng = names.rng
    if depth > 0 and rng.random() < 0.4:
        one = _condition(names, per_person=per_person, depth=depth - 1)
        other = _condition(names, per_person=per_person, depth=depth - 1)
        return rng.choice((f"({one} en {other})", f"({one} of {other})", f"niet ({one})"))
    kinds = [
        kind
        for kind in ("ja_nee", "aantal", "bedrag", "datum", "percentage", *CHOICES)
        if names.of(kind, per_person=per_person)
    ]
    kinds += [kind for kind in {**names.household, **(names.person if per_person else {})} if "@" in kind]
    kind = rng.choice(kinds or ["leefvorm"])
    if kind == "leefvorm":
        return "leefvorm is samen"
    name = rng.choice(names.of(kind, per_person=per_person))
    if rng.random() < 0.15:
        return f"{name} is {rng.choice(('', 'niet '))}van toepassing"
    if kind == "ja_nee":
        return rng.choice((name, f"niet {name}", f"{name} is nee"))
    if kind.split("@")[0] in CHOICES:
        values = _values_of(kind)
        one = rng.choice(values)
        return rng.choice(
            (f"{name} is {one}", f"{name} is niet {one}", f"{name} is een van ({', '.join(values[:2])})")
        )
    comparator = rng.choice(
        ("is ten minste", "is ten hoogste", "is meer dan", "is minder dan", "is", "is niet")
    )
    return f"{name} {comparator} {_value(names, kind, per_person=per_person, depth=max(0, depth))}"


def _values_of(kind: str) -> list[str]:
    base, _, concept = kind.partition("@")
    return [f"{concept}_{value}" if concept else value for value in CHOICES[base]]


def _value(names: _Names, kind: str, *, per_person: bool, depth: int) -> str:
    rng = names.rng
    known = names.of(kind, per_person=per_person)
    if depth > 0 and rng.random() < 0.7:

        def inner() -> str:
            return _value(names, kind, per_person=per_person, depth=depth - 1)

        condition = _condition(names, per_person=per_person, depth=0)
        either = f"(als {condition} dan {inner()} anders {inner()})"
        match kind:
            case "bedrag":
                share = rng.choice(("25%", "12,5%", "deel", "(40% + deel)"))
                forms = [
                    f"({inner()} + {inner()})",
                    f"({inner()} - {inner()})",
                    f"({share} van {inner()} afgerond op centen)",
                    f"de laagste van ({inner()}, {inner()})",
                    f"de hoogste van ({inner()}, € 0,00)",
                    f"({inner()} gedeeld door 3 afgerond op centen)",
                    either,
                ]
            case "aantal":
                forms = [
                    f"({inner()} + 1)",
                    f"(maximum of anders {rng.randint(1, 5)})",
                    either,
                    f"({inner()} * 2)",
                ]
                forms += [
                    f"hele maanden tussen {a} en begin_tijdvak"
                    for a in names.of("datum", per_person=per_person)
                ]
                forms += [f"jaar van {a}" for a in names.of("datum", per_person=per_person)]
            case "datum":
                forms = [f"{inner()} + termijn", f"{inner()} + 1 maand", f"{inner()} - 1 dag", either]
            case _:
                forms = [either]
        persons = names.person.get(kind, ())
        if kind in {"bedrag", "aantal"} and persons:
            forms.append(f"(de som van {rng.choice(persons)})")
        if known:
            forms.append(f"({rng.choice(known)} of anders {_literal(rng, kind)})")
        return rng.choice(forms)
    return rng.choice([*known, _literal(rng, kind)])


def _literal(rng: Random, kind: str) -> str:
    match kind:
        case "ja_nee":
            return rng.choice(("ja", "nee"))
        case "aantal":
            return str(rng.choice((0, 1, 2, 20, 50)))
        case "bedrag":
            return "€ 0,00"
        case "percentage":
            return rng.choice(("0%", "10%", "33%"))
        case "datum":
            return rng.choice(("2024-02-29", "2026-01-31", "2026-12-31", "begin_tijdvak", "besluitdatum"))
        case _:
            return rng.choice(CHOICES[kind])


def random_facts(rng: Random, program: Program) -> Case:
    """A case for a program: values at and around what its text compares with, some unknown, some contradictory."""
    facts: dict[tuple[str, Role | None], tuple[Report, ...]] = {}
    judgements: dict[tuple[str, Role | None], Judgement] = {}
    for asked in program.fields:
        if asked.origin not in {Origin.FACT, Origin.JUDGEMENT} or rng.random() < 0.2:
            continue
        key = (asked.name, asked.role)
        if asked.origin is Origin.JUDGEMENT:
            judgements[key] = Judgement(_written(rng, asked), "de klantmanager", HERE, "2026-10-01", "omdat")
        else:
            reports = 2 if rng.random() < 0.05 else 1
            facts[key] = tuple(
                Report(_written(rng, asked), HERE, f"bron {number}") for number in range(reports)
            )
    return Case("dorp/toeval", facts, judgements)


def _written(rng: Random, asked: Field) -> str:
    if asked.type.may_be_absent and rng.random() < 0.3:
        return "niet van toepassing"
    match asked.type.kind:
        case Kind.YES_NO:
            return rng.choice(("ja", "nee"))
        case Kind.CHOICE:
            return rng.choice(asked.type.choices)
        case Kind.COUNT:
            return rng.choice(("1", "2", "3", "19", "20", "21", "50", "51"))
        case Kind.MONEY:
            return rng.choice(("0.00", "0.01", "99.99", "100.00", "200.00", "1401.50", "1401.51"))
        case _:
            return rng.choice(("2024-02-28", "2024-02-29", "2026-01-31", "2026-10-01", "2026-12-31"))
