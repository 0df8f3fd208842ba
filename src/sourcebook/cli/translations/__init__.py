"""Translations of the desk: extracted from code and templates, kept as `.po` in each app, compiled to `.mo`, by Babel.

python -m sourcebook.cli.translations extract      brings every .po up to date with the code
python -m sourcebook.cli.translations compile      makes the .mo that Django reads
"""
