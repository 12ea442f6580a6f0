"""`soco dossier`: everything about the dossiers of members; each command is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

import click

from soco_rules.cli.dutch import DutchGroup

EXAMPLE = "Voorbeeld: soco dossier controleer delft/scope"

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "anker": "anchor",
        "bekendmaking": "made_known",
        "besluit": "decide",
        "bezwaar": "objection",
        "bezwaarbesluit": "objection_answer",
        "bezwaarstap": "objection_step",
        "bewaartermijnen": "retention",
        "bijwerken": "migrate",
        "controleer": "verify",
        "feit": "fact",
        "heropen": "reopen",
        "inzage": "own_file",
        "lijst": "members",
        "nieuw": "new",
        "oordeel": "judgement",
        "plaatsen": "places",
        "reservekopie": "backup",
        "ronde": "rounds",
        "sleutels": "keys",
        "sleutelwissel": "rotate",
        "termijnen": "due",
        "teruggeven": "give_back",
        "terugzetten": "restore",
        "toewijzen": "assign",
        "toon": "show",
        "vaststellen": "adopt",
        "wis": "erase",
    }
)
"""The Dutch name of each command, and the module here that holds it under the module's own name."""


class DossierGroup(DutchGroup):
    """The commands of `COMMANDS`."""

    def list_commands(self, _: click.Context) -> list[str]:
        """The names, in alphabetical order."""
        return sorted(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        name = COMMANDS[cmd_name]
        command = getattr(import_module(f"soco_rules.cli.dossier.{name}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group("dossier", cls=DossierGroup, no_args_is_help=False, invoke_without_command=True, epilog=EXAMPLE)
@click.pass_context
def dossier(ctx: click.Context) -> None:
    """Houd dossiers van leden bij: opslag, sleutels, leden, termijnen en besluiten."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
