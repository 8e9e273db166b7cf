"""The numbers and the words of one figure, as the cells of a table."""

from evidencegen.documents.sheet import NONE, Cell, Head, Holds, share
from evidencegen.release.figure import Figure, per_hundred
from evidencegen.release.printed_figure import number_in

NUMBERS = (
    Head("Counted (number)", Holds.NUMBER),
    Head("Out of (number)", Holds.NUMBER),
    Head("Share (%)", Holds.SHARE),
    Head("Low end of 95% range (%)", Holds.SHARE),
    Head("High end of 95% range (%)", Holds.SHARE),
    Head("For each 100 (number)", Holds.NUMBER),
    Head("Half within (number)", Holds.NUMBER),
    Head("Nine in ten within (number)", Holds.NUMBER),
    Head("Still waiting (number)", Holds.NUMBER),
    Head("Unit of time"),
)


def numbers(figure: Figure) -> tuple[Cell, ...]:
    """The numbers of a figure in the order of the heads: its mark throughout where it has one."""
    if figure.mark:
        marked = 1 if figure.count_only else 5
        return (figure.mark.value,) * marked + (NONE,) * (len(NUMBERS) - marked)
    counted = NONE if figure.counted is None else figure.counted
    out_of = NONE if figure.count_only or figure.out_of is None else figure.out_of
    interval, waits = figure.interval, figure.waits
    return (
        counted,
        out_of,
        share(figure.share),
        share(interval.low if interval else None),
        share(interval.high if interval else None),
        per_hundred(figure.counted or 0, figure.per_hundred) if figure.per_hundred else NONE,
        NONE if waits is None or waits.median is None else waits.median,
        NONE if waits is None or waits.ninetieth is None else waits.ninetieth,
        _told(waits.waiting) if waits else NONE,
        waits.unit.many if waits else NONE,
    )


def _told(words: str) -> Cell:
    """The number of `about 15`, or the words where there is none."""
    return number_in(words) if any(sign.isdigit() for sign in words) else words


def in_words(figure: Figure) -> str:
    """The figure as a sentence would give it: `75% (about 90 of 120)`, `about 150`, or its mark."""
    if figure.mark:
        return figure.mark.value
    if figure.waits:
        return figure.waits.words
    beside = figure.share is not None or figure.per_hundred
    return f"{figure.amount} ({figure.counts})" if beside else figure.amount
