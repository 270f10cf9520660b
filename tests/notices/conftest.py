"""What the tests of notices may ask for."""

from tests.mail.conftest import server

__all__ = ["server"]
