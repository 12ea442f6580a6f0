"""The arguments that several commands take."""

from __future__ import annotations

import click

from soco_rules.cli.complete import decisions
from soco_rules.cli.complete import references

of_agreement = click.argument(
    "kenmerk", metavar="KENMERK", help="De overeenkomst, zoals delft/scope.", shell_complete=references
)
of_decision = click.argument(
    "besluit", metavar="BESLUIT", help="Het soort besluit, zoals toelating.", shell_complete=decisions
)
