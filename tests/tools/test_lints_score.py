"""How the lints are scored, and that they stay as good as docs/lints.md says."""

import pytest

from evidencegen.linted import lints
from tests.packs.lints.provider import HELD
from tools.lints_score import CLEAN, DOC, UNSEEN, blocks, by_set, cases, score, sets, summed, table, written


def test_marks_are_taken_out(tmp_path):
    path = tmp_path / "sentences.yaml"
    path.write_text('absolute: ["We [[absolute|always]] ask.", "B"]\nclean: ["E"]\n')
    told = list(cases(path))
    assert (told[0].text, told[0].faults) == ("We always ask.", (("absolute", 3, 9),))
    assert [(one.kind, one.text) for one in told[1:]] == [("absolute", "B"), ("clean", "E")]


def test_faults_missed_and_findings_on_clean_texts_are_counted(tmp_path):
    path = tmp_path / "sentences.yaml"
    path.write_text(
        'absolute: ["We [[absolute|never]] ask.", "We [[absolute|mostly]] ask."]\nclean: ["We always ask."]\n'
    )
    scores = score(list(cases(path)), HELD)
    assert (scores["absolute"].planted, scores["absolute"].found, scores["absolute"].false) == (2, 1, 1)
    assert (scores[CLEAN].planted, scores[CLEAN].false) == (1, 1)
    assert "| absolute | 2 | 1 | 0.50 | 1 | 0.50 |" in table(scores)
    assert by_set({"x": scores})[-1] == "| x | 2 | 1 | 0.50 | 1 | 1 |"


def test_the_sentences_are_many_half_of_them_clean_and_all_rules_have_some():
    every = [case for path in sets().values() for case in cases(path)]
    clean = [case for case in every if case.kind == CLEAN]
    assert len(every) >= 150
    assert 0.4 < len(clean) / len(every) < 0.6
    for name in ("first", "stranger_j", "stranger_k"):
        assert {lint.key for lint in lints()} - {case.kind for case in cases(sets()[name])} == {"over_limit"}


@pytest.mark.parametrize("name", [name for name in sets() if name not in UNSEEN])
def test_what_the_rules_were_taught_is_not_lost(name):
    scores = score(list(cases(sets()[name])), HELD)
    found = summed(scores)
    assert found.found / found.planted >= 0.8
    assert scores[CLEAN].false / scores[CLEAN].planted <= 0.1


def test_the_tables_of_the_page_are_those_of_today():
    text = DOC.read_text(encoding="utf-8")
    made = blocks(HELD)
    assert all(f"<!-- {name} -->" in text for name in made)
    assert written(text, made) == text
