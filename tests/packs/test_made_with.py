"""How a pack was made, as facts: whose words, what took names out, how many signed."""

from evidencegen.packs.made_with import Coded, MadeWith


def test_a_pack_that_tells_no_story_says_nothing_took_names_out_of_one():
    assert MadeWith("0.1.0").as_dict() == {
        "generative_model": None,
        "figures": "fixed rules, from the inputs that this manifest names",
        "words": {
            "templates": "evidencegen 0.1.0",
            "own_templates": False,
            "own_words": False,
            "practice_statements": False,
        },
        "themes": "no theme was looked for in notes",
        "case_studies": {
            "told": 0,
            "signed_by": 0,
            "names_taken_out_by": None,
            "second_opinion_sha256": None,
        },
    }


def test_what_was_used_stands_there_and_no_name_of_anybody_does():
    facts = MadeWith("0.1.0", True, True, True, stories=2, signers=1, tagger="ab" * 32, themes=Coded.LEARNT).as_dict()
    assert facts["words"] == {
        "templates": "evidencegen 0.1.0",
        "own_templates": True,
        "own_words": True,
        "practice_statements": True,
    }
    assert facts["themes"] == "rules, and words weighted by notes that people had labelled"
    assert facts["case_studies"] == {
        "told": 2,
        "signed_by": 1,
        "names_taken_out_by": "rules and word lists",
        "second_opinion_sha256": "ab" * 32,
    }
