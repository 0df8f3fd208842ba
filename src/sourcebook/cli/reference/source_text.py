"""What the source text says of names: the strings below attributes and aliases, which Python itself forgets."""

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import msgspec


class FieldText(msgspec.Struct, frozen=True):
    """A field of a struct as its author wrote it."""

    name: str
    annotation: ast.expr
    docstring: str
    default: Any
    """What the field is without being given; NODEFAULT where it must be, UNSET where an empty value is made."""


@cache
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


def described(body: list[ast.stmt]) -> dict[str, str]:
    """The names that a class or module assigns, each with the string that stands below it, or with nothing."""
    found: dict[str, str] = {}
    for statement, after in zip(body, [*body[1:], None], strict=True):
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                found[name] = _string(after)
    return found


def aliases(module: ModuleType) -> dict[str, str]:
    """The names assigned at the top of a module, with their docstrings."""
    return described(_tree(module).body)


def own_fields(struct: type[msgspec.Struct]) -> list[FieldText]:
    """The fields that the struct itself declares, in order."""
    module = inspect.getmodule(struct)
    if module is None:
        return []
    body = next(
        n.body for n in _tree(module).body if isinstance(n, ast.ClassDef) and n.name == struct.__name__
    )
    strings = described(body)
    defaults = {
        field.name: msgspec.UNSET if field.default_factory is not msgspec.NODEFAULT else field.default
        for field in msgspec.structs.fields(struct)
    }
    return [
        FieldText(name, annotation, strings[name], defaults[name])
        for statement in body
        for name, annotation in _declared(statement)
    ]


def _declared(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
            yield name, annotation


def _string(statement: ast.stmt | None) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str(text))):
            return inspect.cleandoc(text)
    return ""
