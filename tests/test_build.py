"""The walk itself, on one page: check, measure, release, draft, write."""

import json
import re
from datetime import date
from hashlib import sha256

import docx
import openpyxl
import pypdfium2 as pdfium
import pytest

from evidencegen.build import build
from evidencegen.documents.format import Format
from evidencegen.drafted import formats_known
from evidencegen.problem import EvidenceError, GateRefused

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
tender:
  question: How do you safeguard adults?
  limit: {pages: 1, fit: no}
  ai_statement: no
"""
OWN = """\
measures:
  - key: own.unasked
    title: Not asked in time
    view: concerns
    counted: {asked_outcomes: no}
    dated_by: raised_on
"""
LOG = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes\n" + "".join(
    f"SG-{n},P-{n},01/06/2026,Neglect,No\n" for n in range(100, 130)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A project with one register."""
    folder = tmp_path_factory.mktemp("build") / "project"
    folder.mkdir()
    (folder / "evidence.yaml").write_text(BRIEF)
    (folder / "log.csv").write_text(LOG)
    return folder


@pytest.fixture(scope="module")
def said():
    """What the build says on its way."""
    return []


@pytest.fixture(scope="module")
def built(folder, said):
    """Its tender pack, beside a file of somebody else's."""
    out = folder.parent / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    return build(folder, out=out, say=lambda step, words: said.append((step, words)))


def test_pack_and_manifest_are_put_in_place_together_and_nothing_else_is_touched(built, folder):
    out = folder.parent / "out"
    assert [path.name for path in built.files] == ["tender.pdf", "tender.manifest.json"]
    assert sorted(path.name for path in out.iterdir()) == ["notes.txt", "tender.manifest.json", "tender.pdf"]
    assert (out / "notes.txt").read_text() == "mine"


def test_the_manifest_says_how_the_pack_was_made(built):
    facts = json.loads(built.files[1].read_text())["made_with"]
    assert facts["generative_model"] is None
    assert facts["case_studies"]["told"] == 0


def test_the_manifest_names_what_was_read_and_what_was_written_with_their_hashes(built, folder):
    document, account = built.files
    entry = json.loads(account.read_text())
    read = {i["file"]: i["sha256"] for i in entry["inputs"]}
    assert read == {name: sha256((folder / name).read_bytes()).hexdigest() for name in ("evidence.yaml", "log.csv")}
    (written,) = entry["written"]
    assert written["sha256"] == sha256(document.read_bytes()).hexdigest()
    assert written["pages"] == built.pages


def test_a_statement_may_be_shown_by_a_measure_of_the_providers_own_and_its_definition_is_in_the_manifest(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF.replace("log.csv\n", "log.csv\n  practice: practice.csv\n"))
    (tmp_path / "log.csv").write_text(LOG)
    statement = "No,Part,What we do,Shown by\n1,Choice,We ask what the person wants.,own.unasked\n"
    (tmp_path / "practice.csv").write_text(statement)
    (tmp_path / "measures.yaml").write_text(OWN)
    codebook = "themes:\n  pets: {title: Keeping animals, rules: [{phrases: [cats]}]}\n"
    (tmp_path / "codebook.yaml").write_text(codebook)
    built = build(tmp_path, out=tmp_path / "out")
    read = {i["file"]: i for i in json.loads(built.files[1].read_text())["inputs"]}
    assert read["measures.yaml"]["sha256"] == sha256(OWN.encode()).hexdigest()
    assert read["codebook.yaml"] == {
        "what": "codebook",
        "file": "codebook.yaml",
        "sha256": sha256(codebook.encode()).hexdigest(),
    }
    with pdfium.PdfDocument(built.files[0]) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Not asked in time" in " ".join(text.split())


@pytest.mark.parametrize(
    ("more", "audience", "stops"),
    [("", "external", True), ("keep_unevidenced: [2]\n", "external", False), ("", "internal", False)],
)
def test_a_claim_with_a_policy_alone_leaves_the_house_only_where_the_brief_keeps_it(tmp_path, more, audience, stops):
    brief = f"audience: {audience}\n{more}{BRIEF}".replace("log.csv\n", "log.csv\n  practice: practice.csv\n")
    (tmp_path / "evidence.yaml").write_text(brief)
    (tmp_path / "log.csv").write_text(LOG)
    said = "No,Part,What we do,Policy,Shown by\n1,Choice,We ask.,,concerns.raised\n2,Choice,We write it down.,SG-01,\n"
    (tmp_path / "practice.csv").write_text(said)
    if stops:
        with pytest.raises(GateRefused) as refused:
            build(tmp_path, formats=("txt",), out=tmp_path / "out")
        (problem,) = refused.value.problems
        assert (problem.key, str(problem.place)) == ("practice.unevidenced", "practice.csv, row 3")
        assert not (tmp_path / "out").exists()
    else:
        text = build(tmp_path, formats=("txt",), out=tmp_path / "out").files[0].read_text()
        assert "Policy only" in text


def test_each_step_is_said_in_the_order_of_the_walk(built, said):
    assert list(dict.fromkeys(step for step, _ in said)) == ["check", "measure", "release", "draft", "lint", "write"]


def test_a_pack_longer_than_the_buyer_reads_is_said_to_be(built, said):
    assert built.pages > 1
    assert any("OVER the limit of 1" in words for _, words in said)
    stops = next(words for _, words in said if "the assessor stops reading" in words)
    assert re.fullmatch(
        r"tender.pdf: the assessor stops reading after “… .+” in section \d .+, at the end of page 1", stops
    )
    after = re.search(r"“… (.+)”", stops)[1]
    with pdfium.PdfDocument(built.files[0]) as document:
        first = " ".join(document[0].get_textpage().get_text_range().split())
    assert "Page 1 of" in first[first.rindex(after) :]
    assert len(first[first.rindex(after) :]) < len(after) + 20


def limited(folder, limit):
    folder.mkdir()
    (folder / "evidence.yaml").write_text(BRIEF.replace("{pages: 1, fit: no}", limit))
    (folder / "log.csv").write_text(LOG)
    return folder


def test_an_answer_is_shortened_to_its_words_and_the_manifest_says_what_went_and_tells_of_no_figure_that_did(tmp_path):
    rule = "{words: 700, not_counted: [notes, question]}"
    said = []
    built = build(
        limited(tmp_path / "a", rule),
        formats=("txt", "docx", "html", "pdf"),
        out=tmp_path / "out",
        say=lambda step, words: said.append((step, words)),
    )
    entry = json.loads(built.files[-1].read_text())
    assert all(300 < one["counted"]["words"] <= 700 and "stops" not in one for one in entry["written"])
    assert len({one["counted"]["words"] for one in entry["written"][1:]}) == 1
    assert any(step == "fit" and "limit 700 words" in words for step, words in said)
    assert len(entry["left_out"]) > 10
    whole = build(limited(tmp_path / "b", rule.replace("}", ", fit: no}")), formats=("txt",), out=tmp_path / "whole")
    before = json.loads(whole.files[-1].read_text())
    assert "left_out" not in before
    keys, all_keys = ({one["key"] for one in each["figures"]} for each in (entry, before))
    assert keys < all_keys
    assert before["written"][0]["counted"]["words"] > 700
    assert "DRAFT, TOO LONG" in whole.files[0].read_text(encoding="utf-8")
    assert "DRAFT" not in built.files[0].read_text(encoding="utf-8")


def test_where_each_criterion_is_answered_is_said_and_stands_in_the_document_where_the_brief_asks_for_it(tmp_path):
    scored = """pages: 90}
  criteria:
    - {key: c1, text: At least 75% are heard, weighting: 60%, answered_by: [concerns.raised]}
    - {key: c2, text: "93% of 17 agree"}
  criteria_table: """
    said = []
    for wanted in ("yes", "no"):
        folder = tmp_path / wanted
        limited(folder, "{pages: 90}")
        brief = (folder / "evidence.yaml").read_text().replace("pages: 90}", scored + wanted)
        (folder / "evidence.yaml").write_text(brief)
        built = build(folder, formats=("txt",), out=folder / "out", say=lambda *told: said.append(told))
        text = built.files[0].read_text(encoding="utf-8")
        row = "At least 75% are heard: Weighting: 60%; Answered in paragraphs: 6.1\n"
        assert (row in text) is (wanted == "yes")
        assert (
            "93% of 17 agree: Weighting: none given; Answered in paragraphs: not answered in this document" in text
        ) is (wanted == "yes")
        assert "\n6.1 Our registers hold about 30 concerns" in text
    assert ("answer", "c1 (60%): 6.1") in said
    assert ("answer", "c2: not answered in this document") in said
    entry = json.loads(built.files[-1].read_text())
    assert [one["answered_in"] for one in entry["criteria"]] == [["6.1"], []]


def test_a_page_of_html_is_marked_where_reading_stops_in_the_preview_alone(tmp_path):
    folder = limited(tmp_path / "a", "{words: 300, fit: no}")
    for previewed in (True, False):
        built = build(folder, formats=("html",), out=tmp_path / str(previewed), previewed=previewed)
        assert ('<p class="stop"' in built.files[0].read_text(encoding="utf-8")) is previewed


def test_a_rule_that_cannot_be_kept_is_told_with_its_line(tmp_path):
    with pytest.raises(EvidenceError) as error:
        build(limited(tmp_path / "a", "{words: 300, keeps: [claims], font: Calibri}"), out=tmp_path / "out")
    assert [(p.place.line, p.key) for p in error.value.problems] == [
        (7, "brief.wrong_value"),
        (7, "brief.unknown_key"),
    ]
    assert "(did you mean `keep`?)" in error.value.problems[1].wanted


def test_a_pack_and_a_format_that_nobody_makes_are_told_together(folder, tmp_path):
    with pytest.raises(EvidenceError) as error:
        build(folder, pack="tendre", formats=("pdf", "odt"), out=tmp_path / "out")
    assert [p.key for p in error.value.problems] == ["build.unknown_pack", "build.unknown_format"]
    assert not (tmp_path / "out").exists()


def test_word_and_plain_text_come_with_the_pdf_their_counts_in_the_manifest_and_their_words_the_same(folder, tmp_path):
    said = []
    built = build(folder, formats=("pdf", "docx", "txt"), out=tmp_path / "out", say=lambda _, words: said.append(words))
    names = ["tender.pdf", "tender.docx", "tender.txt"]
    assert [path.name for path in built.files] == [*names, "tender.manifest.json"]
    written = json.loads(built.files[3].read_text())["written"]
    assert [
        (one["file"], sha256(path.read_bytes()).hexdigest()) for one, path in zip(written, built.files, strict=False)
    ] == [(name, one["sha256"]) for name, one in zip(names, written, strict=True)]
    text = built.files[2].read_text(encoding="utf-8")
    assert written[2]["words"] == len(text.split())
    assert any(words.startswith(f"tender.txt: {written[2]['words']:,} words") for words in said)
    with pdfium.PdfDocument(built.files[0]) as document:
        printed = "".join(page.get_textpage().get_text_range() for page in document)
    once = squeezed(printed)
    told = [p.text for p in docx.Document(built.files[1]).paragraphs if p.text.count(" ") > 3]
    assert len(told) > 50
    lost = [words for words in told if not in_pieces(squeezed(words), once)]
    assert lost == []


def squeezed(text):
    """Words without white space and without hyphens, which a PDF gives as other signs at the ends of lines."""
    return re.sub(r"[\s\ufffe\x02-]", "", text)


def in_pieces(words, text):
    """Whether words stand in a text, in one piece or in two where a page ends between them."""
    return any(words[:at] in text and words[at:] in text for at in range(len(words), 0, -1))


def test_an_identifier_in_word_alone_stops_all_formats(folder, tmp_path):
    (tmp_path / "log.csv").write_text(LOG)
    (tmp_path / "evidence.yaml").write_text(BRIEF.replace("safeguard adults?", "safeguard adults, as in SG-104?"))
    for formats in (("docx",), ("txt",)):
        with pytest.raises(GateRefused):
            build(tmp_path, formats=formats, out=tmp_path / "out")
        assert not (tmp_path / "out").exists()


def test_where_nothing_can_be_written_nothing_half_written_is_left(folder, tmp_path):
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(EvidenceError) as error:
        build(folder, out=tmp_path / "taken" / "out")
    assert [p.key for p in error.value.problems] == ["build.cannot_write"]
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_an_identifier_of_the_registers_in_the_finished_pack_stops_it(folder, tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    (project / "evidence.yaml").write_text(BRIEF.replace("log.csv", "log.csv\n  practice: practice.csv"))
    (project / "log.csv").write_text(LOG)
    (project / "practice.csv").write_text("Statement No,Part,Statement\n1,Choice,We ask first as in SG-117.\n")
    with pytest.raises(GateRefused) as error:
        build(project, out=tmp_path / "out")
    assert "SG-117" not in str(error.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("vouched", "refused"), [("", True), ("vouched: [Bracken]\n", False)])
def test_a_name_in_the_buyers_question_stops_the_pack_unless_somebody_vouches_for_the_word(tmp_path, vouched, refused):
    project = tmp_path / "project"
    project.mkdir()
    brief = BRIEF.replace("log.csv", "log.csv\n  staff: staff.csv").replace("adults?", "adults, as Bracken asks?")
    (project / "evidence.yaml").write_text(brief + vouched)
    (project / "log.csv").write_text(LOG)
    (project / "staff.csv").write_text("Staff ID,Name,Job title,Start date\nW-1001,Ivor Bracken,Cook,01/01/2020\n")
    if refused:
        with pytest.raises(GateRefused, match=r"page 1, a name that stands in staff\.csv"):
            build(project, out=tmp_path / "out")
    else:
        assert build(project, out=tmp_path / "out").pages


def test_each_question_of_a_tender_gets_a_document_of_its_own_and_their_figures_agree(folder, tmp_path):
    questions = """\
  questions:
    - {key: msp, question: "How is safeguarding made personal?", sections: [summary], limit: {pages: 9}}
    - {key: data, question: "What was achieved?", sections: [outcomes, summary]}
"""
    brief = BRIEF.partition("  question:")[0] + questions
    (tmp_path / "evidence.yaml").write_text(brief)
    (tmp_path / "log.csv").write_text(LOG)
    said = []
    built = build(tmp_path, out=tmp_path / "out", say=lambda _, words: said.append(words))
    names = [path.name for path in built.files]
    assert names == ["tender-msp.pdf", "tender-msp.manifest.json", "tender-data.pdf", "tender-data.manifest.json"]
    first, second = (
        {f["key"]: f["sha256"] for f in json.loads(path.read_text())["figures"]} for path in built.files[1::2]
    )
    assert set(first) < set(second)
    assert all(second[key] == value for key, value in first.items())
    assert any(words.startswith("tender-msp.pdf") and words.endswith("of the 9 allowed") for words in said)
    with pdfium.PdfDocument(built.files[2]) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert text.index("1 What people wanted") < text.index("2 Our answer")
    assert "What was achieved?" in text
    assert "How is safeguarding made personal?" not in text


def test_a_pack_in_html_alone_is_attacked_and_the_same_pack_twice_counts_its_hidden_figures_once(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    log = LOG.replace("Neglect,No", "Neglect,Asked and expressed", 2)
    log = log.replace("outcomes\n", "outcomes,Date concluded\n").replace("No\n", "No,30/06/2026\n")
    (tmp_path / "log.csv").write_text(log.replace("expressed\n", "expressed,30/06/2026\n"))

    def attacked(*formats):
        said = []
        built = build(
            tmp_path, formats=formats, out=tmp_path / "-".join(formats), say=lambda *words: said.append(words)
        )
        return [path.name for path in built.files], said[-1][1]

    files, told = attacked("html")
    assert files == ["tender.html", "tender.manifest.json"]
    assert attacked("html", "pdf") == (["tender.html", "tender.pdf", "tender.manifest.json"], told)
    assert re.fullmatch(r"attacked as an outsider would: none of [1-9]\d* hidden figures gives way", told)


def test_a_name_in_the_html_stops_the_pack(tmp_path):
    (tmp_path / "evidence.yaml").write_text(BRIEF.replace("How do you", "How does SG-105"))
    (tmp_path / "log.csv").write_text(LOG)
    with pytest.raises(GateRefused, match=r"tender\.html"):
        build(tmp_path, formats=("html",), out=tmp_path / "out")


def test_a_pack_in_two_formats_is_attacked_once_and_its_manifest_names_both(folder, tmp_path, said):
    both = []
    built = build(folder, formats=("pdf", "xlsx"), out=tmp_path / "out", say=lambda _, words: both.append(words))
    assert [path.name for path in built.files] == ["tender.pdf", "tender.xlsx", "tender.manifest.json"]
    written = json.loads(built.files[2].read_text())["written"]
    assert {one["file"]: one["sha256"] for one in written} == {
        path.name: sha256(path.read_bytes()).hexdigest() for path in built.files[:2]
    }
    attacked = [words for words in both if words.startswith("attacked as an outsider would")]
    assert attacked == [words for _, words in said if words.startswith("attacked as an outsider would")]


# 17 of 30 concerns: neither small nor a figure's. No other check would see it in a workbook.
def test_a_number_that_no_figure_carries_in_any_file_stops_the_whole_pack(folder, tmp_path, monkeypatch):
    plain = formats_known()["xlsx"]

    def spoilt(filled, path):
        told = plain.write(filled, path)
        book = openpyxl.load_workbook(path)
        book["Table_1"]["B5"] = 17
        book.save(path)
        return told

    known = formats_known() | {"xlsx": Format("xlsx", "spoilt", spoilt)}
    monkeypatch.setattr("evidencegen.build.formats_known", lambda: known)
    with pytest.raises(GateRefused) as error:
        build(folder, formats=("pdf", "xlsx"), out=tmp_path / "out")
    assert {(p.key, p.place.file) for p in error.value.problems} == {("audit.stray", "tender.xlsx")}
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("audience", ["internal", "external"])
def test_earlier_packs_handed_in_count_as_if_the_brief_named_them(tmp_path, audience):
    """For the board as figures to take again; outside as what its readers hold, so that it is attacked with them."""
    (tmp_path / "evidence.yaml").write_text(
        f"provider: Larkfield Care\nas_at: 2026-03-31\nregisters:\n  safeguarding: log.csv\n"
        f"packs:\n  board:\n    audience: {audience}\n    sections: [restated]\n"
    )
    (tmp_path / "log.csv").write_text(LOG)
    august = build(tmp_path, pack="board", formats=("txt",), out=tmp_path / "august", as_at=date(2026, 8, 31))
    assert august.files[0].name == "board.txt"
    build(
        tmp_path,
        pack="board",
        formats=("txt",),
        out=tmp_path / "september",
        as_at=date(2026, 9, 30),
        read_on=date(2026, 10, 1),
        earlier=["august/board.manifest.json"],
    )
    told = json.loads((tmp_path / "september" / "board.manifest.json").read_text())
    assert (told["made"]["as_at"], told["made"]["audience"]) == ("2026-09-30", audience)
    again = told["beside"]["restated"]
    if audience == "internal":
        assert [one["of"][:14] for one in again] == ["31 August 2026"]
        assert "august/board.manifest.json" in [entry["file"] for entry in told["inputs"]]
    else:
        assert again == []
        with pytest.raises(EvidenceError) as refused:
            build(tmp_path, pack="board", formats=("txt",), out=tmp_path / "x", earlier=["gone.json"])
        assert [p.key for p in refused.value.problems] == ["issued.unreadable"]
