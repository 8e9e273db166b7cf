"""Percentages that others have published, worked out again from their counts as our own are."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from evidencegen.release.figure import per_cent, whole_per_cent

KNOWN = Path(__file__).parents[3] / "shared" / "known_answers"
NHS = "https://digital.nhs.uk/data-and-information/publications/statistical/safeguarding-adults/annual-report-"
COMMUNITY_CARE = "https://www.communitycare.co.uk/2017/11/17/number-adults-subject-section-42-enquiry-rose-6-last-year/"
CARE_APPOINTMENTS = "https://careappointments.com/care-news/england/151182/"
PLYMOUTH = "https://www.plymouth.gov.uk/adult-safeguarding-data-2022-2023"

# A share of all, then a change from one year to the next: counts, the percentage printed, and where it was printed.
PUBLISHED_SHARES = [
    (133265, 151160, "88", COMMUNITY_CARE),  # section 42 enquiries of all enquiries, England 2016-17
    (61, 152, "40", COMMUNITY_CARE),  # councils whose enquiries all were section 42, England 2016-17
    (101, 6189, "1.6", "http://centralbedfordshireperformance.inphase.com/Detail/699_3910"),  # clients, 2017
    (873, 7183, "12.2", PLYMOUTH),  # referrals triaged as concerns, 2022-23
    (71, 99, "72", "https://discovery.ucl.ac.uk/id/eprint/10221289"),  # statements that a chart bears out
]
PUBLISHED_CHANGES = [
    (364605, 394655, "8.2", NHS + "2017-18-england"),  # concerns, England
    (151160, 150070, "-0.7", NHS + "2017-18-england"),  # all enquiries
    (133265, 131860, "-1.1", NHS + "2017-18-england"),  # section 42 enquiries
    (17895, 18210, "1.8", NHS + "2017-18-england"),  # other enquiries
    (394655, 415050, "5.2", NHS + "2018-19-england"),  # concerns
    (131860, 143390, "8.7", NHS + "2018-19-england"),  # section 42 enquiries
    (18210, 18540, "1.8", NHS + "2018-19-england"),  # other enquiries
    (415050, 475560, "14.6", CARE_APPOINTMENTS),  # concerns, 2019-20
    (143390, 161910, "12.9", CARE_APPOINTMENTS),  # section 42 enquiries, 2019-20
    (102970, 109145, "6", COMMUNITY_CARE),  # individuals, 2016-17
    (587970, 615500, "5", "https://rpsocialcaretraining.com/blog/"),  # concerns, 2023-24, from rounded figures
    (7442, 7204, "-3.2", PLYMOUTH),  # referrals received
    (1328, 860, "-35.2", PLYMOUTH),  # concerns completed
]
# Plymouth prints -54.9% for section 42 enquiries completed; its own counts, 846 and 382, give -54.8463%.
MISPRINTED = (846, 382, "-54.9", "-54.8")

# NHS Digital, Adult Social Care Survey 2020-21, annex tables, published 21 October 2021 (OGL v3.0), question 7:
# counts rounded to 10, percentages from the counts before they were rounded. The fourth comes out as 1.7 from the
# rounded counts and was published as 1.6: why a percentage has to be taken before anything is rounded, or said to
# come from rounded counts, as ours are for outsiders.
FEELING_SAFE = [
    (45900, "73.6", "73.6"),
    (13320, "21.4", "21.4"),
    (2100, "3.4", "3.4"),
    (1030, "1.6", "1.7"),
    (54890, "88.0", "88.0"),
    (7450, "12.0", "12.0"),
]
ASKED = 62340


def printed(share, like):
    """A share as a percentage with as many decimals as `like` has, rounded by the code that rounds ours."""
    decimals = len(like.partition(".")[2])
    units = whole_per_cent(share * 10**decimals)
    sign, digits = "-" if units < 0 else "", f"{abs(units):0{decimals + 1}d}"
    return f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"


def change(before, after):
    return Fraction(after - before, before)


@pytest.mark.parametrize(("counted", "out_of", "published", "source"), PUBLISHED_SHARES)
def test_published_shares_come_out_as_published(counted, out_of, published, source):
    assert printed(Fraction(counted, out_of), published) == published, source
    if "." not in published:
        assert per_cent(Fraction(counted, out_of)) == f"{published}%", source


@pytest.mark.parametrize(("before", "after", "published", "source"), PUBLISHED_CHANGES)
def test_published_changes_come_out_as_published(before, after, published, source):
    assert printed(change(before, after), published) == published, source


def test_a_misprint_is_not_repeated():
    before, after, published, right = MISPRINTED
    assert printed(change(before, after), published) == right


@pytest.mark.parametrize(("counted", "published", "from_rounded"), FEELING_SAFE)
def test_the_national_survey_comes_out_as_published_but_for_what_rounding_took(counted, published, from_rounded):
    assert printed(Fraction(counted, ASKED), published) == from_rounded
    assert abs(Fraction(published) - Fraction(from_rounded)) <= Fraction(1, 10)


def test_the_shared_copy_of_the_published_figures_says_the_same():
    if not (KNOWN / "published_safeguarding.json").exists():
        pytest.skip("shared/known_answers/published_safeguarding.json is not beside this checkout")
    items = json.loads((KNOWN / "published_safeguarding.json").read_text(encoding="utf-8"))["items"]
    ours = {(a, b, published) for a, b, published, _ in (*PUBLISHED_SHARES, *PUBLISHED_CHANGES, MISPRINTED)}
    reproduced = 0
    for item in items:
        is_share = item["kind"] == "share"
        pair = (item["numerator"], item["denominator"]) if is_share else (item["previous"], item["current"])
        published = f"{item['published_pct']:.{item['dp']}f}"
        assert (*pair, published) in ours, item["id"]
        found = printed(Fraction(*pair) if is_share else change(*pair), published)
        assert (found == published) == item["reproduces"], item["id"]
        reproduced += found == published
    assert (reproduced, len(items), len(ours)) == (18, 19, 19)


def test_the_shared_copy_of_the_national_survey_says_the_same():
    if not (KNOWN / "ascs_2020_21_q7.json").exists():
        pytest.skip("shared/known_answers/ascs_2020_21_q7.json is not beside this checkout")
    cells = json.loads((KNOWN / "ascs_2020_21_q7.json").read_text(encoding="utf-8"))["cells"]
    shared = [
        (c["rounded_count"], f"{c['published_pct']:.1f}", f"{c['recomputed_pct_from_rounded']:.1f}") for c in cells
    ]
    assert shared == FEELING_SAFE
    assert {c["rounded_base"] for c in cells} == {ASKED}
