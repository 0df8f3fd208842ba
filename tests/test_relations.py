"""Imports go one way, and so do foreign keys, which an import check does not see when they are strings."""

import pytest
from django.apps import apps
from django.db.models import Model

ORDER = ("authorities", "sources", "subjects", "readers", "publishing", "ingest", "web")


def rank(model: type[Model]) -> int | None:
    """The place of a model's app in the order, lowest first; None for a model that is not ours."""
    package, _, app = model.__module__.partition(".")
    return ORDER.index(app.partition(".")[0]) if package == "sourcebook" else None


def ours() -> list[type[Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if rank(model) is not None]


def test_the_desk_has_models() -> None:
    assert ours()


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label)
def test_foreign_keys_point_down(model: type[Model]) -> None:
    upward = [
        f"{field.name} → {related._meta.label}"
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one or field.many_to_many) and not field.auto_created
        if isinstance(related := field.related_model, type) and rank(related) is not None
        if (rank(related) or 0) > (rank(model) or 0)
    ]
    assert not upward
