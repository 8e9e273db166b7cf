"""The worker file of the ASC-WDS bulk upload: a few of its columns, and no other."""

from evidencegen.intake.export import Export

# Codes and names from the lists of job roles and contract types in NMDSdevopsServiceAdm/SopraSteria-SFC, MIT
# licence, (c) Skills for Care.
JOB_ROLES = {
    "1": "Senior management",
    "2": "Middle management",
    "3": "First-line manager",
    "4": "Registered manager",
    "5": "Supervisor",
    "6": "Social worker",
    "7": "Senior care worker",
    "8": "Care worker",
    "9": "Community support and outreach work",
    "10": "Employment support",
    "11": "Advice, guidance and advocacy",
    "15": "Occupational therapist",
    "16": "Registered nurse",
    "17": "Allied health professional (not occupational therapist)",
    "22": "Technician",
    "23": "Other (directly involved in providing care)",
    "24": "Manager (care-related, but not care-providing)",
    "25": "Administrative",
    "26": "Ancillary staff (non care-providing)",
    "27": "Other (not directly involved in providing care)",
    "34": "Activities worker, co-ordinator",
    "35": "Safeguarding and reviewing officer",
    "36": "Occupational therapist assistant",
    "37": "Nursing associate",
    "38": "Nursing assistant",
    "39": "Assessment officer",
    "40": "Care co-ordinator",
    "41": "Care navigator",
    "42": "Any children's, young people's job role",
    "43": "Deputy manager",
    "44": "Learning and development lead",
    "45": "Team leader",
    "46": "Data analyst",
    "47": "Data governance manager",
    "48": "IT and digital support",
    "49": "IT manager",
    "50": "IT service desk manager",
    "51": "Software developer",
    "52": "Support worker",
}
CONTRACTS = {"1": "Permanent", "2": "Temporary", "3": "Pool/Bank", "4": "Agency", "7": "Other"}

ASC_WDS_WORKERS = Export(
    key="asc_wds_workers",
    title="the ASC-WDS worker file",
    register="staff",
    marks=("LOCALESTID", "UNIQUEWORKERID", "STATUS", "MAINJOBROLE"),
    columns={"staff": ("UNIQUEWORKERID",)},
    codes={"MAINJOBROLE": JOB_ROLES, "EMPLSTATUS": CONTRACTS},
    left_out={"STATUS": ("DELETE", "deleted record")},
    personal=("DISPLAYID",),
    remarks=(
        "Job roles are read by the names of their codes, such as Care worker for 8.",
        "The file has no leaving dates: nobody in it is taken to have left.",
    ),
)
