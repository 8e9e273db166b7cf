"""Web addresses, handles and what3words."""

import re

from evidencegen.release.recogniser import Recogniser

# RFC 3986 for addresses with a scheme; without one, a host name that ends in a common domain.
WEB_ADDRESS = Recogniser(
    key="web_address",
    label="[web address]",
    pattern=re.compile(
        r"(?:\b(?:https?|ftp)://[^\s<>\"”)]+|\bwww\.[^\s<>\"”)]+"
        r"|\b[a-z0-9][a-z0-9\-]*(?:\.[a-z0-9\-]+)*\.(?:com|org|net|uk|co|io|me|tv|app|gov|info|biz|ly|gg|eu|ie)\b"
        r"(?:/[^\s<>\"”)]*)?)(?<![.,;:])",
        re.IGNORECASE,
    ),
)

HANDLE = Recogniser(
    key="handle",
    label="[account name]",
    pattern=re.compile(r"(?<![\w.])@[\w][\w.\-]*\w|\bu/[\w\-]{3,}"),
)

# A tag joins words that may be a name: #justicefor and somebody.
HASHTAG = Recogniser(
    key="hashtag",
    label="[hashtag]",
    pattern=re.compile(r"(?<![\w&])#(?=[\w]*[^\W\d_])\w{2,}"),
)

# "gamer tag is …", "on insta as …", "his snap: …": what follows is an account's name, if it holds a digit or a stroke.
ACCOUNT_NAME = Recogniser(
    key="account_name",
    label="[account name]",
    pattern=re.compile(r"(?<![\w@.])(?=\w*[^\W\d_])\w*[^\W_]_\w+(?![\w@])"),
)

# what3words, "Three word address" format: /// and three words parted by stops.
WHAT3WORDS = Recogniser(
    key="what3words",
    label="[location]",
    pattern=re.compile(r"/{2,3}[^\W\d_]+[.·・][^\W\d_]+[.·・][^\W\d_]+|\bw3w\W+\w+\.\w+\.\w+", re.IGNORECASE),
)
