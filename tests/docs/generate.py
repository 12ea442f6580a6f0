"""The pages that are made from the program: `python -m tests.docs.generate` writes them, a test compares them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping

import click

from soco_rules.catalogue import CATALOGUE
from soco_rules.catalogue import Kind
from soco_rules.cli.main import soco
from soco_rules.diagnostics import Severity
from soco_rules.scenarios.catalogue import as_markdown as scenarios
from soco_rules.web.variables import VARIABLES
from tests.docs.examples import examples
from tests.docs.pages import DOCS

WIDTH = 90

_FINDINGS = """\
# Meldingen

<!-- Gemaakt met make docs; een test houdt deze pagina gelijk aan het programma. -->

Elke melding heeft een plaats, een code, een reden en een oplossing. Een *fout* houdt elk besluit tegen; een *waarschuwing*
niet. Hieronder staat elke code, met waar dat kan een melding zoals `soco` haar toont.
"""

_COMMANDS = """\
# Opdrachten

<!-- Gemaakt met make docs; een test houdt deze pagina gelijk aan het programma. -->

`soco` werkt in de map waarin `agreements/` staat. Buiten zo'n map gebruikt het de afspraken die zijn meegeleverd.

| uitkomst | betekenis |
|---|---|
| 0 | alles is in orde |
| 1 | er zijn fouten, of er is geen vaste uitkomst |
| 2 | de opdracht is verkeerd geschreven |
"""


def findings() -> str:
    """Every code with its weight, cause, remedy and a real example."""
    shown = examples()
    kinds = sorted(CATALOGUE.items())
    overview = (f"| [{code}](#{code}) | {kind.severity} | {_sentence(kind.reason)} |" for code, kind in kinds)
    table = "\n".join(("| code | weegt als | waarom |", "|---|---|---|", *overview))
    return "\n".join((_FINDINGS, table, "", *(_finding(code, kind, shown) for code, kind in kinds)))


def commands() -> str:
    """Every command with its help as `--help` prints it."""
    top = click.Context(soco, info_name="soco", max_content_width=WIDTH, terminal_width=WIDTH)
    sections = [_help("soco", soco, top)]
    sections += _helps(soco, top)
    return "\n".join((_COMMANDS, *sections))


def settings() -> str:
    """The page about deploying, with the table of settings as the program has them."""
    page = (DOCS / "beheer" / "uitrol.md").read_text("utf-8")
    before, title, rest = page.partition("| instelling | wat erin staat |\n|---|---|\n")
    after = rest.partition("\n\n")[2]
    rows = "".join(f"| `{name}` | {variable.text} |\n" for name, variable in VARIABLES.items())
    return f"{before}{title}{rows}\n{after}"


PAGES: Mapping[str, Callable[[], str]] = {
    "beheer/uitrol.md": settings,
    "meldingen.md": findings,
    "opdrachten.md": commands,
    "scenarios.md": scenarios,
}


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")


def _finding(code: str, kind: Kind, shown: Mapping[str, str]) -> str:
    return "\n".join(_finding_lines(code, kind, shown))


def _finding_lines(code: str, kind: Kind, shown: Mapping[str, str]) -> Iterator[str]:
    yield f"## {code}\n"
    yield "Een waarschuwing.\n" if kind.severity is Severity.WARNING else "Een fout.\n"
    yield f"- Waarom: {_sentence(kind.reason)}"
    yield f"- Wat te doen: {_sentence(kind.remedy)}\n"
    if code in shown:
        yield f"```text\n{shown[code]}\n```\n"


def _help(title: str, command: click.Command, context: click.Context) -> str:
    return f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"


def _helps(group: click.Group, context: click.Context) -> Iterator[str]:
    """The pages of the commands of a group, and below a group those of its own."""
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        assert command is not None
        below = click.Context(command, info_name=name, parent=context, terminal_width=WIDTH)
        yield _help(below.command_path, command, below)
        if isinstance(command, click.Group):
            yield from _helps(command, below)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


if __name__ == "__main__":
    main()
