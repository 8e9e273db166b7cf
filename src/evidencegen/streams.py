"""Commands that read lines of JSON and write lines of JSON, for other programs."""

import argparse
import json
import sys


def label_notes(asked: argparse.Namespace) -> int:
    """The themes of each note, or what notes without a theme have in common."""
    from evidencegen import themes
    from evidencegen.measures.codebook import read_codebook, shipped_codebook

    codebook = read_codebook(asked.codebook) if asked.codebook else shipped_codebook()
    notes = themes.read_notes(sys.stdin.buffer.read())
    if asked.uncoded:
        print(themes.uncoded_in_words(codebook, notes))
        return 0
    for note in notes:
        print(json.dumps(themes.labels(codebook, note)))
    sys.stdout.flush()
    return 0


def anonymise(asked: argparse.Namespace) -> int:
    """Each narrative in words that reduce the risk of recognition."""
    from evidencegen import narratives

    read = narratives.read_narratives(sys.stdin.buffer.read())
    roll = narratives.read_names(asked.names) if asked.names else narratives.NO_NAMES
    opinion = narratives.second_opinion(asked.ner_model)
    for narrative in read:
        print(json.dumps(narratives.released(narrative, roll, opinion)))
    sys.stdout.flush()
    return 0


def suppress(asked: argparse.Namespace) -> int:
    """Each table with what has to be hidden in it."""
    from evidencegen.release.crosstab import read_crosstabs, suppressed

    for table in read_crosstabs(sys.stdin.buffer.read()):
        print(json.dumps(suppressed(table)), flush=True)
    return 0
