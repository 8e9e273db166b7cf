"""The command line, over `build` and nothing lower."""

import argparse
import gc
import json
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from evidencegen import __version__
from evidencegen.intake.address import ranged
from evidencegen.problem import EvidenceError, Problem
from evidencegen.project import figures as all_figures
from evidencegen.project import inspect, read
from evidencegen.release.disclosure import PROFILES
from evidencegen.trace import trace

OUR_BUG = 1
EXIT_CODES = "Exit codes: 0 done; 1 a fault of ours; 2 workbooks or brief to mend; 3 a gate refused."
INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it ended."""
    gc.set_threshold(50_000, 20, 100)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    asked = _parser().parse_args(words)
    run: Callable[[argparse.Namespace], int] = asked.run
    try:
        return run(asked)
    except EvidenceError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("stopped; nothing half-written was left", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 - the last stop before the user: frames only, since a message may quote a cell
        frames = "".join(traceback.format_tb(error.__traceback__))
        print(f"{frames}{type(error).__name__}: a fault in evidencegen, not in your workbooks", file=sys.stderr)
        return OUR_BUG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="evidencegen",
        description="Sourced, anonymised safeguarding evidence from the spreadsheets a care provider already keeps.",
        epilog=f"Start with: evidencegen new my-evidence --sample\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"evidencegen {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _new(commands)
    _check(commands)
    _figures(commands)
    _trace(commands)
    _case(commands)
    _build(commands)
    return parser


Commands = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(commands: Commands, name: str, words: str, example: str) -> argparse.ArgumentParser:  # type: ignore[valid-type]
    return commands.add_parser(  # type: ignore[attr-defined, no-any-return]
        name,
        help=f"{words}  e.g. {example}",
        description=words[0].upper() + words[1:] + ".",
        epilog=f"Example: {example}\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path(), help="the project folder (here)")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON for a program to read")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-09-30") from None


def _new(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "new", "start a project folder", "evidencegen new my-evidence --sample")
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that is new or empty")
    parser.add_argument(
        "--sample", action="store_true", help="with the sample's invented registers in place of blank ones"
    )
    parser.set_defaults(run=_run_new)


def _run_new(asked: argparse.Namespace) -> int:
    from evidencegen.start import start_project

    made = start_project(asked.folder, sample=asked.sample)
    print(f"{asked.folder}: {len(made)} files")
    for path in made:
        print(f"  {path.relative_to(asked.folder)}")
    print(f"Next: {'look at' if asked.sample else 'fill in'} evidence.yaml and registers/, then evidencegen check")
    return 0


def _check(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "check", "read every register and say what is wrong, and where", "evidencegen check")
    _folder(parser)
    _json(parser)
    parser.set_defaults(run=_run_check)


def _run_check(asked: argparse.Namespace) -> int:
    project = inspect(asked.folder)
    stops, notes = project.stops, project.notes
    if asked.json:
        _print_json(
            {
                "ok": not stops,
                "registers": [account.as_dict() for account in project.accounts],
                "problems": [_problem_entry(p) for p in (*stops, *notes)],
            }
        )
        return EvidenceError.exit_code if stops else 0
    for account in project.accounts:
        print(account)
    for heading, found in (("To mend before a pack can be built", stops), ("To look at", notes)):
        if found:
            print(f"\n{heading}: {len(found)}\n")
            print("\n\n".join(map(str, found)))
    if not project.problems:
        print("\nNothing to mend.")
    return EvidenceError.exit_code if stops else 0


def _problem_entry(problem: Problem) -> dict[str, object]:
    entry = asdict(problem)
    return {
        "severity": problem.severity.value,
        **entry.pop("place"),
        **{k: v for k, v in entry.items() if k != "severity"},
    }


def _figures(commands: Commands) -> None:  # type: ignore[valid-type]
    parser = _command(commands, "figures", "every figure as an audience may see it", "evidencegen figures --json")
    _folder(parser)
    parser.add_argument("--audience", choices=tuple(PROFILES), help="who will see them (as the brief says)")
    parser.add_argument("--as-at", type=_day, metavar="DATE", help="another day than the brief's, such as 2026-03-31")
    _json(parser)
    parser.set_defaults(run=_run_figures)


def _run_figures(asked: argparse.Namespace) -> int:
    project = read(asked.folder)
    audience = asked.audience or project.brief.audience
    figures = all_figures(project, audience=audience, as_at=asked.as_at)
    if asked.json:
        _print_json([figure.as_dict() for figure in figures.values()])
        return 0
    print(PROFILES[audience].words)
    title = ""
    for figure in figures.values():
        if figure.title != title:
            title = figure.title
            print(f"\n{title} ({figure.period})")
        name = figure.group or figure.of.many
        line = f"  {figure.amount:>16}  {figure.counts if figure.share is not None else '':20}  {name}  {figure.key}"
        print(line.rstrip() + (f"\n  {'':16}  {figure.absence}" if figure.absence and not figure.group else ""))
    return 0


def _trace(commands: Commands) -> None:  # type: ignore[valid-type]
    example = "evidencegen trace msp.asked"
    parser = _command(commands, "trace", "the rows behind one figure, for people inside", example)
    parser.add_argument(
        "key", metavar="KEY", help='a key that `figures` prints, such as "msp.asked[service=Rowan House]"'
    )
    _folder(parser)
    parser.add_argument("--as-at", type=_day, metavar="DATE", help="another day than the brief's, such as 2026-03-31")
    _json(parser)
    parser.set_defaults(run=_run_trace)


def _run_trace(asked: argparse.Namespace) -> int:
    found = trace(read(asked.folder), asked.key, asked.as_at)
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


def _case(commands: Commands) -> None:  # type: ignore[valid-type]
    example = 'evidencegen case sign CS-01 --by "Priya Raman"'
    parser = _command(commands, "case", "case studies, their state and their sign-off", example)
    deeds = parser.add_subparsers(title="what to do", metavar="list|show|sign|withdraw", required=True)
    lists = _command(
        deeds, "list", "each case study and what stands in the way of its release", "evidencegen case list"
    )
    _folder(lists)
    _json(lists)
    lists.set_defaults(run=_run_case_list)
    shows = _command(deeds, "show", "the text that would be released", "evidencegen case show CS-01")
    signs = _command(deeds, "sign", "bind a named person's approval to the exact text", example)
    withdraws = _command(
        deeds,
        "withdraw",
        "stop a case study's use",
        'evidencegen case withdraw CS-01 --by "Priya Raman" --why "asked by phone"',
    )
    for deed, run in ((shows, _run_case_show), (signs, _run_case_sign), (withdraws, _run_case_withdraw)):
        deed.add_argument("case", metavar="CASE", help="the case study's reference, such as CS-01")
        _folder(deed)
        deed.set_defaults(run=run)
    for deed in (signs, withdraws):
        deed.add_argument("--by", required=True, metavar="NAME", help="who decides")
        deed.add_argument("--on", type=_day, metavar="DATE", default=None, help="the day of the decision (today)")
    withdraws.add_argument("--why", required=True, help="the reason, in a few words and without names")


def _run_case_list(asked: argparse.Namespace) -> int:
    from evidencegen import casebook

    states = casebook.states(read(asked.folder))
    if asked.json:
        _print_json([{"case": s.case, "state": s.state, "obstacles": list(s.obstacles)} for s in states])
        return 0
    for state in states:
        print(f"{state.case}  {state.state}")
        for obstacle in state.obstacles:
            print(f"    {obstacle}")
    if not states:
        print("No case studies in this project.")
    return 0


def _run_case_show(asked: argparse.Namespace) -> int:
    from evidencegen import casebook

    print(casebook.words(read(asked.folder), asked.case))
    return 0


def _run_case_sign(asked: argparse.Namespace) -> int:
    from evidencegen import casebook

    casebook.sign(read(asked.folder), asked.case, by=asked.by, on=asked.on or date.today())
    print(f"{asked.case} signed. Any change to its text, or withdrawn consent, makes the signature void.")
    return 0


def _run_case_withdraw(asked: argparse.Namespace) -> int:
    from evidencegen import casebook

    casebook.withdraw(read(asked.folder), asked.case, by=asked.by, on=asked.on or date.today(), why=asked.why)
    print(f"{asked.case} withdrawn.")
    return 0


def _build(commands: Commands) -> None:  # type: ignore[valid-type]
    example = "evidencegen build --pack tender --out output"
    parser = _command(commands, "build", "check, measure, release, draft, write", example)
    _folder(parser)
    parser.add_argument("--pack", default="tender", metavar="NAME", help="which pack (tender)")
    parser.add_argument("--format", default="pdf", metavar="FORMAT,...", help="which formats (pdf)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to (output/ in the project folder)")
    parser.add_argument("--as-at", type=_day, metavar="DATE", help="another day than the brief's, such as 2026-03-31")
    parser.set_defaults(run=_run_build)


def _run_build(asked: argparse.Namespace) -> int:
    from evidencegen.build import build

    def say(step: str, words: str) -> None:
        print(f"{step:8} {words}", flush=True)

    built = build(
        asked.folder,
        pack=asked.pack,
        formats=tuple(asked.format.split(",")),
        out=asked.out or asked.folder / "output",
        as_at=asked.as_at,
        say=say,
    )
    for path in built.files:
        print(f"{'done':8} {path}")
    return 0


def _print_json(content: object) -> None:
    print(json.dumps(content, indent=1, ensure_ascii=False, default=str))
