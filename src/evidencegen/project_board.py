"""What a board is told: charts, targets crossed, themes, decisions, notes, figures restated."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from evidencegen.brief import FILE
from evidencegen.decided import decisions_of
from evidencegen.intake.lapse import lapses
from evidencegen.measures.condition import Setting
from evidencegen.measures.reading import take
from evidencegen.measures.series import ViewsAt
from evidencegen.measures.view import Views
from evidencegen.packs.board import Board, Crossing, Months, Seen, Short, ThemeLine, months_of
from evidencegen.packs.finding import subject
from evidencegen.packs.pack import Pack
from evidencegen.period import Period, add_months, day_words
from evidencegen.problem import EvidenceError, Problem
from evidencegen.project import Project, Say, measures_of
from evidencegen.project_themes import ProjectThemes, themes_of
from evidencegen.release.figure import Figure, per_cent
from evidencegen.release.protection import release_all
from evidencegen.restated import again_of
from evidencegen.trend import Asked, trend

USUAL_CHARTS = (
    "concerns.raised",
    "msp.asked",
    "msp.reviewed",
    "msp.fully_achieved",
    "advocacy.asked_for",
    "training.current",
    "supervision.on_time",
    "actions.closed_on_time",
)


def board_of(
    project: Project, kind: Pack, figures: Mapping[str, Figure], views: Views, as_at: date | None, say: Say
) -> Board:
    """All of it that the sections of this pack tell; decisions alone where the pack leaves the house.

    `views` are those that the figures are from.

    Raises:
        EvidenceError: the brief names a figure, an action or an earlier report that cannot be used; with its line.
    """
    told = {section.key for section in kind.sections}
    setting = views.setting
    seen: ViewsAt = {(setting.as_at, setting.period): views}
    decided = decisions_of(project, views, say) if "summary" in told else ()
    if project.brief.profile().for_release:
        return Board(leaves=True, decided=decided)
    drawn, undrawn = _charts(project, as_at, seen) if told & {"summary", "charts"} else ((), ())
    aimed = tuple(_aimed(project, views, figures)) if "summary" in told else ()
    themes = _themes(project, setting) if "themes" in told else None
    made = Board(
        leaves=False,
        decided=decided,
        charts=drawn,
        undrawn=undrawn,
        crossings=tuple(one for one in aimed if isinstance(one, Crossing)),
        short=tuple(one for one in aimed if isinstance(one, Short)),
        seen=tuple(_seen(project)) if "quality" in told else (),
        again=again_of(project) if "restated" in told else (),
        behind=tuple((one.register, day_words(one.newest)) for one in lapses(project.tables, setting.as_at)),
    )
    if themes is None:
        return made
    lines = tuple(_theme_lines(themes))
    return replace(
        made,
        themes=lines,
        before=str(themes.before),
        before_is_whole=themes.before_is_whole,
        has_plan=themes.has_plan,
    )


def _charts(
    project: Project, as_at: date | None, seen: ViewsAt
) -> tuple[tuple[Months, ...], tuple[tuple[str, str], ...]]:
    """The charts that the brief names, or else the usual ones, of which those not collected are left out."""
    board = project.brief.packs.get("board")
    named = board.charts if board else None
    drawn: list[Months] = []
    undrawn: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for at, key in enumerate(USUAL_CHARTS if named is None else named):
        try:
            change = trend(project, Asked(key, as_at=as_at), seen)
        except EvidenceError as error:
            (told,) = error.problems
            if named is None:
                undrawn.append((measures_of(project)[key].title, told.found))
            else:
                way = ("packs", "board", "charts", at)
                line = FILE.read(project.folder).problem(way, f"`{key}`: {told.found}", told.wanted, "chart")
                problems.append(replace(line, why=told.why, mend=told.mend))
            continue
        filled = sum(point.value is not None for point in change.points)
        if filled >= FEWEST_DRAWN:
            drawn.append(months_of(key, change))
        else:
            undrawn.append((subject(change), FEW if filled else NOTHING))
    if problems:
        raise EvidenceError(tuple(problems))
    return tuple(drawn), tuple(undrawn)


FEWEST_DRAWN = 3
FEW = "there is something to count in one or two months alone"
NOTHING = "there is nothing to count in any of these months"


def _aimed(project: Project, views: Views, figures: Mapping[str, Figure]) -> Iterator[Crossing | Short]:
    """Each figure with a target that it met today and not a month ago, or the other way about, or misses still."""
    aimed = {key: one for key, one in measures_of(project).items() if one.target is not None}
    setting = views.setting
    day = add_months(setting.as_at + timedelta(days=1), -1) - timedelta(days=1)
    over = Period.months_to(day, project.brief.months)
    then = views.at(replace(setting, as_at=day, period=over))
    profile = project.brief.profile()
    for key, one in aimed.items():
        now = figures.get(key) or release_all(take(one, views, ()), profile, views)[key]
        before = release_all(take(one, then, ()), profile, then)[key]
        judged = now.share is not None and before.share is not None and one.target is not None
        if judged and now.meets_target != before.meets_target:
            yield Crossing(now, before, _aim(now), day_words(day))
        elif now.share is not None and not now.meets_target:
            yield Short(now, _aim(now))


def _aim(figure: Figure) -> str:
    """The target of a figure in words: one that is better the lower it is may not go beyond it."""
    return f"{'at most ' if figure.lower_is_better else ''}{per_cent(figure.target or 0)}"


def _themes(project: Project, setting: Setting) -> ProjectThemes | None:
    try:
        return themes_of(project, setting)
    except EvidenceError:
        return None


def _theme_lines(found: ProjectThemes) -> Iterator[ThemeLine]:
    for one in found.themes:
        yield ThemeLine(
            theme=one.theme,
            title=one.title,
            notes=one.notes,
            notes_before=one.notes_before,
            change=one.change,
            concerns=one.concerns,
            raised=one.raised,
            completed=one.completed,
            effects_shown=one.effects_shown,
            worked=one.worked,
            still_open=one.still_open,
            gap=one.gap if found.has_plan else "",
        )


IN_PLACE = {
    "sheet.hidden_rows": "rows that a reader of the sheet does not see are counted",
    "workbook.hidden_sheets": "a sheet that a reader of the workbook does not see is not counted",
}
"""What a note means, where its own words lean on what was found."""
OF_THE_AUDIENCE = ("brief.strict_is_meant",)
"""Notes on what leaves the house, which say nothing of the workbooks."""


def _seen(project: Project) -> Iterator[Seen]:
    """What the check noted, by workbook and by what it means, most places first; no cell's value is in it."""
    places: dict[tuple[str, str], int] = {}
    for note in project.notes:
        if note.key in OF_THE_AUDIENCE:
            continue
        place = note.place
        where = f'{place.file}, sheet "{place.sheet}"' if place.sheet else place.file
        means = IN_PLACE.get(note.key, note.why)
        places[where, means] = places.get((where, means), 0) + 1 + len(note.also)
    for (where, means), number in sorted(places.items(), key=lambda one: -one[1]):
        yield Seen(where, means[:1].upper() + means[1:], number)
