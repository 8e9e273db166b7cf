"""A new project folder, with blank workbooks or with the sample."""

from pathlib import Path
from shutil import copytree, ignore_patterns

from evidencegen.brief import NAME, registers
from evidencegen.intake.blank import write_blank
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.shipped import shipped

NOT_SAMPLE = ignore_patterns("*.py", "__pycache__", "making", ".*", "* - data check.xlsx")

BRIEF = """\
# The brief: whose evidence this is, for which day and period, and from which workbooks.
# Lines that begin with # are notes and change nothing.

provider: Your organisation            # the name to print on the cover

as_at: 2026-09-30                      # the day the figures are for: year-month-day
months: 12                             # how many months up to that day a figure covers

audience: external                     # external: small numbers hidden, the rest rounded, fit to send
                                       # strict: the same with 1 to 7 hidden, for one service or under 100 people
                                       # exact: counts not rounded, more of them hidden, where a buyer demands that
                                       # internal: exact figures, every page marked not for release
# disclosure:                          # your own limits for counts of people, where yours differ from those
#   smallest_shown: 10                 # counts below it are hidden
#   round_to: 10                       # the rest are rounded to its multiples
#   smallest_base: 30                  # no percentage is given of fewer

services: {}                           # each service as your registers write it, and what kind it is, such as
#  Example House: care home            # (take the {} away when you add the first)

registers:                             # the workbook of each register; leave out what you do not keep
{registers}
#  training:                           # a matrix, with a column for each course, has to say what its dates are
#    file: registers/training_matrix.xlsx
#    sheet: Matrix
#    cells: completed_on               # completed_on or expires_on
#    columns: {staff: ["Payroll ref"]} # your own heading for a column, where ours is not found
#    values: {status: {"Signed off": completed}} # what a word of your own means, where a column has a fixed list

# vouched: [Short, Rose Court]         # words that may be printed although they are in somebody's name: add one only
                                       # when a build was refused for it and you are sure that nobody is meant

policy:                                # what "in time" means in your own policies
  working_days_to_ask_for_advocate: 5
  working_days_to_allocation: 10
  review_days: 42
  days_to_refer: 1
  starter_days: 42
  supervision_months: 3
  audit_window_days: 14
  theme_records: 5
# people_supported: 120                # how many people you support on average, for referrals per hundred of them

# targets: {msp.asked: 95}             # what you aim for, in per cent, by the key of a figure

# earlier: [sent/2026-08.pdf]          # packs that the same readers hold already (or their manifest.json): what they
                                       # told is minded, so that two reports together give nobody away

# Measures of your own go into a file measures.yaml beside this one: the README has an example.

tender:                                # the question this answers
  question: >-
    Paste the buyer's question here.
  buyer: ""
  title: ""
  reference: ""
  weighting: ""                        # such as 15%
  limit: {pages: 8}                    # pages or words, as the buyer states it
# case_studies: [CS-01, CS-02]         # which to tell; without this line, all that may be released
# several_from_one_service: yes        # else no two of them come from one service
"""


def start_project(folder: Path, *, sample: bool = False) -> tuple[Path, ...]:
    """Make a project folder with blank workbooks, or with the sample's data; the files made.

    Raises:
        EvidenceError: the folder exists and is not empty. Nothing in it is touched.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EvidenceError((_not_empty(folder),))
    if sample:
        copytree(shipped("sample_data"), folder, ignore=NOT_SAMPLE, dirs_exist_ok=True)
        return tuple(sorted(path for path in folder.rglob("*") if path.is_file()))
    (folder / "registers").mkdir(parents=True)
    made = []
    for key, register in registers().items():
        made.append(folder / "registers" / f"{key}.xlsx")
        write_blank(register, made[-1])
    lines = "\n".join(f"  {path.stem}: registers/{path.name}" for path in made)
    brief = folder / NAME
    brief.write_text(BRIEF.replace("{registers}", lines), encoding="utf-8")
    return (brief, *made)


def _not_empty(folder: Path) -> Problem:
    return Problem(
        key="project.not_empty",
        place=Place(folder.name),
        found="a folder that holds files already",
        wanted="a folder that is new or empty",
        why="nothing of yours is ever written over",
        mend="give another name",
    )
