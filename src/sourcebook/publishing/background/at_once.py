"""Background work done at once, when the transaction is committed: for processes that have no worker beside them."""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task


class AtOnceBackend(ImmediateBackend):
    """As Django's immediate backend, but the work sees what its asker wrote."""

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> None:  # type: ignore[override]
        transaction.on_commit(partial(super().enqueue, task, args, kwargs))
