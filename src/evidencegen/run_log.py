"""Lines of JSON that are only ever added to: what each run did, and what was delivered."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MOST_RUNS = 1000


def add(path: Path, entry: Mapping[str, Any]) -> None:
    """One line at the end of the file, on the disk when this returns; a line torn off by a full disk is ended first.

    Raises:
        OSError: it cannot be written. What was written of the line is taken back.
    """
    line = json.dumps(entry, ensure_ascii=False).encode() + b"\n"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    try:
        size = os.lseek(descriptor, 0, os.SEEK_END)
        os.lseek(descriptor, max(size - 1, 0), os.SEEK_SET)
        if size and os.read(descriptor, 1) != b"\n":
            line = b"\n" + line
        try:
            left = line
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)


def entries(path: Path) -> list[dict[str, Any]]:
    """Every line that is an object, first to last; none where there is no such file.

    Raises:
        OSError: the file is there and cannot be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    found = []
    for line in content.splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict):
            found.append(entry)
    return found


def keep_last(path: Path, most: int = MOST_RUNS) -> None:
    """Leave the last `most` lines, in one stroke, and do nothing where there are no more.

    Raises:
        OSError: the file cannot be read or written anew.
    """
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    if len(lines) <= most:
        return
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(b"".join(lines[-most:]))
    beside.replace(path)
