"""Finds everything on one shelf."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Protocol, TypeVar


class Keyed(Protocol):
    """Anything that is declared under a key."""

    @property
    def key(self) -> str: ...


Thing = TypeVar("Thing", bound=Keyed)


def everything_in(shelf: ModuleType, kind: type[Thing]) -> dict[str, Thing]:
    """Every `kind` declared at the top of a file on `shelf`, by key, in key order.

    A file may import things of the same kind from a neighbour: the same object under
    the same key is one thing.

    Raises:
        ValueError: two different things share a key, or a file on the shelf holds none.
    """
    return dict(_on(shelf, kind))


@cache
def _on(shelf: ModuleType, kind: type[Thing]) -> Mapping[str, Thing]:
    """The same, looked for once: a shelf does not change while we run."""
    found: dict[str, Thing] = {}
    for entry in iter_modules(shelf.__path__, f"{shelf.__name__}."):
        things = [v for v in vars(import_module(entry.name)).values() if type(v) is kind]
        if not things:
            raise ValueError(f"{entry.name} holds no {kind.__name__.lower()}")
        for thing in things:
            if found.setdefault(thing.key, thing) is not thing:
                raise ValueError(f"two {kind.__name__.lower()}s are called {thing.key}")
    return dict(sorted(found.items()))
