"""What every test may ask for."""

from __future__ import annotations

import pytest

from tests.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """Ada, Leo, Mira and Ines at the front desk."""
    return make_cast()
