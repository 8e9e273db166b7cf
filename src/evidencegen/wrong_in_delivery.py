"""What a brief asks of the month's report and of its delivery that cannot be, found beforehand."""

from collections.abc import Iterator
from pathlib import Path

from evidencegen.brief import FILE, Brief
from evidencegen.delivered_mail import refused_outside
from evidencegen.drafted import formats_known
from evidencegen.problem import Problem
from evidencegen.settings import near_word


def wrong_in_delivery(folder: Path, brief: Brief) -> tuple[Problem, ...]:
    """Formats that nobody makes, and addresses that a report for people inside may not go to, each with its line."""
    own = brief.for_pack("board", "internal")
    return (*unknown_formats(folder, brief), *refused_outside(folder, brief, inside=not own.profile().for_release))


def unknown_formats(folder: Path, brief: Brief) -> Iterator[Problem]:
    """Each format of the month's report that is none of ours."""
    known = formats_known()
    for at, form in enumerate(brief.deliver.formats):
        if form not in known:
            wanted = f"one of: {', '.join(known)}{near_word(form, known)}"
            yield FILE.read(folder).problem(("deliver", "formats", at), f"`{form[:40]}`", wanted, "unknown_format")
