"""What a training record must agree with: its own days and status, the staff register, what roles require."""

from evidencegen.intake.contradiction import Checks, Contradiction, Link, OnTheDay, Wrong, blank, given, happened, says
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import DONE, TRAINING

COMPLETED = given(TRAINING, "completed_on")
BY_STATUS = "correct whichever of the two is wrong; if the status was written for another day, leave it"

CHECKS = Checks(
    "training",
    (
        Link(
            given(TRAINING, "staff"),
            given(STAFF, "staff"),
            "a record for nobody on the staff register counts for nobody",
        ),
        Link(
            given(TRAINING, "course"),
            given(REQUIRED_TRAINING, "course"),
            "a course that no role requires counts in no figure",
        ),
        Link(
            given(REQUIRED_TRAINING, "course"),
            given(TRAINING, "course"),
            "a required course with no records counts as never done",
        ),
        Contradiction(
            given(TRAINING, "expires_on"),
            Wrong.BEFORE,
            COMPLETED,
            "a certificate that ran out before it was earned counts as expired",
        ),
        Contradiction(
            blank(TRAINING, "completed_on"),
            Wrong.WHILE,
            says(TRAINING, "status", *DONE),
            "a status is no evidence: without a date the course counts as not done",
            unless="expires_on",
            mend="write the date from the certificate, or correct the status",
        ),
        Contradiction(
            says(TRAINING, "status", "booked", "in_progress", "did_not_attend", "failed", "missing"),
            Wrong.WHILE,
            COMPLETED,
            "a course with such a status counts as not done, whatever its date",
        ),
        Contradiction(
            COMPLETED,
            Wrong.BEFORE,
            given(STAFF, "started_on"),
            "training from before somebody started counts like any other: see that the certificate is on file",
            by="staff",
            mend="correct the date if it is wrong; if it is right and the certificate was seen, leave it",
        ),
        Contradiction(
            COMPLETED,
            Wrong.AFTER,
            given(STAFF, "left_on"),
            "nobody is trained after leaving; the record may be somebody else's",
            by="staff",
        ),
        OnTheDay(
            TRAINING,
            ("expires_on",),
            Wrong.BEFORE,
            "the dates count and not the status: by its date this training has run out",
            BY_STATUS,
            when=says(TRAINING, "status", "in_date", "expiring"),
        ),
        OnTheDay(
            TRAINING,
            ("expires_on",),
            Wrong.AFTER,
            "the dates count and not the status: by its date this training was still in force",
            BY_STATUS,
            when=says(TRAINING, "status", "expired"),
        ),
        happened(TRAINING),
    ),
)
