"""One parent over several processes: it starts them again when they die, and when it goes, they go."""

from __future__ import annotations

import logging
import os
import select
import signal
import socket
import sys
import time
import traceback
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from amends.postgres.processes import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
FIRST_DELAY, LONGEST_DELAY = 0.5, 30.0  # seconds before a dead child is started again
HEALTHY = 60.0  # seconds of life after which an earlier death is forgotten
PAUSE = 0.02
log = logging.getLogger("amends.serve")


@dataclass
class Child:
    """A process under the parent: `run` is its whole life, and it is asked by SIGTERM to end it."""

    name: str
    run: Callable[[], None]
    grace: float = 10  # seconds between being asked and being killed
    pid: int = field(default=0, init=False)
    born: float = field(default=0, init=False)
    delay: float = field(default=0, init=False)

    def start(self) -> None:
        """Fork. The child is alone in a process group of its own, so Ctrl-C at the terminal reaches the parent only."""
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid, self.born = os.fork(), time.monotonic()
        if self.pid == 0:
            os._exit(_life(self.run, parent))
        with suppress(OSError):  # the child does the same; whoever is first wins
            os.setpgid(self.pid, self.pid)

    def ended(self) -> int | None:
        """Return the exit status of a child that has ended and sweep up what it left; None while it lives."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid == 0:
            return None
        with suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def signal(self, number: int) -> None:
        """Send a signal to the child, if there is one."""
        if self.pid:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def revive(self) -> None:
        """Start the child again once its delay has passed, which doubles with each early death."""
        if self.pid == 0 and time.monotonic() >= self.born + self.delay:
            self.start()
        elif self.pid and (status := self.ended()) is not None:
            lived = time.monotonic() - self.born
            self.delay = FIRST_DELAY if lived > HEALTHY or not self.delay else min(self.delay * 2, LONGEST_DELAY)
            self.born = time.monotonic()
            log.warning("%s ended (%s) after %.0f s; starting it again in %.1f s", self.name, status, lived, self.delay)

    def stop(self, orders: Orders) -> None:
        """Ask the child to end, and kill it when its grace is over or the parent is asked to stop once more."""
        self.signal(signal.SIGTERM)
        limit = time.monotonic() + self.grace
        while self.pid and self.ended() is None:
            if time.monotonic() > limit or orders.again():
                with suppress(OSError):
                    os.killpg(self.pid, signal.SIGKILL)
            time.sleep(PAUSE)


class Orders:
    """The signals that this process was sent, in a form that one can wait for."""

    def __init__(self) -> None:
        self.stop = 0
        self._ours, self._woken = socket.socketpair()
        for end in (self._ours, self._woken):
            end.setblocking(False)

    @classmethod
    @contextmanager
    def taken(cls) -> Iterator[Self]:
        """Take the signals that mean "stop" and "a child has ended", and give them back afterwards."""
        orders = cls()
        kept = {signal.SIGHUP} if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN else set()  # as `nohup` wants
        before = {number: signal.signal(number, _noted) for number in {*STOPPING, signal.SIGCHLD} - kept}
        wakeup = signal.set_wakeup_fd(orders._woken.fileno(), warn_on_full_buffer=False)
        try:
            yield orders
        finally:
            signal.set_wakeup_fd(wakeup)
            for number, handler in before.items():
                signal.signal(number, handler)
            orders._ours.close()
            orders._woken.close()

    def wait(self, seconds: float) -> None:
        """Return when a signal comes, or after so many seconds."""
        select.select([self._ours], [], [], seconds)
        with suppress(BlockingIOError):
            self.stop += sum(number in STOPPING for number in self._ours.recv(4096))

    def again(self) -> bool:
        """Answer whether somebody has asked more than once: they do not want to wait."""
        self.wait(0)
        return self.stop > 1


def once(run: Callable[[], None], orders: Orders) -> int:
    """Run something to its end in a process of its own; the answer is its exit status, 130 if it was stopped."""
    child = Child("preparation", run)
    child.start()
    while (status := child.ended()) is None:
        orders.wait(1)
        if orders.stop:
            child.stop(orders)
            return 128 + signal.SIGINT
    return status


def supervise(children: Sequence[Child], orders: Orders, *, meanwhile: Callable[[], float]) -> None:
    """Keep the children alive until this process is told to stop; then stop them in their order, and none is left.

    `meanwhile` is called again and again, and answers after how many seconds it wants to be called next.
    """
    try:
        while not orders.stop:
            for child in children:
                child.revive()
            orders.wait(min(meanwhile(), 1 if all(child.pid for child in children) else FIRST_DELAY))
    finally:
        for child in children:
            child.stop(orders)


def _life(run: Callable[[], None], parent: int) -> int:
    """Be a child from its first breath to its exit status."""
    try:
        os.setpgid(0, 0)
        signal.set_wakeup_fd(-1)
        for number in (*STOPPING, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        die_with_parent(signal.SIGKILL)
        if os.getppid() != parent:
            return 1  # it died before the kernel was asked to tell us
        with open(os.devnull) as nothing:  # noqa: PTH123  -- a terminal would stop a background group that reads from it
            os.dup2(nothing.fileno(), 0)
        run()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BaseException:  # noqa: BLE001  -- the last frame of a process: it can only be told
        traceback.print_exc()
        return 1
    finally:
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
    return 0


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the wakeup socket has the number already."""
