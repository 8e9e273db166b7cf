"""Advocacy: asked for when it is called for, early, allocated, and seen in private."""

from evidencegen.measures.condition import BLANK, GIVEN, Policy, at_most, one_of, where
from evidencegen.measures.measure import Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS
from evidencegen.measures.views.referrals import REFERRALS

CALLED_FOR = Unit("concern that appeared to call for an advocate", "concerns that appeared to call for an advocate")
WORKING_DAYS_TO_ASK = Policy("working_days_to_ask_for_advocate", "working days")
WORKING_DAYS_TO_ALLOCATION = Policy("working_days_to_allocation", "working days")

NOT_TO_BE = Exclusion("declined or withdrawn", where(decision=one_of("declined", "person_declined", "withdrawn")))
CLOSED = Unit("closed referral", "closed referrals")

ASKED_FOR = Measure(
    key="advocacy.asked_for",
    title="Advocate asked for where the conditions appeared to be met",
    view=CONCERNS,
    of=CALLED_FOR,
    counted=where(advocate_asked_for="yes"),
    out_of=where(advocacy_conditions=one_of("yes", "unknown")),
    excluded=(
        Exclusion(
            "not recorded whether there was an appropriate person", where(advocacy_conditions="unknown"), quality=True
        ),
    ),
    dated_by="raised_on",
    by=("service", "group"),
    answers=("care_act.s68",),
    rows=(9, 18, 22),
    why="The council decides on and arranges an advocate; we notice the need and ask.",
    caution=(
        "Conditions: a substantial difficulty on record and no appropriate person. "
        "No linked referral counts as not asked for."
    ),
)
APPROPRIATE_PERSON_RECORDED = Measure(
    key="advocacy.appropriate_person_recorded",
    title="Recorded whether somebody suitable could support the person",
    view=CONCERNS,
    of=Unit("concern with a substantial difficulty on record", "concerns with a substantial difficulty on record"),
    counted=where(advocacy_conditions=one_of("yes", "no")),
    out_of=where(substantial_difficulty="yes"),
    dated_by="raised_on",
    by=("service",),
    answers=("care_act.s68",),
    rows=(9, 18),
    why="Where nobody wrote it down, nobody can say whether an advocate should have been asked for.",
    caution=(
        "Blank and not recorded count as not recorded. That an advocate may be due even where somebody suitable is "
        "there, after a long stay or in a dispute, is not in the register."
    ),
)
ASKED_FOR_EARLY = Measure(
    key="advocacy.asked_for_early",
    title="Advocate asked for early, before the first planning meeting",
    view=CONCERNS,
    of=Unit("concern where an advocate was asked for", "concerns where an advocate was asked for"),
    counted=where(working_days_to_ask=at_most(WORKING_DAYS_TO_ASK), asked_before_planning="yes"),
    out_of=where(advocacy_conditions="yes", advocate_asked_for="yes"),
    dated_by="raised_on",
    by=("service",),
    answers=("care_act.s68", "msp.partnership"),
    rows=(6, 9),
    why="A voice is easiest to lose before the first meeting, not after it.",
    caution="Working days are Monday to Friday, bank holidays not taken out; no meeting on record, none held.",
)
REFERRED = Measure(
    key="advocacy.referrals",
    title="Referrals to an advocate",
    view=REFERRALS,
    of=REFERRALS.unit,
    count_only=True,
    dated_by="referred_on",
    by=("kind", "service"),
    answers=("care_act.s67", "care_act.s68"),
    rows=(9,),
    why="Kinds of advocacy rest on different duties and are shown apart.",
    caution="Volume is not quality and is never a target.",
    direction=Direction.NEITHER,
)
PER_HUNDRED = Measure(
    key="advocacy.per_hundred",
    title="Referrals to an advocate for every hundred people supported",
    view=REFERRALS,
    of=REFERRALS.unit,
    count_only=True,
    per_hundred=Policy("people_supported", "people supported"),
    dated_by="referred_on",
    answers=("care_act.s67", "care_act.s68"),
    rows=(9,),
    why="Services of different size can be read side by side.",
    caution=(
        "The people supported, on average over the period, are the number that evidence.yaml gives. "
        "Volume is not quality and is never a target."
    ),
    direction=Direction.NEITHER,
)
BY_REASON = Measure(
    key="advocacy.by_reason",
    title="What advocates were asked for",
    view=REFERRALS,
    of=REFERRALS.unit,
    counted=where(reason=GIVEN),
    dated_by="referred_on",
    among="reason",
    each_of=Unit("referral with a reason recorded", "referrals with a reason recorded"),
    answers=("care_act.s67", "care_act.s68"),
    rows=(9,),
    why="Advocacy belongs to reviews and moves as well as to safeguarding.",
    caution="Blank counts as not recorded.",
    direction=Direction.NEITHER,
)
BY_ASKER = Measure(
    key="advocacy.by_asker",
    title="Who asked for the advocate",
    view=REFERRALS,
    of=REFERRALS.unit,
    counted=where(asked_by=GIVEN),
    dated_by="referred_on",
    among="asked_by",
    each_of=Unit("referral with the asker recorded", "referrals with the asker recorded"),
    answers=("care_act.s68",),
    rows=(6,),
    why="Where care workers ask, it does not hang on one manager.",
    caution="Blank counts as not recorded.",
    direction=Direction.NEITHER,
)
ALLOCATED = Measure(
    key="advocacy.allocated",
    title="Advocate allocated in the time we look for",
    view=REFERRALS,
    of=Unit("referral accepted or still waiting", "referrals accepted or still waiting"),
    counted=where(working_days_to_allocation=at_most(WORKING_DAYS_TO_ALLOCATION)),
    excluded=(NOT_TO_BE,),
    dated_by="referred_on",
    by=("kind", "service"),
    answers=("care_act.s68",),
    rows=(9,),
    why="An advocate who comes late comes after the decision.",
    caution="A referral still waiting counts as not allocated.",
)
SEEN = Unit("referral where the advocate had met the person", "referrals where the advocate had met the person")
SEEN_PRIVATELY = Measure(
    key="advocacy.seen_privately",
    title="Person seen by the advocate in private",
    view=REFERRALS,
    of=SEEN,
    counted=where(seen_privately="yes"),
    out_of=where(first_contact_on=GIVEN),
    excluded=(Exclusion("offered and declined by the person", where(seen_privately="declined")),),
    dated_by="referred_on",
    by=("service",),
    answers=("care_act.s67", "msp.partnership"),
    rows=(6, 9),
    why="Some things are only said when nobody else is in the room.",
    caution="Blank and not recorded count as not seen in private.",
)
VIEWS_REPRESENTED = Measure(
    key="advocacy.made_a_difference",
    title="Advocacy that had the person's views put forward, the plan changed or a challenge raised",
    view=REFERRALS,
    of=CLOSED,
    counted=where(outcome=one_of("views_represented", "plan_changed", "challenge_raised")),
    out_of=where(closed_on=GIVEN),
    excluded=(
        Exclusion("the person had died or moved", where(outcome="ended")),
        Exclusion("outcome not recorded", where(outcome=BLANK), quality=True),
    ),
    dated_by="referred_on",
    answers=("care_act.s68",),
    rows=(9,),
    why="An advocate is there to change something for the person.",
    caution="Blank is left out.",
)
TAKEN_UP = Measure(
    key="advocacy.taken_up",
    title="Referrals accepted or allocated",
    view=REFERRALS,
    of=Unit("referral with a decision", "referrals with a decision"),
    counted=where(decision="accepted"),
    out_of=where(decision=GIVEN),
    excluded=(Exclusion("still waiting", where(decision="waiting")),),
    dated_by="referred_on",
    answers=("care_act.s68",),
    rows=(9,),
    why="It shows whether asking leads to an advocate.",
    caution="Declined by the person and by the service both count as not taken up.",
    direction=Direction.NEITHER,
)
BY_DECISION = Measure(
    key="advocacy.by_decision",
    title="What became of referrals",
    view=REFERRALS,
    of=REFERRALS.unit,
    counted=where(decision=GIVEN),
    dated_by="referred_on",
    among="decision",
    each_of=Unit("referral with its decision recorded", "referrals with their decision recorded"),
    answers=("care_act.s67", "care_act.s68"),
    rows=(9,),
    why="A no from the person and a no from the service are two different things.",
    caution="Blank counts as not recorded. Those waiting are shown among the rest.",
    direction=Direction.NEITHER,
)
BY_OUTCOME = Measure(
    key="advocacy.by_outcome",
    title="What advocacy led to",
    view=REFERRALS,
    of=CLOSED,
    counted=where(outcome=GIVEN),
    out_of=where(closed_on=GIVEN),
    dated_by="referred_on",
    among="outcome",
    each_of=Unit("closed referral with its outcome recorded", "closed referrals with their outcome recorded"),
    answers=("care_act.s68",),
    rows=(9,),
    why="Advocacy that changed nothing is worth knowing of too.",
    caution="Blank counts as not recorded.",
    direction=Direction.NEITHER,
)
