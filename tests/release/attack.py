"""Figures as manifests carry them, and an attack on documents made of them."""

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.release.outsider import left_of
from evidencegen.release.printed_figure import Printed

MEASURES = everything_in(families, Measure)
YEAR, DAY = "2025-10-01/2026-09-30", "2026-09-30"


def entry(key, counted=None, out_of=None, *, part=None, per_cent=None, period=YEAR, as_at=DAY, hidden=False):
    """A figure as a manifest carries it; `part` is a column and a code."""
    column, code = part or (None, None)
    return {
        "key": key + (f"[{column}={code}]" if part else ""), "title": MEASURES[key].title, "group": code,
        "column": column, "code": code, "parts": "add up" if part else None, "about": "people", "period": period,
        "as_at": as_at, "counted": counted, "out_of": out_of, "per_cent": per_cent, "mark": "[c]" if hidden else None,
    }  # fmt: skip


def attacked(profile, *documents):
    """What is left of the hidden figures of documents under one rule: `attacked(EXACT, [figure, ...], ...)`."""
    rule = vars(profile.people)
    printed = [
        Printed(f"report {n}", figure, rule, profile.share_of_exact)
        for n, figures in enumerate(documents, 1)
        for figure in figures
    ]
    found = {(one.document, one.key, one.called): one for one in left_of(printed, MEASURES)}
    quick = left_of(printed, MEASURES, ends=False)
    assert [one.narrow for one in quick] == [one.narrow for one in found.values()]
    return found
