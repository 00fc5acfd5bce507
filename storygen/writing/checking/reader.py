"""The reader: follows one template branch by branch and notes what would go wrong in it, whatever the story."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, nodes

from storygen.errors import nearest
from storygen.model.figure import Figure
from storygen.model.wording import Flaw
from storygen.writing.checking import computing
from storygen.writing.checking.hints import Hint, attribute, either, element, is_figure, is_number, is_words

PHRASES = "say"  # what wordings call the file of phrases
ABSENCE = ("defined", "undefined")

Scope = dict[str, Hint]


@dataclass(frozen=True)
class Phrases:
    """The macros that wordings may call, and what each call has handed to each of their parameters."""

    macros: dict[str, nodes.Macro] = field(default_factory=dict)
    heard: dict[tuple[str, str], Hint] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)

    def hear(self, macro: str, parameter: str, hint: Hint) -> None:
        """Note what a call hands to a parameter."""
        before = self.heard.get((macro, parameter))
        self.heard[macro, parameter] = hint if before is None else either((before, hint))


@dataclass(frozen=True)
class Reader:
    """Reads templates of one file; `flaws` is what it has found."""

    file: str
    environment: Environment
    phrases: Phrases
    flaws: list[Flaw] = field(default_factory=list)

    def read(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Read statements in order; names they set are known from there on."""
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                for each in node.nodes:
                    self._shown(each, scope)
            case nodes.If():
                self._expression(node.test, scope)
                self.read([*node.body, *node.elif_, *node.else_], scope)
            case nodes.For():
                inner = {**scope, "loop": Any, **_bound(node.target, element(self._expression(node.iter, scope)))}
                self.read([*node.body, *node.else_], inner)
            case nodes.Macro():
                scope[node.name] = Any
                self.read(node.body, scope | self._parameters(node))
            case nodes.Assign():
                scope |= _bound(node.target, self._expression(node.node, scope))
            case nodes.Import():
                scope[node.target] = Any
            case nodes.Expr():
                self._expression(node, scope)
            case _:
                self.read(node.iter_child_nodes(), scope)

    def _parameters(self, macro: nodes.Macro) -> Scope:
        return {each.name: self.phrases.heard.get((macro.name, each.name), Any) for each in macro.args}

    def _shown(self, node: nodes.Expr, scope: Scope) -> None:
        """What stands between braces must come out as words."""
        if isinstance(node, nodes.TemplateData):
            self._text(node)
            return
        hint = self._expression(node, scope)
        if is_figure(hint) or is_number(hint):
            self._note(node, f"{_spelt(node)} is a figure shown without a filter; write {_spelt(node)} | figure")
        elif not is_words(hint):
            self._note(node, f"{_spelt(node)} is not words; name the part of it to print")

    def _text(self, node: nodes.TemplateData) -> None:
        for place, line in enumerate(node.data.splitlines()):
            if any(character.isdigit() for character in line):
                what = "a number typed by hand is in no note; show a figure through a filter"
                self.flaws.append(Flaw(file=self.file, line=node.lineno + place, what=what))

    def _expression(self, node: nodes.Node, scope: Scope) -> Hint:  # noqa: C901, PLR0911 - a kind a line
        match node:
            case nodes.Name():
                return self._name(node, scope)
            case nodes.Getattr():
                return self._attribute(node, scope)
            case nodes.Getitem():
                return element(self._expression(node.node, scope))
            case nodes.Const():
                return type(node.value)
            case nodes.CondExpr():
                self._expression(node.test, scope)
                return either(tuple(self._expression(each, scope) for each in (node.expr1, node.expr2) if each))
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                return self._test(node, scope)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Concat():
                for each in node.nodes:
                    self._shown(each, scope)
                return str
        hints = [self._expression(each, scope) for each in node.iter_child_nodes()]
        if computing.computes(node) or (isinstance(node, nodes.Compare) and any(map(_counts, hints))):
            self._note(node, computing.FORBIDDEN)
        return Any

    def _name(self, node: nodes.Name, scope: Scope) -> Hint:
        if node.name not in scope and node.name not in self.environment.globals:
            self._note(node, f"nothing is called {node.name!r}; {nearest(node.name, sorted(scope))}")
        return scope.get(node.name, Any)

    def _attribute(self, node: nodes.Getattr, scope: Scope) -> Hint:
        hint = attribute(self._expression(node.node, scope), node.attr)
        if hint is None:
            self._note(node, f"{_spelt(node.node)} has no {node.attr!r}")
        return Any if hint is None else hint

    def _filter(self, node: nodes.Filter, scope: Scope) -> Hint:
        first = self._expression(node.node, scope) if node.node else Any
        for each in node.args:
            self._expression(each, scope)
        if computing.computes(node):
            self._note(node, computing.FORBIDDEN)
        known = self.environment.filters
        if node.name not in known:
            self._note(node, f"there is no filter {node.name!r}; {nearest(node.name, sorted(known))}")
            return Any
        types = getattr(known[node.name], "__annotations__", {})
        if types.get("figure") is Figure and first is not Any and not is_figure(first):
            self._note(node, f"the filter {node.name!r} shows a figure, and {_spelt(node.node)} is none")
        return types.get("return", Any)

    def _test(self, node: nodes.Test, scope: Scope) -> Hint:
        if not (node.name in ABSENCE and isinstance(node.node, nodes.Name)):
            self._expression(node.node, scope)
        if computing.computes(node):
            self._note(node, computing.FORBIDDEN)
        if node.name not in self.environment.tests:
            self._note(node, f"there is no test {node.name!r}; {nearest(node.name, sorted(self.environment.tests))}")
        return bool

    def _call(self, node: nodes.Call, scope: Scope) -> Hint:
        hints = [self._expression(each, scope) for each in node.args]
        if (macro := self._macro(node, scope)) is None:
            return Any
        self.phrases.called.add(macro.name)
        if not len(macro.args) - len(macro.defaults) <= len(hints) + len(node.kwargs) <= len(macro.args):
            self._note(node, f"the phrase {macro.name!r} takes {len(macro.args)}, and is given {len(hints)}")
        for parameter, hint in zip(macro.args, hints, strict=False):
            self.phrases.hear(macro.name, parameter.name, hint)
        return str

    def _macro(self, node: nodes.Call, scope: Scope) -> nodes.Macro | None:
        """The phrase that is called; None for anything else that can be."""
        macros = self.phrases.macros
        match node.node:
            case nodes.Getattr(node=nodes.Name(name=said), attr=name) if said == PHRASES:
                if name not in macros:
                    self._note(node, f"phrases.md has no phrase {name!r}; {nearest(name, sorted(macros))}")
                return macros.get(name)
            case nodes.Name(name=name) if name in macros:
                return macros[name]
        self._expression(node.node, scope)
        return None

    def _note(self, node: nodes.Node, what: str) -> None:
        self.flaws.append(Flaw(file=self.file, line=node.lineno, what=what))


def _bound(target: nodes.Node, hint: Hint) -> Scope:
    """The names a loop or a setting gives, with what each stands for."""
    if isinstance(target, nodes.Tuple):
        hints = getattr(hint, "__args__", ())
        return {each.name: hints[place] if place < len(hints) else Any for place, each in enumerate(target.items)}  # type: ignore[attr-defined]  # names
    return {target.name: hint} if isinstance(target, nodes.Name) else {}


def _counts(hint: Hint) -> bool:
    return is_figure(hint) or is_number(hint)


def _spelt(node: nodes.Node | None) -> str:
    """An expression about as its author wrote it."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_spelt(node.node)}.{node.attr}"
        case nodes.Const():
            return str(node.value)
        case nodes.Getitem():
            return f"{_spelt(node.node)}[{_spelt(node.arg)}]"
    return "this"
