"""Which further counts to hide, so that no hidden one can be worked out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from evidencegen.release.possible import Count, Linked, Safe, Sum, linked

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

    Numbers = NDArray[float64]
    Flags = NDArray[bool_]
    Cut = tuple[Numbers, float]

MOST_ROUNDS = 60


def hide_more(
    counts: Mapping[str, Count],
    sums: Sequence[Sum],
    *,
    small: int,
    fewest: int = 3,
    nought_told: bool = True,
) -> frozenset[str]:
    """Every count that has to be hidden besides those hidden already.

    A reader is taken to know what is told, every sum, that counts are whole, and the rule. Afterwards no hidden
    count has fewer than `fewest` possible values, nor all of them from 1 to `small` - 1; `small` is 0 where the rule
    itself says that hidden means that few. One that can be told whatever is hidden is left as it is.

    Args:
        counts: every count by its name; `size` must agree with all sums and with what is told.
        sums: each whole with the parts that make it up.
        small: the smallest count that is shown, where counts are exact.
        fewest: how many possible values are enough.
        nought_told: whether noughts are always shown, so that whatever is hidden is at least 1.

    References:
        Fischetti M, Salazar JJ (1999), Mathematical Programming 84:283-312: hide as little as possible by cuts from
        the attacker's own problem. Solved by HiGHS; each range is confirmed on whole numbers.
    """
    safe = Safe(fewest, small, 1 if nought_told else 0)
    found: set[str] = set()
    for names, together in linked(counts, sums):
        if any(counts[name].guarded and counts[name].told is None for name in names):
            found |= _chosen(tuple(names), tuple(together), tuple(counts[name] for name in names), safe)
    return frozenset(found)


@lru_cache(maxsize=128)
def _chosen(names: tuple[str, ...], sums: tuple[Sum, ...], counts: tuple[Count, ...], safe: Safe) -> frozenset[str]:
    """The names to hide of counts that sums link: kept, since most of them stay as they were when others are hidden."""
    return frozenset(_choose(Linked.of(list(names), sums, dict(zip(names, counts, strict=True)), safe)))


def _choose(linked: Linked) -> set[str]:
    """The names to hide: the cheapest choice that leaves every hidden count safe.

    What can be told though all else were hidden is beyond help, and no reason to hide anything.
    """
    import numpy as np

    nothing = np.zeros(len(linked.names), dtype=bool)
    if not linked.exposed(nothing):
        return set()
    cuts, beyond_help = list(_bridges(linked)), None
    for _ in range(MOST_ROUNDS):
        hidden = _cheapest(linked, [cut for _, cut in cuts])
        if hidden is None and beyond_help is None:
            beyond_help = frozenset(linked.exposed(linked.may_hide))
            cuts = [(at, cut) for at, cut in cuts if at not in beyond_help]
            continue
        if hidden is None:
            break
        exposed = [at for at in linked.exposed(hidden) if at not in (beyond_help or ())]
        if not exposed:
            return _named(linked, hidden)
        cuts += [(target, cut) for target in exposed for cut in _cuts(linked, target, hidden)]
    return _named(linked, _around(linked, nothing, beyond_help or frozenset()))


def _named(linked: Linked, hidden: "Flags") -> set[str]:
    return {name for name, out in zip(linked.names, hidden.tolist(), strict=True) if out}


def _bridges(linked: Linked) -> Iterator[tuple[int, "Cut"]]:
    """Where all of a sum is exact, whatever is hidden in it is not hidden alone; each cut with the count it is for."""
    import numpy as np

    exact = ~linked.told | (linked.low == linked.high)
    for row in range(linked.matrix.shape[0]):
        members = linked.matrix.indices[linked.matrix.indptr[row] : linked.matrix.indptr[row + 1]]
        unseen = [at for at in members if not linked.told[at]]
        if not exact[members].all() or len(unseen) > 1:
            continue
        for at in unseen or [m for m in members if linked.may_hide[m]]:
            gain = np.zeros(len(linked.names))
            gain[[m for m in members if m != at and linked.may_hide[m]]] = 1.0
            if not unseen:
                gain[at] = -1.0
            if unseen and not linked.guarded[at]:
                continue
            yield at, (gain, 1.0 if unseen else 0.0)


def _cuts(linked: Linked, at: int, hidden: "Flags") -> Iterator["Cut"]:
    """What has to be hidden for one count to be safe, from the dual of the reader's own problem."""
    import numpy as np

    down, least = _dual(linked, at, 1.0, hidden)
    up, most = _dual(linked, at, -1.0, hidden)
    wanted = [(down + up, linked.safe.fewest - 1 + least + most)]
    if linked.safe.small:
        wanted.append((up, linked.safe.small + most))
    made = False
    for gain, needed in wanted:
        left = needed - (gain[at] if hidden[at] else 0.0)
        if left <= 1e-6 or gain[hidden & (np.arange(len(gain)) != at)].sum() >= left - 1e-6:
            continue
        made = True
        yield _as_cut(np.minimum(gain / left, 1.0), at, hidden)
    if not made:
        yield _as_cut((linked.may_hide & ~hidden).astype(float), at, hidden)


def _as_cut(gain: "Numbers", at: int, hidden: "Flags") -> "Cut":
    """At least one of these, if the count in question is hidden at all."""
    gain = gain.copy()
    gain[at] = -1.0 if hidden[at] else 0.0
    return gain, 0.0 if hidden[at] else 1.0


def _dual(linked: Linked, at: int, way: float, hidden: "Flags") -> tuple["Numbers", float]:
    """How far hiding each count would move one end of a count's range, and that end with nothing hidden."""
    import numpy as np
    from scipy.optimize import linprog

    low, high = linked.bounds(hidden)
    aim = np.zeros(len(linked.names))
    aim[at] = way
    rows = linked.matrix.shape[0]
    answer = linprog(aim, A_eq=linked.matrix, b_eq=np.zeros(rows), bounds=np.column_stack((low, high)))
    reduced = aim - linked.matrix.T @ answer.eqlin.marginals
    reduced[np.abs(reduced) < 1e-9] = 0.0
    low, high = linked.bounds(np.zeros(len(linked.names), dtype=bool))
    low_out, high_out = linked.bounds(linked.may_hide)
    end = float(np.where(reduced > 0, reduced * low, reduced * high).sum())
    gain = np.where(reduced > 0, reduced * (low - low_out), -reduced * (high_out - high))
    return np.where(linked.may_hide, gain, 0.0), end


def _cheapest(linked: Linked, cuts: Sequence["Cut"]) -> "Flags | None":
    """The cheapest choice that every cut allows; None where there is none."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp

    if not cuts:
        return np.zeros(len(linked.names), dtype=bool)
    answer = milp(
        linked.weight + linked.size / (linked.size.sum() + 1.0) / 100.0,
        integrality=np.ones(len(linked.names)),
        bounds=Bounds(0, linked.may_hide.astype(float)),
        constraints=LinearConstraint(np.array([gain for gain, _ in cuts]), [needed for _, needed in cuts], np.inf),
    )
    return None if answer.x is None else np.round(answer.x).astype(bool)


def _around(linked: Linked, hidden: "Flags", beyond_help: Collection[int]) -> "Flags":
    """Not the cheapest, but sure: all beside an exposed count is hidden, until none is or nothing is left."""
    import numpy as np

    while exposed := [at for at in linked.exposed(hidden) if at not in beyond_help]:
        rows = np.abs(linked.matrix[:, exposed]).sum(axis=1) > 0
        near = (np.abs(linked.matrix[rows]).sum(axis=0) > 0) & linked.may_hide & ~hidden
        if not near.any():
            near = linked.may_hide & ~hidden
        if not near.any():
            break
        hidden = hidden | near
    return hidden
