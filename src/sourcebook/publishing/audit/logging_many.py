"""The same deed on many things, in the history of each: a few statements, where Wagtail's `log` makes four for each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, registry
from wagtail.models import Page

BATCH = 500


def log_many(
    things: Sequence[Any],
    action: str,
    *,
    user: Any,
    data: dict[str, Any],
    each: Mapping[str, dict[str, Any]] | None = None,
) -> None:
    """Entries with the same data, and with what `each` holds besides for the thing of a reference."""
    now, uuid = timezone.now(), get_active_log_context().uuid
    entries: dict[Any, list[Any]] = defaultdict(list)
    for thing in things:
        model = registry.get_log_model_for_instance(thing)
        of = {"page": thing} if isinstance(thing, Page) else {"object_id": str(thing.pk)}
        entries[model].append(
            model(
                content_type=ContentType.objects.get_for_model(thing, for_concrete_model=False),
                label=str(thing),
                action=action,
                user=user,
                uuid=uuid,
                timestamp=now,
                data={**data, **(each or {}).get(getattr(thing, "reference", ""), {})},
                **of,
            )
        )
    for model, made in entries.items():
        model.objects.bulk_create(made, batch_size=BATCH)
