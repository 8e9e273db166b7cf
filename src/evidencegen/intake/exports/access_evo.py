"""The completion report of Access LMS Evo."""

from evidencegen.intake.export import Export

ACCESS_EVO = Export(
    key="access_evo",
    title="the Access LMS Evo completion report",
    register="training",
    marks=("Activity Name", "Completion Status", "Registration Status"),
    asked=("Full Name",),
    remarks=('"Due Date" is when a course was to be done, not when it runs out, and is not read.',),
)
