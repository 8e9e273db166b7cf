"""`python -m evidencegen` is `evidencegen`."""

import sys

from evidencegen.cli import main

sys.exit(main())
