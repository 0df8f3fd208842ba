"""`python -m sourcebook.cli.reference FOLDER`."""

import sys
from pathlib import Path

from sourcebook.cli.reference import write_reference

if len(sys.argv) != 2:
    sys.exit("Name the folder that the pages are written into.")
write_reference(Path(sys.argv[1]))
