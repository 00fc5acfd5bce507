"""Computing: comparisons, sums and roundings, which belong to analysis and never to a template."""

from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from storygen.model.wording import Flaw

FORBIDDEN = "a template compares and computes no numbers; ask for a figure or a section that says it"

ORDERINGS = {"gt", "gteq", "lt", "lteq"}
TESTS = {
    "gt", "ge", "lt", "le", "greaterthan", "lessthan", ">", ">=", "<", "<=", "odd", "even", "divisibleby",
}  # fmt: skip
FILTERS = {"round", "abs", "int", "float", "sum", "min", "max"}


def computes(node: nodes.Node) -> bool:
    """
    Whether a piece of a template compares or computes numbers, by itself; what it is made of is not looked at.

    Counting the turns of a loop is layout, and allowed.
    """
    match node:
        case nodes.Compare():
            return any(each.op in ORDERINGS for each in node.ops) or _has_number(node)
        case nodes.BinExpr() if not isinstance(node, nodes.And | nodes.Or):
            return not _is_turn(node.left)
        case nodes.Neg() | nodes.Pos():
            return True
        case nodes.Test():
            return node.name in TESTS
        case nodes.Filter():
            return node.name in FILTERS or any(isinstance(e, nodes.Const) and e.value in TESTS for e in node.args)
    return False


def computations(source: str, file: str) -> Iterator[Flaw]:
    """Every place in any template's text that compares or computes; one that cannot be read is a flaw itself."""
    try:
        tree = Environment(autoescape=False).parse(source)  # noqa: S701 - nothing is rendered, least of all as HTML
    except TemplateSyntaxError as fault:
        yield Flaw(file=file, line=fault.lineno, what=str(fault.message))
        return
    for node in tree.find_all(nodes.Expr):
        if computes(node):
            yield Flaw(file=file, line=node.lineno, what=FORBIDDEN)


def _has_number(node: nodes.Compare) -> bool:
    sides = [node.expr, *(each.expr for each in node.ops)]
    return any(isinstance(each, nodes.Const) and isinstance(each.value, int | float) for each in sides)


def _is_turn(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop"
