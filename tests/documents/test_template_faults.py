"""What is wrong with a template is told with its line, and nothing is wrong with ours."""

import pytest

from evidencegen.documents.template_faults import Fault, faults, sentences
from evidencegen.drafted import packs
from evidencegen.shipped import shipped

KNOWN = {"figures": ["msp.asked", "msp.reviewed"], "charts": ["concerns.by_type"], "tables": []}
SECTIONS = {(pack.key, plan.key): plan for pack in packs().values() for plan in pack.sections}


def told(source):
    return [(fault.line, fault.key, fault.found) for fault in faults(source, KNOWN)]


@pytest.mark.parametrize("section", SECTIONS, ids="-".join)
def test_nothing_is_wrong_with_a_section_of_ours(section):
    plan = SECTIONS[section]
    known = {"figures": plan.needs, "charts": [c.key for c in plan.charts], "tables": [t.key for t in plan.tables]}
    assert faults((shipped("report_templates") / plan.template).read_text(encoding="utf-8"), known) == []


def test_nothing_is_wrong_with_the_parts_that_sections_are_made_of():
    parts = sorted((shipped("report_templates") / "parts").glob("*.j2"))
    assert len(parts) >= 7
    assert [
        (part.name, faults(part.read_text(encoding="utf-8"), {}))
        for part in parts
        if faults(part.read_text(encoding="utf-8"), {})
    ] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("\n{% if a %}\n<p>", (3, "does_not_parse")),
        ("{{ a | nofilter }}", (1, "does_not_parse")),
        ('\n{{ figures["msp.aksed"].amount }}', (2, "no_figure", "the figure `msp.aksed`")),
        ('{{ charts["x"].title }}', (1, "no_chart", "the chart `x`")),
        ('{{ tables["x"] }}', (1, "no_table", "the table `x`")),
        ("{{ figures[section.title] }}", (1, "no_figure", "a figure that is not named in quotes")),
        ("\n\n{{ draf.title }}", (3, "no_name", "`draf`, which nothing gives it")),
        ('{% include "parts/figur.html.j2" %}', (1, "no_template", "the template `parts/figur.html.j2`")),
        ("{% include section.template %}", (1, "no_template", "a template that is not named in quotes")),
        ('{% from "parts/figure.html.j2" import headlin %}', (1, "no_macro", "`headlin` from parts/figure.html.j2")),
        ("<p>We ask\n<b>12</b> people.</p>", (2, "number", 'a number of its own: "12"')),
        ("<p>{# 5 #}\n{# 6\n #}We ask\ntwelve people</p>", (4, "number", 'a number of its own: "twelve"')),
        ('{{ "12 people" }}', (1, "number", 'a number of its own: "12"')),
        ("{{ 12 }}", (1, "number", 'a number of its own: "12"')),
        ('<img src="{{ draft.title }}" alt="12 people">', (1, "number", 'a number of its own: "12"')),
        ('{{ figures["msp.asked"].counted + figures["msp.reviewed"].counted }}', (1, "sum", "a sum")),
        ("{{ draft.notes | length }}", (1, "sum", "the filter `length`")),
        ("{% for a in draft.notes %}{{ loop.index }}{% endfor %}", (1, "sum", "`loop.index`")),
        (
            '{% if figures["msp.asked"].counted > figures["msp.reviewed"].counted %}x{% endif %}',
            (1, "sum", "numbers compared"),
        ),
        ("{{ draft.title | safe }}", (1, "sum", "the filter `safe`")),
        ("{% autoescape false %}{{ draft.title }}{% endautoescape %}", (1, "unescaped", "escaping switched off")),
        ("<p>\n<script>x</script>", (2, "tag", "<script>")),
        ("<iframe></iframe>", (1, "tag", "<iframe>")),
        ("<h1>x</h1>", (1, "tag", "<h1>")),
        ('<p onclick="x">', (1, "attribute", "`onclick` in <p>")),
        ('<p style="color: red">', (1, "attribute", "`style` in <p>")),
        ('<img src="https://example.org/a.png" alt="x">', (1, "attribute", "an address in <img>")),
        ('<a href="https://example.org">x</a>', (1, "attribute", "an address in <a> that leads out of the document")),
        ("<!-- x -->", (1, "comment", "a comment that goes into the file")),
    ],
)
def test_each_fault_is_told_with_its_line(source, found):
    assert [one[: len(found)] for one in told(source)] == [found]


def test_the_nearest_name_is_offered():
    (fault,) = faults('{{ figures["msp.aksed"] }}', KNOWN)
    assert fault == Fault(
        1,
        "no_figure",
        "the figure `msp.aksed`",
        "one of this section's: msp.asked, msp.reviewed (did you mean `msp.asked`?)",
    )


def test_keys_and_names_of_templates_are_no_numbers_and_macros_and_variables_are_known():
    source = (
        '{% from "parts/figure.html.j2" import figure as shown with context %}{% set one = draft.notes[0] %}'
        "{% for f in figures.values() if f.key == 'a 30' %}{{ figures[f.key].title[1:] }}{% endfor %}"
        "{% macro mine(a) %}{{ a }}{% endmacro %}{{ mine(one.text) }}{{ shown(figures['msp.asked']) }}"
    )
    assert told(source) == []


def test_sentences_are_told_block_by_block_with_their_lines():
    assert sentences("<p>We <b>ask</b> {{ x }}.</p>\n<ul>\n<li>Then</li></ul>") == [(1, "We ask \ue000."), (3, "Then")]
    with pytest.raises(ValueError, match="unexpected"):
        sentences("{{ a ) }}")
