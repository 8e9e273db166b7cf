"""What goes from a pack first where there is less room, and the pack without it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from evidencegen.limit import LASTING, Limit
from evidencegen.packs.claim import OUTCOMES, Grade, Statement
from evidencegen.packs.criteria import answering, shows
from evidencegen.packs.draft import Draft, Section
from evidencegen.packs.example import Example, Story
from evidencegen.packs.pack import Pack, PracticePlan, SectionPlan
from evidencegen.release.figure import Figure
from evidencegen.shipped import shipped

TOGETHER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("figures", ("msp.fully_achieved", "msp.partly_achieved", "msp.not_achieved")),
    ("figures", ("concerns.raised", "concerns.people")),
    ("figures", ("training.current", "training.all_required")),
    ("figures", ("supervision.scenario_tested", "supervision.competent")),
    ("tables", ("training.renewed_on_time", "training.expiring_30", "training.expiring_60", "training.expiring_90")),
    (
        "tables",
        (
            "advocacy.referrals",
            "advocacy.allocated",
            "advocacy.made_a_difference",
            "advocacy.supported_where_lacking_capacity",
        ),
    ),
    (
        "tables",
        ("actions.effect_evidenced", "actions.worked", "actions.closed_on_time", "actions.overdue"),
    ),
)
"""Figures of which none is told without the others: one answers for the other, points to it, or shares its table."""
NOTHING_SHOWN, PRACTISED, PROVED = range(3)
GRADES = {Grade.EXAMPLE: PRACTISED, Grade.PRACTISED: PRACTISED, Grade.PROVED: PROVED}
_PRINTED = re.compile(r'figures\["([^"]+)"\]')


@dataclass(frozen=True)
class Block:
    """One thing that stays or goes whole: figures of a section, a table, a chart, a claim, a control or a case study.

    `keys` are those of its figures, its table or chart, the number of its statement, or the reference of its case.
    `title` says to the log what it is. `rank` and `strength` are the higher the longer it lasts.
    """

    section: str
    kind: str
    keys: tuple[str, ...]
    title: str
    rank: int
    strength: int


@dataclass(frozen=True)
class Content:
    """What a draft is made of: its pack, the statements of practice and the stories."""

    pack: Pack
    statements: tuple[Statement, ...]
    stories: tuple[Story, ...]


def going(content: Content, whole: Draft, limit: Limit) -> tuple[Block, ...]:
    """Every block of a draft that can go, the first to go first.

    First goes what shows nothing: claims that no figure bears out, figures, tables and charts without a number. Then
    the least important kind by `limit.keep`, within it what is practised before what is proved by an outcome, later
    sections before earlier ones, and within a section what stands last. The first section is the answer itself and
    goes last, but for its last block, which never goes; of a section that answers a criterion, the last block goes just
    before, and so does the last one that shows what a criterion names. Never does it matter how good a figure looks.
    """
    order: list[str] = [*limit.keep, *(kind for kind in LASTING if kind not in limit.keep)]
    found: list[tuple[int, Block]] = []
    plans = {plan.key: plan for plan in content.pack.sections}
    for at, section in enumerate(whole.sections[:-1]):
        for block in _blocks(plans[section.key], section, whole):
            answer = at == 0 and block.kind == "figures"
            rank = order.index(block.kind) + 1 if block.kind in order and not answer else 0
            found.append((len(found), replace(block, rank=len(order) - rank)))
    found.sort(key=lambda one: (one[1].strength > NOTHING_SHOWN, one[1].rank, one[1].strength, -one[0]))
    order_of_going = _with_an_answer_each([block for _, block in found], whole, len(order))
    stays = next((one for one in reversed(order_of_going) if one.section == whole.sections[0].key), None)
    return tuple(one for one in order_of_going if one is not stays)


def _with_an_answer_each(blocks: Sequence[Block], whole: Draft, answer: int) -> list[Block]:
    """The last block of each section that answers a criterion, and the last that shows what a criterion names, put off
    until the blocks of the answer itself go."""
    sections = answering(whole)
    before = [block for block in blocks if block.rank < answer]
    lasts: list[Block] = list({block.section: block for block in before if block.section in sections}.values())
    for one in whole.question.criteria:
        lasts += [block for block in blocks if shows(one, *_told_by(block, whole))][-1:]
    late = [block for block in before if any(block is one for one in lasts)]
    end = [block for block in blocks if block.rank == answer and block.strength > NOTHING_SHOWN]
    return [*(block for block in blocks if block not in late and block not in end), *late, *end]


def _told_by(block: Block, whole: Draft) -> tuple[frozenset[str], tuple[str, ...]]:
    """The measures of which a block shows a figure, and the statement it prints."""
    section = next(one for one in whole.sections if one.key == block.section)
    figures = [section.figures[key] for key in block.keys if key in section.figures]
    for part in section.practice:
        figures += [one for one in part.further if block.kind == "further" and one.key in block.keys]
        figures += [f for c in part.claims if block.kind == "claims" and c.number in block.keys for f in c.figures]
    if block.kind == "charts":
        figures += [figure for key in block.keys for figure in section.charts[key].wholes]
    if block.kind == "tables":
        figures += [f for key in block.keys for table in section.tables.get(key, ()) for f in table.wholes]
    told = frozenset(figure.measure for figure in figures if figure.mark is None)
    return told, block.keys if block.kind == "claims" else ()


def without(content: Content, whole: Draft, gone: Collection[Block]) -> Content:
    """The same without some blocks; a section that is left with none goes too.

    A claim that nothing but a case study bears out goes with the last such story.
    """
    lost = {key for one in gone if one.kind == "case_studies" for key in one.keys}
    names = {(one.kind, one.section, one.keys) for one in gone}
    sections: list[SectionPlan] = []
    cut: set[str] = set()
    bare = {key for one in gone if one.kind == "controls" for key in one.keys}
    for plan, section in zip(content.pack.sections, whole.sections, strict=True):
        claims = [claim for part in section.practice for claim in part.claims]
        falls = {one.number for one in claims if one.grade is Grade.EXAMPLE and lost.issuperset(one.cases)}
        blocks = list(_blocks(plan, section, whole))
        left_out = [one for one in blocks if (one.kind, one.section, one.keys) in names or _is_claim(one, falls)]
        if blocks and all(one in left_out or one.kind == "controls" for one in blocks):
            cut.update(claim.number for claim in claims)
            lost.update(example.case for example in whole.examples if plan.stories)
        else:
            cut.update(key for one in left_out if one.kind == "claims" for key in one.keys)
            sections.append(_plan(plan, section, blocks, left_out))
    kept = (one for one in content.statements if one.number not in cut)
    return Content(
        replace(content.pack, sections=tuple(sections)),
        tuple(replace(one, control="", policy="") if one.number in bare else one for one in kept),
        tuple(one for one in content.stories if one.case not in lost),
    )


def _is_claim(block: Block, numbers: Collection[str]) -> bool:
    return block.kind == "claims" and block.keys[0] in numbers


def _blocks(plan: SectionPlan, section: Section, whole: Draft) -> Iterator[Block]:
    """The blocks of a section in the order in which they stand in it.

    One with a template or words of the provider's own is one block: what its sentences point to is theirs alone.
    """
    own = f"{whole.kind}/{plan.key}.html.j2"
    if own in whole.own.templates or own in whole.own.words:
        yield Block(plan.key, "own", (), f"section {section.title}", 0, PRACTISED)
    elif plan.stories:
        yield from map(_story, [plan.key] * len(whole.examples), whole.examples)
        if not whole.examples:
            yield Block(plan.key, "case_studies", (), f"section {section.title}", 0, NOTHING_SHOWN)
    else:
        for part in section.practice:
            yield from _practice(plan.key, part.title, part.further)
            for claim in part.claims:
                strength = GRADES.get(claim.grade, NOTHING_SHOWN)
                title = f"statement {claim.number}"
                yield Block(plan.key, "claims", (claim.number,), title, 0, strength)
                if strength and (str(claim.control) or str(claim.policy)):
                    title = f"how we make sure and policy of {title}"
                    yield Block(plan.key, "controls", (claim.number,), title, 0, strength)
        yield from _sentences(plan, section)
        for chart in plan.charts:
            strength = _strength(section.figures[m] for m in chart.measures)
            strength = strength if section.charts[chart.key].svg else NOTHING_SHOWN
            yield Block(plan.key, "charts", (chart.key,), f"chart “{chart.subject}”", 0, strength)
        for table in plan.tables:
            rows = any(one.rows for one in section.tables[table.key])
            strength = _strength(section.figures[m] for m in table.measures) if rows else NOTHING_SHOWN
            yield Block(plan.key, "tables", (table.key,), f"table “{table.title}”", 0, strength)


def _story(section: str, example: Example) -> Block:
    return Block(section, "case_studies", (example.case,), f"case study {example.case}", 0, PROVED)


def _practice(section: str, title: str, further: Sequence[Figure]) -> Iterator[Block]:
    for figure in further:
        yield Block(section, "further", (figure.key,), f"“{figure.title}” under {title}", 0, _strength([figure]))


def _sentences(plan: SectionPlan, section: Section) -> Iterator[Block]:
    """The figures that the template prints by themselves, those that go together as one block."""
    printed = _printed(plan.template)
    direct = [key for key in plan.needs if key in printed]
    for key in direct:
        kind, together = next(((kind, keys) for kind, keys in TOGETHER if key in keys), ("figures", (key,)))
        keys = tuple(one for one in together if one in direct)
        if key == keys[0]:
            figures = [section.figures[one] for one in keys]
            title = "; ".join(f"“{figure.title}”" for figure in figures)
            yield Block(plan.key, kind, keys, title, 0, _strength(figures))


def _printed(template: str) -> frozenset[str]:
    """The figures that a template names one by one."""
    source = (shipped("report_templates") / template).read_text(encoding="utf-8")
    return frozenset(_PRINTED.findall(source))


def _strength(figures: Iterable[Figure]) -> int:
    shown = [one for one in figures if one.mark is None]
    if not shown:
        return NOTHING_SHOWN
    return PROVED if any(one.measure in OUTCOMES for one in shown) else PRACTISED


def _plan(plan: SectionPlan, section: Section, blocks: Sequence[Block], left_out: Sequence[Block]) -> SectionPlan:
    """What is left of a section, with the figures that what is left tells of."""
    if not left_out or plan.stories:
        return plan
    gone = _by_kind(left_out)
    tables = tuple(one for one in plan.tables if one.key not in gone["tables"])
    charts = tuple(one for one in plan.charts if one.key not in gone["charts"])
    parts = tuple(_part(part, section, gone["further"]) for part in plan.practice)
    sentences = {key for one in blocks if one not in left_out and one.kind in ("figures", "tables") for key in one.keys}
    claims = (c for part in section.practice for c in part.claims if c.number not in gone["claims"])
    measured = (*(one.measures for one in tables), *(one.measures for one in charts))
    told = sentences | {key for measures in measured for key in measures}
    told |= {key for part in parts for key in part.needs} | {figure.key for claim in claims for figure in claim.figures}
    needs = tuple(key for key in plan.needs if key in told)
    left = frozenset(key for one in left_out for key in one.keys if one.kind in ("figures", "tables", "charts"))
    return replace(plan, needs=needs, charts=charts, tables=tables, practice=parts, gone=left)


def _part(part: PracticePlan, section: Section, gone: Collection[str]) -> PracticePlan:
    """A part of practice with the further figures that stay; those that a claim tells are told by it alone."""
    further = {figure.key for one in section.practice if one.key == part.key for figure in one.further}
    return replace(part, needs=tuple(key for key in part.needs if key in further and key not in gone))


def _by_kind(blocks: Iterable[Block]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in LASTING}
    for one in blocks:
        found.setdefault(one.kind, set()).update(one.keys)
    return {kind: frozenset(keys) for kind, keys in found.items()}
