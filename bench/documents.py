"""What a finished document takes: from figures that are released to the file, and each setting by itself."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADING = "## From released figures to a finished document"
RUNS = 5
SIX_PAGES = "packs: {tender: {sections: [summary, process, training, examples]}}\n"
TARGETS = {
    "tender": "≤ 0.7 s warm, ≤ 2.5 s cold",
    "board": "≤ 2 s warm",
    "book": "≤ 120 ms a page warm",
}

# Fills a pack, draws its charts, renders its page and writes its PDF: once from nothing, then again and again.
DOCUMENT = """
import gc, json, resource, sys
from pathlib import Path
from time import perf_counter
from evidencegen import build
from evidencegen.packs import draft
gc.set_threshold(50_000, 20, 100)
folder, pack, out, runs = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
class Asked(Exception):
    pass
fill = draft.draft
def keep(*words, **named):
    raise Asked(words, named)
draft.draft = keep
try:
    build.drafts_of(*build.project_for(folder, pack), None)
except Asked as asked:
    words, named = asked.args
times = []
for _ in range(runs):
    started = perf_counter()
    from evidencegen.documents.format import Filled
    from evidencegen.documents import html
    from evidencegen.documents.formats.pdf import PDF
    filled = fill(*words, **named)
    page = html.render(filled)
    pages = PDF.write(Filled(filled, page, b"{}"), out).counts["pages"]
    times.append(perf_counter() - started)
    if len(times) == 1:
        gc.collect()
        gc.freeze()
out.with_suffix(".html").write_text(page, encoding="utf-8")
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"times": times, "pages": pages, "megabytes": held * 1024 / 1e6}))
"""

# The same page of HTML laid out again and again, in one of the ways that the table names.
LAYOUT = """
import gc, json, re, resource, sys
from base64 import b64decode
from pathlib import Path
from time import perf_counter
from evidencegen.shipped import shipped
way, page, runs = sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8"), int(sys.argv[3])
base = f"{shipped('report_templates')}/"
if way != "untuned collector" and way != "as it comes":
    gc.set_threshold(50_000, 20, 100)
if way == "charts inline":
    unpacked = lambda found: b64decode(found[1]).decode()
    page = re.sub(r'<img src="data:image/svg\\+xml;base64,([^"]+)"[^>]*>', unpacked, page)
import weasyprint
from evidencegen.documents.formats.pdf import write
from datetime import date
times = []
for _ in range(runs):
    started = perf_counter()
    if way in ("as it comes", "images optimised"):
        weasyprint.HTML(string=page, base_url=base).write_pdf("OUT", optimize_images=way == "images optimised")
    else:
        write(page, Path("OUT"), title="x", dated=date(2026, 9, 30))
    times.append(perf_counter() - started)
    if len(times) == 1 and way != "as it comes":
        gc.collect()
        gc.freeze()
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"times": times, "megabytes": held * 1024 / 1e6}))
"""
