"""The console: commands are given as a person types them, and answer with an exit code and what they printed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer import testing

from amends.cli.main import app

#: The tree of all commands is made once: to make it anew took longer than most commands.
testing._get_command = cache(testing._get_command)  # type: ignore[attr-defined]

SHARED = Path(os.environ.get("AMENDS_SHARED") or Path(__file__).parents[3] / "shared")


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Its JSON, one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def row(self) -> dict[str, Any]:
        """Its one JSON object."""
        (row,) = self.rows
        return row


def amends(*words: str | Path, given: str | bytes = b"") -> Said:
    """Type a command; whatever it does not foresee is raised."""
    result = testing.CliRunner().invoke(app, [str(word) for word in words], input=given, prog_name="amends")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def shared(name: str) -> Path:
    """A file of the shared data; the test is skipped where it is not at hand."""
    for path in (SHARED / "data" / name, SHARED / name):
        if path.exists():
            return path
    pytest.skip(f"the shared data is not here: {name}")
