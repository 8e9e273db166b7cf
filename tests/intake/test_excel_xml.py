"""The parts of a packed workbook, and their XML."""

import io
import re
import zipfile

import pytest

from evidencegen.intake import bounds, excel_xml
from evidencegen.intake.bounds import Allowance, TooLargeError
from evidencegen.intake.excel_xml import (
    ATTRIBUTES,
    PLAIN_WORDS,
    NotPlainError,
    Parts,
    UnsafeError,
    Walk,
    attributes_of,
    is_itself,
    is_strange,
    is_usual,
    plain_text,
    refuse_many_parts,
    unescaped,
    walk,
)

MB = 1024**2


def parts(allowance=None, kind=zipfile.ZIP_DEFLATED, **members):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", kind) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "\\"), text)
    return Parts(zipfile.ZipFile(box), allowance or Allowance(0))


def ignored(*_):
    return None


def test_a_part_is_found_whatever_its_slashes_and_capitals():
    held = parts(XL__Sheet1="<a/>")
    assert "xl/sheet1" in held
    assert held.names == ("xl/sheet1",)
    assert b"".join(held.chunks("xl/SHEET1")) == b"<a/>"


def test_unpacking_stops_where_it_becomes_too_much(monkeypatch):
    monkeypatch.setattr(bounds, "UNPACKED", MB)
    with pytest.raises(TooLargeError):
        list(parts(Allowance(0), big=b"x" * (MB + 1)).chunks("big"))


def test_only_the_usual_way_of_packing_is_opened():
    with pytest.raises(zipfile.BadZipFile):
        list(parts(kind=zipfile.ZIP_LZMA, a="x").chunks("a"))


def test_elements_are_handed_on_by_their_local_names():
    seen = []
    walk(parts(a="<x:a><b c='1'>t</b></x:a>"), "a", lambda n, a: seen.append((n, a)), seen.append, seen.append)
    assert seen == [("a", {}), ("b", {"c": "1"}), "t", "b", "a"]


def test_a_document_type_is_refused():
    with pytest.raises(UnsafeError):
        walk(parts(a='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "a", ignored)


@pytest.mark.parametrize("start", ['<a b="', "<a><!-- ", "<a><?x "])
def test_one_endless_tag_is_refused_before_it_fills_the_memory(start):
    through = Walk(ignored, ignored, ignored, Allowance(0))
    through.feed(start.encode())
    with pytest.raises(TooLargeError):
        for _ in range(20):
            through.feed(b"x" * (MB // 10))


def test_too_many_tags_are_refused():
    allowance = Allowance(0)
    allowance.walk(bounds.WALKED - 2)
    with pytest.raises(TooLargeError):
        Walk(ignored, ignored, ignored, allowance).feed(b"<a><b/><c/>")


def test_tags_one_within_another_are_refused_before_they_fill_the_memory():
    through = Walk(ignored, ignored, ignored, Allowance(0))
    through.feed(b"<a>" + b"<b></b><b/>" * 10_000)
    with pytest.raises(TooLargeError):
        through.feed(b"<c>" * 5_000)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x0007_", "_x0007_"), ("_xD800_", "_xD800_"), ("x_", "x_")],
)
def test_text_that_xml_cannot_hold_is_put_back_where_a_text_may_hold_it(text, meant):
    assert unescaped(text) == meant


def test_entities_are_put_back_and_unknown_ones_left_to_the_parser():
    assert plain_text("&lt;&#65;&#x42;&amp;amp;") == "<AB&amp;"
    for words in ("&nbsp;", "a & b", "&#0;", "&#xD800;", "a\rb", "a<b"):
        with pytest.raises(NotPlainError):
            plain_text(words)


def test_text_that_stands_for_itself_needs_no_second_look():
    assert is_itself("a > b \n é")
    assert not any(map(is_itself, ("&amp;", "_x000D_", "a\rb", "<")))


def test_an_attribute_that_stands_there_twice_is_left_to_the_parser():
    assert attributes_of(' r="A1" t="s"') == {"r": "A1", "t": "s"}
    with pytest.raises(NotPlainError):
        attributes_of(' t="s" t="n"')


@pytest.mark.parametrize(("written", "fits"), [(' a="1" x:b=""', True), (" a='1'", False), (' a="<"', False), (' a="&amp;"', False)])  # fmt: skip
def test_plain_attributes_are_those_without_anything_to_put_back(written, fits):
    assert bool(re.fullmatch(ATTRIBUTES, written)) is fits


@pytest.mark.parametrize(("words", "fits"), [("A1&amp;B1", True), ("A1&B1", False), ("a<b", False), ("a\x07", False)])
def test_plain_words_hold_no_sign_that_xml_forbids(words, fits):
    assert bool(re.fullmatch(PLAIN_WORDS, words)) is fits


@pytest.mark.parametrize("stretch", [b"<!--", b"<?x", b"]]>", b"\0", b"\2", b"\3", "\uffff".encode()])
def test_a_stretch_with_signs_of_another_kind_is_strange(stretch):
    assert is_strange(b"<row>" + stretch)
    assert not is_strange("<row>! ? ] é".encode())


@pytest.mark.parametrize(
    ("head", "usual"),
    [(b'<?xml version="1.0" encoding="UTF-8"?><a>', True), (b"<a>", True), (b'<?xml encoding="utf-16"?>', False), (b"<!-- -->", False)],
)  # fmt: skip
def test_only_a_head_that_changes_nothing_is_usual(head, usual):
    assert is_usual(head) is usual


def test_parts_are_counted_before_any_is_looked_at(monkeypatch):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for number in range(30):
            archive.writestr(str(number), "")
    monkeypatch.setattr(excel_xml, "MOST_MEMBERS", 30)
    refuse_many_parts(box)
    monkeypatch.setattr(excel_xml, "MOST_MEMBERS", 29)
    with pytest.raises(TooLargeError):
        refuse_many_parts(box)
