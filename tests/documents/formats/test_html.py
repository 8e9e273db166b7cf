"""The HTML needs nothing beside it, and axe-core finds no fault in it in a browser."""

import json
import re
import shutil
import subprocess
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from html import escape, unescape
from importlib.util import find_spec
from pathlib import Path

import pytest

from evidencegen.documents.format import Filled
from evidencegen.documents.formats.html import HTML, whole
from evidencegen.documents.html import render
from evidencegen.look import Look, Own

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
AXE = find_spec("axe_core_python")
MANIFEST = b'{"format": "evidencegen-manifest/1", "figures": []}\n'
STATES = ("full", "hidden", "missing", "nothing to count")
in_a_browser = pytest.mark.skipif(
    not (CHROMIUM and AXE),
    reason="NOT LOOKED AT IN A BROWSER: needs chromium and axe-core-python, which tools/setup.sh installs",
)


@pytest.fixture(scope="module")
def written(drafted, tmp_path_factory):
    """The file of one state, and what was said of it: `written("hidden")`."""
    folder = tmp_path_factory.mktemp("html")

    def write(state="full", **changed):
        made = drafted(state, **changed)
        path = folder / f"{state.replace(' ', '-')}.html"
        return path, HTML.write(Filled(made, render(made), MANIFEST), path)

    return write


def dom_of(page: Path, folder: Path, width: int = 1280) -> str:
    """A page as a browser of so many pixels' width has it when its scripts have run."""
    return subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder}/browser",
         f"--window-size={width},900", "--virtual-time-budget=60000", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout  # fmt: skip


def faults(path: Path, folder: Path, width: int = 1280) -> list[str]:
    """What axe-core finds in a browser of so many pixels' width: all rules that it runs, those of best practice too."""
    axe = (Path(AXE.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
    run = (
        "axe.run(document).then(r => { const p = document.createElement('pre'); p.id = 'axe';"
        "p.textContent = JSON.stringify({rules: r.passes.length, faults: r.violations.concat(r.incomplete).map(v => v.id + ': '"
        "+ v.nodes.map(n => n.target.join(' ') + ' ' + n.any.concat(n.all, n.none).map(c => c.message).join('; ')).join(' | '))});"
        "document.body.appendChild(p); });"
    )
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text(encoding="utf-8"))
    looked_at = folder / f"axe-{path.name}"
    looked_at.write_text(
        page.replace("</body>", f"<script>{axe}</script><script>{run}</script></body>"), encoding="utf-8"
    )
    told = dom_of(looked_at, folder, width)
    found = json.loads(unescape(re.search(r'<pre id="axe">(.*?)</pre>', told, re.DOTALL)[1]))
    assert found["rules"] > 25
    return found["faults"]


@in_a_browser
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_fault_in_a_browser(written, state, tmp_path):
    assert faults(written(state)[0], tmp_path) == []


@in_a_browser
def test_axe_finds_no_fault_on_a_phone(written, tmp_path):
    assert faults(written("full")[0], tmp_path, width=500) == []


@in_a_browser
def test_axe_finds_a_fault_that_is_put_there_on_purpose(written, tmp_path):
    path, _ = written("full")
    pale = tmp_path / "pale.html"
    pale.write_text(path.read_text(encoding="utf-8").replace("color: #5c6468", "color: #9aa0a3"), encoding="utf-8")
    assert any(fault.startswith("color-contrast") for fault in faults(pale, tmp_path))


def test_nothing_is_fetched_and_no_script_stands_in_it(written):
    page = written()[0].read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|iframe|object|embed|base|form)\b", page)
    assert not re.search(r"\son[a-z]+=", page)
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#|data:)""", page)
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_forbids_all_but_these_styles_and_pictures_within_the_file(written):
    page = written()[0].read_text(encoding="utf-8")
    styles = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = b64encode(sha256(styles.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_the_contents_lead_to_each_section_and_the_skip_link_to_the_text(written, drafted):
    page = written()[0].read_text(encoding="utf-8")
    links = re.findall(r'<li><a href="#([^"]+)">([^<]*)</a></li>', page.partition("<nav")[2].partition("</nav>")[0])
    sections = drafted("full").sections
    assert links == [(s.key, f"{s.number} {s.title}") for s in sections[:-1]] + [("notes", sections[-1].title)]
    assert (
        page.index('<a class="skip" href="#main">') < page.index("<header>") < page.index("<nav") < page.index("<main ")
    )
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'\bid="([^"]+)"', page))


def test_a_section_stands_in_the_contents_whatever_its_tag_says_first():
    one = '<section class="board charts" id="charts"><h2>2 Month by month</h2></section>'
    page = whole(f"<head></head><body><main>{one}</main></body>", MANIFEST, "")
    assert '<li><a href="#charts">2 Month by month</a></li>' in page


def test_every_table_with_a_caption_and_every_chart_scrolls_in_a_frame_that_has_a_name_of_its_own(written):
    page = written()[0].read_text(encoding="utf-8")
    names = re.findall(r'<div class="frame (?:wide|picture)" role="group" aria-label="([^"]+)" tabindex="0">', page)
    assert len(names) == page.count("<caption>") + page.count("<img ")
    assert len(set(names)) == len(names)


def test_tables_of_one_name_are_told_apart():
    table = "<table><caption>Actions &amp; themes</caption></table>"
    page = whole(f"<head></head><body><main>{table}{table}</main></body>", MANIFEST, "")
    assert re.findall('aria-label="(Actions[^"]*)"', page) == ["Actions &amp; themes", "Actions &amp; themes (2)"]


def test_charts_fall_back_to_the_fonts_of_whoever_reads(written):
    page = written()[0].read_text(encoding="utf-8")
    drawings = [b64decode(found).decode() for found in re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)]
    assert len(drawings) == 3
    for drawing in drawings:
        assert "Evidence Sans" not in drawing
        assert "Arial, 'Liberation Sans', Helvetica, sans-serif" in drawing


def test_the_manifest_lies_within_as_a_file_to_save(written):
    page = written()[0].read_text(encoding="utf-8")
    assert (
        b64decode(re.search('download="manifest.json" href="data:application/json;base64,([^"]+)"', page)[1])
        == MANIFEST
    )


def test_the_words_are_those_of_the_page(written, drafted):
    def words(page):
        return " ".join(
            re.sub(r"<[^>]*>", " ", page.partition("<main")[2].partition(">")[2].partition("</main>")[0]).split()
        )

    assert words(written()[0].read_text(encoding="utf-8")) == words(render(drafted("full")))


def test_the_same_pack_gives_the_same_bytes_and_says_its_size(written):
    path, said = written()
    before = path.read_bytes()
    assert written()[0].read_bytes() == before
    assert said.says == f"one file of {round(len(before) / 1024)} kB, no scripts, nothing fetched"


def test_a_page_without_a_main_part_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="no main part"):
        whole("<html><head></head><body></body></html>", MANIFEST, "")


def test_a_look_of_its_own_is_followed_and_its_logo_is_no_chart(written, drafted, tmp_path):
    logo = "data:image/svg+xml;base64,PHN2Zy8+"
    made = replace(drafted("full"), own=Own(look=Look(colour="#6b3fa0", font_size=12), logo=logo))
    path = tmp_path / "own.html"
    HTML.write(Filled(made, render(made), MANIFEST), path)
    page = path.read_text(encoding="utf-8")
    assert f'<p class="logo"><img src="{logo}" alt="Larkfield Care"></p>' in page
    assert page.count("<style>") == 1
    assert "#1d4d5c" not in page
    assert "a { color: #6b3fa0;" in page
    if CHROMIUM and AXE:
        assert faults(path, tmp_path) == []


@in_a_browser
@pytest.mark.parametrize("state", STATES)
def test_no_line_runs_out_of_the_narrowest_screen(written, state, tmp_path):
    """At 320 pixels, as WCAG 2.2 asks (1.4.10), only what is framed scrolls sideways."""
    page = re.sub(
        r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", written(state)[0].read_text(encoding="utf-8")
    )
    measure = (
        "const f = document.querySelector('iframe'); f.onload = () => { const p = document.createElement('pre'); p.id = 'wide';"
        "p.textContent = f.contentDocument.documentElement.scrollWidth; document.body.appendChild(p); };"
    )
    looked_at = tmp_path / "narrow.html"
    looked_at.write_text(
        f'<body><iframe width="320" height="800" srcdoc="{escape(page)}"></iframe><script>{measure}</script></body>',
        encoding="utf-8",
    )
    told = re.search(r'<pre id="wide">(\d+)</pre>', dom_of(looked_at, tmp_path))
    assert int(told[1]) <= 320
