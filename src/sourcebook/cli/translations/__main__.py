import sys

from sourcebook.cli.translations.catalogues import compile_all, extract_all

{"extract": extract_all, "compile": compile_all}[sys.argv[1]]()
