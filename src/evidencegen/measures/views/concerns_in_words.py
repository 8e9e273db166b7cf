"""Each safeguarding concern, with the themes that a codebook finds in its notes."""

from dataclasses import replace

import narwhals as nw

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.view import FLAG, TOLD_THEMES, Frame, NotCollected, Views, Words, flag
from evidencegen.measures.views.concerns import CONCERNS
from evidencegen.measures.views.notes import NO_TEXT, SOURCES, kept

OF_THE_LOG = tuple(source for source in SOURCES if source.register is SAFEGUARDING)


def _build(views: Views) -> Frame:
    rows = views.rows(CONCERNS)
    columns = [source.column for source in kept(views) if source in OF_THE_LOG]
    if not columns:
        raise NotCollected(NO_TEXT)
    found: dict[int, set[str]] = {}
    for column in columns:
        for cell in views.prose(SAFEGUARDING, column):
            found.setdefault(cell.row, set()).update(cell.themes)
    themed = {
        row: [key for key in views.setting.coder.titles if key in themes] for row, themes in found.items() if themes
    }
    told: dict[str, list[object]] = {
        "row": list(themed),
        "themes_in_words": [f"|{'|'.join(themes)}|" for themes in themed.values()],
    }
    coded = nw.from_dict(told, {"row": nw.Int64(), "themes_in_words": nw.String()}, backend=rows.implementation)
    joined = rows.join(coded, left_on="origin", right_on="row", how="left")
    return joined.with_columns(flag(~nw.col("themes").is_null()).alias("theme_recorded"))


CONCERNS_IN_WORDS = replace(
    CONCERNS,
    key="concerns_in_words",
    build=_build,
    derived={**CONCERNS.derived, "themes_in_words": ("safeguarding.",), "theme_recorded": ("safeguarding.",)},
    kinds={**CONCERNS.kinds, "themes_in_words": TOLD_THEMES, "theme_recorded": FLAG},
    words={
        **CONCERNS.words,
        "themes_in_words": Words(
            "theme found in the words",
            blank="a concern in whose notes no rule of the codebook finds a theme has none",
            also=tuple(f"{s.register.key}.{s.column}" for s in OF_THE_LOG),
        ),
        "theme_recorded": Words(
            "whether somebody recorded a theme",
            says={"yes": "somebody recorded a theme", "no": "nobody recorded a theme"},
            blank="left blank, nobody recorded a theme",
            also=("safeguarding.themes",),
        ),
    },
)
