"""Parts of sentences that lints share: who does it, what it is about, whether it is claimed at all."""

import re
from functools import lru_cache

US = (
    r"(?:we|(?:our|its|the) (?:(?!council|authority|court|advocate|enquiry|duty)\w+ ){0,3}?(?:teams?|managers?|leads?|"
    r"staff|services?|homes?|providers?|"
    r"company|organisation|charity|trust|directors?|deput(?:y|ies)|nurses?|workers?|carers?|seniors?|trustees|owners?|"
    r"proprietor|agency|branch|"
    r"group|matron|supervisors?|coordinators?|champions?|board|individual|practitioners?)|staff|managers|carers)"
)
"""Whoever acts for the provider, at the head of a sentence."""
BY_US = (
    r"by (?:us\b|our(?:selves)?\b|(?:the|its|a) (?:\w+ ){0,2}?(?:home|service|provider|team|manager|lead|staff|deputy|"
    r"nurse|director|company|charity|seniors?|carers?)\b|staff\b|managers\b)"
)
ADVERBS = (
    r"(?:(?:have|has|had|having|also|then|promptly|immediately|successfully|formally|always|can|could|will|would|"
    r"therefore|rightly|jointly|be|"
    r"being|been|swiftly|duly|quickly|usually|now|all|each|both|fully|properly|at once|\w+ly) ){0,4}"
)
"""What stands between a subject and its verb."""
BE = r"(?:(?:has|have|had) been|was|were|is|are|be|been|being|gets?|got|stands?|stood)"
PEOPLE = (
    r"(?:people|persons?|residents?|tenants?|clients?|customers?|service users?|individuals?|patients?|adults?|"
    r"families|family|relatives?|"
    r"men|women|man|woman|staff|carers?|workers?|employees?|nurses?|managers?|colleagues?|volunteers?|teams?|starters?|"
    r"members?|champions?|leavers?|applicants?|supervisors?|seniors?)"
)
RECORDS = (
    r"(?:concerns?|cases?|reviews?|referrals?|visits?|calls?|complaints?|compliments?|incidents?|allegations?|"
    r"disclosures?|enquir(?:y|ies)|"
    r"plans?|alerts?|actions?|outcomes?|wishes|goals?|shifts?|doses?|medicines?|requests?|assessments?|records?|files?|"
    r"replies|answers|responses|falls?|errors?|audits?|supervisions?|meetings?|appointments?|opportunit(?:y|ies)|"
    r"deadlines?|risks?|notes?|bells?)"
)
PLACES = (
    r"(?:homes?|sites?|services?|schemes?|teams?|locations?|branches|units?|settings|houses|centres|districts|"
    r"boroughs|areas)"
)
"""Parts of a provider, each with a percentage of its own."""
OUR_WORK = (
    r"(?:training|programmes?|approach|polic(?:y|ies)|procedures?|forms?|supervision|sessions?|champions?|leads?|"
    r"model|systems?|initiatives?|works?|teams?|framework|project|scheme|pathway|routes?|tools?|audits?|changes?|"
    r"testing|"
    r"reviews?|workshops?|courses?|process(?:es)?|investment|efforts?|interventions?|practice|culture|meetings?|"
    r"services?|"
    r"huddles?|coaching|actions?|inductions?|handovers?|checks?|walk-?arounds?|rounds?|strategy|leadership|commitment|"
    r"mentoring|sampling|managers?|rota|rotas|staffing|apps?|technology|records|recording|software|e-?learning|"
    r"partnership|groups?|networks?|plans?|visits?|methods?|arrangements?|focus|emphasis|introduction|use|roll-?out|"
    r"dashboards?|reminders?|calls?|leaflets?|policing|support|care|guides?|toolkits?|circles?|forums?|module)"
)
"""What a provider does and may think the cause of what became better."""
_SOMEBODY = (
    r"(?:he|she|(?:the|her|his|their|a|one) (?:[\w-]+ )?(?:person|man|woman|lady|gentleman|daughter|son|sister|brother|"
    r"niece|nephew|mother|father|wife|husband|partner|neighbour|friend|tenant|resident|relative|carer|advocate|nurse|"
    r"grandson|granddaughter|cousin|colleague))"
)
_ANOTHER = (
    r"(?:the )?(?:council|local authority|court|coroner|ombudsman|inspectors?|commissioner|advocate|social worker|"
    r"supervisory body|auditor|regulator|solicitor|police)"
)
_SPEAKS = (
    r"(?:said|says|told (?:us|me|her|him|them|staff|the \w+)|felt|feels|thought|thinks|asked|wrote|wished|feared|"
    r"believed|complained|remembered|decided|"
    r"found|concluded|confirmed|agreed|worried)"
)
_WE, _SOMEBODY, _ANOTHER, _SPEAKS = (part.replace(" ", r"\ ") for part in (US, _SOMEBODY, _ANOTHER, _SPEAKS))
_NOT_OURS = re.compile(
    rf"""
    (?<!\w)['‘][^'’\n]{{0,300}}['’](?!\w) | [\"“][^\"”\n]{{0,300}}[\"”] | (?<=[:,]\ )['‘\"“](?=\w)[^'’\"”\n]*\Z
    | \b(?:it\ is|it['’]s)\ (?:\w+\ )?(?:said|held|thought|assumed|argued)\b[^.;]*
    | \b(?:{_SOMEBODY}|{_ANOTHER})\ (?:\w+\ ){{0,2}}?{_SPEAKS}\b[^.;]*
    | \b(?:said|says|told\ \w+|feels?|felt|thought|(?<!are\ )(?<!is\ )(?<!were\ )(?<!was\ )(?<!be\ )(?<!been\ )
      (?<!being\ )asked)(?:\ \w+){{0,2}}?\ (?:that\ )?
      (?:he|she|they|it|her|his|their)\b[^.;]*
    | \A[^;]*,\ (?:he|she|they|residents|tenants|people|families|(?:her|his|the|one|a)\ \w+)\ (?:said|says?|
      told\ \w+|added|wrote|thought|thinks|adds)\b
    | \b(?:whether|if)\b[^,.;]*
    | \b(?:(?:do|does|did|can|could|will|would|should|may|is|are|was|were)(?:\ not|n['’]t)|didn['’]t|can['’]t|
      won['’]t|cannot|under\ no\ circumstances|no\ circumstances|never|nor|neither|
      (?:nobody|none\ of\ us|no\ provider)\ (?:can|should))\b(?:\ \w+){{0,2}}?\ (?:claim\w*|say|said|promis\w+|
        guarantee\w*|tell|know|think|assume|
      pretend|suggest\w*|believe|prove|write|put|be\ (?:sure|certain))\b[^.;]*
    | \b(?:wrong|untrue|misleading|unwise|not\ (?:possible|right|true|enough|for\ us|our\ place)|too\ (?:early|soon)|
      impossible|hard|difficult)\ to\ (?:say|claim|tell|know|promise|think|guarantee|show|prove)\b[^.;]*
    | \b(?:would|should|['’]d)\ (?:like|love)\ to\ (?:say|claim|tell|write)\b[^.;]*
    | \b(?:inaccurate|incorrect|false|improper|premature|dishonest)\ to\ (?:say|state|claim|suggest|assert|represent)\b
      [^.;]*
    | \bto\ be\ (?:read|taken|understood)\ as\b[^.;]*
    | \bno\ (?:representation|assertion|warranty|claim|suggestion|promise|evidence|proof|guarantee|
      way\ of\ knowing)\b[^.;]*
    | \bneither\b[^.;]*
    | \b(?:rather\ than|instead\ of|as\ opposed\ to)\b[^.;,]*
    | \bnot\ (?:\w+\ ){{0,2}}?(?:all|every\w*|always|each|100%)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Quoted, said by another, asked, or denied."""
_MEANT_TO_BE = re.compile(
    rf"""
    (?:\A|(?<=[.,;:])|\b(?:that|which|and|but|because|so|since)\b)
      (?:(?!\b(?:that|which|and|but|because|so|since)\b)[^.,;:])*\b(?:must|should|shall|ought\ to|
      (?:is|are)\ (?:required|expected|asked|told|instructed|obliged|supposed|meant|reminded|encouraged|invited|
      forbidden)\ (?:never\ |always\ |not\ )?to|
      (?:is|are)\ to\ (?!be\ (?:congratulated|praised))\w+)\b[^.;:,]*
    | \b(?:{_WE}|i)(?:\ all|\ also)?\ (?:aim|want|hope|intend|strive|expect|try|tries|aspire|seek|plan|wish|
      ask(?=\ (?:that|for|(?:\w+\ ){{1,3}}?to)\b)|
      would\ (?:like|want)|work\ towards|are\ working\ towards|set\ out|need|look\ to)s?\b[^.;]*
    | \b(?:aims|aiming|hoping|striving|intended|designed|meant)\ (?:to|for)\b[^.;]*
    | \b(?:our|the|its|a|with)\ (?:[\w-]+\ ){{0,3}}?(?:aim|goal|target|ambition|vision|hope|intention|objective|task|
      challenge|purpose)s?\ (?:\w+\ ){{0,6}}?(?:is|was|are|of|that|to|remains|stays|set)\b[^.;]*
    | \b(?:polic(?:y|ies)|procedures?|protocols?|code|guidance|law|Act|regulations?|standards?|principles?|charter|
      specification|contract|forms?|rules?|framework|Personal|handbook|statute|duty|questionnaire|checklist|
      audit\ tool|tool)\b(?:\ [\w()]+){{0,3}}?\ (?:says?|states?|asks?|requires?|expects?|presumes?|sets?\ out|tells?|
      demands?|calls?\ for|reads?|is\ that|lists?|begins?)\b[^.;]*
    | \bit\ (?:is|was)\ (?:\w+\ ){{0,2}}?(?:aim|policy|intention|hope|duty|job|task|rule|condition|requirement|term|
      principle)\b[^.;]*
    | \b(?:where|when(?:ever)?|unless|until|once|as\ soon\ as|even\ if|in\ case)(?:\ we|\ our|\ staff)?
      (?:\ (?!we\b)[\w'’]+){{0,3}}
    | \b(?:asked|asks|asking|requires?|required|recommend\w*|propos\w+|urg\w+|suggest\w*)\ that\b[^.;]*
    | \b(?:ask|asks|asked|want|wants|need|needs|wish|expect|expects)\ for?\b(?:\ [\w'’]+){{1,5}}?\ to\ be\b
    | \b(?:all|every|each|nobody|no\ one|everyone)(?:\ (?!who|that|which|come|came|has|have|had|is|are|was|were|get|
      got)[\w-]+){{0,2}}?\ to\ (?!(?:date|us|our|the|a|an|their|his|her|one|
      have|this|that)\b)\w+
    | \A(?:[^:;.]{{0,40}}\b)?(?:rules?|clause|polic(?:y|ies)|procedure|aim|standard|target|principle|condition|term|
      goal|
      promise)\b[^:;.]{{0,25}}(?:\.\d[^:;]{{0,6}})?:.*
    | [^.;]*(?=\((?:see\ )?(?:policy|procedure|clause|rule|standard)\b)
    | \b(?:entitled|welcome|free)\ to\b[^.;]*
    | \b(?:every|each|all|no|nobody)\b(?:\ [\w-]+){{0,4}}?\ (?:is|are|has)\ (?:entitled|the\ right|a\ right|welcome|
      free\ to)\b
    | \b(?:so\ (?:that\ )?|in\ order\ that\ )(?:no\ one|nobody|every(?:one|body)|all|each|nothing|people\ can)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A duty, an aim, what a policy asks, or on what condition."""


def is_ours(text: str, at: int) -> bool:
    """Whether words at a place in a sentence are the provider says, neither quoted, reported, asked nor denied."""
    return not (text.rstrip(") ").endswith("?") or any(a <= at < b for a, b in _spans(_NOT_OURS, text)))


def is_claimed(text: str, at: int) -> bool:
    """Whether words at a place in a sentence tell what is so: they are ours, and no duty, aim or condition."""
    return is_ours(text, at) and not any(a <= at < b for a, b in _spans(_MEANT_TO_BE, text))


@lru_cache(maxsize=256)
def _spans(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in pattern.finditer(text))
