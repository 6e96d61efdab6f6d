"""What one page asks again and again while it is drawn: its language, the sentences of the catalogue and the addresses of views.

They are looked up once for each language; a page that is being drawn finds them here. What Jinja itself asks of every call and every value is asked
only where it may matter.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as translated
from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

_MOST = 20_000
"""So many sentences or addresses are remembered for one language; those of all templates are far fewer."""
_MARKERS = (711_000_001, 711_000_003, 711_000_007, 711_000_009)
"""Numbers that stand in an address for those of rows."""


@dataclass(slots=True)
class PageLanguage:
    """The sentences and addresses of pages in one language."""

    bangla: bool
    sentences: dict[str, Markup] = field(default_factory=dict)
    addresses: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)

    def sentence(self, text: str) -> Markup:
        """A sentence of the catalogue, not yet filled in."""
        known = self.sentences.get(text)
        if known is None:
            known = Markup(translated(text))  # noqa: S704  # the catalogue is ours; what fills it in is escaped
            _remember(self.sentences, text, known)
        return known

    def address(self, name: str, numbers: tuple[int, ...]) -> str:
        """The address of a view that takes numbers of rows."""
        pieces = self.addresses.get((name, len(numbers)))
        if pieces is None:
            pieces = _pieces(name, len(numbers))
            _remember(self.addresses, (name, len(numbers)), pieces)
        if len(pieces) != len(numbers) + 1:
            return reverse(name, args=numbers)
        return pieces[0] + "".join(f"{number}{piece}" for number, piece in zip(numbers, pieces[1:], strict=True))


_DRAWN: ContextVar[PageLanguage | None] = ContextVar("the language of the page that is drawn", default=None)
_KNOWN: dict[tuple[str, str, str], PageLanguage] = {}


class PageTemplate(Template):
    """A template that is drawn in one language from its first line to its last."""

    def render(self, *args: Any, **names: Any) -> str:
        """Draw the page."""
        token = _DRAWN.set(_now())
        try:
            return super().render(*args, **names)
        finally:
            _DRAWN.reset(token)


def in_bangla() -> bool:
    """Whether the page that is drawn, or the request, is read in Bangla."""
    language = _DRAWN.get()
    return language.bangla if language is not None else (get_language() or "bn").startswith("bn")


def say(text: str, **facts: object) -> Markup:
    """A sentence of the catalogue in the language of the page, filled in; what fills it in is escaped."""
    language = _DRAWN.get() or _now()
    found = language.sentence(text)
    return found % facts if facts or "%" in found else found


def address(name: str, *args: object, **kwargs: object) -> str:
    """The address of a view."""
    if not kwargs and all(type(each) is int and each >= 0 for each in args):
        language = _DRAWN.get() or _now()
        return language.address(name, args)  # type: ignore[arg-type]  # they are whole numbers, one line above
    return reverse(name, args=args or None, kwargs=kwargs or None)


def use_page_language(made: Environment) -> None:
    """Let an environment draw its templates so."""
    made.template_class = PageTemplate
    made.globals.update(_=say, gettext=say, url=address)


def _now() -> PageLanguage:
    """What is known of the language of this moment."""
    language = get_language() or settings.LANGUAGE_CODE
    names = (language, get_urlconf() or settings.ROOT_URLCONF, get_script_prefix())
    return _KNOWN.setdefault(names, PageLanguage(language.startswith("bn")))


def _pieces(name: str, count: int) -> tuple[str, ...]:
    """An address in the pieces between its numbers; in one piece where they do not stand in it as they are."""
    if count > len(_MARKERS):
        return ()
    rest, pieces = reverse(name, args=_MARKERS[:count] or None), []
    for marker in _MARKERS[:count]:
        before, found, rest = rest.partition(str(marker))
        if not found:
            return ()
        pieces.append(before)
    return (*pieces, rest)


def _remember(known: dict[Any, Any], name: object, what: object) -> None:
    if len(known) < _MOST:
        known[name] = what


_OF_LOOPS = ("_loop_vars", "_block_vars")
"""What Jinja gives every call that stands in a loop or a block, for those that want to see its names."""


class PageContext(Context):
    """Calls macros and the `plain` functions of its environment at once. Jinja looks at each thing it calls for a wish to see the context
    first; these have none.
    """

    environment: PageEnvironment

    def call(self, called: Any, /, *args: Any, **names: Any) -> Any:
        """Call what a template calls."""
        if type(called) is Macro:
            args = (self.eval_ctx, *args)
        elif type(called) is not FunctionType or called not in self.environment.plain:
            return super().call(called, *args, **names)
        for name in _OF_LOOPS:
            names.pop(name, None)
        return called(*args, **names)


class PageCode(CodeGenerator):
    """Writes the code of a template so that markup goes into the page as it is, and everything else through `escape` as always."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class PageEnvironment(Environment):
    """An environment that draws so."""

    code_generator_class = PageCode
    context_class = PageContext
    plain: frozenset[object] = frozenset()
    """Functions of ours that templates call with no more than what stands there."""

    @staticmethod
    def escaped(value: object) -> str:
        """A value as it stands in a page."""
        return value if type(value) is Markup else escape(value)
