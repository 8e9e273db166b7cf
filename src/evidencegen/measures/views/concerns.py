"""Each safeguarding concern, with the advocacy asked for and the reviews held."""

import narwhals as nw

from evidencegen.intake.kind import NUMBER, choice
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.condition import day_number, working_day_number
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag, nothing_like

ASKED = ("advocacy.concern", "advocacy.referred_on")
NOT_ASKED = "a concern that no referral is linked to counts as one where no advocate was asked for"
CONDITIONS = ("safeguarding.difficulty", "safeguarding.appropriate_person")
FEATURES_OF_CONTROL = ("coercion", "exploitation")
HARMS_OF_CONTROL = ("domestic", "modern_slavery", "sexual_exploitation")


def _with_referrals(views: Views) -> Frame:
    """Each concern with the day of the first referral linked to it."""
    concerns = views.of(SAFEGUARDING)
    if ADVOCACY.key not in views.tables:
        return concerns.with_columns(
            nothing_like("raised_on").alias("advocate_asked_on"),
            nothing_like("origin").alias("referral_origin"),
        )
    referrals = views.of(ADVOCACY).filter(~nw.col("concern").is_null())
    first = referrals.group_by("concern").agg(
        nw.col("referred_on").min().alias("advocate_asked_on"),
        nw.col("origin").min().alias("referral_origin"),
    )
    return concerns.join(first, on="concern", how="left")


def _build(views: Views) -> Frame:
    difficulty = nw.col("difficulty")
    has_difficulty = (
        ~difficulty.is_null()
        & ~difficulty.str.contains("|none|", literal=True)
        & ~difficulty.str.contains("|not_recorded|", literal=True)
    )
    nobody = nw.col("appropriate_person") == "no"
    unknown = nw.col("appropriate_person").is_null() | (nw.col("appropriate_person") == "not_recorded")
    under_control = nw.lit(False)
    for feature in FEATURES_OF_CONTROL:
        under_control = under_control | nw.col("high_risk").str.contains(f"|{feature}|", literal=True).fill_null(False)
    for harm in HARMS_OF_CONTROL:
        under_control = under_control | nw.col("abuse").str.contains(f"|{harm}|", literal=True)
    asked = ~nw.col("advocate_asked_on").is_null()
    capacity = nw.col("lacked_capacity")
    rows = _with_referrals(views)
    to_ask = working_day_number(rows.get_column("advocate_asked_on")) - working_day_number(rows.get_column("raised_on"))
    return rows.with_columns(
        nw.when(has_difficulty & nobody)
        .then(nw.lit("yes"))
        .when(has_difficulty & unknown)
        .then(nw.lit("unknown"))
        .otherwise(nw.lit("no"))
        .alias("advocacy_conditions"),
        flag(has_difficulty).alias("substantial_difficulty"),
        flag(asked).alias("advocate_asked_for"),
        flag(
            asked
            & (nw.col("planning_meeting_on").is_null() | (nw.col("advocate_asked_on") < nw.col("planning_meeting_on")))
        ).alias("asked_before_planning"),
        to_ask.alias("working_days_to_ask"),
        nw.when(capacity.is_null()).then(nw.lit("not_recorded")).otherwise(capacity).alias("capacity"),
        (day_number("raised_on") - day_number("occurred_on")).alias("days_to_raise"),
        (day_number("referred_on") - day_number("raised_on")).alias("days_to_refer"),
        (day_number("first_review_on") - day_number("plan_on")).alias("days_to_first_review"),
        (day_number("second_review_on") - day_number("plan_on")).alias("days_to_second_review"),
        flag(under_control).alias("control_or_exploitation"),
    )


CONCERNS = View(
    key="concerns",
    unit=Unit("concern", "concerns"),
    register=SAFEGUARDING,
    build=_build,
    derived={
        "advocacy_conditions": CONDITIONS,
        "substantial_difficulty": ("safeguarding.difficulty",),
        "advocate_asked_for": ASKED,
        "asked_before_planning": (*ASKED, "safeguarding.planning_meeting_on"),
        "working_days_to_ask": ASKED,
        "capacity": ("safeguarding.lacked_capacity",),
        "days_to_raise": ("safeguarding.occurred_on", "safeguarding.raised_on"),
        "days_to_refer": ("safeguarding.raised_on", "safeguarding.referred_on"),
        "days_to_first_review": ("safeguarding.plan_on", "safeguarding.first_review_on"),
        "days_to_second_review": ("safeguarding.plan_on", "safeguarding.second_review_on"),
        "control_or_exploitation": ("safeguarding.high_risk", "safeguarding.abuse"),
    },
    also={"referral_origin": ADVOCACY},
    kinds={
        "advocacy_conditions": choice(yes=("Yes",), unknown=("Not known",), no=("No",)),
        "substantial_difficulty": FLAG,
        "advocate_asked_for": FLAG,
        "asked_before_planning": FLAG,
        "working_days_to_ask": NUMBER,
        "days_to_refer": NUMBER,
        "days_to_first_review": NUMBER,
        "days_to_second_review": NUMBER,
        "days_to_raise": NUMBER,
        "capacity": choice(
            yes=("Lacked capacity",),
            no=("Did not lack capacity",),
            dont_know=("Don't know",),
            not_recorded=("Not recorded",),
        ),
        "control_or_exploitation": choice(
            yes=("Coercion, exploitation, domestic abuse or modern slavery",),
            no=("All other concerns",),
        ),
    },
    words={
        "advocacy_conditions": Words(
            "whether the person appeared to need an advocate",
            says={
                "yes": "an advocate appeared to be needed",
                "unknown": "it is not known whether an advocate was needed",
                "no": "no need for an advocate is on record",
            },
            blank=(
                'where "Substantial difficulty" is blank, no need is on record; where "Appropriate person" alone is '
                "blank, it is not known whether there is one"
            ),
        ),
        "substantial_difficulty": Words(
            "whether the person had a substantial difficulty",
            says={"yes": "a substantial difficulty is on record", "no": "no substantial difficulty is on record"},
            blank='with "Substantial difficulty" blank none is on record',
        ),
        "advocate_asked_for": Words(
            "whether an advocate was asked for",
            says={"yes": "an advocate was asked for", "no": "no advocate was asked for"},
            blank=NOT_ASKED,
        ),
        "asked_before_planning": Words(
            "whether an advocate was asked for before the first planning meeting",
            says={
                "yes": "this was before the first planning meeting",
                "no": "this was not before the first planning meeting",
            },
            blank=f"{NOT_ASKED}; where no meeting is on record, asking counts as before it",
        ),
        "working_days_to_ask": Words("the time from concern to asking", "working days"),
        "capacity": Words("what is on record about capacity", blank="a blank counts as not recorded"),
        "days_to_raise": Words("the time from the event to the concern", "days"),
        "days_to_refer": Words("the time from concern to council", "days"),
        "days_to_first_review": Words("the time from plan to first review", "days"),
        "days_to_second_review": Words("the time from plan to second review", "days"),
        "control_or_exploitation": Words(
            "whether there was control or exploitation",
            says={
                "yes": "coercion, exploitation, domestic abuse or modern slavery is on record",
                "no": "no coercion, exploitation, domestic abuse or modern slavery is on record",
            },
            blank='where "High-risk features" is blank, the type of abuse alone decides',
        ),
    },
)
