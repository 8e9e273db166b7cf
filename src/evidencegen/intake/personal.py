"""Headings of personal details that no measure and no gate needs: their columns are never read."""

from evidencegen.intake.words import key

PERSONAL_WORDS = (
    "NI", "NINO", "NI number", "NINUMBER", "National Insurance", "NHS No", "NHS number",
    "DOB", "Date of birth", "Birth date", "Birthday", "Age", "YEAROFENTRY", "Place of birth", "COUNTRYOFBIRTH",
    "Country of birth", "Address", "Street", "Postcode", "Post code", "Phone", "Telephone", "Tel", "Mobile",
    "Contact number", "Contact details", "Emergency contact", "E-mail", "Email",
    "Ethnicity", "Ethnic", "Ethnic origin", "Race", "Religion", "Faith", "Belief", "Sexual orientation", "Sexuality",
    "Gender", "Sex", "Gender identity", "Pronouns", "Marital status", "Disability", "Disabled", "Pregnancy",
    "Nationality", "BRITISHCITIZENSHIP", "Citizenship", "Immigration", "Visa", "HANDCVISA", "INOUTUK",
    "Right to work", "Passport", "Share code", "Driving licence", "Licence number", "DBS number", "DBS certificate",
    "Salary", "SALARYINT", "Pay", "Pay rate", "Wage", "Wages", "Hourly rate", "HOURLYRATE", "Rate of pay",
    "Bank account", "Bank details", "Account number", "Sort code", "Tax code",
    "Sickness reason", "Reason for absence", "DAYSSICK", "FLUVAC", "Vaccination", "Vaccinations",
    "Criminal record", "Conviction", "Convictions", "Trade union", "Photo", "Signature",
)  # fmt: skip


_KEYS = frozenset(map(key, PERSONAL_WORDS))


def is_personal(heading: str, whole: bool = False) -> bool:
    """Whether a heading names a personal detail, alone or among other words ("Home postcode").

    In a training matrix the `whole` heading must: "Disability awareness" is a course.
    """
    words = key(heading.replace(".", "")).split()
    if whole:
        return " ".join(words) in _KEYS
    runs = (words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    return any(" ".join(run) in _KEYS for run in runs)
