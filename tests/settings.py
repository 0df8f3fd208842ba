"""The settings of Sourcebook for an archive of this process alone, in a folder that goes away with it.

A process works on one archive for its whole life, so that tests which need the desk share this one; tests of whole
archives run the command as a reader of the manual would, in processes of their own.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from sourcebook.archive_folder import ENVIRONMENT, SETTINGS

_folder = Path(tempfile.mkdtemp(prefix="sourcebook-tests-")).resolve()
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
(_folder / SETTINGS).touch()
os.environ[ENVIRONMENT] = str(_folder)

from sourcebook.web.settings import *  # noqa: E402, F403 - the archive must be there before its settings are read

# There is no worker beside a test, but where one is started for real.
TASKS["work"] = {"BACKEND": "sourcebook.publishing.background.at_once.AtOnceBackend"}  # noqa: F405

# Accounts are made by the hundred here; what takes a guesser of passwords long would take us as long.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
