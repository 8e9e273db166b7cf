"""A second opinion on names: a small tagger that only ever adds to what goes."""

import pytest

from evidencegen.release.quote import anonymise
from evidencegen.release.recogniser import Detail
from evidencegen.release.record import NOBODY
from evidencegen.release.second_opinion import SHIPPED, SecondOpinion, features


class Says:
    """A tagger that takes some words for names, whatever stands around them."""

    def __init__(self, *names):
        self.names = names

    def find(self, text):
        for name in self.names:
            at = text.find(name)
            if at >= 0:
                yield Detail(at, at + len(name), "name", "[name]", name)


TEXT = "The visit went well and sunny said she would ring."


def test_what_it_takes_for_a_name_goes_as_well_and_wherever_else_it_stands():
    assert "sunny" in anonymise(TEXT).text
    released = anonymise(f"{TEXT} Later Sunny rang.", opinion=Says("sunny"))
    assert "sunny" not in released.text.lower()


@pytest.mark.parametrize("names", [(), ("Dilys",), ("visit", "ring"), ("The visit",)])
def test_it_only_adds(names):
    text = f"Dilys Probert of 12 Bryn Road rang. {TEXT}"
    alone, with_it = anonymise(text).text, anonymise(text, opinion=Says(*names)).text
    assert not {"Dilys", "Probert", "Bryn", "12"} & set(with_it.replace(".", "").split())
    assert len(set(with_it.split()) - set(alone.split())) <= len(names)


def test_it_is_asked_once_so_that_a_text_settles():
    asked = []

    class Counts(Says):
        def find(self, text):
            asked.append(text)
            return super().find(text)

    anonymise("Dilys rang on 3 May.", NOBODY, opinion=Counts("rang"))
    assert asked == ["Dilys rang on 3 May."]


# Neither name stands in a list, and the features of the words around them are the same.
def test_no_unknown_word_is_told_to_it_as_it_stands():
    one, other = (features(["Then", name, "rang", "."]) for name in ("Qwexil", "Zwoxil"))
    assert one[0] == other[0]
    assert one[2:] == other[2:]
    assert not any("qwexil" in feature.lower() for word in one for feature in word)


@pytest.fixture(scope="module")
def shipped():
    return SecondOpinion.open()


def test_the_one_that_is_shipped_finds_names_by_what_stands_around_them(shipped):
    text = "present: oyelaran, tegwen and mr szczur. apologies: none. oyelaran rang mrs gwladusi."
    found = {text[one.start : one.end] for one in shipped.find(text)}
    assert found >= {"oyelaran", "tegwen", "szczur"}
    assert not found & {"present", "apologies", "none", "rang", "and"}


def test_nothing_is_found_in_nothing(shipped):
    assert list(shipped.find("")) == []
    assert list(shipped.find("\n \n")) == []


def test_it_is_small_enough_to_ship():
    assert SHIPPED.stat().st_size < 500_000


@pytest.mark.parametrize("content", [b"", b"no tagger", b"lCRF but no more than that"])
def test_a_file_that_is_no_tagger_is_refused(tmp_path, content):
    (tmp_path / "mine").write_bytes(content)
    with pytest.raises(ValueError):
        SecondOpinion.open(tmp_path / "mine")
