"""Drawn registers held against each other, by pandas and by polars alike."""

from datetime import date

import pytest

from evidencegen.intake.crosscheck import cross_check

AS_AT = date(2026, 9, 30)


@pytest.fixture(params=["pandas", "polars"])
def clashes(request, drawn):
    """What drawn registers say against each other: `clashes((STAFF, PEOPLE), ...)`; each in a file of its own."""

    def check(*drawings, as_at=AS_AT):
        tables = [drawn(r, drawing, backend=request.param, file=f"{r.key}.xlsx") for r, drawing in drawings]
        return list(cross_check({table.register.key: table for table in tables}, as_at))

    return check


@pytest.fixture
def clash(clashes):
    """The only thing that drawn registers say against each other."""

    def check(*drawings, as_at=AS_AT):
        (problem,) = clashes(*drawings, as_at=as_at)
        return problem

    return check
