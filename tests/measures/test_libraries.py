"""The same readings whichever library carries the tables."""

import pytest

from evidencegen.brief import read_brief, registers
from evidencegen.catalogue import everything_in
from evidencegen.intake.table import read_sources
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import take
from evidencegen.measures.view import Views
from evidencegen.shipped import shipped

MEASURES = everything_in(families, Measure)


def _views_of_the_sample(library):
    folder = shipped("sample_data")
    brief = read_brief(folder)
    sources = brief.sources(folder).items()
    tables = {key: read_sources(registers()[key], several, backend=library) for key, several in sources}
    return Views(tables, brief.setting())


@pytest.fixture(scope="module")
def by_pandas():
    return _views_of_the_sample("pandas")


@pytest.fixture(scope="module")
def by_polars():
    return _views_of_the_sample("polars")


def _told(measure, views):
    return [(r.key, r.counted, r.out_of, r.excluded, r.absent) for r in take(measure, views)]


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_pandas_and_polars_find_the_same_in_the_sample(measure, by_pandas, by_polars):
    assert _told(measure, by_pandas) == _told(measure, by_polars)


def test_the_sample_is_read_by_the_library_asked_for(by_pandas, by_polars):
    assert type(by_pandas.tables["staff"].rows).__module__.startswith("pandas")
    assert type(by_polars.tables["staff"].rows).__module__.startswith("polars")
    assert len(by_pandas.tables["staff"].rows) == len(by_polars.tables["staff"].rows) > 50
