"""click in Chinese: help pages, usage errors, and commands that load when they are called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from drafter.cli.printing import width as columns_there
from drafter.cli.quiet import quiet_option
from drafter.text.nearest import nearest
from drafter.text.widths import columns, typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from click.shell_completion import CompletionItem

_WIDEST, _NARROWEST, _LEAST = 78, 30, 30  # columns of a help page; of its second column

#: Every command and the first line of its help, so that `drafter --help` loads none of them.
COMMANDS = {
    "new": "新建一份问卷：要填的每一项都写好了，照着填",
    "roll": "从上年的问卷写出今年的：数据清空，附上年数",
    "profiles": "有哪些报告结构，某个结构的提纲是什么样",
    "outline": "预览提纲：章节、字数、用到的数据、还缺什么、缺的找谁要",
    "preview": "做一个可以点开看的网页：报告的样子、提纲、待补充、相差大的数、检查发现",
    "figures": "列出全部数据：今年、上年、变化、谁提供、用在哪里、哪些待核，可以写成核稿单",
    "check": "检查问卷，或任何写好的报告：数对不对得上，该写的写了没有，用词准不准",
    "fill": "在终端里逐项填问卷：一项一项地问，答一项存一项",
    "slips": "填报表：每个部门一份 Excel 发下去（out），收回来汇总进问卷（in）",
    "adopt": "把公开的报告变成问卷：正文一字不改，数据逐项认出，作为今年的起点",
    "learn": "从几份样本学出一种结构：章节、标题的各种写法、要哪些数，出处都写明",
    "draft": "生成初稿：Word、Markdown 或纯文本",
    "pull": "把 Word 里改的收回问卷：数、文字、标题、增删的段落",
    "word": "用自己的 Word 模板：另存一份去改，检查它要哪些内容、有没有毛病",
    "compare": "与去年比一比：哪些数没变、哪些话是照抄的、同比对不对得上",
    "rules": "有哪些检查：各查什么、为什么、举例、怎么改",
    "completion": "让终端按 Tab 键补全命令、选项和文件名",
}


class _Formatter(click.HelpFormatter):
    """Help pages whose lines fit: click counts characters, and a 汉字 takes two columns."""

    def __init__(self, width: int | None = None, max_width: int | None = None) -> None:
        asked = width or min(columns_there(), max_width or _WIDEST)
        super().__init__(width=max(asked, _NARROWEST))

    def write_heading(self, heading: str) -> None:
        """A line of its own."""
        self.write(f"{' ' * self.current_indent}{heading}：\n")

    def write_text(self, text: str) -> None:
        r"""Paragraphs; one that begins with the mark `\b` keeps its lines."""
        paragraphs = []
        for paragraph in text.split("\n\n"):
            kept = paragraph.lstrip().startswith("\b")
            lines = paragraph.replace("\b", "").strip("\n").splitlines()
            joined = lines if kept else [_joined(lines)]
            paragraphs.append("".join(self._line(line.strip(), "") for line in joined))
        self.write("\n".join(paragraphs))

    def write_dl(
        self,
        rows: Iterable[tuple[str, str]],
        col_max: int = 30,
        col_spacing: int = 2,
    ) -> None:
        """Two columns; where the first leaves too little, the second stands below it."""
        rows = list(rows)
        first = min(max((columns(name) for name, _ in rows), default=0), col_max)
        room = self.width - self.current_indent - first - col_spacing
        for name, about in rows:
            blank = " " * (first - columns(name) + col_spacing)
            if room < _LEAST or columns(name) > first:
                self.write(f"{' ' * self.current_indent}{name}\n")
                self.write(self._line(about, "    "))
                continue
            start, *rest = typeset(about, room)
            self.write(f"{' ' * self.current_indent}{name}{blank}{start}\n")
            for part in rest:
                self.write(f"{' ' * (self.current_indent + first + col_spacing)}{part}\n")

    def _line(self, text: str, indent: str) -> str:
        lead = " " * self.current_indent + indent
        parts = typeset(text, self.width - len(lead))
        return "".join(f"{lead}{part.strip(' ')}\n" for part in parts)


def _chinese(about: str) -> str:
    """An option's explanation, what click itself says in it in Chinese too."""
    return about.replace("  [required]", "（必填）")


def _joined(lines: Iterable[str]) -> str:
    """Lines of a paragraph as one; a blank only where Latin letters would run together."""
    whole = ""
    for line in map(str.strip, lines):
        latin = whole[-1:].isascii() and line[:1].isascii() and whole and line
        whole += f" {line}" if latin else line
    return whole


class _Context(click.Context):
    """A context with such help pages."""

    formatter_class = _Formatter


def eager_flag(name: str, about: str, tell: Callable[[click.Context], None]) -> click.Option:
    """An option that tells something instead of running the command.

    click's own ones look for translations of their English help, for which much is loaded.
    """

    def asked(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            tell(ctx)
            ctx.exit()

    return click.Option(
        [name], is_flag=True, is_eager=True, expose_value=False, help=about, callback=asked
    )


def _show_help(ctx: click.Context) -> None:
    click.echo(ctx.get_help(), color=ctx.color)


class ChineseCommand(click.Command):
    """A command whose help page is in Chinese, and that can be told to be quiet."""

    context_class = _Context

    def __init__(self, *args: object, **settings: object) -> None:
        settings.setdefault("options_metavar", "[选项]")
        super().__init__(*args, **settings)  # type: ignore[arg-type]
        self.params.append(quiet_option())
        self._help = eager_flag("--help", "显示本帮助", _show_help)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002
        """`--help`, explained in Chinese."""
        return self._help

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, under a Chinese heading."""
        records = (param.get_help_record(ctx) for param in self.get_params(ctx))
        # An argument is told in the first line; here it would stand without a word.
        rows = [(one[0], _chinese(one[1])) for one in records if one is not None and one[1]]
        with formatter.section("选项"):
            formatter.write_dl(rows)


class ChineseGroup(ChineseCommand, click.Group):
    """The program: commands are modules of this package, loaded when they are called."""

    command_class = ChineseCommand

    def __init__(self, *args: object, **settings: object) -> None:
        settings.setdefault("subcommand_metavar", "命令 [参数]…")
        super().__init__(*args, **settings)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """In the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"drafter.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command called, or a usage error that names the nearest one."""
        name = args[0] if args else ""
        if name not in COMMANDS and _is_typed(name, ctx):
            raise click.UsageError(f"没有“{name}”这个命令{_guess(name, COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, without loading them, and the options."""
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=about)
            for name, about in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, and the options after them."""
        with formatter.section("命令"):
            formatter.write_dl(list(COMMANDS.items()))
        ChineseCommand.format_options(self, ctx, formatter)


class ChineseSubgroup(ChineseCommand, click.Group):
    """A command with commands of its own, all in one module."""

    def __init__(self, *args: object, **settings: object) -> None:
        settings.setdefault("subcommand_metavar", "命令 [参数]…")
        super().__init__(*args, **settings)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command called, or a usage error that names the nearest one."""
        name = args[0] if args else ""
        if name not in self.commands and _is_typed(name, ctx):
            raise click.UsageError(f"没有“{name}”这个命令{_guess(name, self.commands)}", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, and the options after them."""
        with formatter.section("命令"):
            rows = ((name, one.get_short_help_str(80)) for name, one in self.commands.items())
            formatter.write_dl(list(rows))
        ChineseCommand.format_options(self, ctx, formatter)


class Choice(click.ParamType[str]):
    """One of a fixed list of words, refused in Chinese."""

    name = "choice"

    def __init__(self, *words: str) -> None:
        self.words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """`[docx|md|txt]`."""
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself."""
        if value in self.words:
            return value
        return self.fail(f"不能是“{value}”，可用的有：{'、'.join(self.words)}", param, ctx)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The words that begin so."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


def usage_message(problem: click.UsageError) -> str:
    """A usage error in Chinese, with the way to the help page."""
    path = problem.ctx.command_path if problem.ctx else "drafter"
    return f"{_what(problem)}。\n  怎么改：运行 {path} --help 看用法。"


def _what(problem: click.UsageError) -> str:
    match problem:
        case click.NoSuchOption():
            known = [
                name
                for param in (problem.ctx.command.params if problem.ctx else ())
                for name in param.opts
            ]
            return f"没有 {problem.option_name} 这个选项{_guess(problem.option_name, known)}"
        case click.MissingParameter():
            return f"缺少{_name(problem.param)}"
        case click.BadParameter():
            return f"{_name(problem.param)}{problem.message}"
        case click.BadOptionUsage():
            return f"选项 {problem.option_name} 后面要跟一个值，或者不该跟值"
        case _:
            extra = problem.message.partition("unexpected extra argument")[2]
            return f"多出了参数{extra.lstrip('s')}" if extra else problem.message


def _is_typed(name: str, ctx: click.Context) -> bool:
    """Whether a name was typed as a command's, to run it; completion asks for half a name too."""
    return bool(name) and not name.startswith("-") and not ctx.resilient_parsing


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "参数"
    return (
        param.opts[0] + " " if isinstance(param, click.Option) else str(param.metavar or param.name)
    )


def _guess(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f"，是不是 {near[0]}" if near else ""
