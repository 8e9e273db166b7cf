"""Shops, banks, pubs, churches and places, as those write them who write without capitals."""

import re
from datetime import date

from evidencegen.release.recogniser import Recogniser
from evidencegen.release.vocabulary import words_in

# Chains that every town has, by their kind. In a name of one of them alone nobody is found; beside a street they are.
_CHAINS = {
    "a bank": (
        r"barclays|natwest|lloyds|santander|hsbc|nationwide|monzo|halifax|starling bank|revolut|tsb|first direct|"
        r"metro bank|"
        r"virgin money|yorkshire (?:bank|building society)|royal bank of scotland|western union|klarna|wonga|provident"
    ),
    "a shop": (
        r"tesco(?:['’]?s)?(?: (?:express|extra|metro))?|asda|sainsbury['’]?s?(?: local)?|morrisons?|aldi|lidl|waitrose|"
        r"marks (?:and|&) (?:spencers?|sparks)|m&s|b&m|home bargains|poundland|poundstretcher|wilko|argos|primark|"
        r"costcutter|"
        r"one stop|londis|nisa|mccolls|cash converters|cash generator|cex|card factory|dunelm|ikea|b&q|screwfix|"
        r"halfords|currys|sports direct|jd sports|tk maxx|matalan|new look|river island|h&m|wh ?smiths?|"
        r"holland (?:and|&) barrett|smyths|the co-?op|co-op|spar|farmfoods|heron foods|greggs|timpsons?|brighthouse"
    ),
    "a pharmacy": r"superdrug|lloyds pharmacy|well pharmacy|boots (?:the )?chemists?|boots pharmacy",
    "a café": (
        r"costa(?: coffee)?|starbucks|mcdonald['’]?s|maccies|maccy d['’]?s|nando['’]?s|kfc|burger king|pizza hut|"
        r"caff[eè] nero|"
        r"wetherspoons?|toby carvery|harvester|five guys|pizza express"
    ),
    "a hotel": r"premier inn|travelodge|holiday inn|ibis|best western|britannia hotel|days inn",
    "a bookmaker": r"ladbrokes|william hill|paddy power|betfred|bet ?fred|bet365|coral bookies",
    "a cinema": r"odeon|cineworld|vue cinema",
    "a gym": r"pure ?gym|the gym group|david lloyd|anytime fitness",
}
_BY_CHAIN = {kind: re.compile(rf"(?:{names})\Z", re.IGNORECASE) for kind, names in _CHAINS.items()}
_DETERMINED = re.compile(r"\b(?:the|a|an|his|her|their|our|my|your|this|that|another|local)[ \n]\Z", re.IGNORECASE)
_THERE = (
    r"(?<![\w'’])(?:at|in|to|from|near|outside|behind|opposite|by|down|up|past|inside|around|round|over|into|"
    r"on|of)[ \n]"
)
_BEAST = (
    r"lion|hart|swan|bull|horses?|bear|boar|dragon|dog|duck|eagle|fox|goat|hare|hind|hounds?|lamb|ram|stag|unicorn|"
    r"cock|"
    r"pheasant|partridge|raven|dolphin|elephant|greyhound|badger|otter|trout|cat"
)
_SIGN = (
    rf"{_BEAST}|crown|cushion|anchor|bell|ship|plough|oak|rose|star|sun|moon|cross keys|wheatsheaf|castle|compass|"
    r"barrel|"
    r"feathers|gate"
)
_DYED = (
    r"red|white|black|golden|blue|green|silver|royal|old|flying|running|spotted|dun|pied|brown|three|four|five|seven|"
    r"king['’]?s|queen['’]?s"
)
_STREET = r"street|road|lane|avenue|close|drive|way|row|square|rd|st|ave"


def _kind_of(match: re.Match[str], _: date | None) -> str:
    name = match["chain"]
    kind = next(kind for kind, names in _BY_CHAIN.items() if names.match(name))
    before = match.string[max(0, match.start() - 9) : match.start()]
    return kind.removeprefix("a ") if _DETERMINED.search(before) else kind


CHAIN = Recogniser(
    key="chain",
    label="a shop",
    pattern=re.compile(
        rf"(?<![\w@.\-])(?:the )?(?P<chain>{'|'.join(_CHAINS.values())})(?![\w@\-]|\.\w)(?:['’]s\b)?(?: "
        r"(?:bank|building society|supermarket|store|caf[eé]|pharmacy|bookies))?"
        rf"(?:,? (?:in|on|at|off|by)? ?(?:the )?[a-z'’]+ (?:{_STREET})\b)?",
        re.IGNORECASE,
    ),
    wording=_kind_of,
)

BOOTS = Recogniser(
    key="boots",
    label="a pharmacy",
    pattern=re.compile(rf"{_THERE}(?P<detail>boots)\b(?! (?:and|or|off|were|are|for|with|that)\b)(?! of)"),
    is_real=lambda match: match.group().split()[0] not in ("in", "of", "with"),
)

PUB = Recogniser(
    key="pub",
    label="a pub",
    pattern=re.compile(
        rf"{_THERE}(?P<detail>the (?:(?:{_DYED}) (?:{_SIGN})s?|(?:{_SIGN}) (?:and|&|n) (?:{_SIGN})|"
        r"[a-z'’]+ (?:arms|tavern|inn|head|legion)|(?:fox|plough|swan|bull|crown|anchor|railway|george|victoria|"
        r"wheatsheaf|royal oak))"
        r"(?: (?:pub|inn|hotel))?)\b(?! (?:of|bell|ring|ward|lane|and chest|club|station|line|works|house|"
        r"school|centre|street|road|park|football|cricket|hall))",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        match["detail"].split()[1].lower() not in ("bed", "shower", "other", "left", "right", "his", "her", "back")
    ),
)

SAINT = Recogniser(
    key="saint",
    label="[place]",
    pattern=re.compile(
        rf"{_THERE}(?P<detail>(?:st|saint|sts)\.? (?!and\b|to\b|for\b|in\b|on\b|at\b|of\b|"
        r"the\b)[a-z]+(?:['’]?s)?(?: (?:hospital|church|school|primary|hospice|court|house|"
        r"road|street|hall|centre|ward|clinic|club|close|way|lane))*)\b",
        re.IGNORECASE,
    ),
)

# Signs that hang over many a door: a pub wherever they stand.
PUB_BY_SIGN = Recogniser(
    key="pub_by_sign",
    label="a pub",
    pattern=re.compile(
        r"\bthe (?:red lion|white hart|white horse|white lion|white swan|black bull|black horse|black swan|golden "
        r"lion|golden fleece|royal oak|king['’]?s head|"
        r"king['’]?s arms|queen['’]?s head|queen['’]?s arms|rose (?:and|&) crown|green dragon|green man|dog (?:and|"
        r"&) duck|coach (?:and|&) horses|fox (?:and|&) hounds|"
        r"hare (?:and|&) hounds|bull['’]?s head|nag['’]?s head|crown (?:and|&) anchor|cross keys|george (?:and|&) "
        r"dragon|railway (?:inn|tavern|arms)|new inn|bay horse|"
        r"blue bell|grey horse|lamb (?:and|&) flag|prince of wales|duke of \w+|marquis of \w+|bird in hand|jolly "
        r"\w+)\b(?: (?:pub|inn|hotel)\b)?",
        re.IGNORECASE,
    ),
)

CHURCH = Recogniser(
    key="church",
    label="a place of worship",
    pattern=re.compile(
        r"\b(?:holy trinity|all saints|all souls|sacred heart|our lady(?: of \w+)?|christ ?church|good shepherd|"
        r"immaculate \w+|holy (?:cross|name|rosary|redeemer))\b(?: (?:church|hall|rc))*",
        re.IGNORECASE,
    ),
)

# Homes that are called by what grows about them: "in the beeches".
TREES = Recogniser(
    key="trees",
    label="[place]",
    pattern=re.compile(
        r"\b(?:in|at|to|from|of|into) (?P<detail>the (?:beeches|elms|laurels|limes|firs|oaks|willows|hollies|"
        r"poplars|cedars|pines|gables|"
        r"larches|rowans|birches|chestnuts|sycamores|hawthorns|maples|lindens|orchards|grange|hermitage|"
        r"priory|rectory|old vicarage|"
        r"spinney|haven|croft|glade|copse|warren|moorings|haywain|paddocks?|meadows|mount))\b"
    ),
)

# "a polish lad": the one people of the world whose name is a verb.
POLISH = Recogniser(
    key="background",
    label="",
    pattern=re.compile(
        r"\bpolish (?=(?:lad|man|woman|girl|lady|carer|nurse|family|bloke|guy|boy|people|friend|neighbour|"
        r"community|shop|church|couple|"
        r"chap|fella|worker|lodger|food|speaking|born)\b)",
        re.IGNORECASE,
    ),
)

NEWSPAPER = Recogniser(
    key="newspaper",
    label="a newspaper",
    pattern=re.compile(
        r"\b(?:to|in|from|rang|told|by) (?P<detail>the (?:local |evening |daily |weekly )?(?:echo|gazette|argus|"
        r"chronicle|herald|courier|mercury|advertiser|examiner|standard))\b"
    ),
)

BUS = Recogniser(
    key="bus",
    label="",
    pattern=re.compile(r"\b(?:number |no\.? )?\d{1,3}[a-z]? (?=(?:bus|tram)\b)", re.IGNORECASE),
)

_NO_NAME = words_in(
    """
    the a an his her their our my your its no any some that this same right wrong usual normal best only main
    other proper
    safe long hard every each either another own new different little small very whole care guest coffee public town
    village church school dining sports food crown high county magistrates family tennis open full halfway
    social day night
    club big car bus dog lorry skate theme ball back front side bottom top far near north south east west bed
    bay sea city
    retail business caravan industrial housing coach play water ambulance visitor staff disabled residents parking court
    nursing residential rest sheltered council local royal upper lower one two three lovely nice cold wet great good bad
    deep open common and or of to for with in on at by from nursery ward half dead week weeks year month early
    late happy
    front living dead odd loose deep shallow summer winter spring book bird tree dolls doll wendy terraced detached red
    """
)
_KIND = (
    r"house|lodge|court|grange|manor|hall|view|villas?|cottages?|towers?|mews|gardens|park|green|hill|bridge|cross|"
    r"heath|"
    r"common|wood|bay|moor|ford|field|valley|quay|wharf|mill|farm|side|end"
)

# "at bluebell house", "in wood green": two words and no article, the last of which is a kind of place.
HOUSE_OR_PLACE = Recogniser(
    key="house_or_place",
    label="[place]",
    pattern=re.compile(
        rf"{_THERE}(?P<detail>(?P<name>[a-z]{{3,}}) (?:{_KIND}))\b(?! (?:staff|manager|rules|meeting|visit|party|"
        r"clothes|keys?)\b)"
    ),
    is_real=lambda match: match["name"] not in _NO_NAME and not match["name"].endswith(("ing", "ed", "ly")),
)

# Towns whose name is a word too, where somebody lives there or comes from there.
TOWN = Recogniser(
    key="town",
    label="[place]",
    pattern=re.compile(
        r"\b(?:liv(?:e|es|ed|ing) in|mov(?:e|ed|es|ing) (?:back )?to|(?:born|grew up|back|house|flat|shop|hospital|"
        r"college|brought up|over|up|down|work(?:s|ed)?|job|prison) in|"
        r"(?:is|was|am|are|comes?|came|lad|lass|people|all the way|travell?ed|bus|train|down|up|originally) from|"
        r"near|outside|train to|bus to) "
        r"(?P<detail>hull|derby|bury|deal|reading|bath|sale|rugby|wells|battle|rye|ware|street|nelson|stone|lancing|"
        r"mold|flint|hay|chard|barking|sandwich|"
        r"settle|crook|hook|ash|dover|barrow|bolton|march|wick|nairn|ayr|oban|tring|diss|eye|holt|leek|rhyl|barry|"
        r"usk|lizard|chatham|stroud|bow|angel|bank|"
        r"wash|broads|peak|fens|wolds|downs|lakes|dales|gorbals|moss side|toxteth)\b(?! (?:of|to|the|and|room|water|"
        r"house|card|account|statement))",
        re.IGNORECASE,
    ),
)
