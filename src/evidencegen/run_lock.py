"""One run at a time: a lock that the system takes back when a run ends, however it ends."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evidencegen.problem import EvidenceError, Place, Problem

FAR_BEYOND = 1 << 30
"""Where Windows locks a byte: beyond what is written, which others may then still read."""
TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class AtWork(EvidenceError):
    """Another run holds the lock."""


@contextmanager
def only_run(path: Path, begun: str) -> Iterator[None]:
    """Hold the lock of a file for a run that has `begun`, which the file then says; the file stays.

    A run that is killed, or a machine that is switched off, leaves a file behind and no lock: nothing to clear away.

    Raises:
        AtWork: another run holds it.
        OSError: the file cannot be opened or locked.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno in TAKEN:
                raise AtWork((_at_work(path),)) from None
            raise
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"process {os.getpid()}, begun {begun}\n".encode())
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, FAR_BEYOND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _at_work(path: Path) -> Problem:
    try:
        told = path.read_text(encoding="utf-8", errors="replace").strip()[:80]
    except OSError:
        told = ""
    return Problem(
        key="monthly.at_work",
        place=Place(path.name),
        found=f"another run at work ({told})" if told else "another run at work",
        wanted="one run at a time",
        why="two runs at once would build and send the same report twice",
        mend="wait until it has ended, and run the command again if it is still wanted",
    )
