from django.db import transaction

from sourcebook.publishing.gather.errors import NotOnDesk
from sourcebook.publishing.models_of_kinds import MODELS
from sourcebook.record import kind_of, slug_of


def remove(reference: str) -> None:
    """Take a thing off the desk, as after an import that is undone; `NotOnDesk` where it is not there.

    A StillPublished or StillUsed error where readers see it or others point to it.
    """
    model = MODELS.get(kind_of(reference))
    row = model._default_manager.filter(slug=slug_of(reference)).first() if model else None
    if row is None:
        raise NotOnDesk(reference)
    with transaction.atomic():
        row.delete()
