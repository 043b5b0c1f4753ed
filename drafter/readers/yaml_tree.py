"""YAML to a tree in which every scalar is text and knows its place.

Nothing is resolved: `012`, `1_000`, `NO` and `12:30` stay what was typed. The tree is composed
from the parser's events, so that whatever a year file has no use for (anchors, tags, a second
document, bottomless nesting) is refused when it is met, before anything is expanded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.model.record import record
from drafter.model.spot import Spot
from drafter.readers.codes import Fault, error
from drafter.readers.yaml_characters import left_out, remove_forbidden
from drafter.readers.yaml_events import events

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

    from drafter.model.finding import Finding

WIDE_BLANKS = ("\u3000", "\xa0", "\u2003", "\u2002")
DEEPEST = 50  # a profile nests some ten levels; the composer calls itself once a level


@record
class Scalar:
    """A piece of text.

    Attributes:
        text: as YAML reads it; empty when nothing was written.
        spot: where it begins; for an empty value, right after the key's colon or the dash.
        quoted: whether it stands in quotes or is a block (`|`, `>`).
        lines: how many lines of the file it takes up; a plain scalar of several is often a mistake.
        behind: line and column right behind its last character.
    """

    text: str
    spot: Spot
    quoted: bool
    lines: int
    behind: tuple[int, int]

    @property
    def end(self) -> Spot:
        """Right behind its last character."""
        return Spot(self.spot.file, *self.behind)


@record
class Entry:
    """A key and its value."""

    key: Scalar
    value: Tree


@record
class Entries:
    """A mapping: entries in the order written, no key twice.

    Attributes:
        items: the entries.
        spot: where it begins; without braces, at its first key.
        end: right behind its closing brace; None for a mapping without braces.
    """

    items: tuple[Entry, ...]
    spot: Spot
    end: Spot | None = None

    def get(self, name: str) -> Tree | None:
        """The value of the key `name`; None when there is no such key."""
        for entry in self.items:
            if entry.key.text == name:
                return entry.value
        return None


@record
class Items:
    """A list.

    Attributes:
        items: what stands in it.
        spot: where it begins; without brackets, at its first dash.
        end: right behind its closing bracket; None for a list without brackets.
    """

    items: tuple[Tree, ...]
    spot: Spot
    end: Spot | None = None


Tree: TypeAlias = Scalar | Entries | Items

#: With what a key begins that is looked at more closely.
_SUSPECT = frozenset(("<", *WIDE_BLANKS))
#: What libyaml says of nesting that is too deep for it; it reads ahead, and may see that first.
_NESTED = "exceeded maximum nesting depth"

# These come in tens of thousands. A frozen dataclass is made by its fields' own setters in a third
# of the time that its __init__ takes.
_new = object.__new__
_set_file, _set_line, _set_column = (getattr(Spot, name).__set__ for name in Spot.__match_args__)
_set_text, _set_spot, _set_quoted, _set_lines, _set_behind = (
    getattr(Scalar, name).__set__ for name in Scalar.__match_args__
)
_set_key, _set_value = (getattr(Entry, name).__set__ for name in Entry.__match_args__)


def parse_tree(text: str, file: str) -> tuple[Tree | None, tuple[Finding, ...]]:
    """Read YAML.

    Characters that no Word file can hold are reported and left out, so that the rest can be read.

    Args:
        text: the whole file; line breaks may be of any kind.
        file: its path as the user gave it, for the spots.

    Returns:
        The tree, and what is wrong. None means an empty file (no error among the findings) or
        text that cannot be read as YAML (at least one error).
    """
    typed = text.removeprefix("\ufeff")
    text, left = remove_forbidden(typed, file)
    tree, findings = _parsed(text, file)
    if left:
        from drafter.readers.yaml_columns import finding_as_typed, tree_as_typed

        gone = left_out(typed)
        tree = tree_as_typed(tree, gone) if tree else None
        findings = [*left, *(finding_as_typed(finding, gone) for finding in findings)]
    return tree, tuple(sorted(findings, key=lambda f: f.spot) if tree else findings)


def _parsed(text: str, file: str) -> tuple[Tree | None, list[Finding]]:
    """The tree of a text without forbidden characters, see `parse_tree`."""
    from yaml import YAMLError

    findings: list[Finding] = []
    composer = _Composer(text, file, findings)
    try:
        return composer.compose(), findings
    except _RefusedError as refused:
        return None, [*findings, refused.finding]
    except YAMLError as problem:
        if _NESTED in str(problem):
            mark = getattr(problem, "problem_mark", None)
            spot = Spot(file, mark.line + 1, mark.column + 1) if mark else Spot(file)
            return None, [*findings, _too_deep(spot)]
        from drafter.readers.yaml_faults import explain

        faults = explain(text, file)
        lines = {fault.spot.line for fault in faults}
        explained = {(fault.code, n) for fault in (Fault.ODD_KEY, Fault.WIDE_INDENT) for n in lines}
        before = (f for f in findings if (f.code, f.spot.line) not in explained)
        return None, [*before, *faults]


class _RefusedError(Exception):
    """There is something in the file that ends the reading."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Composer:
    """Puts the parser's events together to a tree."""

    def __init__(self, text: str, file: str, findings: list[Finding]) -> None:
        from yaml import events as kinds

        self._next = events(text).__next__
        self._lines = text.split("\n")
        self._file = file
        self._findings = findings
        self._document, self._scalar_kind = kinds.DocumentStartEvent, kinds.ScalarEvent
        self._mapping, self._mapping_end = kinds.MappingStartEvent, kinds.MappingEndEvent
        self._sequence_end = kinds.SequenceEndEvent
        self._end = Spot(file)  # of the collection closed last

    def compose(self) -> Tree | None:
        """The only document's tree; None when there is none."""
        self._next()  # the stream's start
        if not isinstance(self._next(), self._document):
            return None
        tree = self._node(self._next(), 1)
        self._next()  # the document's end
        after = self._next()
        if isinstance(after, self._document):
            raise _RefusedError(_second_document(self._spot(after.start_mark)))
        return None if isinstance(tree, Scalar) and not (tree.text or tree.quoted) else tree

    def _node(self, event: Any, depth: int) -> Tree:  # noqa: ANN401 - stubs know no tags
        if event.__class__ is self._scalar_kind and depth <= DEEPEST:
            return self._scalar(event)
        spot = self._spot(event.start_mark)
        if depth > DEEPEST:
            raise _RefusedError(_too_deep(spot))
        # An alias has an anchor, as has what it points to.
        if event.anchor is not None or event.tag is not None:
            raise _RefusedError(_yaml_extra(spot))
        if event.__class__ is self._mapping:
            entries = self._entries(depth + 1)
            return Entries(entries, spot, self._end if event.flow_style else None)
        items = self._items(depth + 1)
        return Items(items, spot, self._end if event.flow_style else None)

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401 - as above
        begin, end = event.start_mark, event.end_mark
        first, last, column = begin.line, end.line, end.column
        start = _new(Spot)
        _set_file(start, self._file)
        _set_line(start, first + 1)
        _set_column(start, begin.column + 1)
        if event.anchor is not None or event.tag is not None:
            raise _RefusedError(_yaml_extra(start))
        lines = last - first
        text, style = event.value, event.style
        if style == '"':
            # The file was cleaned as a whole; only an escape can bring such a character back.
            text, findings = remove_forbidden(text, self._file, start)
            self._findings += findings
        scalar = _new(Scalar)
        _set_text(scalar, text)
        _set_spot(scalar, start)
        _set_quoted(scalar, bool(style))
        # A block's end is marked at the beginning of the line that follows it.
        _set_lines(scalar, lines if lines and not column else lines + 1)
        _set_behind(scalar, (last + 1, column + 1))
        return scalar

    def _items(self, depth: int) -> tuple[Tree, ...]:
        """What stands in a list; `depth` is its items'."""
        items: list[Tree] = []
        while (event := self._next()).__class__ is not self._sequence_end:
            items.append(self._node(event, depth))
        self._end = self._spot(event.end_mark)
        return tuple(items)

    def _entries(self, depth: int) -> tuple[Entry, ...]:
        """The entries of a mapping; `depth` is its keys'."""
        entries: list[Entry] = []
        first: dict[str, Scalar] = {}
        following, node, end = self._next, self._node, self._mapping_end
        while (event := following()).__class__ is not end:
            key = node(event, depth)
            value = node(following(), depth)
            if not isinstance(key, Scalar):
                self._findings.append(_key_is_no_text(key.spot))
                continue
            text = key.text
            if (text in first or text[:1] in _SUSPECT) and not self._is_key(key, first):
                continue
            first[text] = key
            entry = _new(Entry)
            _set_key(entry, key)
            _set_value(entry, value)
            entries.append(entry)
        self._end = self._spot(event.end_mark)
        return tuple(entries)

    def _is_key(self, key: Scalar, first: Mapping[str, Scalar]) -> bool:
        """Whether a key can be used; if not, it is told of. `first` are those before it."""
        if key.text in first:
            self._findings.append(_duplicate(key, first[key.text]))
            return False
        if key.text == "<<" and not key.quoted:
            raise _RefusedError(_yaml_extra(key.spot))
        if key.text[:1] in WIDE_BLANKS:
            self._findings.append(_wide_indent(key, self._lines))
            return False
        return True

    def _spot(self, mark: Mark | CMark | None) -> Spot:
        if mark is None:
            return Spot(self._file)
        spot = _new(Spot)
        _set_file(spot, self._file)
        _set_line(spot, mark.line + 1)
        _set_column(spot, mark.column + 1)
        return spot


def _second_document(spot: Spot) -> Finding:
    message = "文件中间有一行“---”，它把文件分成了两份，一份问卷只能是一个整体"
    return error(Fault.SEVERAL_DOCUMENTS, spot, message, "删去这一行；想隔开内容，用空行", "---")


def _too_deep(spot: Spot) -> Finding:
    message = f"内容一层套一层，超过了{DEEPEST}层"
    return error(Fault.TOO_DEEP, spot, message, "检查这里的括号和缩进，去掉多余的层次")


def _yaml_extra(spot: Spot) -> Finding:
    message = "这里以 &、*、! 或 << 开头，是 YAML 的锚点、引用或标签，问卷里不能用"
    remedy = "如果它是文字的一部分，给整段文字加上英文引号，如 '*重点'；否则删去"
    return error(Fault.YAML_EXTRA, spot, message, remedy)


def _key_is_no_text(spot: Spot) -> Finding:
    message = "冒号左边应当是一个名称，这里却是方括号或花括号里的一组内容"
    remedy = "如果它是一段文字，给整段文字加上英文引号，如 '{{ 年度 }}年'"
    return error(Fault.ODD_KEY, spot, message, remedy)


def _duplicate(key: Scalar, first: Scalar) -> Finding:
    message = f"“{key.text}”写了两遍：第{first.spot.line}行和第{key.spot.line}行，只用了前一处"
    remedy = "两处的内容合到一处，另一处删去"
    return error(Fault.DUPLICATE_KEY, key.spot, message, remedy, key.text)


def _wide_indent(key: Scalar, lines: list[str]) -> Finding:
    from drafter.readers.yaml_lines import blank_name, meant_indent

    line = lines[key.spot.line - 1].strip()
    message = f"行首用了{blank_name(key.text[0])}，这一行就不在上面那个名称之下了"
    remedy = f"行首改用半角空格，写成 `{' ' * meant_indent(lines, key.spot.line)}{line}`"
    return error(Fault.WIDE_INDENT, key.spot, message, remedy, line)
