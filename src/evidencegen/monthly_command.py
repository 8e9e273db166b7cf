"""The command `monthly`: how it is told to the command line, what it does and prints."""

import argparse
import json
import logging
import signal
import sys
from datetime import date, datetime

from evidencegen import options
from evidencegen.options import Parsers


def monthly(parsers: Parsers) -> None:
    """The command and its options."""
    words = "build the board's report of the last complete month, keep it and deliver it, with nobody looking on"
    parser = options.command(parsers, "monthly", words, "evidencegen monthly my-evidence")
    options.folder(parser)
    parser.add_argument(
        "--month", type=options.month, metavar="MONTH", help="another month that is over, such as 2026-09"
    )
    options.as_json(parser)
    parser.epilog = f"{parser.epilog} 2 also where another run is at work, or the report could not be delivered."
    parser.set_defaults(run=build_month)


def build_month(asked: argparse.Namespace) -> int:
    from evidencegen.monthly import run, told
    from evidencegen.problem import EvidenceError

    logging.getLogger().addHandler(logging.NullHandler())  # else what libraries remark stands beside our one line
    now = datetime.now().astimezone()
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # a scheduler ends a run as a person does
    try:
        done = run(asked.folder, today=date.today(), now=now, month=asked.month)
    except EvidenceError as error:
        first = error.problems[0]
        print(f"evidencegen monthly: {first.place}: {first.found}", file=sys.stderr)
        return error.exit_code
    finally:
        signal.signal(signal.SIGTERM, before)
    if asked.json:
        print(json.dumps(done.as_dict(now), indent=1, ensure_ascii=False))
    elif done.edition:
        for step, words in told(done).items():
            print(f"{step:8} {words}")
    if done.exit_code:
        print(f"evidencegen monthly: {done.month:%Y-%m}: {done.line}", file=sys.stderr)
    return done.exit_code
