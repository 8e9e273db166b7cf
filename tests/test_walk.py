"""The sample, from its spreadsheets to a tender section: what a bid writer gets, and what may stop it."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from evidencegen.audited import audit
from evidencegen.build import build
from evidencegen.cli import main
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.registers.practice import PRACTICE
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.problem import WordsRefused
from evidencegen.project import figures, read
from evidencegen.release.finished_page import Page
from evidencegen.release.finished_pdf import pdf_pieces
from evidencegen.shipped import shipped
from evidencegen.start import start_project

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    """A copy of the sample project."""
    folder = tmp_path_factory.mktemp("walk") / "sample"
    start_project(folder, sample=True)
    return folder


@pytest.fixture(scope="module")
def steps() -> list[tuple[str, str]]:
    """What the build of the sample says on its way."""
    return []


@pytest.fixture(scope="module")
def built(sample, steps) -> Path:
    """The sample's tender pack, built once."""
    out = sample.parent / "out"
    build(sample, out=out, say=lambda step, words: steps.append((step, words)))
    return out


@pytest.fixture(scope="module")
def text(built) -> str:
    """The whole pack as another program reads it."""
    return subprocess.run(["pdftotext", built / "tender.pdf", "-"], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def changed(sample, tmp_path):
    """A copy of the sample to break: `changed(file, edit)` edits a workbook in place."""
    folder = tmp_path / "changed"
    shutil.copytree(sample, folder)

    def change(file=None, edit=None) -> Path:
        if file:
            path = folder / "registers" / file
            book = openpyxl.load_workbook(path)
            edit(book)
            book.save(path)
        return folder

    return change


def titles(register, column):
    """The headings that a register's column goes by."""
    return register.column(column).also


def cells(book, *headings):
    """Cells under the first of some headings that the workbook has, on whatever sheet, down to the last row."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=12):
            for cell in row:
                if cell.value in headings:
                    return [sheet.cell(r, cell.column) for r in range(cell.row + 1, sheet.max_row + 1)]
    raise KeyError(headings)


def test_the_steps_are_told_in_the_order_of_the_walk(built, steps):
    told = [step for step, _ in steps]
    assert list(dict.fromkeys(told)) == ["check", "measure", "release", "draft", "lint", "write"]
    assert any("NI Number (personal, never read)" in words for _, words in steps)


def test_the_pack_and_its_manifest_are_all_that_is_written(built):
    assert sorted(path.name for path in built.iterdir()) == ["tender.manifest.json", "tender.pdf"]


def test_the_pack_is_short_enough_to_be_read(built, text):
    pages = text.count("\f")
    assert 3 <= pages <= 12
    for page in range(1, pages + 1):
        assert f"Page {page} of {pages}" in re.sub(r"\s+", " ", text)


def test_the_pack_is_tagged_and_has_language_title_and_bookmarks(built):
    document = PdfReader(built / "tender.pdf")
    catalogue = document.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert "/StructTreeRoot" in catalogue
    assert "Making Safeguarding Personal" in (document.metadata.title or "") or document.metadata.title
    assert len(document.outline) >= 6


def test_the_question_is_answered_section_by_section(text):
    flat = re.sub(r"\s+", " ", text)
    for words in ("Northmere Council", "15%", "Our answer", "Training and competence", "evidence notes"):
        assert words in flat
    assert "we appointed" not in flat.lower()


def test_every_figure_in_the_text_has_a_note_with_its_source(built, text):
    notes = text[text.rindex("evidence notes") :]
    for file in ("safeguarding_log.xlsx", "advocacy_log.xlsx", "staff.xlsx", "supervision.xlsx", "audits.csv"):
        assert file in notes


def test_counts_of_people_that_leave_the_house_are_rounded(text):
    rounded = re.findall(r"about ([\d,]+) of ([\d,]+)", re.sub(r"\s+", " ", text))
    assert len(rounded) > 20
    assert all(int(n.replace(",", "")) % 5 == 0 for pair in rounded for n in pair)


def test_the_manifest_names_every_input_with_its_hash_and_shows_no_more_than_the_audience_may_see(sample, built):
    manifest = json.loads((built / "tender.manifest.json").read_text())
    hashes = {entry["file"]: entry["sha256"] for entry in manifest["inputs"]}
    assert set(hashes) == {"evidence.yaml", "sign_offs.yaml"} | {
        f"registers/{path.name}" for path in (sample / "registers").iterdir()
    }
    for file, found in hashes.items():
        assert found == sha256((sample / file).read_bytes()).hexdigest()
    outside = {f.key: f.as_dict() for f in figures(read(sample), audience="external").values()}
    assert 200 < len(manifest["figures"]) < len(outside)
    told = {entry["key"]: entry for entry in manifest["figures"]}
    assert all(outside[key].items() <= entry.items() for key, entry in told.items())
    assert {"msp.asked", "msp.asked[service=Rowan House]"} <= told.keys()
    for entry in manifest["figures"]:
        if entry["mark"]:
            assert entry["counted"] is None
            assert entry["per_cent"] is None
    (written,) = manifest["written"]
    assert written["sha256"] == sha256((built / "tender.pdf").read_bytes()).hexdigest()


def test_the_same_manifest_is_carried_inside_the_pack(built):
    carried = json.loads(PdfReader(built / "tender.pdf").attachments["manifest.json"][0])
    beside = json.loads((built / "tender.manifest.json").read_text())
    beside.pop("written")
    assert carried == beside


def test_no_name_and_no_identifier_of_the_registers_stands_in_pack_or_manifest(sample, built, text):
    manifest = (built / "tender.manifest.json").read_text()
    names = set()
    for register, file, columns in (
        (STAFF, "staff.xlsx", ("name", "staff")),
        (SAFEGUARDING, "safeguarding_log.xlsx", ("person_name", "representative_name", "concern", "person")),
        (ADVOCACY, "advocacy_log.xlsx", ("advocate_name", "person_name", "referral")),
    ):
        book = openpyxl.load_workbook(sample / "registers" / file)
        for column in columns:
            names |= {str(cell.value) for cell in cells(book, *titles(register, column)) if cell.value}
    assert len(names) > 200
    flat = re.sub(r"\s+", " ", text) + manifest
    assert not [name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", flat)]


def test_the_same_input_gives_the_same_bytes_under_another_clock_and_locale(sample, built, tmp_path):
    environment = os.environ | {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-m", "evidencegen", "build", str(sample), "--out", str(tmp_path / "again")]
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=tmp_path)
    for name in ("tender.pdf", "tender.manifest.json"):
        assert (tmp_path / "again" / name).read_bytes() == (built / name).read_bytes()


def test_nothing_is_logged_or_warned_on_the_way(sample, tmp_path):
    command = [sys.executable, "-W", "error::UserWarning", "-m", "evidencegen", "build", str(sample)]
    run = subprocess.run([*command, "--out", str(tmp_path)], check=True, capture_output=True, text=True)
    assert run.stderr == ""


def test_a_name_in_a_practice_statement_stops_the_pack_and_deletes_the_file(changed, tmp_path, capsys):
    def name_somebody(book):
        statement = next(c for c in cells(book, *titles(PRACTICE, "statement")) if c.value)
        statement.value += " Priya Raman checks this each week."

    folder = changed("practice.xlsx", name_somebody)
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 3
    said = capsys.readouterr().err
    assert "page" in said
    assert "staff.xlsx" in said
    assert "Raman" not in said
    assert not (tmp_path / "out").exists()


def test_an_edit_after_the_signature_voids_it(changed, tmp_path, capsys):
    def edit(book):
        for learning in cells(book, *titles(CASE_STUDIES, "learning")):
            learning.value = f"{learning.value} We also changed the rota."

    folder = changed("case_studies.xlsx", edit)
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 3
    assert "not those that were signed" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_withdrawn_consent_stops_a_story_even_when_it_is_signed(changed, tmp_path, capsys):
    def withdraw(book):
        for consent in cells(book, *titles(CASE_STUDIES, "consent")):
            consent.value = "Withdrawn"

    folder = changed("case_studies.xlsx", withdraw)
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 3
    assert "consent has been withdrawn" in capsys.readouterr().err


def test_a_story_withdrawn_after_the_day_of_the_figures_is_not_told(changed, tmp_path):
    folder = changed()
    assert (
        main(
            [
                "case",
                "withdraw",
                "CS-SL-02",
                str(folder),
                "--by",
                "A. Manager",
                "--why",
                "she asked us to",
                "--on",
                "2026-11-01",
            ]
        )
        == 0
    )
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 3


def test_an_earlier_pack_is_kept_when_the_next_cannot_be_built(changed, built, tmp_path):
    out = tmp_path / "out"
    shutil.copytree(built, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    folder = changed()
    (folder / "sign_offs.yaml").unlink()
    assert main(["build", str(folder), "--out", str(out)]) == 3
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_every_page_of_an_internal_pack_is_marked(changed, tmp_path):
    folder = changed()
    brief = folder / "evidence.yaml"
    brief.write_text(brief.read_text().replace("audience: external", "audience: internal"))
    build(folder, out=tmp_path / "out")
    pages = PdfReader(tmp_path / "out" / "tender.pdf").pages
    assert all("Not for release" in page.extract_text() for page in pages)


def test_a_new_project_with_blank_registers_builds_a_pack_that_claims_nothing(tmp_path):
    start_project(tmp_path / "blank")
    build(tmp_path / "blank", out=tmp_path / "out")
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "out" / "tender.pdf").pages)
    assert "100%" not in words
    assert "0%" not in words


# One pack in every format, each other one as HTML: its templates are what a wheel could lack.
def test_a_wheel_installed_elsewhere_makes_every_pack_and_every_format(tmp_path):
    wheels, home = tmp_path / "wheels", tmp_path / "home"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT], check=True, capture_output=True
    )
    (wheel,) = wheels.glob("*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", home, wheel], check=True, capture_output=True)
    environment = os.environ | {"PYTHONPATH": str(home)}

    def run(*words):
        command = [sys.executable, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=tmp_path)

    assert str(home) in run("-c", "import evidencegen; print(evidencegen.__file__)").stdout
    run("-m", "evidencegen", "new", "mine", "--sample")
    first, *others = run("-c", "from evidencegen.drafted import packs; print(*sorted(packs()))").stdout.split()
    formats = run("-c", "from evidencegen.drafted import formats_known; print(*formats_known())").stdout.split()
    assert {"pdf", "docx", "xlsx", "txt", "html"} <= set(formats)
    assert {"inspection", "tender"} <= set(others)
    run("-m", "evidencegen", "build", "mine", "--pack", first, "--format", ",".join(formats))
    for pack in others:
        run("-m", "evidencegen", "build", "mine", "--pack", pack, "--format", "html")
    made = {path.name: path.stat().st_size for path in (tmp_path / "mine" / "output").iterdir()}
    pages = {f"{pack}.html" for pack in others if pack != "pir"}
    pages |= {f"pir-{question}.html" for question in ("safeguarding", "staff", "improvement")}
    wanted = {f"{first}.{form}" for form in formats} | pages
    assert wanted == {name for name in made if not name.endswith(".manifest.json")}
    assert min(made.values()) > 10_000
    assert made[f"{first}.pdf"] > 50_000
    assert not list((tmp_path / "mine").rglob("*.py"))


def test_templates_and_sample_are_found_in_a_checkout():
    assert (shipped("report_templates") / "print.css").is_file()
    assert (shipped("sample_data") / "evidence.yaml").is_file()


# August's pack and September's, both for outside: together they give nothing away that one of them hides.
def test_the_packs_of_two_months_in_a_row_give_nobody_away(sample, built, tmp_path):
    shutil.copytree(sample, tmp_path / "project")
    brief = tmp_path / "project" / "evidence.yaml"
    build(tmp_path / "project", out=tmp_path / "august", as_at=date(2026, 8, 31))
    brief.write_text(brief.read_text() + f"earlier: [{tmp_path / 'august' / 'tender.pdf'}]\n")
    build(tmp_path / "project", out=tmp_path / "september")
    found = audit([tmp_path / "august", tmp_path / "september", built])
    assert len(found.left) > 60
    assert found.narrow == ()
    assert found.strays == ()


# Three referrals asked for by the person and two by family, or two and three: both are hidden, and so is which it is.
def test_two_registers_that_differ_in_hidden_numbers_alone_make_one_document(changed, built, tmp_path):
    def swap(book):
        column = cells(book, *titles(ADVOCACY, "asked_by"))
        next(cell for cell in reversed(column) if cell.value == "Self").value = "Family"

    other = changed("advocacy_log.xlsx", swap)
    before, after = (
        figures(read(built.parent / "sample"), audience="internal"),
        figures(read(other), audience="internal"),
    )
    by_person = "advocacy.by_asker[asked_by=person]"
    assert (before[by_person].counted, after[by_person].counted) == (3, 2)
    build(other, out=tmp_path / "out")
    assert all_but_hashes(built / "tender.pdf") == all_but_hashes(tmp_path / "out" / "tender.pdf")


def all_but_hashes(path):
    """What each page draws, every string that no page shows, and the manifest without the hashes of workbooks."""
    reader = PdfReader(path)
    (attached,) = reader.attachments["manifest.json"]
    manifest = json.loads(attached)
    pages = [page.get_contents().get_data() for page in reader.pages]
    beside = ("the alternative text", "the bookmarks", "the document's properties", "the document's metadata")
    strings = [piece for piece in pdf_pieces(path) if isinstance(piece, Page) and piece.called in beside]
    assert {piece.called for piece in strings} == set(beside)
    return pages, strings, {key: value for key, value in manifest.items() if key != "inputs"}


def test_a_count_typed_into_a_statement_keeps_the_pack_from_leaving(sample, tmp_path):
    shutil.copytree(sample, tmp_path / "project")
    path = tmp_path / "project" / "registers" / "practice.xlsx"
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("We ask the person what they want"):
                cell.value += " Last year 3 of 41 people said no."
    book.save(path)
    with pytest.raises(WordsRefused, match="3 of 41"):
        build(tmp_path / "project", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
