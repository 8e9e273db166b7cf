"""What each command does and prints."""

import argparse
import json
import sys
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING

from evidencegen import streams
from evidencegen.problem import EvidenceError, GateRefused, Problem
from evidencegen.problem_listing import HEADED, as_entry, in_words

if TYPE_CHECKING:
    from evidencegen.measures.condition import Setting
    from evidencegen.project import Project


def start(asked: argparse.Namespace) -> int:
    from evidencegen.start import start_project

    made = start_project(asked.folder, sample=asked.sample)
    print(f"{asked.folder}: {len(made)} files")
    for path in made:
        print(f"  {path.relative_to(asked.folder)}")
    print(f"Next: {'look at' if asked.sample else 'fill in'} evidence.yaml and registers/, then evidencegen check")
    return 0


def check(asked: argparse.Namespace) -> int:
    from evidencegen.data_checks import WRITTEN, keep_data_checks
    from evidencegen.own_look import wrong_in
    from evidencegen.project import inspect
    from evidencegen.wrong_in_delivery import wrong_in_delivery
    from evidencegen.wrong_in_packs import wrong_in_packs

    project = inspect(asked.folder)
    project = replace(project, problems=(*project.problems, *wrong_in(project), *wrong_in_packs(project)))
    project = replace(project, problems=(*project.problems, *wrong_in_delivery(asked.folder, project.brief)))
    kept = keep_data_checks(project, made=date.today())
    code = EvidenceError.exit_code if project.stops else 0
    if asked.json:
        in_order = sorted(project.problems, key=lambda p: list(HEADED).index(p.severity))
        _print_json(
            {
                "ok": not project.stops,
                "registers": [account.as_dict() for account in project.accounts],
                "problems": [as_entry(p) for p in in_order],
                "data_checks": [asdict(one) for one in kept],
            }
        )
        return code
    for account in project.accounts:
        print(account)
    listed_in = {one.workbook.name: one.path.name for one in kept if one.became == WRITTEN}
    for severity, heading in HEADED.items():
        if found := [p for p in project.problems if p.severity is severity]:
            print(f"\n{heading}: {len(found):,}\n")
            print("\n\n".join(in_words(found, listed_in)))
    if not project.problems:
        print("\nNothing to mend.")
    if kept:
        print("\nData checks, each beside its workbook, and as personal as that")
    for one in kept:
        print(f"  {one.path}: {one.became}" + (f"; {one.why}" if one.why else ""))
    return code


def read_files(asked: argparse.Namespace) -> int:
    from evidencegen.brief import registers
    from evidencegen.intake.statement import settings, statement
    from evidencegen.intake.survey import Survey, survey

    surveys: list[Survey] = []
    refused: list[Problem] = []
    for path in asked.files:
        try:
            surveys.append(survey(path, registers(), asked.register, asked.sheet))
            if not asked.json:
                print(statement(surveys[-1]), end="\n\n")
        except EvidenceError as error:
            refused += error.problems
            if not asked.json:
                print(error, file=sys.stderr)
    if asked.json:
        _print_json({"files": [s.as_dict(as_entry) for s in surveys], "unreadable": [as_entry(p) for p in refused]})
    elif lines := settings(surveys):
        print(f"To use what was recognised, put these lines into evidence.yaml:\n\n{lines}")
    return EvidenceError.exit_code if refused else 0


def show_figures(asked: argparse.Namespace) -> int:
    from evidencegen import listing
    from evidencegen.measures.benchmark import read_benchmarks
    from evidencegen.project import figures, read
    from evidencegen.release.compared import comparisons

    project = read(asked.folder)
    by = (listing.part(project, asked.by),) if asked.by else None
    seen = figures(project, audience=asked.audience, setting=_setting(project, asked), by=by)
    beside = comparisons(seen, read_benchmarks(asked.folder))
    if asked.json:
        every = ((figure, beside.get(figure.key, ())) for figure in seen.values())
        _print_json([figure.as_dict() | {"comparisons": [c.as_dict() for c in found]} for figure, found in every])
        return 0
    print(project.brief.profile(asked.audience).words)
    print("\n".join(listing.lines(seen, beside)))
    return 0


def _setting(project: "Project", asked: argparse.Namespace) -> "Setting":
    """The day and the period asked for; the brief's where nothing is asked."""
    return project.brief.setting(asked.as_at, months=asked.months, period=asked.period)


def show_trace(asked: argparse.Namespace) -> int:
    from evidencegen.intake.address import ranged
    from evidencegen.project import read
    from evidencegen.trace import trace

    project = read(asked.folder)
    found = trace(project, asked.key, _setting(project, asked))
    if asked.json:
        _print_json(found.as_dict())
        return 0
    print(f"{found.title}: {found.counts}\n{found.definition}\n")
    for standing, places in found.rows.items():
        print(f"{standing}: {len(places):,}")
        sheets: dict[tuple[str, str], list[str]] = {}
        for row in places:
            for place in row:
                sheets.setdefault((place.file, place.sheet), []).append(place.cell)
        for (file, sheet), cells in sheets.items():
            print(f"  {file}{f', sheet {chr(34)}{sheet}{chr(34)}' if sheet else ''}: {ranged(cells)}")
    print("\nNot for release: for people inside the organisation.")
    return 0


def show_trend(asked: argparse.Namespace) -> int:
    from evidencegen import trend
    from evidencegen.project import read

    if asked.out:
        trend.refuse_name(asked.out)
    words = trend.Asked(
        asked.key, asked.months, asked.target, tuple(asked.rebase), asked.fix, asked.screening, asked.as_at
    )
    drawn = trend.trend(read(asked.folder), words)
    if asked.out:
        trend.write(drawn, asked.out)
    if asked.json:
        _print_json(trend.as_dict(drawn, asked.key))
        return 0
    print("\n".join(trend.lines(drawn)))
    if asked.out:
        print(f"Written: {asked.out}")
    return 0


def print_dictionary(asked: argparse.Namespace) -> int:
    from evidencegen.dictionary import dictionary, written

    text = dictionary(asked.folder).told(asked.format)
    if asked.out:
        print(written(text, asked.out))
    else:
        print(text)
    return 0


def show_themes(asked: argparse.Namespace) -> int:
    from evidencegen import project_themes, theme_listing
    from evidencegen.measures.codebook import read_codebook
    from evidencegen.measures.coder import Coder
    from evidencegen.project import read

    if asked.folder is None:
        return streams.label_notes(asked)
    project = read(asked.folder)
    setting = _setting(project, asked)
    if asked.codebook:
        setting = replace(setting, coder=Coder(lambda: read_codebook(asked.codebook)))
    if asked.uncoded:
        places = project_themes.uncoded(project, setting)
        if asked.json:
            _print_json([kind.as_dict() for kind in places])
            return 0
        print("\n".join(theme_listing.uncoded_lines(places)))
        return 0
    found = project_themes.themes_of(project, setting)
    if asked.json:
        _print_json(found.as_dict())
        return 0
    print("\n".join(theme_listing.lines(found)))
    return 0


def build_pack(asked: argparse.Namespace) -> int:
    from evidencegen.build import build
    from evidencegen.drafted import formats_known

    built = build(
        asked.folder,
        pack=asked.pack,
        formats=tuple(formats_known()) if asked.format == "all" else tuple(asked.format.split(",")),
        out=asked.out or asked.folder / "output",
        as_at=asked.as_at,
        say=_say,
    )
    for path in built.files:
        _say("done", str(path))
    return 0


def preview_pack(asked: argparse.Namespace) -> int:
    import webbrowser

    from evidencegen.build import build

    out = asked.folder / "preview"
    built = build(
        asked.folder, pack=asked.pack, formats=(asked.format,), out=out, as_at=asked.as_at, say=_say, previewed=True
    )
    pages = [path.resolve() for path in built.files if path.suffix == f".{asked.format}"]
    for path in pages:
        _say("done", str(path))
    if asked.open and not webbrowser.open(pages[0].as_uri()):
        _say("done", "no browser could be opened here: open the file yourself")
    return 0


def _say(step: str, words: str) -> None:
    print(f"{step:8} {words}", flush=True)


def show_advice(asked: argparse.Namespace) -> int:
    from evidencegen import advice
    from evidencegen.project import read

    found = advice.advise(read(asked.folder), pack=asked.pack, as_at=asked.as_at)
    if asked.json:
        _print_json([one.as_dict() for one in found])
    else:
        print("\n".join(advice.lines(found)))
    return 0


def audit_documents(asked: argparse.Namespace) -> int:
    from evidencegen import audited

    found = audited.audit(asked.files)
    if asked.json:
        _print_json(found.as_dict())
    else:
        print("\n".join(audited.lines(found)))
    return 0 if found.holds else GateRefused.exit_code


def _print_json(content: object) -> None:
    print(json.dumps(content, indent=1, ensure_ascii=False, default=str))
