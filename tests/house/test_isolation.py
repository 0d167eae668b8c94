"""Web code reaches rows of organs through ``.for_organ(`` alone; every other use of a manager stands here with its reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.tree import modules, source

DOORS = {"for_organ", "create", "none", "to_sign_in"}
"""What may follow ``.objects``: the rows of one organ, a new row (its organ is a value), no row, the one look-up
of signing in.
"""
ALLOWED = {
    "audit/": "the chains are kept per organ by their own name; verifying and anchoring walk over all",
    "limits/": "tries are counted by a hash and belong to no organ",
    "library/views.py": "released answers are for everybody, of every organ",
    "review/periodic.py": "a job walks over the organs, one after the other",
    "review/projecting.py": "gongkai ledger rebuild remakes the projection of every organ",
    "sealing/fields.py": "keys are changed over all rows",
    "pages/rows.py": "the one place that looks up what an address names, by for_organ",
    "people/sign_in.py": "the person of a session, by its id",
    "people/passwords.py": "the past passwords of one person",
    "jobs/": "tasks and their runs belong to the installation",
    "notices/actions/digest.py": "a job walks over the organs, one after the other",
    "notices/actions/sending.py": "a job walks over the organs, one after the other",
    "notices/actions/tell.py": "rows told of once, by an index in which the organ stands",
    "notices/periodic.py": "a job walks over the organs, one after the other",
    "workdays/door.py": "the notices of holidays hold for the whole country",
    "workdays/due_dates.py": "a job walks over the organs, one after the other",
    "applications/due_dates.py": "a job walks over the organs, one after the other",
    "applications/periodic.py": "a job walks over the organs, one after the other",
    "applications/standing.py": "gongkai ledger rebuild remakes the projection of every organ",
    "applying/actions/hold.py": "what is held is bounded over all organs, and cleared away after its time",
    "applying/choosing.py": "a citizen chooses among the organs of this installation; what they tell is public by law",
    "applying/views/case.py": "an applicant names his case by its query code, of whatever organ; the one look-up by code",
    "attachments/actions/erase.py": "stored bytes that no row of any organ knows are cleared away",
    "organs/actions/relate.py": "an organ of that code, tied quietly; the page shows what was typed",
    "demo/": "the demonstration makes the organs that it then asks for, in a database of its own",
    "operating/": "the operator's commands keep, restore, verify and seal the whole installation; no page leads there",
    "people/lockout.py": "the attempts of django-axes, by the marks of people of one organ",
}
"""Files (or folders) of ``web`` that may use managers otherwise, and why."""
MANAGERS = {"objects", "_default_manager", "_base_manager"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404", "aget_object_or_404"}


def other_uses(code: str) -> Iterator[str]:
    """Line and text of every use of a manager that does not go through a door, and of Django's short cuts past them."""
    tree = ast.parse(code)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            after = parents.get(node)
            if not (node.attr == "objects" and isinstance(after, ast.Attribute) and after.attr in DOORS):
                yield f"{node.lineno}: {ast.unparse(after or node)}"
        elif (
            isinstance(node, ast.Name | ast.alias)
            and getattr(node, "id", getattr(node, "name", "")) in SHORTCUTS
        ):
            yield f"{node.lineno}: {ast.unparse(node)}"


def allowed(path: str) -> bool:
    """Whether that file of ``web`` is on the list."""
    return any(path == one or (one.endswith("/") and path.startswith(one)) for one in ALLOWED)


def _web() -> dict[str, list[str]]:
    inside = {str(m.relative_to("web")): source(m) for m in modules() if m.parts[0] == "web"}
    return {path: list(other_uses(code)) for path, code in inside.items()}


def test_rows_of_organs_have_one_door() -> None:
    assert {path: uses for path, uses in _web().items() if uses and not allowed(path)} == {}


def test_every_exception_is_needed() -> None:
    used = {path for path, uses in _web().items() if uses}
    assert [
        one for one in ALLOWED if not any(p == one or (one.endswith("/") and p.startswith(one)) for p in used)
    ] == []


def test_control_other_doors_are_named() -> None:
    assert list(other_uses("Person.objects.for_organ(organ).filter(pk=1)\n")) == []
    for bad in (
        "Person.objects.all()\n",
        "Person.objects.filter(pk=1)\n",
        "rows = Person.objects\n",
        "Person._base_manager.get(pk=1)\n",
        "from django.shortcuts import get_object_or_404\n",
        "get_object_or_404(Person, pk=1)\n",
    ):
        assert list(other_uses(bad)), bad
