"""`python -m sourcebook.cli`, the same as the `sourcebook` command."""

from sourcebook.cli import main

main()
