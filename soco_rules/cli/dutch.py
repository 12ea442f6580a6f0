"""Click in Dutch: the fixed words of help pages and of mistakes on the command line."""

from __future__ import annotations

import click

from soco_rules.diagnostics import did_you_mean
from soco_rules.model.values import UnreadableValueError
from soco_rules.model.values import parse_date


class DutchCommand(click.Command):
    """A command whose help page is wholly Dutch."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[OPTIES]")
        formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Dutch heading."""
        _write_options(self, ctx, formatter)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write nothing: the arguments stand above the options."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in Dutch."""
        return _in_dutch(super().get_help_option(ctx))


class DutchGroup(click.Group):
    """A group of commands whose help page is wholly Dutch."""

    command_class = DutchCommand

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, "[OPTIES] COMMANDO ...", prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands under Dutch headings."""
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with the first sentence of their help."""
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(90)) for name, command in commands if command]
        with formatter.section("Commando's"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option, described in Dutch."""
        return _in_dutch(super().get_help_option(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was asked for, or a Dutch message with the nearest name."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            remedy = did_you_mean(
                args[0], self.list_commands(ctx), otherwise="soco --help toont alle commando's."
            )
            raise click.UsageError(f"Het commando '{args[0]}' bestaat niet. {remedy}", ctx)
        return super().resolve_command(ctx, args)


class Day(click.ParamType[int]):
    """A date on the command line, as jjjj-mm-dd; the value is a day number."""

    name = "datum"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The day number of a text."""
        try:
            return parse_date(str(value))
        except UnreadableValueError:
            self.fail(f"'{value}' is geen bestaande datum; schrijf bijvoorbeeld 2026-10-15", param, ctx)


class Percentage(click.ParamType[int]):
    """A whole percentage on the command line."""

    name = "percentage"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of a text, with or without the sign."""
        text = str(value).removesuffix("%")
        if not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= 100):
            self.fail(
                f"'{value}' is geen percentage van 0 tot en met 100; schrijf bijvoorbeeld 90", param, ctx
            )
        return int(text)


class Month(click.ParamType[int]):
    """A month on the command line, as jjjj-mm; the value is the day number of its first day."""

    name = "maand"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The first day of a month."""
        try:
            return parse_date(f"{value}-01")
        except UnreadableValueError:
            self.fail(f"'{value}' is geen bestaande maand; schrijf bijvoorbeeld 2026-10", param, ctx)


def mistake(error: click.ClickException) -> str:
    """What is wrong with a command line, as a Dutch sentence."""
    match error:
        case click.NoSuchOption():
            remedy = did_you_mean(
                error.option_name, error.possibilities or (), otherwise="--help toont de opties."
            )
            return f"De optie {error.option_name} bestaat niet. {remedy}"
        case click.MissingParameter():
            return f"{_described(error.param)} ontbreekt. --help toont wat het commando nodig heeft."
        case click.BadParameter(param=click.Parameter(type=click.IntRange(min=least))):
            return f"{_described(error.param)}: hier hoort een heel getal vanaf {least or 0}."
        case click.BadParameter():
            return f"{_described(error.param)}: {error.message}."
        case click.BadOptionUsage() if "does not take" in error.message:
            return f"De optie {error.option_name} staat alleen, zonder waarde."
        case click.BadOptionUsage():
            return f"De optie {error.option_name} vraagt een waarde."
        case click.UsageError() if error.message.startswith("Got unexpected extra"):
            return "Er staat te veel op de opdrachtregel. --help toont wat het commando nodig heeft."
        case _:
            return error.message


def _described(param: click.Parameter | None) -> str:
    if param is None:
        return "Een waarde"
    name = param.opts[0] if isinstance(param, click.Option) else (param.metavar or str(param.name).upper())
    return f"{'De optie' if isinstance(param, click.Option) else 'Het argument'} {name}"


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    params = command.get_params(ctx)
    for title, kind in (("Argumenten", click.Argument), ("Opties", click.Option)):
        records = (param.get_help_record(ctx) for param in params if isinstance(param, kind))
        rows = [(name, text.replace("[required]", "[verplicht]")) for name, text in filter(None, records)]
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def _in_dutch(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Toon deze uitleg."
    return option
