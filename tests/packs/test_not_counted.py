"""Numbers that count nothing are masked where they stand, and counts, shares and averages are left."""

import re

import pytest

from evidencegen.packs.not_counted import MASK, counted_only


@pytest.mark.parametrize(
    "text",
    [
        "Booked for 14th & 15th Oct, 22/09/26, 03-07-2026 and 31.03.2027; the 6th will do.",
        "Handover is at 7.45am, 14:00 and 22:00, or at 9; the panel meets at 10.15 a.m.",
        "Ring 01632 960 147 or extension 2207, quoting DN-774/26, HSC/2026/0417 or SG01 v9.1.",
        "In room 2.11, scenario 4 follows module 5; see p. 4, policy 3.1 and clauses 4.3.1 to 4.3.5.",
        "We support adults of 18–64, 65–74 and 85+, and one turned 65.",
        "It costs £21.85 an hour, rises are capped at 4% and the cover is £10m.",
        "The hoist lifts 200 kg; staffing is 1:1, and the term is 3+1+1.",
        "The pass mark is 8 of the 10 points, and this statement is one of 34.",
        "Lots bid for: 1, 3 and 4b, in postcodes NX4 1 to NX4 9.",
        "The font is Arial 11 and the answer runs to 500 words.",
        "The office is open from 9 to 5.",
    ],
)
def test_what_counts_nothing_is_masked(text):
    assert re.findall(r"\d+", counted_only(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "We supported 312 people and took 96 calls.",
        "Our 146 concerns led to 52 enquiries.",
        "Spot checks done since Easter: 267.",
        "Ratings rose from 44 to 22, and 91.7% (110 of 120) were asked.",
        "It was 7 in all, of whom 5 answered.",
        "Carers rated it 4.7 out of five; 1,340 hours of time were given.",
        "89% of 13 homes were rated good.",
    ],
)
def test_counts_and_shares_are_left(text):
    assert counted_only(text) == text


def test_a_mask_is_as_long_as_what_it_hides():
    assert counted_only("Room 12, 40 people") == f"Room {MASK}{MASK}, 40 people"


def test_codes_scales_and_weights_of_a_tender_are_masked():
    text = "The gate code is 4417; page 3 of 8 is missing. Price 40% and quality 60% of the evaluation, on a scale of 1 to 5."
    assert re.findall(r"\d+", counted_only(text)) == []
