"""A provider's own themes, from codebook.yaml."""

from pathlib import Path

from evidencegen.measures.codebook import read_codebook
from evidencegen.measures.coder import Coder, usual_coder

NAME = "codebook.yaml"


def coder_of(folder: Path) -> Coder:
    """The coder of a project: by its own codebook.yaml beside evidence.yaml, or else by ours.

    Raises:
        EvidenceError: there is one, and it has something to mend.
    """
    path = folder / NAME
    if not path.exists():
        return usual_coder()
    own = read_codebook(path)
    return Coder(lambda: own)
