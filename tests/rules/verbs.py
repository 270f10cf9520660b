"""Finding the verbs: every public function or method below the edges that takes `at` by keyword."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[2] / "amends"
DOMAIN = (
    "people", "customers", "cases", "concerns", "deadlines", "leadtimes", "promises", "changes", "telling",
    "notes", "arrivals", "messages", "intake",
    "followups", "callbacks", "asks", "handoffs", "responses", "standins", "merging", "playbook", "catalogue",
    "authority", "offers", "effort", "remedies", "problems", "affected", "notices", "outreach", "statuspage", "signals", "safety",
    "readings", "advice", "protection", "rehearsals", "savedreplies", "consents", "experiments", "outcomes", "winbacks", "reports",
    "causes", "repeats", "lessons", "assessment", "teamwork", "solved", "aftermath",
)  # fmt: skip
EDGES = ("web", "mail", "files", "integrations", "cli", "worker", "sample", "installation", "site", "postgres")


def modules(*packages: str) -> Iterator[tuple[str, ast.Module]]:
    """Each module of these packages, by its dotted name below `amends`."""
    for package in packages:
        for path in sorted((HOUSE / package).rglob("*.py")):
            name = ".".join(path.relative_to(HOUSE).with_suffix("").parts)
            yield name, ast.parse(path.read_text())


def verbs() -> Iterator[str]:
    """`package.module:function` or `package.module:Class.method`, for everything public that takes `at` by keyword."""
    for name, tree in modules(*DOMAIN):
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and _is_verb(node):
                yield f"{name}:{node.name}"
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, ast.FunctionDef) and _is_verb(inner):
                        yield f"{name}:{node.name}.{inner.name}"


def _is_verb(node: ast.FunctionDef) -> bool:
    return not node.name.startswith("_") and any(argument.arg == "at" for argument in node.args.kwonlyargs)
