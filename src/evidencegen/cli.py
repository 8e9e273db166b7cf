"""The command line, over the files above."""

import argparse
import gc
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from evidencegen import __version__, commands, options, streams
from evidencegen.case_command import case
from evidencegen.catalogue import everything_in
from evidencegen.claims_command import claims
from evidencegen.drill_command import drills
from evidencegen.gaps_command import gaps
from evidencegen.intake import registers
from evidencegen.intake.register import Register
from evidencegen.lint_command import lint
from evidencegen.monthly_command import monthly
from evidencegen.options import EXIT_CODES, Parsers
from evidencegen.problem import EvidenceError
from evidencegen.release.profile import PROFILES
from evidencegen.schedule_command import schedule

OUR_BUG = 1
INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it ended."""
    gc.set_threshold(50_000, 20, 100)
    if sys.stdout is sys.__stdout__:
        _keep_ours_apart()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    asked = _asked(words)
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


def _keep_ours_apart() -> None:
    """What a library prints on its own, as the solver does at times, goes to the error stream: programs read ours."""
    try:
        ours = os.dup(1)
        os.dup2(2, 1)
    except OSError:  # one of the two is closed
        return
    sys.stdout = os.fdopen(ours, "w", encoding="utf-8", errors="replace")


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    """What is asked, with DIR or FILE wherever it stands: argparse alone refuses it behind an option."""
    parser = _parser()
    asked, left = parser.parse_known_args(words)
    if left and "files" in asked and not any(word.startswith("-") for word in left):
        asked.files += map(Path, left)
    elif len(left) == 1 and not left[0].startswith("-") and getattr(asked, "folder", "") in (None, Path()):
        asked.folder = Path(left[0])
    elif left:
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    return asked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="evidencegen",
        description="Sourced, anonymised safeguarding evidence from the spreadsheets a care provider already keeps.",
        epilog=f"Start with: evidencegen new my-evidence --sample\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"evidencegen {__version__}")
    parsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _new(parsers)
    _check(parsers)
    _read(parsers)
    _figures(parsers)
    _trace(parsers)
    _trend(parsers)
    _dictionary(parsers)
    _themes(parsers)
    case(parsers)
    claims(parsers)
    lint(parsers)
    drills(parsers)
    _build(parsers)
    _preview(parsers)
    monthly(parsers)
    schedule(parsers)
    _advise(parsers)
    gaps(parsers)
    _suppress(parsers)
    _anonymise(parsers)
    _audit(parsers)
    return parser


def _new(parsers: Parsers) -> None:
    parser = options.command(parsers, "new", "start a project folder", "evidencegen new my-evidence --sample")
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that is new or empty")
    parser.add_argument(
        "--sample", action="store_true", help="with the sample's invented registers in place of blank ones"
    )
    parser.set_defaults(run=commands.start)


def _check(parsers: Parsers) -> None:
    parser = options.command(
        parsers, "check", "read every register and say what is wrong, and where", "evidencegen check"
    )
    options.folder(parser)
    options.as_json(parser)
    parser.set_defaults(run=commands.check)


def _read(parsers: Parsers) -> None:
    words = "what any spreadsheet holds, which register it looks like, and what became of every cell"
    parser = options.command(parsers, "read", words, "evidencegen read staff.xlsx")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a spreadsheet, in any folder")
    parser.add_argument(
        "--register",
        metavar="KEY",
        choices=tuple(everything_in(registers, Register)),
        help="the register it is to be read as",
    )
    parser.add_argument("--sheet", metavar="NAME", help="the one sheet to read, hidden or not")
    options.as_json(parser)
    parser.set_defaults(run=commands.read_files)


def _figures(parsers: Parsers) -> None:
    parser = options.command(parsers, "figures", "every figure as an audience may see it", "evidencegen figures --json")
    options.folder(parser)
    parser.add_argument("--audience", choices=tuple(PROFILES), help="who will see them (as the brief says)")
    parser.add_argument("--by", metavar="COLUMN", help="broken down by this: service, role, group, course, ...")
    options.period(parser)
    options.as_json(parser)
    parser.set_defaults(run=commands.show_figures)


def _trace(parsers: Parsers) -> None:
    example = "evidencegen trace msp.asked"
    parser = options.command(parsers, "trace", "the rows behind one figure, for people inside", example)
    parser.add_argument(
        "key", metavar="KEY", help='a key that `figures` prints, such as "msp.asked[service=Rowan House]"'
    )
    options.folder(parser)
    options.period(parser)
    options.as_json(parser)
    parser.set_defaults(run=commands.show_trace)


def _trend(parsers: Parsers) -> None:
    example = "evidencegen trend msp.asked --months 24 --out asked.svg"
    parser = options.command(
        parsers, "trend", "whether a figure has changed, month by month, for people inside", example
    )
    parser.add_argument("key", metavar="KEY", help="as for trace")
    options.folder(parser)
    parser.add_argument("--months", type=int, default=24, metavar="N", help="how many, from 6 to 60 (24)")
    parser.add_argument("--target", type=float, metavar="N", help="what to reach: 90 for 90%%, or a number of a count")
    parser.add_argument(
        "--rebase",
        type=options.month,
        action="append",
        default=[],
        metavar="MONTH",
        help="take mean and limits anew from 2026-03",
    )
    parser.add_argument("--fix", type=int, metavar="N", help="take mean and limits from the first N months, 12 or more")
    parser.add_argument(
        "--no-screening",
        dest="screening",
        action="store_false",
        help="keep large moving ranges, as NHS England's workbook",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="draw it, as FILE.svg or FILE.png")
    options.as_at(parser)
    options.as_json(parser)
    parser.set_defaults(run=commands.show_trend)


def _dictionary(parsers: Parsers) -> None:
    words = "every definition in words: what is counted, out of what, and how blanks are treated"
    parser = options.command(parsers, "dictionary", words, "evidencegen dictionary --format html --out dictionary.html")
    options.folder(parser)
    parser.add_argument("--format", choices=("text", "html", "json"), default="text", help="the form (text)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a file to write it to, in place of the screen")
    parser.set_defaults(run=commands.print_dictionary)


def _themes(parsers: Parsers) -> None:
    words = "what a project's notes are about, and what was done about it; without DIR, the themes of JSON lines"
    parser = options.command(
        parsers, "themes", words, "evidencegen themes my-evidence  or: evidencegen themes < notes.jsonl"
    )
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=Path, help="the project folder (notes from standard input)"
    )
    options.period(parser)
    parser.add_argument("--codebook", type=Path, metavar="FILE", help="another codebook than the project's or ours")
    parser.add_argument("--uncoded", action="store_true", help="the notes in which no theme was found")
    options.as_json(parser)
    parser.set_defaults(run=commands.show_themes)


def _advise(parsers: Parsers) -> None:
    words = "what would let a hidden figure be shown: a longer period, or parts put together"
    parser = options.command(parsers, "advise", words, "evidencegen advise my-evidence")
    options.folder(parser)
    parser.add_argument("--pack", default="tender", metavar="NAME", help="which pack (tender)")
    options.as_at(parser)
    options.as_json(parser)
    parser.set_defaults(run=commands.show_advice)


def _audit(parsers: Parsers) -> None:
    words = "attack finished documents as an outsider would, together, and say what is left of each hidden count"
    parser = options.command(parsers, "audit", words, "evidencegen audit output")
    parser.add_argument(
        "files", metavar="FILE|DIR", nargs="+", type=Path, help="documents of any format, manifests, or folders"
    )
    options.as_json(parser)
    parser.set_defaults(run=commands.audit_documents)


def _suppress(parsers: Parsers) -> None:
    words = "hide small numbers in tables of counts, one JSON table a line, so that none can be worked out"
    parser = options.command(parsers, "suppress", words, "evidencegen suppress < tables.jsonl > released.jsonl")
    parser.set_defaults(run=streams.suppress)


def _anonymise(parsers: Parsers) -> None:
    words = "take out of narratives, one JSON object a line, what lets somebody be recognised, and flag what is left"
    parser = options.command(parsers, "anonymise", words, "evidencegen anonymise --names staff.txt < stories.jsonl")
    parser.add_argument(
        "--names",
        type=Path,
        metavar="FILE",
        help='every name the provider holds, one a line, alone or as "Tom Oakes = her grandson"',
    )
    parser.add_argument(
        "--ner-model",
        type=Path,
        metavar="FILE",
        help="a tagger of names of your own as a second opinion, which only adds to what is taken out (the one that is "
        "shipped, where evidencegen[tagger] is installed)",
    )
    parser.set_defaults(run=streams.anonymise)


def _build(parsers: Parsers) -> None:
    example = "evidencegen build --pack tender --out output"
    parser = options.command(parsers, "build", "check, measure, release, draft, write", example)
    options.folder(parser)
    parser.add_argument("--pack", default="tender", metavar="NAME", help="which pack (tender)")
    parser.add_argument(
        "--format", default="pdf", metavar="FORMAT,...", help="which formats: pdf, docx, txt, or all (pdf)"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to (output/ in the project folder)")
    options.as_at(parser)
    parser.set_defaults(run=commands.build_pack)


def _preview(parsers: Parsers) -> None:
    words = "build a pack as HTML or PDF, with every check, into preview/ of the project, and open it in the browser"
    parser = options.command(parsers, "preview", words, "evidencegen preview --pack tender")
    options.folder(parser)
    parser.add_argument("--pack", default="tender", metavar="NAME", help="which pack (tender)")
    parser.add_argument("--format", choices=("html", "pdf"), default="html", help="the form (html)")
    parser.add_argument("--no-open", dest="open", action="store_false", help="say where it is, and open nothing")
    options.as_at(parser)
    parser.set_defaults(run=commands.preview_pack)
