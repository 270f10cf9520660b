"""A web server of one empty page, without Django: what `bench.memory` compares with. Run with a port and a number of workers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from granian import Granian
from granian.constants import Interfaces

if TYPE_CHECKING:
    from collections.abc import Callable


def serve(port: int, workers: int) -> None:
    """Answer every request with nothing until told to stop, by as many threads as `amends web` has."""
    server = Granian(
        "empty", port=port, interface=Interfaces.WSGI, workers=workers, blocking_threads=4, websockets=False
    )
    server.serve(target_loader=lambda: _nothing, wrap_loader=False)


def _nothing(_environ: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
    start("200 OK", [("Content-Type", "text/plain")])
    return [b""]


if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
