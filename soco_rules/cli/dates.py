"""The options that say for which day and on which day is decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from typing import TypeVar

import click

from soco_rules.cli.dutch import Day
from soco_rules.cli.dutch import Month
from soco_rules.cli.workspace import today

if TYPE_CHECKING:
    from soco_rules.facts import Dates

Command = TypeVar("Command", bound=Callable[..., int])
_OPTIONS = (
    click.option(
        "--besluitdatum", "decision_date", type=Day(), metavar="DATUM", help="De dag van het besluit."
    ),
    click.option(
        "--maand", "month", type=Month(), metavar="JJJJ-MM", help="De maand, voor een besluit per maand."
    ),
    click.option(
        "--peildatum", "reference_date", type=Day(), metavar="DATUM", help="De dag waarvoor de regels gelden."
    ),
)


def dated(command: Command) -> Command:
    """Give a command --peildatum, --maand and --besluitdatum."""
    for option in _OPTIONS:
        command = option(command)
    return command


def chosen_dates(reference_date: int | None, month: int | None, decision_date: int | None) -> Dates:
    """The dates of the options; unsaid, the day of decision is today, and the reference date that day."""
    from soco_rules.facts import Dates

    if month is not None and reference_date is not None:
        raise click.UsageError(
            "Kies --peildatum of --maand: een besluit over een maand geldt vanaf de eerste dag."
        )
    decided_on = today() if decision_date is None else decision_date
    return Dates(next(day for day in (reference_date, month, decided_on) if day is not None), decided_on)


def not_monthly(decision: str) -> click.UsageError:
    """The mistake of asking a month for a decision that is not about one."""
    return click.UsageError(f"Het besluit '{decision}' gaat niet over een maand. Gebruik --peildatum.")
