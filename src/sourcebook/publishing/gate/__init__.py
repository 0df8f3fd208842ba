"""The gate: what must be mended in a record before readers see it, asked before every way to publish."""

from sourcebook.publishing.gate.checking import faults_of
from sourcebook.publishing.gate.faults import CODES, Fault, blocking

__all__ = ["CODES", "Fault", "blocking", "faults_of"]
