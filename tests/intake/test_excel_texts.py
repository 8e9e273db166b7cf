"""The texts that cells share."""

import io
import zipfile

import pytest

from evidencegen.intake import bounds, excel_texts
from evidencegen.intake.bounds import Allowance, TooLargeError
from evidencegen.intake.excel_texts import read_texts
from evidencegen.intake.excel_xml import Parts

RICH = "<si><r><t>Ann </t></r><r><rPr><strike/></rPr><t>left</t></r><rPh><t>x</t></rPh></si>"


def texts(*items, allowance=None, prefix=""):
    xml = f"<sst xmlns='m'>{''.join(items)}</sst>"
    if prefix:
        xml = xml.replace("</", "<\1").replace("<", f"<{prefix}").replace(f"<{prefix}\1", f"</{prefix}")
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("texts", xml)
    return read_texts(Parts(zipfile.ZipFile(box), allowance or Allowance(0)), "texts")


def plain(text):
    return f'<si><t xml:space="preserve">{text}</t></si>'


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_texts_are_numbered_whether_or_not_they_have_runs(prefix):
    assert texts(plain("a &amp; b"), RICH, "<si/>", plain(" "), plain("c_x000A_"), prefix=prefix) == (
        ["a & b", "Ann left", None, None, "c\n"],
        frozenset({1}),
    )


def test_plain_texts_are_not_walked_through(monkeypatch):
    fed = []
    feed = excel_texts.Walk.feed
    monkeypatch.setattr(
        excel_texts.Walk, "feed", lambda self, chunk, last=False: (fed.append(chunk), feed(self, chunk, last))
    )
    assert texts(*map(plain, "abc"))[0] == ["a", "b", "c"]
    assert fed == [b"<sst xmlns='m'>", b"</sst>", b""]


@pytest.mark.parametrize("between", ["<!-- <si><t>b</t></si> -->", "\n", "<extLst/>"])
def test_what_stands_between_texts_is_no_text(between):
    assert texts(plain("a"), between, plain("c"))[0] == ["a", "c"]


def test_texts_beyond_all_measure_are_refused():
    allowance = Allowance(0)
    allowance.hold(bounds.HELD - 150)
    with pytest.raises(TooLargeError):
        texts(*map(plain, "abcd"), allowance=allowance)


def test_one_endless_text_is_refused():
    with pytest.raises(TooLargeError):
        texts("<si>", "<t>a</t>" * 20_000, "</si>")
