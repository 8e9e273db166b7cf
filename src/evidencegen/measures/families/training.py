"""Training: who is current, in what, and who is kept current in time."""

from evidencegen.measures.condition import BLANK, Policy, at_most, one_of, where
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.measures.view import Unit
from evidencegen.measures.views.renewals import RENEWALS
from evidencegen.measures.views.staff_standing import STAFF_STANDING
from evidencegen.measures.views.starters import STARTERS
from evidencegen.measures.views.training_needs import TRAINING_NEEDS

AWAY = Exclusion("on long-term absence on the day", where(absent="yes"))
NOT_DUE = (
    AWAY,
    Exclusion("exempt from the course", where(standing="exempt")),
    Exclusion("within the time allowed to starters", where(standing="in_grace")),
)
IN_SCOPE = Unit("required course record", "required course records")
CURRENT_NOW = Unit("current course record", "current course records")
STAFF_IN_SCOPE = Unit("member of staff", "members of staff")

CURRENT = Measure(
    key="training.current",
    title="Required training current",
    view=TRAINING_NEEDS,
    of=IN_SCOPE,
    counted=where(standing="current"),
    excluded=NOT_DUE,
    by=("course", "role", "service"),
    answers=("asc_wds", "cqc.reg18"),
    rows=(1, 22),
    why="Each member of staff and each course their role requires, on the day.",
    caution=(
        "A course that expires on the day is current. A completion with no expiry and no policy cannot be "
        "evidenced and counts as not current."
    ),
    about=About.STAFF,
)
STANDING = Measure(
    key="training.standing",
    title="Where required training stands",
    view=TRAINING_NEEDS,
    of=IN_SCOPE,
    excluded=NOT_DUE,
    among="standing",
    answers=("asc_wds",),
    rows=(1,),
    why="Expired, never done and cannot be evidenced call for different things.",
    caution="The four add up to every required course record that counts on the day.",
    about=About.STAFF,
    direction=Direction.NEITHER,
)
CURRENT_ABSENT_COUNTED = Measure(
    key="training.current_absent_counted",
    title="Required training current, staff on long-term absence counted too",
    view=TRAINING_NEEDS,
    of=IN_SCOPE,
    counted=where(standing="current"),
    excluded=NOT_DUE[1:],
    by=("service",),
    answers=("asc_wds", "cqc.reg18"),
    rows=(1,),
    why="Beside the figure without them it shows whether absence flatters it.",
    caution="As required training current in all else.",
    about=About.STAFF,
)
EVER_COMPLETED = Measure(
    key="training.ever_completed",
    title="Required training completed at some time, whether or not it is still current",
    view=TRAINING_NEEDS,
    of=IN_SCOPE,
    counted=where(ever_completed="yes"),
    excluded=NOT_DUE,
    by=("course",),
    answers=("asc_wds",),
    rows=(1,),
    why="What is left of it when expired records are set aside is the share current.",
    caution="Never a figure for compliance: a course done once and long run out counts.",
    about=About.STAFF,
    direction=Direction.NEITHER,
)
IN_PERSON = Measure(
    key="training.in_person",
    title="Current training taught face to face, wholly or in part",
    view=TRAINING_NEEDS,
    of=CURRENT_NOW,
    counted=where(method=one_of("face_to_face", "blended")),
    out_of=where(standing="current"),
    excluded=(AWAY, Exclusion("how it was taught is not recorded", where(method=BLANK), quality=True)),
    by=("course",),
    answers=("nice.ng189",),
    rows=(1, 4),
    why="Some things are learnt in a room with other people.",
    caution="E-learning and workbooks do not count. A record with no method is left out.",
    about=About.STAFF,
    direction=Direction.NEITHER,
)
ALL_REQUIRED = Measure(
    key="training.all_required",
    title="Staff with every required course current",
    view=STAFF_STANDING,
    of=STAFF_IN_SCOPE,
    counted=where(all_required="yes"),
    excluded=(AWAY,),
    by=("service", "role"),
    answers=("cqc.reg18",),
    rows=(1, 22),
    why="The stricter figure: one lapsed course and the member of staff does not count.",
    caution="Courses within the time allowed to starters, or exempt, are not held against anyone.",
    about=About.STAFF,
)
SAFEGUARDING_CURRENT = Measure(
    key="training.safeguarding_current",
    title="Staff with safeguarding adults training current",
    view=STAFF_STANDING,
    of=STAFF_IN_SCOPE,
    counted=where(safeguarding_current="yes"),
    excluded=(AWAY,),
    by=("service", "role"),
    answers=("asc_wds", "nice.ng189"),
    rows=(1, 22),
    why="The course that every other safeguarding claim rests on.",
    caution="A starter not yet trained counts as not current.",
    about=About.STAFF,
)
CONTENT = Measure(
    key="training.content",
    title="Staff current in a course that covers the subject",
    view=STAFF_STANDING,
    of=STAFF_IN_SCOPE,
    excluded=(AWAY,),
    among="content",
    answers=("nice.ng189",),
    rows=(4,),
    why="What the courses hold matters more than what they are called.",
    caution="Attendance at a course that covers the subject; it does not show competence.",
    about=About.STAFF,
)
EXPIRING_30 = Measure(
    key="training.expiring_30",
    title="Current training that runs out within 30 days",
    view=TRAINING_NEEDS,
    of=CURRENT_NOW,
    counted=where(days_left=at_most(30)),
    out_of=where(standing="current"),
    excluded=(AWAY,),
    by=("course", "service"),
    answers=("asc_wds",),
    rows=(2,),
    why="What has to be booked now.",
    caution="The thirtieth day included.",
    about=About.STAFF,
    direction=Direction.LOWER,
)
EXPIRING_60 = Measure(
    key="training.expiring_60",
    title="Current training that runs out within 60 days",
    view=TRAINING_NEEDS,
    of=CURRENT_NOW,
    counted=where(days_left=at_most(60)),
    out_of=where(standing="current"),
    excluded=(AWAY,),
    by=("course", "service"),
    answers=("asc_wds",),
    rows=(2,),
    why="What falls due in two months.",
    caution="The sixtieth day included.",
    about=About.STAFF,
    direction=Direction.LOWER,
)
EXPIRING_90 = Measure(
    key="training.expiring_90",
    title="Current training that runs out within 90 days",
    view=TRAINING_NEEDS,
    of=CURRENT_NOW,
    counted=where(days_left=at_most(90)),
    out_of=where(standing="current"),
    excluded=(AWAY,),
    by=("course", "service"),
    answers=("asc_wds",),
    rows=(2,),
    why="What falls due in a quarter.",
    caution="The ninetieth day included.",
    about=About.STAFF,
    direction=Direction.LOWER,
)
RENEWED_ON_TIME = Measure(
    key="training.renewed_on_time",
    title="Training renewed before it ran out",
    view=RENEWALS,
    of=RENEWALS.unit,
    counted=where(renewed_in_time="yes"),
    dated_by="ran_out_on",
    by=("course", "service"),
    answers=("asc_wds",),
    rows=(2,),
    why="It measures the cycle, not the day: whether refreshers come before the gap.",
    caution="For staff employed that day; renewed on the last valid day counts.",
    about=About.STAFF,
)
STARTERS_TRAINED = Measure(
    key="training.starters_in_six_weeks",
    title="Starters with safeguarding training in their first six weeks",
    view=STARTERS,
    of=STARTERS.unit,
    counted=where(days_to_safeguarding=at_most(Policy("starter_days", "days"))),
    excluded=(Exclusion("left before the time was up", where(left_early="yes")),),
    dated_by="started_on",
    by=("service",),
    answers=("nice.ng189",),
    rows=(1,),
    why="New staff meet people at risk from their first shift.",
    caution="No completion on record counts as not trained in time.",
    about=About.STAFF,
)
