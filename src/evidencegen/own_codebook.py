"""A provider's own themes, from codebook.yaml."""

from pathlib import Path

from evidencegen.measures.coder import Coder, usual_coder
from evidencegen.measures.coding import read_codebook
from evidencegen.problem import EvidenceError, Place, Problem

NAME = "codebook.yaml"


def coder_of(folder: Path) -> Coder:
    """The coder of a project: by its own codebook.yaml beside evidence.yaml, or else by ours.

    Raises:
        EvidenceError: there is one, and it has something to mend.
    """
    path = folder / NAME
    if not path.exists():
        return usual_coder()
    try:
        own = read_codebook(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise _problem(type(error).__name__, "a text file in UTF-8") from None
    except Exception as error:  # noqa: BLE001 - whatever the YAML holds, the provider is told so
        found = str(error).splitlines()[0] if isinstance(error, ValueError) and str(error) else "no codebook"
        raise _problem(found, "themes in the form of the codebook that comes with evidencegen") from None
    return Coder(lambda: own)


def _problem(found: str, wanted: str) -> EvidenceError:
    return EvidenceError(
        (
            Problem(
                key="codebook.unreadable",
                place=Place(NAME),
                found=found,
                wanted=wanted,
                why="a rule that is misread would put a note under a theme it is not about",
                mend="correct the file, or take it away to use the themes that come with evidencegen",
            ),
        )
    )
