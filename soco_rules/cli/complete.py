"""What the shell offers behind Tab. It reads names from folders and lines, for parsing all rules takes too long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from soco_rules.cli.workspace import workspace_root

_LAYERS = re.compile(r"^bouwt_op:(.*(?:\n *- .*)*)", re.MULTILINE)
_REFERENCE = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")
_SECTION = re.compile(r"^([a-z_]+):.*\n((?:(?: .*| *#.*|\s*)\n)*)", re.MULTILINE)
_NAME = re.compile(r"^ {2}([a-z][a-z0-9_]*):", re.MULTILINE)


def references(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The agreements of the workspace and the national layers."""
    names = {
        file.parent.relative_to(folder).as_posix() for folder in _folders() for file in _rule_files(folder)
    }
    return _beginning_with(incomplete, names)


def decisions(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The kinds of decision of the agreement that stands before it, and of all layers under that."""
    return _beginning_with(incomplete, _names_in(ctx, frozenset({"besluiten"})))


def names(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What is agreed, asked or derived in the agreement that stands before it, and in all layers under that."""
    return _beginning_with(
        incomplete, _names_in(ctx, frozenset({"afspraken", "bedragen", "begrippen", "gegevens"}))
    )


def files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files and folders, as the shell itself finds them."""
    return [CompletionItem(incomplete, type="file")]


def _names_in(ctx: click.Context, sections: frozenset[str]) -> Iterator[str]:
    waiting = [str(ctx.params.get("kenmerk") or "")]
    for reference in filter(None, waiting):  # grows: a layer stands on other layers
        for folder in _folders():
            for file in _rule_files(folder / reference):
                text = _text(file)
                for section, lines in _SECTION.findall(text + "\n"):
                    if section in sections:
                        yield from _NAME.findall(lines)
                below = [layer for line in _LAYERS.findall(text) for layer in _REFERENCE.findall(line)]
                waiting += [layer for layer in below if layer not in waiting]


def _folders() -> tuple[Path, ...]:
    """Where agreements are: the workspace first, then what is shipped."""
    from soco_rules import __file__ as package

    inside = Path(package).parent / "shipped"
    shipped = inside if inside.is_dir() else Path(package).parents[1]
    return tuple(dict.fromkeys((workspace_root() / "agreements", shipped / "agreements")))


def _rule_files(folder: Path) -> list[Path]:
    below = "*.y*ml" if folder.name != "agreements" else "*/*/*.y*ml"
    return sorted(folder.glob(below))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig", "replace")
    except OSError:
        return ""


def _beginning_with(incomplete: str, names: Iterable[str]) -> list[CompletionItem]:
    return [CompletionItem(name) for name in sorted(set(names)) if name.startswith(incomplete)]
