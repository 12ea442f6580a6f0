"""The example as somebody would write it by hand in polars: all facts are there, and no rule looks at an absence."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

import polars as pl

Row = tuple[pl.Expr, pl.Expr | int, int]
"""A condition, the outcome, and the number of the rule; the first row that holds counts."""


def concepts(cases: pl.LazyFrame, code: Mapping[str, int]) -> pl.LazyFrame:
    """Every concept beside the facts, and for a concept by rules the number of the rule that wins (`/wint`)."""
    age, hours, members, months = (pl.col(n) for n in ("leeftijd", "uren", "aantal_leden", "maanden_lid"))
    together, single_parent = _is("leefvorm", code["gehuwden"]), _is("leefvorm", code["alleenstaande_ouder"])
    young, none = _is("leeftijdsgroep", code["jong"]), _is("uitkeringsgroep", code["zonder_uitkering"])
    small, medium = _is("omvang", code["klein"]), _is("omvang", code["gemiddeld"])
    granted = pl.col("toelating").is_in([code["toegewezen"], code["toegewezen_op_proef"]])
    entitled = ~_is("recht", code["niets"])
    debts, ill = pl.col("in_schuldregeling"), pl.col("medisch_beperkt")
    aid, income = pl.col("bijstand"), pl.col("inkomen")
    return (
        cases.with_columns(
            *_rules("leeftijdsgroep", [
                (age < 27, code["jong"], 0), (age < 55, code["midden"], 1), (_else(), code["ouder"], 2),
            ]),
            *_rules("uitkeringsgroep", [
                (_is("uitkering", code["pw"]), code["bijstand_ontvangen"], 0),
                (_is("uitkering", code["ioaw"]), code["ouderenregeling"], 1),
                (_is("uitkering", code["ioaz"]), code["ouderenregeling"], 2),
                (_else(), code["zonder_uitkering"], 3),
            ]),
            *_rules("inzet", [
                (hours < 400, code["gering"], 0), (hours < 1225, code["deeltijds"], 1),
                (_else(), code["voltijds"], 2),
            ]),
            *_rules("omvang", [
                (members < 10, code["klein"], 0), (members < 25, code["gemiddeld"], 1),
                (_else(), code["groot"], 2),
            ]),
            *_rules("norm", [
                (age < 21, pl.col("norm_jong"), 2), (together, pl.col("norm_samen"), 0),
                (_else(), pl.col("norm_alleen"), 1),
            ]),
            pl.max_horizontal(pl.col("omzet") - pl.col("kosten"), 0).alias("netto_omzet"),
        )
        .with_columns(
            *_rules("vrijlatingspercentage", [
                (none, 0, 4), (ill, 1500, 3), (young, 0, 1), (single_parent, 1250, 2), (_else(), 2500, 0),
            ]),
            *_rules("bijdragepercentage", [
                (small & (months < 12), 400, 0), (small, 800, 1), (medium & (months < 12), 500, 2),
                (medium, 1000, 3), (months < 6, 600, 4), (_else(), 1200, 5),
            ]),
            *_rules("begeleiding", [
                (debts, code["intensief"], 2),
                ((months < 24) & young & ~_is("inzet", code["gering"]), code["intensief"], 3),
                ((months >= 24) & ill, code["gewone_begeleiding"], 4),
                (months >= 24, code["licht"], 0), (_else(), code["gewone_begeleiding"], 1),
            ]),
            *_rules("toelating", [
                (~pl.col("woont_in_gemeente"), code["doorzenden"], 6),
                (~pl.col("plan_aanwezig"), code["aanvullen"], 5),
                (~pl.col("verwezen"), code["verwijzen"], 4),
                (~pl.col("toestemming_gemeente"), code["afgewezen"], 1),
                (_is("inzet", code["voltijds"]), code["afgewezen"], 3),
                (months < 3, code["toegewezen_op_proef"], 2), (_else(), code["toegewezen"], 0),
            ]),
        )
        .with_columns(
            ((pl.col("vrijlatingspercentage") * pl.col("netto_omzet") + 5000) // 10_000).alias("vrijlating"),
            ((pl.col("bijdragepercentage") * pl.col("netto_omzet") + 5000) // 10_000).alias("bijdrage"),
            *_rules("plaats", [
                (granted & (members >= 30), code["wachtlijst"], 0), (granted, code["plaats_vrij"], 1),
                (_else(), code["geen_plaats"], 2),
            ]),
        )
        .with_columns(
            (pl.col("netto_omzet") + pl.col("loon") - pl.col("vrijlating") - pl.col("bijdrage")).alias("inkomen")
        )
        .with_columns(pl.max_horizontal(pl.col("norm") - income, 0).alias("bijstand"))
        .with_columns(
            *_rules("recht", [
                (none, code["niets"], 3), (aid == 0, code["niets"], 2),
                ((aid > 0) & (income == 0), code["volledig"], 0), (_else(), code["aanvullend"], 1),
            ])
        )
        .with_columns(
            *_rules("verslag", [
                (_is("toelating", code["toegewezen_op_proef"]), code["elke_maand"], 2),
                (_is("begeleiding", code["intensief"]), code["elke_maand"], 3),
                (entitled, code["elk_kwartaal"], 0), (_else(), code["elk_jaar"], 1),
            ])
        )
    )  # fmt: skip


def totals(cases: pl.LazyFrame, group: str, numbers: Sequence[str]) -> pl.DataFrame:
    """How many cases each outcome has, and the sum of every number over them."""
    return cases.group_by(group).agg(pl.len(), *(pl.col(n).cast(pl.Int64).sum() for n in numbers)).collect()


def _rules(name: str, rows: Sequence[Row]) -> tuple[pl.Expr, pl.Expr]:
    return (
        _first([(when, outcome) for when, outcome, _ in rows]).alias(name),
        _first([(when, pl.lit(rule, pl.Int64)) for when, _, rule in rows]).alias(f"{name}/wint"),
    )


def _first(rows: Sequence[tuple[pl.Expr, pl.Expr | int]]) -> pl.Expr:
    result = _value(rows[-1][1])
    for when, outcome in reversed(rows[:-1]):
        result = pl.when(when).then(_value(outcome)).otherwise(result)
    return result


def _value(outcome: pl.Expr | int) -> pl.Expr:
    return pl.lit(outcome, pl.Int64) if isinstance(outcome, int) else outcome


def _is(name: str, code: int) -> pl.Expr:
    return pl.col(name) == code


def _else() -> pl.Expr:
    return pl.lit(value=True)
