"""The training record: one row for each course a person has been on, or a matrix of them."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("UNIQUEWORKERID", "staff"),
        ("Employee No", "staff"),
        ("Full name", "name"),
        ("TRAININGNAME", "course"),
        ("Module", "course"),
        ("Subject", "course"),
        ("DATECOMPLETED", "completed_on"),
        ("Date of training", "completed_on"),
        ("Certificate file", "certificate"),
        ("Certificate", "certificate"),
        ("Attended", "completed_on"),
        ("EXPIRYDATE", "expires_on"),
        ("Refresher due", "expires_on"),
        ("Valid until", "expires_on"),
        ("Validity", "valid_months"),
        ("Frequency", "valid_months"),
        ("Status", "status"),
        ("HOWDELIVERED", "method"),
        ("Delivery method", "method"),
        ("Trainer", ""),
    ],
)
def test_the_training_record_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(TRAINING, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("status", "Up to date", "in_date"),
        ("status", "Expiring soon", "expiring"),
        ("status", "Expired", "expired"),
        ("status", "DNA", "did_not_attend"),
        ("status", "Awaiting cert", "in_progress"),
        ("status", "N/A", "exempt"),
        ("status", "Mat leave", "absent"),
        ("method", "Classroom", "face_to_face"),
        ("method", "face-to-face", "face_to_face"),
        ("method", "Online", "e_learning"),
        ("valid_months", "annual", 12.0),
        ("valid_months", "every 3 years", 36.0),
        ("valid_months", "never", 0.0),
    ],
)
def test_a_training_record_is_read_in_the_words_services_use(column, typed, code):
    assert reader(TRAINING.column(column))(typed) == code


def test_a_status_nobody_knows_is_refused():
    assert isinstance(reader(TRAINING.column("status"))("sort of done"), Unfit)
