"""The same readings whichever library carries the tables."""

from dataclasses import replace

import duckdb
import pytest

from evidencegen.brief import read_brief, registers
from evidencegen.catalogue import everything_in
from evidencegen.intake.table import read_sources
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import take
from evidencegen.measures.tally import tally
from evidencegen.measures.view import NotCollected, Views
from evidencegen.shipped import shipped

MEASURES = everything_in(families, Measure)


def _tables_of_the_sample(library):
    folder = shipped("sample_data")
    sources = read_brief(folder).sources(folder).items()
    return {key: read_sources(registers()[key], several, backend=library) for key, several in sources}


def _views(tables):
    return Views(tables, read_brief(shipped("sample_data")).setting())


@pytest.fixture(scope="module")
def by_pandas():
    return _views(_tables_of_the_sample("pandas"))


@pytest.fixture(scope="module")
def by_polars():
    return _views(_tables_of_the_sample("polars"))


@pytest.fixture(scope="module")
def by_duckdb(by_pandas):
    database, stored = duckdb.connect(), {}
    for key, table in by_pandas.tables.items():
        database.register("rows", table.rows)
        database.execute(f'create table "{key}" as select * from rows')  # noqa: S608 - a register's key
        stored[key] = replace(table, rows=database.table(key))
    yield _views(stored)
    database.close()


def _told(measure, views):
    return [(r.key, r.counted, r.out_of, r.excluded, r.without, r.waits, r.absent) for r in take(measure, views)]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_pandas_polars_and_duckdb_find_the_same_in_the_sample(measure, by_pandas, by_polars, by_duckdb):
    assert _told(measure, by_pandas) == _told(measure, by_polars) == _told(measure, by_duckdb)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_they_find_the_same_by_service_and_month(measure, by_pandas, by_polars, by_duckdb):
    columns = ("service",) if "service" in measure.view.columns else ()
    try:
        expected = tally(measure, by_pandas, columns, monthly=bool(measure.dated_by))
    except NotCollected:
        pytest.fail("the sample holds what every measure needs")
    for views in (by_polars, by_duckdb):
        assert tally(measure, views, columns, monthly=bool(measure.dated_by)) == expected
    if measure.dated_by and columns and not measure.per:
        # Rows with no service stand in no cell; all of the sample's have one.
        assert sum(cell.out_of for cell in expected.values()) == tally(measure, by_pandas)[()].out_of


def test_the_sample_is_read_by_the_library_asked_for(by_pandas, by_polars, by_duckdb):
    assert type(by_pandas.tables["staff"].rows).__module__.startswith("pandas")
    assert type(by_polars.tables["staff"].rows).__module__.startswith("polars")
    assert isinstance(by_duckdb.tables["staff"].rows, duckdb.DuckDBPyRelation)
    assert len(by_pandas.tables["staff"].rows) == len(by_polars.tables["staff"].rows) > 50
