from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from sourcebook.authorities.identifiers import mint
from sourcebook.authorities.models.addresses import check_slug


class DeskRecord(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel):
    """What sources and authorities share: an identifier, a slug, drafts, revisions, review and locks.

    The row is what is published or about to be; changes to a published thing wait in a revision.
    """

    wagtail_reference_index_ignore = True

    KIND: ClassVar[str]

    identifier = models.CharField(max_length=64, unique=True, editable=False)
    slug = models.CharField(
        _("slug"), max_length=120, validators=[check_slug], help_text=_("The last part of its address.")
    )
    live = models.BooleanField(_("published"), default=False, editable=False)

    class Meta:
        abstract = True

    @property
    def reference(self) -> str:
        return f"{self.KIND}:{self.slug}"

    @classmethod
    def with_former_slug(cls, slug: str) -> models.QuerySet[Any]:
        """The rows of this kind that once had this slug."""
        found: models.QuerySet[Any] = cls._default_manager.filter(former_slugs__slug=slug)
        return found

    def clean(self) -> None:
        super().clean()
        others = type(self)._default_manager.exclude(pk=self.pk)
        if (
            others.filter(slug=self.slug).exists()
            or type(self).with_former_slug(self.slug).exclude(pk=self.pk).exists()
        ):
            raise ValidationError({"slug": _("Another one has or had this slug: choose a different one.")})

    def derive(self) -> None:
        """Fill in the columns that follow from others."""

    def keep_former_slug(self) -> None:
        """An address that readers may know redirects after a change of slug."""
        if self.pk is None or self.first_published_at is None:
            return
        before = type(self)._default_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        if before is None or before == self.slug:
            return
        rows: Any = getattr(self, "former_slugs")  # noqa: B009
        kept = [row for row in rows.all() if row.slug not in (before, self.slug)]
        rows.set([*kept, rows.model(slug=before, sort_order=len(kept))])

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if not self.identifier:
            self.identifier = mint(self.KIND, [self.slug])[self.slug]
        if update_fields is None:
            self.keep_former_slug()
            self.derive()
        super().save(*args, update_fields=update_fields, **kwargs)
