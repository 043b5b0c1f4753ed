"""The Jinja in which templates are filled in: it reads the values it is given, and that is all."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateRuntimeError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.etree import LxmlError
from markupsafe import Markup, escape

from drafter.writers.word.expressions import refused
from drafter.writers.word.named import Figure
from drafter.writers.word.names import FILTERS, LOOP
from drafter.writers.word.plain_run import LONGEST_STORY, LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

#: What evaluating a template can raise beside Jinja's own errors ({{ 标题|round }}).
EVALUATION = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    LxmlError,
)


class Bounded(Template):
    """A template that stops when it has written too much."""

    def render(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - as Jinja has it
        """All of it as text.

        Raises:
            TemplateRuntimeError: it goes on and on.
        """
        chunks: list[str] = []
        length = 0
        for chunk in self.generate(*args, **kwargs):
            chunks.append(chunk)
            length += len(chunk)
            if length > LONGEST_STORY:
                raise TemplateRuntimeError("印出来的内容太多")
        return "".join(chunks)


class Closed(ImmutableSandboxedEnvironment):
    """Nothing of Python can be reached: only values, their parts, and the filters for text."""

    template_class = Bounded

    def __init__(self, *, xml: bool) -> None:
        """Open one.

        Args:
            xml: True for the text of a Word part, False for plain text.
        """
        # What the optimizer saves at run time it loses many times over on marks nested on purpose.
        super().__init__(
            undefined=StrictUndefined,
            autoescape=xml,
            finalize=_shielded if xml else None,
            optimized=False,
        )
        self.globals = {}
        self.filters = {name: _bounded(self.filters[name]) for name in FILTERS}

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """As Jinja does it, after a look at what is really going to run.

        docxtpl takes XML away between braces, so that marks can arise which `lint` never saw.
        """
        tree = self.parse(source) if isinstance(source, str) else source
        if found := refused(tree):
            raise TemplateRuntimeError(found[0].message)
        return super().compile(tree, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """A part by name; never an attribute of Python's."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, Figure) and attribute in obj.parts:
            return obj.parts[attribute]
        if isinstance(obj, LoopContext) and attribute in LOOP.parts:
            return getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """A part by name, or one of several by number."""
        if isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, list | str) and isinstance(argument, int):
            try:
                return obj[argument]
            except IndexError:
                pass
        return self.undefined(obj=obj, name=argument)


def _bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that fails when its text is too long."""

    @wraps(function)
    def bounded(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        result = function(*args, **kwargs)
        if isinstance(result, str) and len(result) > LONGEST_TEXT:
            raise TemplateRuntimeError("印出来的内容太多")
        return result

    return bounded


def _shielded(value: object) -> object:
    """`value` escaped, and its underscores kept from docxtpl, which takes `{_{` for `{{`."""
    return Markup(str(escape(value)).replace("_", "&#95;"))  # noqa: S704 - it is escaped
