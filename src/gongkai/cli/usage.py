"""Commands that speak Chinese: help pages and usage errors of click in full Chinese sentences.

click's own words come from gettext and would need a catalogue and a locale; here they are replaced where
they arise.
"""

from __future__ import annotations

import datetime as dt
from importlib import import_module
from typing import Any

import click

from gongkai.cli.folding import columns, indented

OPTIONS = "[选项]…"
NARROWEST = 30
"""Columns that an explanation has at least, however narrow the terminal."""


class ChineseCommand(click.Command):
    """A command whose help page is Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line that shows how the command is written."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, in lines as Chinese folds; click would count a character as one column."""
        write_text(formatter, self.help or "")

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The closing words, likewise."""
        write_text(formatter, self.epilog or "")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options with what each does."""
        options = [found for found in self.get_params(ctx) if isinstance(found, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        write_list(formatter, "选项", [(name, _chinese(words)) for name, words in filter(None, records)])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with a Chinese explanation."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明。"
        return option


class Commands(ChineseCommand, click.Group):
    """A group whose commands are loaded only when they are asked for: name to ``module:attribute``."""

    def __init__(self, *, homes: dict[str, str], **attributes: object) -> None:
        super().__init__(**attributes)  # type: ignore[arg-type]  # click's own keyword arguments pass through
        self.homes = homes

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order given."""
        return list(self.homes)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        if name not in self.homes:
            return None
        module, attribute = self.homes[name].split(":")
        command = getattr(import_module(module), attribute)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` begin with; a Chinese sentence where there is none."""
        if args[0] not in self.homes:
            raise click.UsageError(f"没有“{args[0]}”这个命令。{_known(ctx)}", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then commands."""
        ChineseCommand.format_options(self, ctx, formatter)
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.short_help or "") for name, command in found if command]
        write_list(formatter, "命令", rows)


class Count(click.types.IntParamType):
    """A whole number from ``low`` to ``high``, refused in Chinese."""

    name = "count"

    def __init__(self, low: int = 1, high: int = 1_000_000) -> None:
        self.low, self.high = low, high

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; fails with a sentence where it is none or out of range."""
        try:
            number = int(value)
        except ValueError:
            number = self.low - 1
        if not self.low <= number <= self.high:
            option = param.opts[-1] if param else ""
            self.fail(f"{option} 应为 {self.low} 到 {self.high} 的整数，现在是“{value}”。", param, ctx)
        return number


class Day(click.ParamType):  # type: ignore[type-arg]  # older click has no type argument
    """A day written as 2026-03-02, refused in Chinese."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day; fails with a sentence where it is none."""
        if isinstance(value, dt.date):
            return value
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            day = None
        if day is None or day.isoformat() != value:
            option = param.opts[-1] if param else ""
            self.fail(f"{option} 应写成 2026-03-02 这样的日期，现在是“{value}”。", param, ctx)
        return day


def write_text(formatter: click.HelpFormatter, text: str) -> None:
    """Paragraphs, an empty line before each."""
    for paragraph in filter(None, text.split("\n\n")):
        formatter.write(f"\n{indented(paragraph, formatter.width, 2)}\n")


def write_list(formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    """A list of names with explanations in two columns, the second folded."""
    first = max((columns(name) for name, _ in rows), default=0) + 4
    formatter.write(f"\n{heading}：\n")
    for name, words in rows:
        folded = indented(words, max(formatter.width, first + NARROWEST), first).lstrip(" ")
        formatter.write(f"  {name}{' ' * (first - 2 - columns(name))}{folded}\n")


def _chinese(words: str) -> str:
    """The explanation of an option with click's own mark for a required one in Chinese."""
    return words.replace("  [required]", "（必填）")


def sentence(error: click.ClickException) -> str:
    """What was wrong with the command line and what to do, in Chinese."""
    where = _ask_help(error.ctx) if isinstance(error, click.UsageError) else ""
    if isinstance(error, click.NoSuchOption):
        near = f"是不是要写“{'”或“'.join(error.possibilities)}”？" if error.possibilities else ""
        return f"没有“{error.option_name}”这个选项。{near}{where}"
    if isinstance(error, click.MissingParameter):
        return f"还缺少参数“{_parameter(error)}”。{where}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”的写法不对，多半是后面缺少了值。{where}"
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return f"还缺少命令。{_known(error.ctx)}{where}"
    if isinstance(error, click.BadParameter) and not _is_chinese(error.message):
        kind = error.param.type if error.param else None
        if isinstance(kind, click.Choice):
            return f"{_parameter(error)} 应为 {'、'.join(kind.choices)} 之一。{where}"
        return f"参数“{_parameter(error)}”的值不对，请按说明填写。{where}"
    if not _is_chinese(error.message):
        return f"命令的写法不对，请核对参数的个数和顺序。{where}"
    return f"{error.message}{where}"


def _known(ctx: click.Context | None) -> str:
    """The commands of a group, in a sentence."""
    group = ctx.command if ctx is not None else None
    return f"可用的命令有：{'、'.join(group.homes)}。" if isinstance(group, Commands) else ""


def _ask_help(ctx: click.Context | None) -> str:
    return f"用“{ctx.command_path} --help”查看用法。" if ctx is not None else ""


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return error.param.opts[-1]
    return error.param.human_readable_name


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)
