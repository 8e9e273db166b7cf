"""What a statement of practice must agree with: the calendar."""

from evidencegen.intake.contradiction import Checks, happened
from evidencegen.intake.registers.practice import PRACTICE

CHECKS = Checks("practice", (happened(PRACTICE),))
