import pytest

from evidencegen.release.slot import slots


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Will: on my way\nMags: ok", ["Will"]),
        ("[10:15] Sky: on my way\n[10:16] Mags: ok\n[10:20] Sky: here\n[10:21] Mags: ok", ["Sky", "Mags"]),
        ("ring me later. thx, grace x", ["grace"]),
        ("Many thanks\nBright", ["Bright"]),
        ("Kind regards\nThe team", []),
        ("present callum will grace apols hope", ["will", "grace", "hope"]),
        ("Keyworker: Joy", ["Joy"]),
        ("Name: Summer Fields", ["Summer", "Fields"]),
        ("Action: review the plan\nAction: ring the GP", []),
        ("Carer A: on my way\nCarer A: here\nThe person: ok\nThe person: bye", []),
        ("Mark, can you swap?", ["Mark"]),
    ],
)
def test_words_that_stand_where_a_name_is_due(text, names):
    found = {text[start:end] for start, end in slots(text)}
    assert found & set(names) == set(names)
    assert names or not found
