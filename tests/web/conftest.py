"""What tests of the pages share."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture(autouse=True, scope="session")
def _a_folder_for_static_files() -> None:
    """The server looks for collected files; a test run has none, and the folder must stand."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
