"""The training and qualifications report that ASC-WDS makes as an Excel workbook."""

from evidencegen.intake.export import Export

ASC_WDS_REPORT = Export(
    key="asc_wds_report",
    title="the ASC-WDS training and qualifications report",
    register="training",
    marks=("Name or ID number", "Training category", "Training or course name", "Completion date"),
    sheet="Training record details",
    summaries=("Expired training", "Training by staff", "Training by category", "Summary"),
    columns={"staff": ("Name or ID number",), "course": ("Training or course name",)},
    instead={"course": "Training category"},
)
