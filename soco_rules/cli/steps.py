"""`soco stappen`: the sentences that scenarios are made of."""

from __future__ import annotations

import click

from soco_rules.cli.dutch import DutchCommand

EXAMPLE = "Voorbeeld: soco stappen"


@click.command("stappen", cls=DutchCommand, epilog=EXAMPLE)
def steps() -> int:
    """Toon de zinnen waaruit een scenario bestaat, elk met een voorbeeld."""
    from soco_rules.scenarios.catalogue import as_text

    click.echo(as_text())
    return 0
