"""Help and usage errors are Chinese sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from gongkai.cli.folding import columns
from gongkai.cli.main import commands
from gongkai.cli.usage import Commands, Count, Day, sentence

ENGLISH = re.compile(
    r"Usage|Options|Error|Show this|Try |No such|Missing|Invalid|Commands|COMMAND|ARGS|required"
)


def every_command(group: Commands, *path: str) -> Iterator[list[str]]:
    """The words that lead to every command and every group, however deep."""
    yield list(path)
    for name in group.homes:
        command = group.get_command(click.Context(group), name)
        yield from every_command(command, *path, name) if isinstance(command, Commands) else [[*path, name]]


@pytest.mark.parametrize("path", list(every_command(commands)), ids=" ".join)
def test_every_help_page_is_chinese_and_folds_as_chinese_does(path: list[str]) -> None:
    arguments = [*path, "--help"]
    result = CliRunner().invoke(commands, arguments, prog_name="gongkai", terminal_width=80)
    assert [line for line in result.output.splitlines() if misfolded(line)] == []
    assert result.exit_code == 0
    assert "用法：gongkai" in result.output
    assert "显示这份说明。" in result.output
    assert not ENGLISH.search(result.output)


def misfolded(line: str) -> bool:
    """Whether a line runs over the terminal, or begins with a mark that closes."""
    return columns(line) > 80 or line.lstrip().startswith(("，", "。", "、", "；", "）"))


def test_control_a_line_folded_by_characters_is_noticed() -> None:
    assert misfolded(
        "  比较两份年度报告：同一机关的两个年度，或者同一年度的两个机关。先列有变化的数字（变化大的在前）"
    )
    assert misfolded("  ，逐格并列")
    assert not misfolded("  的，逐格并列，再列最相似的正文。")


def test_every_option_says_what_it_does() -> None:
    for name in commands.homes:
        command = commands.get_command(click.Context(commands), name)
        assert command is not None
        assert command.short_help
        assert all(option.help for option in command.params if isinstance(option, click.Option)), name


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "没有“chek”这个命令"),
        (["check"], "还缺少参数“文件…”"),
        (["check", "a", "--jsn"], "没有“--jsn”这个选项。是不是要写“--json”"),
        (["check", "a", "--jobs"], "选项“--jobs”的写法不对"),
        (["check", "a", "--jobs", "many"], "--jobs 应为 1 到"),
        (["check", "a", "--children", "--json"], "--children 后面要写至少一个文件"),
        (["check", "a", "b", "--previous", "c"], "一次只能检查一份报告"),
        (["schema", "--vocabulary", "--checks"], "一次只能用一个"),
        (["schema", "extra"], "命令的写法不对"),
        (["corpus"], "还缺少命令。可用的命令有：build、query、questions。"),
        (["serve", "--part", "all"], "--part 应为 web、worker、tick 之一"),
    ],
)
def test_a_wrong_command_line_is_answered_in_chinese(arguments: list[str], words: str) -> None:
    with pytest.raises(click.UsageError) as error:
        commands.main(arguments, prog_name="gongkai", standalone_mode=False)
    said = sentence(error.value)
    assert words in said
    assert not ENGLISH.search(said)


def test_a_count_has_bounds() -> None:
    count = Count(high=3)
    assert count.convert("3", None, None) == 3
    for wrong in ("0", "4", "x"):
        with pytest.raises(click.BadParameter):
            count.convert(wrong, None, None)


def test_a_day_is_written_in_one_way() -> None:
    assert Day().convert("2026-03-02", None, None) == dt.date(2026, 3, 2)
    assert Day().convert(dt.date(2026, 3, 2), None, None) == dt.date(2026, 3, 2)
    for wrong in ("20260302", "2026-3-2", "2026-02-30", "2026-W10-1", "明天", ""):
        with pytest.raises(click.BadParameter, match="2026-03-02 这样的日期"):
            Day().convert(wrong, None, None)
