"""Who may import whom, and how large things may be. Each guard is shown a bad source and fails it."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
APPS = ["composer_site", "people", "films", "press"]
# Rooms from the ground up; each may import those above its line here, and none of its own line.
# What a room of `composer_site` is called says its folder: `desk.checks` is composer_site/desk/checks.
ROOMS = [
    ["values"],
    ["operations"],
    ["publishing"],
    ["sources"],
    ["visitors"],
    ["desk"],  # what every room of the desk uses; its entrances are below
    ["desk.lists", "desk.forms"],
    ["desk.checks"],
    ["desk.history"],
    ["desk.publish"],
    ["desk.schedule", "desk.translation", "desk.tables", "desk.dashboard"],
    ["desk.entrances"],
    ["library", "staff"],
    ["people"],
    ["films"],
    ["press"],
    ["entrances"],
]
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}
# Where the rooms of the desk are put together: the kinds of content' admins stand on them.
DESK_ENTRANCES = {"admin", "apps", "ordered_parts", "site", "urls"}
# Entrances put the parts together: they may import everything, and nobody imports them.
ENTRANCES = re.compile(r"composer_site\.(settings|urls|wsgi|apps|(?:management|demo)(?:\..+)?)")
VISITOR = re.compile(
    r"composer_site\.visitors\..+"
    r"|(?!composer_site\.desk\.)(?:.+\.)?(?:(?:views|feeds|filters|sitemaps|kit|names_sheet)|templatetags\..+)"
)
DESK = re.compile(r"composer_site\.desk\..+")
WORKING_COPIES = re.compile(r"(films|people|press|composer_site\.library)\.models(\..+)?")
NO_NAMES = {"utils", "helpers", "common", "core", "base", "mixins", "services", "constants"}


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def sources():
    """{module: source} of our own code, migrations aside."""
    files = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    files = [path for path in files if "migrations" not in path.parts]
    return {module_name(path): path.read_text() for path in files}


SOURCES = sources()
PAGES = "composer_site.visitors.pages"
# `absolute` prints SITE_URL.
HOST_OF_REQUEST = re.compile(r"build_absolute_uri|get_host\b|_current_scheme_host|HTTP_HOST")


def imports(source, *, inside_functions=False):
    """Modules a source imports; `from a import b` counts as a and a.b. Types alone do not count."""
    tree = ast.parse(source)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    nodes = functions if inside_functions else [tree]
    found = set()
    for node in (child for parent in nodes for child in ast.walk(parent)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def ours(modules):
    return {module for module in modules if module in SOURCES}


def room_of(module):
    if ENTRANCES.fullmatch(module):
        return "entrances"
    app, *parts = module.split(".")
    if app != "composer_site":
        return app
    if parts[:1] != ["desk"]:
        return parts[0] if parts else "values"  # the package itself holds nothing
    if parts[1:2] and parts[1] in DESK_ENTRANCES:
        return "desk.entrances"
    inner = ".".join(parts[:2])
    return inner if inner in FLOOR else "desk"


def imports_upwards(module, source):
    """{(its room, a room that it may not know)}"""
    room = room_of(module)
    others = {room_of(other) for other in ours(imports(source))} - {room}
    return {(room, other) for other in others if FLOOR[other] >= FLOOR[room]}


def circles(graph):
    """Modules from which imports lead back to themselves."""

    def reachable(start):
        seen, waiting = set(), list(graph[start])
        while waiting:
            module = waiting.pop()
            if module not in seen:
                seen.add(module)
                waiting += graph.get(module, ())
        return seen

    return {module for module in graph if module in reachable(module)}


def working_copies_seen(source, modules):
    """The working copies that a source imports, itself or through any module of ours."""
    seen, waiting = set(), [source]
    while waiting:
        found = {other for other in imports(waiting.pop()) if other in modules} - seen
        seen |= found
        waiting += [modules[other] for other in found]
    return {module for module in seen if WORKING_COPIES.fullmatch(module)}


def page_queries(source):
    """What stands after each `Page.objects` and `Excerpt.objects` in a source."""
    return re.findall(r"(?:Page|Excerpt)\.objects\b\s*(\.\w+|)", source)


def length(node):
    return node.end_lineno - node.lineno + 1


# The guards


def offences(guard, modules=SOURCES):
    """{module: what the guard says of it}, of those of which it says anything."""
    found = {module: guard(module, SOURCES[module]) for module in modules}
    return {module: said for module, said in found.items() if said}


def test_no_import_runs_back_up():
    found = set().union(*offences(imports_upwards).values())
    assert found == set()


def test_every_module_stands_in_a_room():
    assert {room_of(module) for module in SOURCES} <= FLOOR.keys()


def test_visitor_code_knows_no_desk():
    def desk(_module, source):
        return {other for other in imports(source) if DESK.match(other)}

    assert offences(desk, VISITOR_MODULES) == {}


def test_no_imports_go_in_circles():
    assert circles({module: ours(imports(source)) for module, source in SOURCES.items()}) == set()


def test_imports_stand_at_the_top():
    assert offences(lambda _module, source: imports(source, inside_functions=True)) == {}


VISITOR_MODULES = [module for module in SOURCES if VISITOR.fullmatch(module)]


def test_visitor_code_knows_no_working_copy():
    seen = offences(lambda _module, source: working_copies_seen(source, SOURCES), VISITOR_MODULES)
    assert seen == {}
    assert {"press.views", "press.feeds", "composer_site.visitors.sitemaps"} <= set(VISITOR_MODULES)


def test_visitor_code_starts_from_what_is_public():
    def other_verbs(module, source):
        allowed = {".public"} | ({".withdrawn", ".once_public"} if module == PAGES else set())
        return set(page_queries(source)) - allowed

    assert offences(other_verbs, VISITOR_MODULES) == {}


def test_no_address_is_built_from_the_host_of_a_request():
    templates = {str(path): path.read_text() for path in (ROOT / "templates").rglob("*.*")}
    found = {name for name, text in (SOURCES | templates).items() if HOST_OF_REQUEST.search(text)}
    assert found == set()


def test_no_visitor_module_asks_about_editions():
    """The timeline says which instant a visit asks about, and when something changes next."""
    asking = offences(lambda _m, source: re.findall(r"Edition\.objects", source), VISITOR_MODULES)
    assert asking == {}


def test_names_say_what_is_inside():
    assert {name for module in SOURCES for name in module.split(".")} & NO_NAMES == set()


def test_files_are_short():
    lengths = {module: len(source.splitlines()) for module, source in SOURCES.items()}
    assert {module for module, lines in lengths.items() if lines > 300} == set()


def test_functions_are_short():
    trees = [ast.parse(source) for source in SOURCES.values()]
    functions = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    assert median(map(length, functions)) <= 8


# Each guard, shown what it must not let pass


@pytest.mark.parametrize(
    ("module", "source", "arrow"),
    [
        ("people.models", "from films.models import Film", ("people", "films")),
        ("press.views", "from composer_site import urls", ("press", "entrances")),
        (
            "composer_site.values.codes",
            "from composer_site.publishing.models import Page",
            ("values", "publishing"),
        ),
        (
            "composer_site.visitors.pages",
            "import composer_site.desk.rights",
            ("visitors", "desk"),
        ),
        (
            "composer_site.desk.lists.states",
            "from composer_site.desk.publish import plans",
            ("desk.lists", "desk.publish"),
        ),
        (
            "composer_site.desk.forms.staff_form",
            "import composer_site.desk.lists.filters",
            ("desk.forms", "desk.lists"),
        ),
        (
            "composer_site.desk.rights",
            "import composer_site.desk.forms.merging",
            ("desk", "desk.forms"),
        ),
    ],
)
def test_the_guard_of_directions_can_fail(module, source, arrow):
    assert imports_upwards(module, source) == {arrow}


def test_the_guard_of_circles_can_fail():
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == {"b", "c"}


def test_the_guard_of_hidden_imports_can_fail():
    source = "def late():\n    from people.models import Person"
    assert "people.models" in imports(source, inside_functions=True)


def test_the_guard_of_working_copies_can_fail():
    hidden = {"press.words": "from press.models import Statement", "press.models": ""}
    assert working_copies_seen("from press import models", hidden) == {"press.models"}
    assert working_copies_seen("import press.words", hidden) == {"press.models"}


def test_the_guard_of_queries_can_fail():
    source = "Page.objects.filter(slug=1); pages = Page.objects\nExcerpt.objects.public(at)"
    assert page_queries(source) == [".filter", "", ".public"]
