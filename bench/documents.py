"""What a finished document takes: from figures that are released to the file, and each setting by itself."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HEADING = "## From released figures to a finished document"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIX_PAGES = "packs:\n  tender: {sections: [summary, process, training, examples]}\n"

# Fills a pack, draws its charts, renders its page and writes its PDF: once from nothing, then again and again.
DOCUMENT = """
import gc, json, resource, sys
from dataclasses import replace
from pathlib import Path
from time import process_time
from evidencegen import drafted
from evidencegen.packs import draft
from evidencegen.project import read
gc.set_threshold(50_000, 20, 100)
folder, pack, out, runs = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
class Asked(Exception):
    pass
fill, beside, besides = draft.draft, drafted._beside, []
def keep(*words, **named):
    raise Asked(words, named)
draft.draft, drafted._beside = keep, lambda *words: besides.append(words)
kind, project = drafted.pack_of(pack), read(folder)
project = replace(project, brief=project.brief.for_pack(kind.key, kind.audience))
try:
    drafted.drafts_of(project, kind, None)
except Asked as asked:
    words, named = asked.args
times = []
for _ in range(runs):
    started = process_time()
    from evidencegen.documents import html
    from evidencegen.documents.format import Filled
    from evidencegen.documents.formats.pdf import PDF
    filled = fill(*words, **named | {"beside": beside(*besides[0])})
    page = html.render(filled)
    pages = PDF.write(Filled(filled, page, b"{}"), out).counts["pages"]
    times.append(process_time() - started)
out.with_suffix(".html").write_text(page, encoding="utf-8")
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"times": times, "pages": pages, "megabytes": held * 1024 / 1e6}))
"""

# The same page of HTML laid out again and again, in one of the ways that the table names.
LAYOUT = """
import gc, json, re, resource, sys
from base64 import b64decode
from datetime import date
from pathlib import Path
from time import process_time
from evidencegen.shipped import shipped
way, page, out = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"), Path(sys.argv[3])
base = f"{shipped('report_templates')}/"
plain = way.startswith("WeasyPrint as it comes")
if not plain and way != "the collector as it comes":
    gc.set_threshold(50_000, 20, 100)
if way == "charts inline in the page":
    inline = lambda found: b64decode(found[1]).decode()
    page = re.sub(r'<img src="data:image/svg[+]xml;base64,([^"]+)"[^>]*>', inline, page)
import weasyprint
from weasyprint.text.fonts import FontConfiguration
from contextlib import nullcontext
from evidencegen.documents.formats import pdf
from evidencegen.documents.formats.pdf import write
fonts = FontConfiguration()
if way == "nothing swept up after a document":
    pdf.swept = nullcontext
if way == "notes in one column":
    page = page.replace("</head>", "<style>.notes { columns: auto !important }</style></head>", 1)
times = []
for _ in range(int(sys.argv[4])):
    started = process_time()
    if plain:
        weasyprint.HTML(string=page, base_url=base).write_pdf(out)
    elif way == "one set of fonts kept":
        weasyprint.HTML(string=page, base_url=base).write_pdf(out, pdf_variant="pdf/a-3a", font_config=fonts)
    else:
        write(page, out, title="x", dated=date(2026, 9, 30))
    times.append(process_time() - started)
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"times": times, "megabytes": held * 1024 / 1e6}))
"""
WAYS = (
    "ours: tagged, PDF/UA-1 and PDF/A-3a, collector tuned, charts as images",
    "the collector as it comes",
    "nothing swept up after a document",
    "notes in one column",
    "charts inline in the page",
    "one set of fonts kept",
    "WeasyPrint as it comes (neither tagged nor archivable)",
)

TEXT = """\
{heading}

From released figures to the PDF on the disk: sections filled, charts drawn (of the board pack the series too), the page
rendered and laid out. Seconds of the processor, which are those that pass on a machine that does nothing else: all of
it runs on one core. Cold is the first document of a process, the imports of matplotlib and WeasyPrint included; warm
the median of those after it. Reading registers, measuring and the last look are not in it; they are in the tables above
and below. Peak memory is the whole process's, registers and measuring included.

| document | pages | cold | warm | a page, warm | peak memory | target | target is |
| --- | --- | --- | --- | --- | --- | --- | --- |
{documents}

The six-page tender's page of HTML, laid out again and again: each setting by itself, the rest as ours.

| way | warm | of ours | peak memory |
| --- | --- | --- | --- |
{ways}

{browser}
"""


def section(runs: int) -> str:
    """The section of the page, each document and way in a process of its own."""
    with TemporaryDirectory() as beside:
        folder = Path(beside)
        documents = [_document(row, folder, runs) for row in _documents(folder)]
        ways, ours = [], 0.0
        for way in WAYS:
            told = _run(LAYOUT, way, str(folder / "tender-6.html"), str(folder / "way.pdf"), str(runs + 1))
            warm = median(told["times"][1:])
            ours = ours or warm
            ways.append(f"| {way} | {warm:.2f} s | {warm / ours:.2f} | {told['megabytes']:.0f} MB |")
        browser = _browser(folder)
    return TEXT.format(heading=HEADING, documents="\n".join(documents), ways="\n".join(ways), browser=browser)


def _documents(beside: Path) -> list[tuple[str, Path, str, str, float, float]]:
    """Each document: its words, project, pack, the name of its file, and the targets for cold and warm seconds."""
    sample = beside / "sample"
    shutil.copytree(ROOT / "sample_data", sample)
    six = beside / "six"
    shutil.copytree(sample, six)
    brief = six / "evidence.yaml"
    brief.write_text(brief.read_text(encoding="utf-8").partition("\npacks:")[0] + "\n" + SIX_PAGES, encoding="utf-8")
    large = beside / "large"
    large.mkdir()
    sys.path[:0] = [str(ROOT), str(ROOT / "sample_data")]
    from tests.providers.large import write

    write(large)
    return [
        ("tender pack of six pages with its chart", six, "tender", "tender-6", 2.5, 0.7),
        ("the sample's whole tender pack", sample, "tender", "tender", 0, 0),
        ("the sample's inspection pack", sample, "inspection", "inspection", 0, 0),
        ("the sample's board pack", sample, "board", "board", 0, 2),
        ("forty services, inspection pack", large, "inspection", "book", 0, -0.12),
    ]


def _document(row: tuple[str, Path, str, str, float, float], beside: Path, runs: int) -> str:
    """One row of the table. A warm target below nought is for each page."""
    words, project, pack, name, cold_at_most, warm_at_most = row
    told = _run(DOCUMENT, str(project), pack, str(beside / f"{name}.pdf"), str(runs + 1))
    cold, warm, pages = told["times"][0], median(told["times"][1:]), told["pages"]
    a_page = warm / pages
    limits = [f"cold ≤ {cold_at_most:g} s"] if cold_at_most else []
    limits += [f"warm ≤ {warm_at_most:g} s"] if warm_at_most > 0 else []
    limits += [f"≤ {-1000 * warm_at_most:g} ms a page"] if warm_at_most < 0 else []
    missed = [
        name
        for name, is_missed in (
            ("cold", 0 < cold_at_most < cold),
            ("warm", 0 < warm_at_most < warm),
            ("a page", warm_at_most < 0 and a_page > -warm_at_most),
            ("memory", told["megabytes"] > 400),
        )
        if is_missed
    ]
    verdict = f"missed: {', '.join(missed)}" if missed else "met"
    cells = (
        words,
        f"{pages}",
        f"{cold:.2f} s",
        f"{warm:.2f} s",
        f"{1000 * a_page:.0f} ms",
        f"{told['megabytes']:.0f} MB",
    )
    print(*cells, sep="  ", flush=True)
    return f"| {' | '.join((*cells, ', '.join((*limits, '≤ 400 MB')), verdict))} |"


def _browser(beside: Path) -> str:
    """What Chromium takes to print the same page, where it is there."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        return "Chromium was not there to print the same page."
    page = beside / "tender-6.html"
    styles = f'<base href="{(ROOT / "report_templates").as_uri()}/"><link'
    page.write_text(page.read_text(encoding="utf-8").replace("<link", styles, 1), encoding="utf-8")
    out = beside / "chromium.pdf"
    code = (
        "import json, subprocess, sys, resource; "
        "subprocess.run(sys.argv[1:], check=True, capture_output=True); "
        "of = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(json.dumps({'times': [of.ru_utime + of.ru_stime], 'megabytes': of.ru_maxrss * 1024 / 1e6}))"
    )
    flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={beside / 'profile'}",
        "--no-pdf-header-footer",
    ]
    told = [_run(code, browser, *flags, f"--print-to-pdf={out}", page.as_uri()) for _ in range(4)][1:]
    seconds = median(one["times"][0] for one in told)
    return (
        f"Chromium, in a process of its own each time, prints the same page in {seconds:.2f} s of the processor (its "
        f"largest process {max(one['megabytes'] for one in told):.0f} MB): without manifest, PDF/UA and PDF/A marks, "
        "running heads or bookmarks from our headings, and with other bytes each time."
    )


def _run(code: str, *words: str) -> dict[str, Any]:
    command: Sequence[str] = [sys.executable, "-c", code, *words]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    if ran.returncode:
        raise SystemExit(ran.stderr[-2000:])
    told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return told
