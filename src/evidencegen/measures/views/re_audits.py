"""Each audit answer to a question that was asked there before, with the answer before it."""

import narwhals as nw

from evidencegen.intake.kind import choice
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.condition import day_number, midnight
from evidencegen.measures.view import FLAG, Frame, Unit, View, Views, Words, flag, normalised

SAME_QUESTION = ["service_key", "type_key", "question_key"]
RANKS = {"no": 0.0, "partly": 1.0, "yes": 2.0}
BEFORE = ("audits.service", "audits.audited_on")
CHANGE = choice(better=("Better",), same=("The same",), worse=("Worse",))


def _rank(column: str) -> nw.Expr:
    """How well an answer speaks for the service; blank where the question did not apply."""
    rank = nw.when(nw.col(column) == "no").then(nw.lit(RANKS["no"]))
    for answer in ("partly", "yes"):
        rank = rank.when(nw.col(column) == answer).then(nw.lit(RANKS[answer]))
    return rank.otherwise(nw.lit(None)).cast(nw.Float64())


def _paired(views: Views) -> Frame:
    """Each answer beside the latest one given on an earlier day to the same question at the same service."""
    keys = (nw.col(n).fill_null("").alias(k) for n, k in (("service", "service_key"), ("audit_type", "type_key")))
    answers = (
        views.of(AUDITS)
        .filter(nw.col("audited_on") <= midnight(views.setting.as_at))
        .with_columns(*keys, normalised("question").alias("question_key"), day_number("audited_on").alias("day"))
    )
    earlier = answers.select(
        *SAME_QUESTION,
        nw.col("day").alias("day_before"),
        nw.col("answer").alias("answer_before"),
        nw.col("tool_version").alias("version_before"),
        nw.col("origin").alias("before_origin"),
    )
    pairs = answers.select("origin", "day", *SAME_QUESTION).join(earlier, on=SAME_QUESTION, how="inner")
    pairs = pairs.filter(nw.col("day_before") < nw.col("day"))
    latest = pairs.group_by("origin").agg(nw.col("day_before").max())
    pairs = pairs.join(latest, on=["origin", "day_before"], how="inner")
    pairs = pairs.unique("origin", keep="first", order_by=["before_origin"])
    return answers.join(pairs.drop("day", *SAME_QUESTION), on="origin", how="inner")


def _build(views: Views) -> Frame:
    rank, before = nw.col("rank"), nw.col("rank_before")
    version = nw.col("tool_version").str.strip_chars().str.to_lowercase()
    version_before = nw.col("version_before").str.strip_chars().str.to_lowercase()
    change = (
        nw.when(rank > before)
        .then(nw.lit("better"))
        .when(rank < before)
        .then(nw.lit("worse"))
        .when(rank == before)
        .then(nw.lit("same"))
        .otherwise(nw.lit(None))
        .cast(nw.String())
    )
    unknown = nw.col("tool_version").is_null() | nw.col("version_before").is_null()
    pairs = _paired(views).with_columns(_rank("answer").alias("rank"), _rank("answer_before").alias("rank_before"))
    pairs = pairs.with_columns(
        change.alias("change"),
        flag(~unknown & (version != version_before)).alias("other_version"),
        flag(unknown).alias("version_unknown"),
        flag(rank.is_null() | before.is_null()).alias("did_not_apply"),
    )
    return pairs.drop("rank", "rank_before")


RE_AUDITS = View(
    key="re_audits",
    unit=Unit("audit question asked again", "audit questions asked again"),
    register=AUDITS,
    build=_build,
    derived={
        "answer_before": BEFORE,
        "change": BEFORE,
        "other_version": (*BEFORE, "audits.tool_version"),
        "version_unknown": (*BEFORE, "audits.tool_version"),
        "did_not_apply": BEFORE,
    },
    also={"before_origin": AUDITS},
    kinds={
        "answer_before": AUDITS.column("answer").kind,
        "change": CHANGE,
        "other_version": FLAG,
        "version_unknown": FLAG,
        "did_not_apply": FLAG,
    },
    words={
        "answer_before": Words("the answer at the audit before"),
        "change": Words(
            "the change since the audit before",
            says={
                "better": "the answer was better",
                "same": "the answer was the same",
                "worse": "the answer was worse",
            },
            blank="where the question did not apply at either audit there is no change to tell",
        ),
        "other_version": Words(
            "whether the audit tool had changed",
            says={"yes": "the two audits used different versions of the tool", "no": "the tool had not changed"},
            blank="a version not on record is told of apart",
        ),
        "version_unknown": Words(
            "whether a version of the audit tool is not on record",
            says={
                "yes": "the version of the tool is not on record for one of the two audits",
                "no": "the version of the tool is on record for both audits",
            },
            blank='a blank "Tool version" means that it is not on record',
        ),
        "did_not_apply": Words(
            "whether the question applied at both audits",
            says={
                "yes": "the question did not apply at one of the two audits",
                "no": "the question applied at both audits",
            },
            blank="a blank answer counts as one that did not apply",
        ),
    },
)
