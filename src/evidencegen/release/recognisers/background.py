"""What somebody believes, speaks, comes from or is, told of one person."""

import re

from evidencegen.release.recogniser import Recogniser

_FAITH = (
    r"(?:roman )?catholic|protestant|muslim|sikh|hindu|jew(?:ish)?|christian|buddhist|methodist|baptist|"
    r"quaker|pagan|rasta(?:farian)?|"
    r"jehovah['’]?s witness|mormon|(?:greek|russian) orthodox|anglican|church of england|c of e|pentecostal|"
    r"evangelical|atheist|"
    r"seventh[- ]day adventist|salvationist|presbyterian|zoroastrian|jain|humanist|spiritualist|druid|wiccan"
)
_ORIGIN = (
    r"gyps(?:y|ies)|welsh|polish(?! (?:the|up|his|her|off))|scots|traveller|roma|romany|(?:black|white|asian|"
    r"mixed)(?:[ /-](?:british|african|caribbean|"
    r"irish|european|other|asian|race|heritage|white|black|"
    r"welsh|scottish|english))+|mixed race|dual heritage|afro[- ]?caribbean|african[- ]caribbean"
)
_LOVE = r"gay|lesbian|bisexual|bi|trans|transgender|trans(?: wo)?man|non-?binary|queer|intersex|asexual"
_TOLD = (
    r"(?:is|was|am|are|i['’]?m|s?he['’]?s|im|they['’]?re|been|as|being|a|an|practising|devout|strict|lapsed|"
    r"brought up|raised|born|became|converted to|identif(?:ies|ied) as|"
    r"comes out as|came out as|openly)"
)

# In a form: "Religion: …", "First language: …", to the end of the field.
BACKGROUND_IN_A_FORM = Recogniser(
    key="background_in_a_form",
    label="[background]",
    pattern=re.compile(
        r"\b(?:ethnicity|ethnic (?:origin|group|background)|religion(?:/belief)?|faith|nationality|first "
        r"language|preferred language|main language|language(?:s spoken)?|"
        r"sexuality|sexual orientation|country of (?:birth|origin)|place of birth|born in|marital status)[ "
        r"]?[:=][ \t]*(?P<detail>(?=[^\s\[])[^\n.;|,]{2,40}?)(?=[ \t]{2,}|[\n.;|,]|\Z|[ ]\w+:)",
        re.IGNORECASE,
    ),
)

# "said in polish": a language without its capital; with one it is told by its capital.
LANGUAGE_IN_LOWER_CASE = Recogniser(
    key="language_in_lower_case",
    label="their own language",
    pattern=re.compile(
        r"\b(?:in|speaks?|spoke|speaking|talks?|understands?|reads?|only) (?P<detail>polish|urdu|punjabi|panjabi|hindi|"
        r"gujarati|bengali|bangla|sylheti|mirpuri|pashto|somali|arabic|farsi|kurdish|turkish|welsh|gaelic|romanian|"
        r"bulgarian|lithuanian|latvian|hungarian|czech|slovak|albanian|ukrainian|russian|portuguese|spanish|french|italian|"
        r"german|greek|cantonese|mandarin|vietnamese|tagalog|tamil|malayalam|nepali|twi|yoruba|igbo|hausa|shona|swahili|"
        r"tigrinya|amharic|romani|patois)\b(?! (?:the|it|his|her|their|shop|food|style))"
    ),
)

BACKGROUND_OF_SOMEBODY = Recogniser(
    key="background_of_somebody",
    label="[background]",
    pattern=re.compile(
        rf"\b{_TOLD} (?:an? |very |quite |of |proud(?:ly)? |practising |devout |strict |lapsed |registered "
        rf")*(?P<detail>{_FAITH}|{_ORIGIN}|{_LOVE})\b"
        r"(?! (?:bank|holiday|pride|community|communities|group|service|services|church|school|friday|rights|"
        r"history|calendar|prayers?|food|menu)\b)",
        re.IGNORECASE,
    ),
)
