"""What the tests of the status page may ask for."""

from tests.mail.conftest import server

__all__ = ["server"]
