"""A migration does in ten years what it does today: it carries with it the code that it runs."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("composer_site", "films", "people", "press")
MIGRATIONS = sorted(path for app in OURS for path in (ROOT / app).rglob("migrations/*.py"))


def living_code(source):
    """The lines at which it leans on code of the project. Fields of a model are named by where they
    live, as Django writes it: in the class of the migration, and by their whole path."""
    tree = ast.parse(source)
    fields = {node for cls in tree.body if isinstance(cls, ast.ClassDef) for node in ast.walk(cls)}
    run = [
        node for node in fields if isinstance(node, ast.Call) and "Run" in ast.unparse(node.func)
    ]
    fields -= {node for call in run for node in ast.walk(call)}
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.level or is_ours(node.module)))
        or (isinstance(node, ast.Name) and node not in fields and is_ours(node.id))
        or (
            isinstance(node, ast.Import)
            and any(alias.asname and is_ours(alias.name) for alias in node.names)
        )
    ]


def is_ours(module):
    return module.partition(".")[0] in OURS


def test_there_are_migrations_to_look_at():
    assert len(MIGRATIONS) > 20


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_migration_runs_code_that_lives_on(path):
    assert living_code(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from composer_site.publishing.content_kinds import KINDS",
        "from films import documents",
        "from . import beside",
        "import composer_site.values.dates as dates",
        "import films.documents\nclass Migration:\n    a = [migrations.RunPython(films.documents.lift)]",
        "import press.documents\ndef write(apps, editor):\n    press.documents.lift({})",
    ],
)
def test_code_that_lives_on_is_seen(source):
    assert living_code(source)
