"""Sections in order, and what each of them needs."""

from dataclasses import dataclass

from evidencegen.packs.charts import ChartPlan


@dataclass(frozen=True)
class TablePlan:
    """One breakdown of one or several measures: a row for each part, a column for each measure.

    With `one_base` the parts are counted out of one base, which is then printed once; without it
    each part has a base of its own. With `transposed` there is a row for each measure and a column
    for each part. Parts that hold nothing in any column are left out where `without_empty` says so;
    with `lowest` only so many are kept, those with the lowest shares or, where none has one, counts.
    """

    key: str
    title: str
    column: str
    row_heading: str
    measures: tuple[str, ...]
    headings: tuple[str, ...] = ()
    one_base: bool = False
    transposed: bool = False
    without_empty: bool = False
    lowest: int = 0


@dataclass(frozen=True)
class PracticePlan:
    """One part of practice: the code a statement carries, and the figures that speak to it."""

    key: str
    title: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class SectionPlan:
    """One section: its template, and the measures, charts and tables that the template prints.

    `needs` stands in the order of first use, which is the order of the note numbers.
    """

    key: str
    title: str
    template: str
    needs: tuple[str, ...] = ()
    charts: tuple[ChartPlan, ...] = ()
    tables: tuple[TablePlan, ...] = ()
    practice: tuple[PracticePlan, ...] = ()


@dataclass(frozen=True)
class Pack:
    """A kind of pack, declared as data."""

    key: str
    title: str
    sections: tuple[SectionPlan, ...]
