"""The inspection pack in words: what a manager could say aloud, and how services are compared."""

import re
from html import unescape

import pytest
from pypdf import PdfReader

from evidencegen.documents.formats.pdf import write
from evidencegen.documents.html import render
from evidencegen.release.figure import Mark


def section(page, key):
    """The words of one section in one line."""
    text = page.partition(f'<section id="{key}"')[2].partition('<section id="')[0]
    text = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", f"<{text}".replace("</t", " </t"))
    return " ".join(unescape(text).split())


def by_service(hand_made, *shares, key="msp.asked"):
    """A measure by service: a hundred answers for each share, hidden where it is None."""
    names = [f"Service {n:02}" for n, _ in enumerate(shares, 1)]
    return {
        one.key: one
        for one in (
            hand_made.made(
                key, share, 100, column="service", code=n, group=n, mark=Mark.SUPPRESSED if share is None else None
            )
            for n, share in zip(names, shares, strict=True)
        )
    }


@pytest.fixture
def said_of_asked(drafted, hand_made):
    """The sentence about people asked, where services have these shares and the state has no parts of its own."""

    def sentence(*shares):
        page = render(drafted("no parts", pack="inspection", changed=by_service(hand_made, *shares)))
        return re.search(r"The person was asked .*? \(about 90 of 120\)(.*?)\. ", section(page, "outcomes"))[1]

    return sentence


def test_services_are_compared_in_words_that_hold(said_of_asked):
    """Wilson for 60 of 100 is 50% to 69%, for 75 of 100 66% to 82%, for 90 of 100 83% to 94%."""
    assert said_of_asked(60, 90) == "; by service, from 60% (Service 01) to 90% (Service 02)"
    assert said_of_asked(75, 60) == (
        "; by service, from 60% (Service 02) to 75% (Service 01), a difference that may be chance"
    )
    assert said_of_asked(75, 75, None) == "; among the services shown, 75% in each"
    assert said_of_asked(75, None) == ""
    assert said_of_asked(75) == ""


def test_forty_services_are_told_by_the_lowest_the_middle_and_the_highest(drafted, hand_made):
    shares = [50 + n for n in range(40)]
    changed = by_service(hand_made, *shares) | by_service(hand_made, *[None] * 40, key="msp.fully_achieved")
    changed |= by_service(hand_made, 50, *[None] * 39, key="msp.felt_safer")
    text = section(render(drafted("no parts", pack="inspection", changed=changed)), "outcomes")
    assert "from 50%" not in text  # the table says it
    assert "The 95% ranges of lowest and highest do not overlap: People asked what they wanted to happen." in text
    assert "50% about 50 of 100 Service 01 69% about 69 of 100 Service 20 89% about 89 of 100 Service 40" in text
    assert "[c] Wanted outcomes fully achieved" in text
    assert "Fewer than two services can be shown with a percentage: People who felt safer at the end." in text
    assert "Service 02" not in text


def test_a_single_service_has_no_table_of_its_own(drafted, hand_made):
    page = render(drafted("no parts", pack="inspection", changed=by_service(hand_made, 75)))
    assert ", by service" not in section(page, "outcomes")
    assert ", by service" in section(
        render(drafted("no parts", pack="inspection", changed=by_service(hand_made, 75, 80))), "outcomes"
    )


def test_a_contradiction_is_a_kind_outside_and_a_place_with_its_rows_inside(drafted):
    outside = section(render(drafted("full", pack="inspection")), "summary")
    assert "Advocacy referral log and Safeguarding log: a reference in one leads to no record in the other." in outside
    inside = section(render(drafted("full", pack="inspection", audience="internal")), "summary")
    assert 'such as a result without its date (log.xlsx, sheet "Log", 1 row).' in inside
    none = section(render(drafted("full", pack="inspection", bare=True)), "summary")
    assert "found nothing that cannot be right" in none


def test_no_cell_of_the_summary_is_a_number_alone_that_a_reader_could_take_for_a_count(drafted):
    page = render(drafted("full", pack="inspection"))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page.partition('<section id="outcomes"')[0])
    assert cells
    assert [cell for cell in cells if re.fullmatch(r"\d+", re.sub(r"<[^>]+>", "", cell).strip())] == []


def test_the_section_to_look_in_is_one_that_there_is(drafted, state):
    page = render(drafted(state, pack="inspection"))
    led = set(re.findall(r'<a href="#([a-z]+)">', page))
    assert led <= set(re.findall(r'<section id="([a-z]+)"', page))
    assert "notes" not in led


def test_the_summary_takes_two_pages_at_most(drafted, tmp_path):
    made = drafted("full", pack="inspection")
    write(render(made), tmp_path / "inspection.pdf", title=made.title, dated=made.dated, attachments=[])
    pages = [page.extract_text() for page in PdfReader(tmp_path / "inspection.pdf").pages]
    (begins,) = [number for number, text in enumerate(pages) if "2 Outcomes that people want" in text]
    assert begins <= 2


def test_a_tender_tells_forty_services_by_their_spread_and_leaves_out_a_table_of_one(drafted, hand_made):
    many = by_service(hand_made, *(50 + n for n in range(40)))
    text = section(render(drafted("no parts", changed=many)), "governance")
    assert (
        "on “People asked what they wanted to happen”: by service, from 50% (Service 01) to 89% (Service 40)." in text
    )
    assert "Service 02" not in text
    wider = many | by_service(hand_made, *(40 + n for n in range(50)), key="msp.reviewed")
    text = section(render(drafted("no parts", changed=wider)), "governance")
    assert "apart on “Plans reviewed with the person in time”: by service, from 40% (Service 01)" in text
    alike = section(render(drafted("no parts", changed=by_service(hand_made, *[75] * 40))), "governance")
    assert "People asked what they wanted to happen: by service, 75% in each." in alike
    one = section(render(drafted("no parts", changed=by_service(hand_made, 75))), "governance")
    assert "Across our services" not in one


def test_a_verdict_that_may_be_chance_is_marked_and_no_other(drafted):
    """Wilson for 90 of 120 is 67% to 82%, which takes in none of 60% and 90%."""
    text = section(render(drafted("full", pack="inspection")), "summary")
    assert "throughout" not in text
    assert "“May be chance” stands where the 95% range takes in our aim" in text
