"""The certification file of Totara."""

from evidencegen.intake.export import Export

TOTARA = Export(
    key="totara",
    title="the Totara certification file",
    register="training",
    marks=("username", "certificationshortname", "completiondate"),
    columns={"staff": ("username",)},
    remarks=(
        '"duedate" is when a certificate was to be gained, not when it runs out, and is not read.',
        "Dates are read day first.",
    ),
)
