"""How `amends serve` and `amends web` run: the database, the web server, and their neighbours under one parent."""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import logging
import os
import signal
import socket
import sys
import time
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from amends.cli.supervising import Child, Orders, once, supervise
from amends.postgres.binaries import PostgresTrouble
from amends.postgres.processes import die_with_parent
from amends.postgres.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from wsgiref.types import WSGIApplication

SETTINGS = "amends.site.settings"
THREADS = 4  # requests at once in one web process; each may hold a database connection, and some 2 MB
IDLE_THREAD = 600  # seconds that a thread is kept, and with it its connection
#: Passkeys, which we do not offer and allauth imports all the same: with what it imports in turn, 8 MB of two web processes.
_ARENA_MAX = -8  # glibc's M_ARENA_MAX
UNUSED = "allauth.mfa.webauthn.internal.auth"
log = logging.getLogger("amends.serve")


class PortTaken(Exception):  # noqa: N818  -- named for the refusal
    """Somebody else listens there; the message says where, and what to do."""


def ensure_free(host: str, port: int, *, option: str = "--port") -> None:
    """Return if we may listen at `host` and `port`; PortTaken says in plain words why not.

    The web server would share a port with another that also shares, so that half of the pages came from somewhere else.
    """
    where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    with socket.socket(where[0], where[1]) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(where[4])
        except PermissionError as error:
            message = f"Port {port} needs more rights than this account has. Choose one above 1023 with {option}."
            raise PortTaken(message) from error
        except OSError as error:
            message = (
                f"Port {port} on {host} is taken: {error.strerror}. Stop what runs there, or choose one with {option}."
            )
            raise PortTaken(message) from error


@contextmanager
def database(data: Path) -> Iterator[Server | None]:
    """Have a database while this lasts, with DATABASE_URL naming it and AMENDS_DATA naming `data`.

    The firm's own if DATABASE_URL is set already (yields None), else the embedded one in `data`, which stops afterwards
    unless somebody else uses it. PostgresTrouble says what is wrong. Import no settings before.
    """
    os.environ["AMENDS_DATA"] = str(data.resolve())
    if os.environ.get("DATABASE_URL"):
        yield None
        return
    server = Server(data)
    os.environ["DATABASE_URL"] = server.start()
    try:
        yield server
    finally:
        server.stop()
        del os.environ["DATABASE_URL"]


def load() -> WSGIApplication:
    """Load the whole desk and settle it in memory, so that processes forked from here share it. Touches no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    _lazily(UNUSED)
    import django

    django.setup()
    from django.core.handlers.wsgi import WSGIHandler
    from django.template import TemplateDoesNotExist, engines
    from django.urls import NoReverseMatch, get_resolver, reverse

    application = WSGIHandler()
    _ = get_resolver().url_patterns
    with suppress(NoReverseMatch, TemplateDoesNotExist):  # a site without these pages has nothing to share
        reverse("account_login")  # every name has its address now, once for all processes
        for template in ("base.html", "account/login.html"):
            engines["django"].get_template(template)
    gc.collect()
    _few_arenas()
    gc.freeze()
    return application


def _few_arenas() -> None:
    """Have the C library keep two heaps instead of one a thread, and give back what is free, where it is glibc."""
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_ARENA_MAX, 2)
        library.malloc_trim(0)


def _lazily(name: str) -> None:
    """Have a module loaded when something in it is first used, not when it is imported."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None or name in sys.modules:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    package, _, its_name = name.rpartition(".")
    setattr(sys.modules[package], its_name, module)  # or `from package import …` would look into it, and so load it


def web(host: str, port: int, *, workers: int = 2) -> None:
    """Serve the desk's pages until told to stop; a worker process that dies is replaced."""
    _serve_pages(load(), host, port, workers)


def serve(
    data: Path,
    *,
    host: str,
    port: int,
    prepare: Sequence[Callable[[], None]],
    neighbours: Mapping[str, Callable[[], None]],
    announce: Callable[[], None],
    workers: int = 2,
) -> int:
    """Run the desk of the folder `data` until told to stop, and leave nothing running; the answer is the exit status.

    First each of `prepare` (the migrations, the sample), one after the other in processes of their own; then the web
    server and the `neighbours` (the mail listener, the worker), each a function that runs until SIGTERM; they are stopped in this
    order. `announce` is called once pages are answered. All are called with Django set up and no database connection
    open. PortTaken and PostgresTrouble say in plain words why nothing was started.
    """
    ensure_free(host, port)
    with Orders.taken() as orders, database(data) as server:
        os.environ.setdefault("AMENDS_URL", f"http://{_named(host)}:{port}")
        application = load()
        for step in prepare:
            if status := once(step, orders):
                return status
        children = [Child("web", partial(_serve_pages, application, host, port, workers))]
        children += [Child(name, run) for name, run in neighbours.items()]
        supervise(children, orders, meanwhile=Tending(server, host, port, announce))
    return 0


class Tending:
    """What the parent does beside minding its children: greet once, and revive the embedded database if it dies."""

    def __init__(self, server: Server | None, host: str, port: int, announce: Callable[[], None]) -> None:
        self.server, self.host, self.port, self.announce = server, host, port, announce
        self.greeted = False
        self.retry = 0.0

    def __call__(self) -> float:
        """Look after everything once; the answer is in how many seconds to look again."""
        if not self.greeted and _answers(self.host, self.port):
            self.greeted = True
            self.announce()
        if self.server is not None and time.monotonic() >= self.retry and not self.server.is_alive():
            self._start(self.server)
        return 1 if self.greeted else 0.05

    def _start(self, server: Server) -> None:
        log.warning("the database has died; starting it again")
        try:
            server.start()
        except PostgresTrouble as trouble:
            log.error("%s", trouble)  # noqa: TRY400  -- the sentence says it all
            self.retry = time.monotonic() + 5


def _serve_pages(application: WSGIApplication, host: str, port: int, workers: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "amends",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE_THREAD,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=8,
        log_level=LogLevels.error,
    )
    server.serve(target_loader=partial(_in_worker, application, os.getpid()), wrap_loader=False)


def _in_worker(application: WSGIApplication, parent: int) -> WSGIApplication:
    """Hand the loaded desk to a web worker, the first thing that it asks for in its own process."""
    die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:
        raise SystemExit(1)
    return application


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((_named(host), port), timeout=0.2):
            return True
    except OSError:
        return False


def _named(host: str) -> str:
    """Return where a browser on this machine finds a server that listens at `host`."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
