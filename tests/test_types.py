"""Types say what a thing is: `Any` is for what is only handed on."""

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
ONE_IN = 12


def checked():
    """The files that mypy checks."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    for name in settings["files"]:
        path = ROOT / name
        found = [path] if path.is_file() else path.rglob("*.py")
        yield from (file for file in found if "migrations" not in file.parts)


def annotations(source):
    """Of every parameter that has one, as it is written."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.arg) and node.annotation:
            yield ast.unparse(node.annotation)


def test_a_parameter_in_twelve_may_be_anything():
    found = [it for path in checked() for it in annotations(path.read_text(encoding="utf-8"))]
    assert len(found) > 1000
    assert found.count("Any") <= len(found) / ONE_IN


def test_parameters_of_every_kind_are_counted():
    source = "def f(a: Any, /, b: Any, *c: Any, d: Any, e, **f: Any) -> Any: ...\nasync def g(h: int): ..."
    assert list(annotations(source)) == [*["Any"] * 5, "int"]
