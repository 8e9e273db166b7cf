"""Where a report may go: addresses that are bare, a password that stands nowhere, and no way without TLS."""

import pytest
from pydantic import ValidationError

from evidencegen.delivery import Delivery, Email

SERVER = {"host": "mail.larkfield.example", "from": "reports@larkfield.example", "to": "board@larkfield.example"}


def test_the_least_a_brief_says_and_what_is_taken_for_the_rest():
    settings = Email.model_validate(SERVER)
    assert (settings.tls, settings.at_port, settings.to, settings.attach) == (
        "starttls",
        587,
        ["board@larkfield.example"],
        True,
    )
    assert Email.model_validate(SERVER | {"tls": "tls"}).at_port == 465
    assert Email.model_validate(SERVER | {"port": "2525"}).at_port == 2525


def test_without_a_word_the_pdf_alone_is_built_and_taken_nowhere():
    assert (Delivery().formats, Delivery().folder, Delivery().email) == (["pdf"], "", None)
    assert Delivery.model_validate({"formats": "pdf, docx"}).formats == ["pdf", "docx"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"tls": "none"},
        {"to": []},
        {"to": ["The Board <board@larkfield.example>"]},
        {"to": ["board@larkfield.example\r\nBcc: x@y.example"]},
        {"from": "reports"},
        {"host": "mail.example/x"},
        {"user": "reports"},
        {"password_from": "SECRET"},
        {"user": "reports", "password_from": "not a name"},
        {"password": "hunter2", "user": "reports"},
        {"port": 0},
        {"timeout_seconds": 0},
    ],
)
def test_what_could_send_a_report_astray_is_refused(wrong):
    with pytest.raises(ValidationError):
        Email.model_validate(SERVER | wrong)


def test_addresses_outside_are_those_in_no_domain_of_the_providers_own():
    to = ["a@larkfield.example", "b@LARKFIELD.example", "c@not-larkfield.example", "d@larkfield.example.net"]
    settings = Email.model_validate(SERVER | {"to": to, "own_domains": ["Larkfield.example"]})
    assert settings.outside == ("c@not-larkfield.example", "d@larkfield.example.net")
    assert len(Email.model_validate(SERVER | {"to": to}).outside) == 4


def test_an_address_named_twice_is_one():
    assert Email.model_validate(SERVER | {"to": ["a@x.example", "a@x.example"]}).to == ["a@x.example"]
