"""Where the templates, fonts and sample that come with the package lie."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder `report_templates` or `sample_data`, in a wheel or in a checkout.

    A wheel carries both inside the package; in a checkout they stand at the top.

    Raises:
        FileNotFoundError: the installation is not whole.
    """
    for place in (PACKAGE / "_shipped" / name, PACKAGE.parents[1] / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"{name} is missing from this installation of evidencegen")
