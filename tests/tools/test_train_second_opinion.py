"""Train the second opinion on names from marked narratives."""

import json

from evidencegen.release.second_opinion import SecondOpinion
from tools.train_second_opinion import checked, labelled, main, with_other_cases

CASES = [
    {"text": f"{name} rang the office.", "gold": [{"start": 0, "end": len(name), "type": "PERSON"}]}
    for name in ("Qwexil", "Zwox", "Brymbel", "Tarrup")
]
PLAIN = {"text": "Somebody rang the office.", "gold": []}


def test_words_of_names_are_labelled():
    told, labels = labelled(CASES[0])
    assert labels == ["N", "O", "O", "O", "O"]
    assert len(told) == 5


def test_some_narratives_are_learnt_without_capitals_too():
    texts = {case["text"] for case in with_other_cases(CASES * 5)}
    assert texts >= {case["text"] for case in CASES}
    assert any(text == text.lower() for text in texts)
    assert any(text == text.upper() for text in texts)


# A name at the head of "... rang the office" is learnt; the name itself is another one.
def test_a_tagger_is_written_and_checked(tmp_path, capsys):
    (tmp_path / "learn.jsonl").write_text("\n".join(map(json.dumps, [*CASES * 5, PLAIN])))
    other = {"text": "Moxley rang the office.", "gold": [{"start": 0, "end": 6, "type": "PERSON"}]}
    (tmp_path / "check.jsonl").write_text(json.dumps(other))
    out = tmp_path / "mine.crfsuite"
    assert main([str(tmp_path / "learn.jsonl"), "--out", str(out), "--check", str(tmp_path / "check.jsonl")]) == 0
    assert "words of names found 1, missed 0; other words taken 0" in capsys.readouterr().out
    assert checked(SecondOpinion.open(out), [PLAIN]) == (0, 0, 0)
