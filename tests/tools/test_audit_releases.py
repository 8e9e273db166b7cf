"""Random releases, hidden by the product and attacked apart from it."""

import pytest

from evidencegen.release.profile import EXACT
from tools.audit_releases import Release, drawn, exposed, told


# In blocks, so that several processors share them.
@pytest.mark.parametrize("first", range(0, 200, 20))
def test_no_hidden_number_of_two_hundred_releases_is_given_away(first):
    for seed in range(first, first + 20):
        release = drawn(seed)
        assert list(exposed(release, told(release))) == [], seed


def test_a_release_agrees_with_its_sums():
    for seed in range(30):
        release = drawn(seed)
        for whole, parts in release.sums:
            assert release.sizes[whole] == sum(release.sizes[part] for part in parts), seed


# Without the gate, 123 - 62 - 58 is 3: the attacker must find it, or its silence means nothing.
def test_the_attacker_finds_what_is_not_protected(monkeypatch):
    release = Release({"all": 123, "n": 62, "s": 58, "w": 3}, (("all", ("n", "s", "w")),), EXACT.people)
    assert list(exposed(release, told(release))) == []
    assert told(release)["s"] is None
    monkeypatch.setattr("tools.audit_releases.hide_more", lambda *_, **__: frozenset())
    assert list(exposed(release, told(release))) == ["w"]
