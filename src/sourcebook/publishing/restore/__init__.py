"""From records to the desk's models, the exact inverse of `gather`."""

from sourcebook.publishing.restore.errors import RestoreError
from sourcebook.publishing.restore.removing import remove
from sourcebook.publishing.restore.writing import restore_all

__all__ = ["RestoreError", "remove", "restore_all"]
