"""What the tests of the affected may ask for."""

from tests.mail.conftest import server

__all__ = ["server"]
