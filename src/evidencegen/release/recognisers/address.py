"""Addresses, rooms and numbered doors."""

import re

from evidencegen.release.recogniser import Recogniser
from evidencegen.release.vocabulary import words_in

_STREET = (
    r"Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Terrace|Crescent|Court|Gardens|Grove|Place|Square|Row|"
    r"Walk|Way|Hill|Rise|View|"
    r"Park|Green|Mews|Parade|Wharf|Quay|Gate|Bank|Drove|Side|Yard|Cottages?|House|Lodge|Mount|Fold|Croft|"
    r"Meadows?|Fields?|Heights|"
    r"Approach|Broadway|Circus|Dene|Dale|End|Garth|Hey|Vale|Villas?|Buildings|Estate|Mansions|Tower|Point|Wynd|"
    r"Brae|Loan|Ffordd|Heol|Stryd"
)
_NAME = r"[A-Z][\w'’\-]*"
_POSTCODE = r"[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}"
_REST = rf"(?:,? (?:{_NAME}(?: {_NAME}){{0,3}}(?=,| {_POSTCODE}|,? {_POSTCODE})|{_POSTCODE}))*"

_IN_WORDS = (
    r"(?:(?:twenty|thirty|forty)[- ])?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"twenty|thirty|forty"
)
_IN_WORDS = f"(?:{_IN_WORDS})"

# A number, then names that end in the word for a street, then what is left of the address.
ADDRESS = Recogniser(
    key="address",
    label="[address]",
    pattern=re.compile(
        rf"(?:\b(?:[Ff]lat|[Rr]oom|[Uu]nit|[Aa]partment|[Bb]ungalow|[Nn]umber|[Nn]o\.?) ?\w{{1,4}},? (?:of |at |in )?)?"
        rf"\b\d{{1,4}}[A-Za-z]?,? (?:{_NAME} ){{1,3}}?(?:{_STREET})\b(?: {_NAME}){{0,2}}{_REST}"
        rf"|\b(?:[Ff]lat|[Aa]partment|[Uu]nit) (?:\d{{1,4}}[A-Za-z]?|[A-Z]),? {_NAME}(?:,? {_NAME}){{0,5}}{_REST}"
    ),
)

DOOR = Recogniser(
    key="door",
    label="[address]",
    pattern=re.compile(
        r"\b(?:at |from |in |of |to |outside |opposite |next door,? |door,? |house,? |flat,? "
        r")?(?P<detail>(?:[Nn]umber|[Nn]o\.?) "
        r"\d{1,4}[a-z]?)\b(?! (?:of|in|reason|priority|one|"
        r"bus|people|calls))",
        re.ASCII,
    ),
    is_real=lambda match: (
        match.group().split()[0]
        in (
            "at",
            "from",
            "in",
            "of",
            "to",
            "outside",
            "opposite",
            "next",
            "door,",
            "door",
            "house",
            "house,",
            "flat",
            "flat,",
        )
    ),
)

ROOM = Recogniser(
    key="room",
    label="[room]",
    pattern=re.compile(
        r"\b(?:room|rm|flat|apartment|apt|bed|bay|bungalow|ward|cubicle|chalet|pod|bedroom|locker|house|plot|"
        r"caravan|side room)(?:[ ]?(?:nos?|number|nr)\b\.?)?[ ]?[:#=.]?[ ]?"
        r"(?:no\.? |number )?(?:\d{1,3}[A-Za-z]?|[A-Z]\d{1,3}|[A-Z](?=[,.;]| bed\b))\b(?:[ ]?bed "
        r"\d{1,2}\b)?(?![%/:.]\d|[ ]?(?:%|hours|days|weeks|minutes|nights|people|bed|beds|staff|"
        r"of \d|out of))",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        not re.match(r"(?i:bed|house|ward|plot|pod)[ ]?[a-z]\b", match.group())
        and not re.match(r"(?i)(?:bed|house|bay|flat)\d", match.group())
    ),
)

# "rooms 3 and 8": several doors at once.
ROOMS = Recogniser(
    key="rooms",
    label="some rooms",
    pattern=re.compile(
        r"\b(?:rooms|rms|flats|apartments|beds|bays|bungalows|bedrooms)(?:[ ]?(?:nos?|numbers)\b\.?)?[ ]?:?[ ]?"
        r"\d{1,3}[a-z]?(?:(?:, | and | to | or | & |, and |-|–)\d{1,3}[a-z]?)+\b"
        r"(?![%/:.]\d|[ ]?(?:%|hours|days|weeks|people))",
        re.IGNORECASE,
    ),
)

# Other numbered things by which somebody at one place can be told.
NUMBERED = Recogniser(
    key="numbered",
    label="[number]",
    pattern=re.compile(
        r"\b(?:badge|court|unit|suite|pitch|berth|mooring|block|studio|cell|peg|chair|desk|tray|pigeonhole|"
        r"bus stop|next door at|over the road at|"
        r"key ?safe|lock ?box|staff|payroll|collar|till)(?:[ ]?(?:no|number|num|code)\b\.?)?[:=#]? "
        r"?(?P<detail>\d{1,4}(?:-\d{1,4})?[a-z]?)\b(?![%/:.]\d|[ ]?"
        r"(?:%|am|pm|hours?|days?|weeks?|minutes?|nights?|people|staff|of|out|times?|years?|months?|beds?|"
        r"shifts?|members|vacancies|posts|to|training|and|or|were|have|are|who)\b)",
        re.IGNORECASE,
    ),
    is_real=lambda match: not match.group().lower().startswith("staff ") or len(match["detail"]) > 2,
)

ROOM_IN_WORDS = Recogniser(
    key="room_in_words",
    label="[room]",
    pattern=re.compile(
        rf"\b(?:room|flat|bed|bay|bungalow|number|house|door|cubicle|bedroom) (?:number )?{_IN_WORDS}\b(?! "
        r"(?:to|of|in|people|beds|hours|days|or)\b)",
        re.IGNORECASE,
    ),
    is_real=lambda match: (
        not re.search(r"\b(?:the|a|this|any|his|her|one) \Z", match.string[max(0, match.start() - 6) : match.start()])
    ),
)

# "the lady in 9", "him at 12": a door told by its number alone.
DOOR_OF_SOMEBODY = Recogniser(
    key="door_of_somebody",
    label="[room]",
    pattern=re.compile(
        r"\b(?:man|woman|lady|gentleman|gent|chap|bloke|girl|lad|lass|neighbours?|resident|tenant|couple|"
        r"family|lives|her|him|them|somebody|someone|people|\]) (?:in|at|from|of) "
        r"(?:no\.? )?(?P<detail>\d{1,3}[a-z]?)\b(?![:./%\-]\d|[ ]?(?:%|am|pm|hours?|days?|weeks?|minutes?|"
        r"months?|years?|per|people|of|out|or|to|cases|places|homes|o['’]?clock)\b)(?!\))",
        re.IGNORECASE,
    ),
)

# "the house number, its 88": told of the number itself.
DOOR_SAID = Recogniser(
    key="door_said",
    label="[number]",
    pattern=re.compile(
        r"\b(?:(?:house|door|flat|room|pin|gate)[ ](?:number|no\.?|code)[,;:]?[ ](?:is[ ]|it['’]?s[ ]|was[ ]|=[ ]?)?"
        r"|(?:lives?|lived|living|stays?|staying)[ ]at[ ](?=\d{1,3}[a-z]?,))(?P<detail>\d{1,4}[a-z]?)\b",
        re.IGNORECASE,
    ),
)

# "unit lavender 2", "ward 6C": a named part of a house, with its number.
NAMED_UNIT = Recogniser(
    key="named_unit",
    label="[room]",
    pattern=re.compile(
        r"\b(?:unit|wing|floor|corridor|landing|ward|suite|block)[:]? (?P<detail>(?!(?:and|or|to|in|on|at|for|with|"
        r"of|by|is|was|has|the|a|than|within|after|about|from|until)\b)[a-z]{3,} \d{1,3}[a-z]?)\b"
        r"(?![%/:.]\d|[ ]?(?:%|hours|days|weeks|minutes|people|beds|staff|of|times))",
        re.IGNORECASE,
    ),
)

# Department for Transport road numbers: M6, A39, B4069, A1(M).
ROAD_NUMBER = Recogniser(
    key="road_number",
    label="road",
    pattern=re.compile(
        r"(?<=\bthe )[ABM]\d{1,4}(?:\(M\))?\b|\b[ABM]\d{1,4}(?:\(M\))?(?= (?:road|roundabout|junction)\b)"
    ),
)

KEY_SAFE = Recogniser(
    key="key_safe",
    label="[code]",
    pattern=re.compile(
        r"\b(?:code|combination|pin|passcode|password|key ?safe|key ?code|key ?pad|lock ?box|alarm|gate)(?: (?:is|"
        r"was|of|no|number|code|to|now|changed to|still|it's|its))*[:=]? ?"
        r"(?P<detail>[A-Z]?\d{3,8}[A-Z]?|[A-Z]\d{2,6}[A-Z]|(?:\d[ \-]){3,7}\d)\b",
        re.IGNORECASE,
    ),
)

# "14 orchard close", "22 mill rd": a number before a street, all in small letters.
ADDRESS_IN_LOWER_CASE = Recogniser(
    key="address_in_lower_case",
    label="[address]",
    pattern=re.compile(
        r"(?<![\w£/.])\d{1,4}[a-z]?,? (?:the (?:crescent|close|avenue|drive|green|street|lane|grove|mews|"
        r"terrace|cottages)|"
        r"(?!(?:people|staff|of|in|on|at|and|or|to|down|up|along|doors?|houses?|minutes?|miles?|days?|weeks?|"
        r"hours?|beds?|more|new|other)\b)"
        r"[a-z]+(?: [a-z]+)? (?:street|st|road|rd|lane|ln|avenue|ave|close|drive|crescent|terrace|gardens|"
        r"grove|mews))\b"
    ),
)

_NOT_A_STREET = words_in(
    """
    the a an his her their our my your its no any some that this same right wrong usual normal best only main other
    proper safe long hard every each either another own new different little small very whole
    """
)

# A street written without capitals: "lives on heron way".
STREET_IN_LOWER_CASE = Recogniser(
    key="street_in_lower_case",
    label="[address]",
    pattern=re.compile(
        r"\b(?:on|in|off|at|down|along|near|to) (?P<detail>(?:\w+ )?(?P<name>[a-z]+) "
        r"(?:street|road|lane|avenue|close|crescent|terrace|drive|way|mews|grove))\b"
    ),
    is_real=lambda match: match["name"] not in _NOT_A_STREET and match["detail"].split()[0] not in _NOT_A_STREET,
)
