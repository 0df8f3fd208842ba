"""The command, as tests run it: in a process of its own."""

import sys

COMMAND = (sys.executable, "-m", "sourcebook.cli")
