"""Words that speak for a theme or against it."""

from evidencegen.measures.codebook import shipped_codebook
from evidencegen.measures.coding import Codebook, Rule, Theme
from evidencegen.measures.phrase import words_of
from evidencegen.measures.sign import SHIPPED, Signs, read_signs, stem, written

# One theme that starts at 0 points: "door" speaks for it, "weather" against it.
SIGNS = Signs(("safe",), (0.0,), {"door": (16,), "bolt": (4,), "weather": (-90,)})


def settled(text, found=None, silent=frozenset()):
    return SIGNS.settled(found or {}, words_of(text, {}), silent)


def test_a_word_is_met_whatever_its_commonest_ending():
    assert [stem(word) for word in ("doors", "walked", "walking", "mother's", "bus")] == [
        "door",
        "walk",
        "walk",
        "mother",
        "bus",
    ]


def test_words_that_speak_for_a_theme_make_it_and_are_quoted():
    # (16 + 4) / 10 / root of 10 stems = 0.63, more than 0.4
    assert settled("Bolted the doors again one two three four five six") == {"safe": {(0, 0), (2, 2)}}


def test_the_longer_a_note_the_more_it_takes():
    # 16 / 10 / root of 16 stems = 0.4, which is not more than 0.4
    assert settled("door one two three four five six seven eight nine ten eleven twelve once twice then") == {}


def test_a_note_too_short_to_go_by_is_left_as_the_phrases_found_it():
    assert settled("Bolted the doors again one two three four five") == {}


def test_a_theme_that_phrases_found_stands_unless_the_words_speak_against_it():
    rest = "here one two three four five six seven eight"
    assert settled(f"Safe {rest}", {"safe": {(0, 0)}}) == {"safe": {(0, 0)}}
    # -90 / 10 / root of 10 stems = -2.85, less than -2.75
    assert settled(f"Weather {rest}", {"safe": {(0, 0)}}) == {}


def test_words_that_are_ruled_out_give_no_points():
    said = "Bolted the doors again one two three four five six seven"
    assert settled(said, silent=frozenset({2})) == {}


def test_a_theme_without_signs_is_left_as_it_was():
    said = "Such weather one two three four five six seven eight"
    assert settled(said, {"home": {(1, 1)}}) == {"home": {(1, 1)}}


def test_signs_are_written_as_they_are_read(tmp_path):
    file = tmp_path / "signs.csv"
    file.write_text("\n".join(",".join(map(str, row)) for row in written(SIGNS)), encoding="utf-8")
    assert read_signs(file) == SIGNS


def test_the_shipped_signs_are_of_the_shipped_themes():
    keys = [theme.key for theme in shipped_codebook().themes]
    assert list(read_signs(SHIPPED).themes) == [key for key in keys if key != "no_police"]


def test_a_codebook_quotes_the_words_of_a_theme_that_no_phrase_found():
    book = Codebook((Theme("safe", "Feeling safe", (Rule(("afraid",)),)),), signs=SIGNS)
    assert book.code("The door, a bolt, one two three four five six") == {"safe": [(4, 8), (12, 16)]}
    assert book.code("No concerns") == {}
