"""Texts run past every lint, and the drafts of a pack before any file of them is put in place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from evidencegen.catalogue import everything_in
from evidencegen.packs.lint import Finding, Held, Lint, Severity, Words, finding
from evidencegen.problem import Place, Problem, WordsRefused

if TYPE_CHECKING:
    from evidencegen.packs.draft import Draft
    from evidencegen.project import Project, Say

NUMBER = "number"
OF_OWN_WORDS = frozenset({NUMBER, "two_values", "same_case_twice", "absolute"})
"""Lints that look at the provider's own words in a draft: its templates bring no number and no absolute word along,
save in the titles of measures, and where a claim names a case that another names too, they say so."""
OF_STORIES = frozenset({"legal_wording", "same_case_twice", "named"})
"""Lints that look at case studies: the rest of a story is somebody's own account, and signed."""


@cache
def lints() -> tuple[Lint, ...]:
    """Every lint, by key."""
    from evidencegen.packs import lints as shelf

    return tuple(everything_in(shelf, Lint).values())


def findings_in(words: Words, held: Held, *, without: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """What every lint finds in a text, but for those `without`, in the order of the text."""
    return _in_order(_found(words, held, without))


def _in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _found(words: Words, held: Held, without: frozenset[str]) -> Iterator[Finding]:
    """Every finding; what tells who somebody is stands in none, whichever lint it was that came upon it."""
    every = [(lint, hit) for lint in lints() if lint.key not in without for hit in lint.find(words, held)]
    private = [hit for _, hit in every if hit.is_private]
    for lint, hit in every:
        meets = any(p.paragraph is hit.paragraph and p.start < hit.end and hit.start < p.end for p in private)
        if not (meets and lint.key == NUMBER):
            yield finding(lint, replace(hit, is_private=meets), words)


def held_by(project: "Project", as_at: date | None = None) -> Held:
    """What is known of a provider: its figures as its audience may see them, and everybody in its registers.

    What its tender asks too: the limit of one question, or each of several.
    """
    from evidencegen.casebook import roll_of
    from evidencegen.own_look import vouched_words
    from evidencegen.project import figures

    setting = project.brief.setting(as_at)
    asked = project.brief.tender.asked if project.brief.tender else ()
    return Held(
        setting.as_at,
        figures(project, setting=setting),
        roll_of(project),
        vouched_words(project),
        asked[0].limit if len(asked) == 1 else None,
        asked if len(asked) > 1 else (),
    )


def struck_out(draft: "Draft", words: Words, own: Sequence[tuple[Place, str]] = ()) -> tuple[Finding, ...]:
    """What lints find in a draft, by the words of its page; not in the words of the buyer.

    Names are not looked for: the finished file is searched for them.
    """
    asked = [draft.question.question, draft.question.weighting]
    asked += [draft.tender.buyer, draft.tender.title, draft.tender.reference] if draft.tender else []
    asked += [words for one in draft.question.criteria for words in (one.text, one.weighting)]
    theirs = {" ".join(text.split()) for text in asked}
    stories = {" ".join(str(s.words).split()) for one in draft.examples for s in one.steps if s.words}
    words = replace(words, paragraphs=tuple(p for p in words.paragraphs if p.text not in theirs))
    of_stories = {p.number for p in words.paragraphs if any(story in p.text for story in stories)}
    held = Held(draft.dated, {figure.key: figure for figure in draft.figures})
    found = _found(words, held, OF_OWN_WORDS)
    told = [one for one in found if one.paragraph not in of_stories or one.rule in OF_STORIES]
    theirs_alone = replace(words, paragraphs=tuple(p for p in words.paragraphs if place_of(p.text, own)))
    numbers = _found(theirs_alone, held, frozenset(lint.key for lint in lints()) - OF_OWN_WORDS)
    said = [" ".join(words.split()) for _, words in own]
    return _in_order((*told, *(one for one in numbers if any(one.text in words for words in said))))


def refuse_struck_out(project: "Project", drafts: "Sequence[Draft]", pages: Sequence[str], say: "Say") -> None:
    """Say what lints warn of in drafts, whose pages these are.

    Raises:
        WordsRefused: something in them is to be struck out before anything is put in place.
    """
    from evidencegen.documents.read_words import words_of_page

    own = tuple(own_words(project, drafts))
    stops: list[Problem] = []
    warned = 0
    for draft, page in zip(drafts, pages, strict=True):
        words = words_of_page(page)
        paragraphs = {p.number: p for p in words.paragraphs}
        for one in struck_out(draft, words, own):
            where = place_of(paragraphs[one.paragraph].text, own) or Place(
                f"the {draft.name} pack, paragraph {one.paragraph}"
            )
            if one.severity is Severity.STOP:
                stops.append(_problem(one, where))
            else:
                warned += 1
                say("lint", f'{where}: "{one.text}": {one.why}; {one.suggestion}')
    if stops:
        raise WordsRefused(tuple(stops))
    say("lint", "nothing to strike out" + (f", {warned} to look at" if warned else ""))


def own_words(project: "Project", drafts: "Sequence[Draft]") -> Iterator[tuple[Place, str]]:
    """The provider's own words that stand in drafts, each with where its owner finds it."""
    from evidencegen.brief import NAME
    from evidencegen.drafted import statements_of

    for statement in statements_of(project):
        for words in (statement.statement, statement.control, statement.policy):
            yield statement.place or Place(f"practice statement {statement.number}"), str(words)
    for draft in drafts[:1]:
        texts: Mapping[str, tuple[object, ...]] = draft.own.words
        for name, said in texts.items():
            file = f"{draft.own.folder}/{name.removesuffix('.html.j2')}.txt"
            yield from ((Place(file), str(words)) for words in said)
    board = project.brief.packs.get("board")
    for minute in board.decided if board else ():
        yield Place(f"{NAME}, decided"), minute.said


def place_of(paragraph: str, own: Sequence[tuple[Place, str]]) -> Place | None:
    """Where the owner finds the words that a paragraph prints, where they are the provider's own."""
    plain = " ".join(paragraph.split())
    for place, words in own:
        said = " ".join(words.split())
        if said and (said in plain or plain in said):
            return place
    return None


def _problem(one: Finding, where: Place) -> Problem:
    return Problem(
        key=f"lint.{one.rule}",
        place=where,
        found=f'"{one.text}"',
        wanted="words that a careful reader has no reason to strike out",
        why=one.why,
        mend=one.suggestion,
    )
