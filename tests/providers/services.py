"""The forty services of the large invented provider: how many staff, how many concerns, and how each stands."""

from dataclasses import dataclass

# Name; staff employed on the day; concerns raised in the year, and in the year before; how it stands to the others.
CARE_HOMES = """
The Old Vicarage Residential and Dementia Care Home at Upper Winterslade | 62 | 58 | 52 | usual
Fern Lea                                              | 31 | 26 | 24 | usual
Harbour View House                                    | 55 | 61 | 57 | worse
St Aldhelm's Court Nursing and Rehabilitation Centre  | 71 | 64 | 60 | usual
Beechcroft                                            | 38 | 33 | 35 | usual
The Limes, Long Sutterby                              | 44 | 40 | 36 | better
Orchard Rise                                          | 29 | 22 | 21 | usual
Marlpit House                                         | 47 | 45 | 40 | usual
Quarry Bank                                           | 52 | 49 | 47 | usual
Wren Cottage                                          | 14 |  3 |  5 | usual
Eastfield Grange Care Home with Nursing and Day Centre | 66 | 59 | 55 | usual
Kestrel House                                         | 41 | 37 | 33 | usual
Heron's Reach                                         | 36 | 31 | 30 | better
Nether Tarrow House                                   | 33 | 28 | 26 | usual
"""
HOME_CARE = """
Wendle Valley Home Care                               | 68 | 55 | 50 | usual
Penhallow Care at Home                                | 57 | 44 | 40 | usual
Brackenbury and District Domiciliary and Live-in Care Service | 61 | 52 | 49 | worse
Sandway Home Support                                  | 46 | 36 | 35 | usual
Tolbury Care at Home                                  | 39 | 30 | 29 | usual
Ravenhurst Reablement                                 | 28 | 19 | 16 | better
Cobbett Street Home Care                              | 52 | 41 | 39 | usual
North Arden Extra Care and Home Support Partnership   | 58 | 47 | 42 | usual
Little Mere Home Care                                 |  9 |  1 |  2 | usual
Saltmarsh Care at Home                                | 43 | 34 | 31 | usual
Eddington Wick Home Care                              | 37 | 29 | 26 | usual
Whinfell Night Care                                   | 21 | 12 | 10 | usual
Highgarth Care at Home                                | 48 | 38 | 36 | usual
Two Bridges Home Care                                 | 33 | 25 | 23 | usual
"""
SUPPORTED_LIVING = """
Chandler's Yard                                       | 26 | 31 | 28 | usual
Ash and Alder Supported Living                        | 31 | 36 | 34 | usual
Moorgate Mews                                         | 22 | 24 | 22 | worse
Foundry Lane Supported Living and Community Outreach Team | 40 | 46 | 43 | usual
Tannery Wharf                                         | 28 | 30 | 27 | usual
The Signal Box                                        |  8 |  0 |  1 | usual
Lantern Street                                        | 24 | 23 | 22 | better
Pinfold Close                                         | 19 | 18 | 17 | usual
Osier Court                                           | 25 | 27 | 25 | usual
Weavers' Row                                          | 23 | 22 | 20 | usual
Priory Gardens                                        |  7 |  2 |  3 | usual
Hazelmere Supported Living                            | 28 | 22 | 19 | usual
"""
KINDS = {"care home": CARE_HOMES, "home care": HOME_CARE, "supported living": SUPPORTED_LIVING}


@dataclass(frozen=True)
class Service:
    """One service, and the numbers planted for it."""

    name: str
    kind: str
    staff: int
    concerns: int
    concerns_before: int
    stands: str


def _read(kind: str, line: str) -> Service:
    name, staff, concerns, before, stands = (part.strip() for part in line.split("|"))
    return Service(name, kind, int(staff), int(concerns), int(before), stands)


SERVICES = tuple(_read(kind, line) for kind, lines in KINDS.items() for line in lines.strip().splitlines())
