"""A published figure set beside the provider's own, with no word on what is not alike."""

import re
from collections.abc import Iterator

from evidencegen.packs.lint import Held, Hit, Lint, Severity, Words

_WHERE = (
    r"(?:national|England|English|UK|regional|county|sector|industry|local authority|council|borough|statutory|peer|"
    r"CQC|"
    r"similar providers?['’]?|other providers?['’]?|comparator|NHS England|Skills for Care)(?:['’]s)?"
)
_WHAT = (
    r"(?:averages?|figures?|means?|rates?|benchmarks?|medians?|results?|norms?|percentages?|levels?|performance|data)"
)
_BENCHMARK = re.compile(
    rf"\b(?:(?:above|below|better than|higher than|lower than|ahead of|beats?|exceeds?|exceed(?:ed|ing)|"
    rf"outperform(?:s|ed|ing)?|compared (?:with|to)|"
    rf"against|versus|in line with|close to|well above|matches|the|than) )?(?:the )?{_WHERE}(?: \w+)? {_WHAT}\b"
    rf"|\b(?:compared (?:with|to)|against|versus|than) \d+(?:\.\d+)? ?(?:%|per ?cent) (?:across|in|for|throughout) "
    rf"(?:the )?"
    rf"(?:England|UK|country|region|county|sector|borough|North|South|East|West)\w*"
    rf"|\b(?:nationally|across England|across the (?:country|sector|region|county)|elsewhere in the (?:country|"
    rf"county|region))\b"
    rf"|\b(?:outperform(?:s|ed|ing)?|better than|higher than|ahead of|than|compared (?:with|to)|against) (?:most |"
    rf"many |all )?(?:similar|other|"
    rf"comparable|neighbouring|rival) "
    rf"(?:providers?|services?|homes?|organisations?|councils?)\b"
    rf"|\b(?:the|a|this|national|published) benchmark\b(?! (?:set|is set))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\d ?(?:%|per ?cent\b)|\b\d+ of \d|\b(?:lower|higher|better|worse|above|below|beats?|outperform\w*) (?:than "
    r")?(?:the |ours)?"
)
_NOTE = re.compile(
    r"\b(?:not (?:directly )?(?:alike|comparable|the same)|cannot (?:be )?(?:directly )?compar\w+|not be compared|"
    r"differ(?:s|ent|ently|ence)?|"
    r"whereas|while ours|and ours|ours (?:counts?|of|is of)|counts? (?:enquiries|people|councils?|only)|is of "
    r"enquiries|are of enquiries|"
    r"unlike|not like for like|like with like|caution|care is needed|covers? (?:only|all|councils?))\b",
    re.IGNORECASE,
)


def _find(words: Words, held: Held) -> Iterator[Hit]:
    prose = words.prose
    for at, paragraph in enumerate(prose):
        told = " ".join(p.text for p in prose[at : at + 2])
        if _NOTE.search(told):
            continue
        for sentence in paragraph.sentences:
            match = _BENCHMARK.search(sentence.text)
            if match and _NUMBER.search(sentence.text):
                start = sentence.start + match.start()
                yield Hit(paragraph, start, start + len(match[0]))


BENCHMARK = Lint(
    key="benchmark_without_note",
    title="A benchmark without its note",
    why="published figures count other things, such as the enquiries of councils, so the two are not alike",
    suggestion="say beside it whose figure it is, of which period, and what is not alike",
    severity=Severity.WARN,
    find=_find,
)
