"""The installation's secret: given by the environment, or made once and kept beside the data."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def secret_key(data: Path, environment: Mapping[str, str]) -> str:
    """`AMENDS_SECRET_KEY`, else the contents of `secret` in the data folder, which is made if it is missing.

    Two processes that start at once agree: the file is created exclusively, and the loser reads the winner's.
    """
    if given := environment.get("AMENDS_SECRET_KEY"):
        return given
    path = data / "secret"
    data.mkdir(parents=True, exist_ok=True)
    staged = data / f".secret-{os.getpid()}"
    if not path.exists():
        staged.write_text(secrets.token_urlsafe(48))
        staged.chmod(0o600)
        try:
            os.link(staged, path)
        except FileExistsError:
            pass
        finally:
            staged.unlink()
    return path.read_text().strip()
