"""How well the gate for words does on narratives whose personal details people have marked: what survives, by kind.

    python -m tools.anonymise_score FILE.jsonl... [--show] [--second-opinion]

One narrative a line: {"id", "text", "record", "gold"}; each mark in `gold` has "text", "type", "kind" (direct or quasi)
and "in_record". A narrative without marks identifies nobody: every word that goes from it is a word lost. A mark
survives where more of it stands in what is released than stands outside the marks of what was handed in, so that the
verb "will" is no leak of the name Will. Where a name survives in part, it survives. A rare fact survives where more
than half of its telling words stand where no flag is.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from time import process_time
from typing import Any

from evidencegen.release.alias import TITLES
from evidencegen.release.quote import Quote, anonymise, sentences_flagged
from evidencegen.release.record import Record
from evidencegen.release.second_opinion import SecondOpinion
from evidencegen.release.vocabulary import is_doubtful, is_ordinary, sector_terms, words_in

_BOUNDARY = " ¦ "
# Words that a mark may take in with a rare fact and that tell nothing alone.
_SAY_LITTLE = words_in("with that from have been their they only first last oldest former were said this over")
_STREET_WORDS = words_in("flat court road street lane avenue close house hill rise church cottage cottages")


@dataclass(frozen=True)
class Told:
    """A narrative as it was marked, and as it is released."""

    case: Mapping[str, Any]
    quote: Quote

    @property
    def marks(self) -> Sequence[Mapping[str, Any]]:
        """What people marked in it, in order."""
        return sorted(self.case["gold"], key=lambda mark: int(mark["start"]))


def released(cases: Sequence[Mapping[str, Any]], opinion: SecondOpinion | None = None) -> list[Told]:
    """Each narrative put through the gate."""
    quotes = (anonymise(case["text"], Record.from_json(case.get("record")), opinion=opinion) for case in cases)
    return [Told(case, replace(q, flags=sentences_flagged(q))) for case, q in zip(cases, quotes, strict=True)]


def surviving(told: Told) -> list[Mapping[str, Any]]:
    """The marks of one narrative that can still be read, in order."""
    before, after, unflagged = _plain(_outside_marks(told)), _plain(told.quote.text), _plain(_outside_flags(told.quote))
    left = []
    for mark in told.marks:
        words = [_plain(word) for word in telling(mark)]
        if mark["type"] == "RARE":
            kept = sum(_times(word, unflagged) > _times(word, before) for word in words)
            survives = 2 * kept > len(words)
        else:
            whole = [_plain(mark["text"])] if words or mark["type"] != "PERSON" else []
            survives = any(_times(word, after) > _times(word, before) for word in [*whole, *words])
        if survives:
            left.append(mark)
    return left


def telling(mark: Mapping[str, Any]) -> list[str]:
    """The parts of a mark that tell on their own who or where it was."""
    text, kind = str(mark["text"]), mark["type"]
    words = re.findall(r"[^\W\d_][\w'’\-]*", text)
    if kind == "PERSON":
        names = [re.sub(r"['’]s\Z", "", word) for word in words]
        parts = [name for name in names if len(name) > 1 and not _only_tells_who(name)]
        return parts or [
            name for name in names if len(name) > 1 and name.capitalize() not in sector_terms().capitalised
        ]
    if kind == "RARE":
        return [word for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() not in _SAY_LITTLE]
    if kind == "EMAIL":
        return [re.split(r"@|\(at\)| at ", text)[0]]
    if kind == "ADDRESS":
        return [word for word in words if len(word) > 3 and word[0].isupper() and word.lower() not in _STREET_WORDS]
    if mark["kind"] == "direct":
        return [run for run in re.findall(r"[^\W_]+", text) if len(run) > 2 and any(map(str.isdigit, run))]
    return []


def _only_tells_who(word: str) -> bool:
    """Whether a word of a marked name is no name: a title, or a role that was marked with it."""
    plain = word.lower()
    plainly = is_ordinary(plain) and not is_doubtful(plain)
    return plain in TITLES or (plainly and (word == plain or plain.capitalize() in sector_terms().capitalised))


def words_lost(told: Told) -> tuple[int, int, list[str]]:
    """How many words outside the marks are gone, out of how many, and which."""
    spans = [(mark["start"], mark["end"]) for mark in told.marks]
    words = list(re.finditer(r"\w[\w'’\-]*", told.case["text"]))
    after = [word.lower() for word in re.findall(r"\w[\w'’\-]*", told.quote.text)]
    matcher = SequenceMatcher(None, [word.group().lower() for word in words], after, autojunk=False)
    kept = {i for block in matcher.get_matching_blocks() for i in range(block.a, block.a + block.size)}
    outside = [i for i, word in enumerate(words) if not any(a < word.end() and word.start() < b for a, b in spans)]
    gone = [words[i].group().lower() for i in outside if i not in kept]
    return len(gone), len(outside), gone


def _outside_marks(told: Told) -> str:
    pieces, at = [], 0
    for mark in told.marks:
        pieces.append(told.case["text"][at : mark["start"]])
        at = mark["end"]
    return _BOUNDARY.join([*pieces, told.case["text"][at:]])


def _outside_flags(quote: Quote) -> str:
    pieces, at = [], 0
    for flag in quote.flags:
        pieces.append(quote.text[at : flag.start])
        at = max(at, flag.end)
    return _BOUNDARY.join([*pieces, quote.text[at:]])


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'")).casefold().strip()


def _times(words: str, text: str) -> int:
    if not words:
        return 0
    begins, ends = r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else ""
    return len(re.findall(begins + re.escape(words) + ends, text))


def _groups(mark: Mapping[str, Any]) -> list[str]:
    if mark["kind"] == "direct":
        where = "direct, in record" if mark["in_record"] else "direct, in no record"
        return [where, f"  {mark['type']}"] if mark["type"] == "PERSON" else [where, "structured", f"  {mark['type']}"]
    return ["rare fact"] if mark["type"] == "RARE" else ["quasi", f"  {mark['type']}"]


def summed(all_told: Sequence[Told]) -> dict[str, tuple[int, int]]:
    """For each kind of mark, how many survive and how many there are."""
    there: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for told in all_told:
        there.update(group for mark in told.marks for group in _groups(mark))
        left.update(group for mark in surviving(told) for group in _groups(mark))
    return {group: (left[group], number) for group, number in sorted(there.items(), key=lambda kv: kv[0].strip())}


def read_cases(path: Path) -> list[Mapping[str, Any]]:
    """The narratives of one file, in order."""
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]


def share_lost(all_told: Sequence[Told]) -> float:
    """The share of words outside the marks that are gone, 0 to 1."""
    counted = [words_lost(told)[:2] for told in all_told]
    return sum(gone for gone, _ in counted) / max(1, sum(there for _, there in counted))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the score of each kind of mark; with --show, what survives too. Returns 0."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--second-opinion", action="store_true", help="ask the tagger that is shipped as well")
    parser.add_argument("--show", action="store_true", help="name what survives and which words are lost")
    asked = parser.parse_args(arguments)
    cases = [case for path in asked.files for case in read_cases(path)]
    started = process_time()
    all_told = released(cases, SecondOpinion.open() if asked.second_opinion else None)
    seconds = process_time() - started
    for group, (left, number) in summed(all_told).items():
        print(f"{group:24}{left:5} of {number:5}{left / number:8.1%}")
    words = sum(len(told.case["text"].split()) for told in all_told)
    flags = sum(len(told.quote.flags) for told in all_told)
    clean = sum(not any(mark["kind"] == "direct" for mark in surviving(told)) for told in all_told)
    print(f"narratives in which nobody is named: {clean} of {len(all_told)}")
    print(f"words lost outside marks: {share_lost(all_told):.2%}")
    print(f"flags: {flags}, one in {words / max(1, flags):.0f} words; {1000 * seconds / words:.2f} s per 1,000 words")
    if asked.show:
        for told in all_told:
            for mark in surviving(told):
                print(f"{told.case['id']:5}{mark['type']:9}{'in' if mark['in_record'] else '':3}{mark['text']!r}")
        print(Counter(word for told in all_told for word in words_lost(told)[2]).most_common(60))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
