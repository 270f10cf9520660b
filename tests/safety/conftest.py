"""What the tests of safety mode may ask for."""

from tests.mail.conftest import server

__all__ = ["server"]
