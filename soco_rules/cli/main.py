"""The `soco` command."""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

import soco_rules
from soco_rules.cli.about import about
from soco_rules.cli.adopt import adopt
from soco_rules.cli.ask import ask
from soco_rules.cli.caseload import caseload
from soco_rules.cli.check import check
from soco_rules.cli.compare import compare
from soco_rules.cli.decide import decide
from soco_rules.cli.dossier import dossier
from soco_rules.cli.dutch import DutchGroup
from soco_rules.cli.dutch import mistake
from soco_rules.cli.letter import letter
from soco_rules.cli.new import new
from soco_rules.cli.prove import prove
from soco_rules.cli.read import read
from soco_rules.cli.replay import replay
from soco_rules.cli.scenarios import scenarios
from soco_rules.cli.settle import settle
from soco_rules.cli.simulate import simulate
from soco_rules.cli.start import start
from soco_rules.cli.steps import steps
from soco_rules.files import reason

_COLLECTED_AFTER = 100_000
"""So many new objects are looked through for what nobody uses. Python does it from 700, which takes a sixth of a start:
nearly all that is loaded stays.
"""

EXAMPLE = "Voorbeeld: soco besluit delft/scope toelating --zaak zaak.yaml --peildatum 2026-10-15"


@click.group(cls=DutchGroup, no_args_is_help=False, invoke_without_command=True, epilog=EXAMPLE)
@click.option("--versie", is_flag=True, help="Toon het versienummer.")
@click.pass_context
def soco(ctx: click.Context, *, versie: bool) -> None:
    """Regels van gemeenten voor sociale coöperaties: van overeenkomst naar besluit, motivering en brief."""
    if versie:
        click.echo(f"soco {soco_rules.__version__}")
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


for _command in (
    about,
    adopt,
    ask,
    caseload,
    check,
    compare,
    decide,
    dossier,
    letter,
    new,
    prove,
    read,
    replay,
    scenarios,
    settle,
    simulate,
    start,
    steps,
):
    soco.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `soco`: exit 0 when all is well, 1 with findings or no known outcome, 2 for wrong use."""
    gc.set_threshold(_COLLECTED_AFTER)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                errors="replace"
            )  # a terminal without € shows ?, and the answer is still there
    try:
        code = soco.main(arguments, prog_name="soco", standalone_mode=False) or 0
        if sys.stdout is not None:  # closed by who started soco
            sys.stdout.flush()
        sys.exit(code)
    except click.ClickException as error:
        click.echo(f"fout: {mistake(error)}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("afgebroken", err=True)
        sys.exit(2)
    except BrokenPipeError:
        _say_no_more()
        sys.exit(1)
    except OSError as error:
        _say_no_more()
        what = f"'{error.filename}'" if error.filename else "De uitvoer"
        click.echo(f"fout: {what} is niet te lezen of te schrijven: {reason(error)}.", err=True)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 - Python would print what the error says, which may be personal data
        click.echo(_of_the_program(error), err=True)
        sys.exit(1)


def _of_the_program(error: Exception) -> str:
    """What happened and where in the program; never a value, for the text of an error may repeat a case."""
    trail = "".join(traceback.format_tb(error.__traceback__))
    return (
        f"fout: soco kan niet verder door een fout in het programma zelf ({type(error).__name__}).\n"
        f"Meld dit met de regels hieronder; er staan geen gegevens van mensen in.\n{trail.rstrip()}"
    )


def _say_no_more() -> None:
    """What is still waiting for an output that cannot take it goes nowhere, so that leaving is quiet."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
