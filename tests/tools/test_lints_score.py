"""How the lints are scored, and that they stay as good as docs/lints.md says."""

from evidencegen.linted import lints
from tests.packs.lints.provider import HELD
from tools.lints_score import CLEAN, EVERY, cases, score, table


def test_marks_are_taken_out_and_every_third_is_held_out(tmp_path):
    path = tmp_path / "sentences.yaml"
    path.write_text('absolute: ["We [[absolute|always]] ask.", "B", "C", "D"]\nclean: ["E"]\n')
    told = list(cases(path))
    assert (told[0].text, told[0].faults) == ("We always ask.", (("absolute", 3, 9),))
    assert [one.held_out for one in told] == [False, False, True, False, False]


def test_faults_missed_and_findings_on_clean_texts_are_counted(tmp_path):
    path = tmp_path / "sentences.yaml"
    path.write_text(
        'absolute: ["We [[absolute|never]] ask.", "We [[absolute|mostly]] ask."]\nclean: ["We always ask."]\n'
    )
    scores = score(list(cases(path)), HELD)
    assert (scores["absolute"].planted, scores["absolute"].found, scores["absolute"].false) == (2, 1, 1)
    assert (scores[CLEAN].planted, scores[CLEAN].false) == (1, 1)
    assert "| absolute | 2 | 1 | 0.50 | 1 | 0.50 |" in table(scores)


def test_the_sentences_are_many_half_of_them_clean_and_all_rules_have_some():
    every = list(cases())
    clean = [case for case in every if case.kind == CLEAN]
    assert len(every) >= 150
    assert 0.4 < len(clean) / len(every) < 0.6
    assert {lint.key for lint in lints()} - {case.kind for case in every} == {"over_limit"}
    assert abs(sum(case.held_out for case in every) - len(every) / EVERY) < 15


def test_few_faults_are_missed_and_clean_sentences_are_left_alone():
    scores = score(list(cases()), HELD)
    clean = scores.pop(CLEAN)
    found, planted = (sum(getattr(one, name) for one in scores.values()) for name in ("found", "planted"))
    assert found / planted >= 0.95
    assert clean.false / clean.planted <= 0.02
