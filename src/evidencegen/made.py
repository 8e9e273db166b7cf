"""How a draft of a project was made: what its manifest says of that, and its statement on AI."""

from collections.abc import Collection
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from evidencegen import __version__
from evidencegen.measures.views.concerns_in_words import CONCERNS_IN_WORDS
from evidencegen.measures.views.notes import NOTES
from evidencegen.measures.views.themes import THEMES_VIEW
from evidencegen.project import Project, measures_of
from evidencegen.release.second_opinion import SHIPPED
from evidencegen.release.sign_off import SIGN_OFFS, Deed, SignOff, read_sign_offs

if TYPE_CHECKING:
    from evidencegen.look import Own
    from evidencegen.packs.draft import Draft
    from evidencegen.packs.made_with import Coded, MadeWith

CODED = (NOTES, CONCERNS_IN_WORDS, THEMES_VIEW)
"""Views whose rows carry themes found in free text."""


def made_with(project: Project, draft: "Draft", own: "Own") -> "MadeWith":
    """The facts of one draft, with the provider's own look and words."""
    from evidencegen.packs.made_with import MadeWith

    told = {story.case for story in draft.examples}
    return MadeWith(
        version=__version__,
        own_templates=bool(own.templates),
        own_words=any(name.startswith(f"{draft.kind}/") for name in own.words),
        statements=any(part.claims for section in draft.sections for part in section.practice),
        stories=len(told),
        signers=_signers(project, told),
        tagger=_tagger() if told and project.brief.second_opinion else "",
        themes=_coded(project, draft),
    )


def _signers(project: Project, told: Collection[str]) -> int:
    """How many people signed these stories; each story's last signature is the one that holds."""
    entries = read_sign_offs(project.folder / SIGN_OFFS)
    signed = (one for one in entries if isinstance(one, SignOff) and one.deed is Deed.SIGNED and one.case in told)
    last = {one.case: " ".join(one.by.casefold().split()) for one in signed}
    return len(set(last.values()))


def _coded(project: Project, draft: "Draft") -> "Coded":
    from evidencegen.packs.made_with import Coded

    known = measures_of(project)
    of_notes = any(known[f.measure].view in CODED for f in draft.figures if f.measure in known)
    if not of_notes and not any(section.key == "themes" for section in draft.sections):
        return Coded.NOTHING
    return Coded.LEARNT if project.brief.setting().coder.codebook.signs else Coded.RULES


@cache
def _tagger() -> str:
    return sha256(SHIPPED.read_bytes()).hexdigest()
