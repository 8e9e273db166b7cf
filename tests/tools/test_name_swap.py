"""Whether the gate for words treats names of every origin alike."""

from tools.name_swap import main, names_by_origin, shares, survives, texts


def test_a_name_survives_where_a_part_of_it_is_read_afterwards():
    assert survives("The plan was {full_lower}.", "Agreed Example")
    assert not survives("She told {full} so.", "Tomasz Zielinski")


def test_each_origin_has_twenty_names_and_more_and_each_text_has_a_place_for_one():
    names = names_by_origin()
    assert len(names) == 18
    assert min(map(len, names.values())) >= 20
    assert all("{" in text for text in texts())


def test_no_origin_fares_worse_than_another():
    few = {origin: names[:3] for origin, names in names_by_origin().items()}
    found = shares(few, texts()[::3])
    people = {origin: share for origin, share in found.items() if origin not in ("ordinary words", "nicknames")}
    assert max(people.values()) - min(people.values()) <= 0.01
    assert found["ordinary words"] <= 0.06


def test_the_table_is_printed(capsys, monkeypatch):
    monkeypatch.setattr(
        "tools.name_swap.names_by_origin", lambda: {"Polish": ["Agreed Example"], "Welsh": ["Huw Bevan"]}
    )
    monkeypatch.setattr("tools.name_swap.texts", lambda: ["The plan was {given_lower}."])
    assert main(["--show"]) == 0
    printed = capsys.readouterr().out
    assert "Polish               100.00% of 1" in printed
    assert "gap between origins: 100.00%" in printed
