from collections.abc import Collection, Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from sourcebook.authorities.identifiers import mint
from sourcebook.authorities.models.addresses import check_slug
from sourcebook.authorities.previewing import PreviewedAsPublished
from sourcebook.authorities.slugs import slug_of_words


class DeskRecord(
    PreviewedAsPublished, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel
):
    """What sources and authorities share: an identifier, a slug, drafts, revisions, review and locks.

    The row is what is published or about to be; changes to a published thing wait in a revision.
    """

    wagtail_reference_index_ignore = True

    KIND: ClassVar[str]

    identifier = models.CharField(max_length=64, unique=True, editable=False)
    slug = models.CharField(
        _("slug"),
        max_length=120,
        blank=True,
        validators=[check_slug],
        help_text=_("The last part of its address; left empty, it is made from the name or title."),
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

    def is_taken(self, slug: str) -> bool:
        """Whether another of this kind has this slug, or had it before."""
        others = type(self)._default_manager.exclude(pk=self.pk)
        former = type(self).with_former_slug(slug).exclude(pk=self.pk)
        return others.filter(slug=slug).exists() or former.exists()

    def clean(self) -> None:
        super().clean()
        if self.slug and self.is_taken(self.slug):
            raise ValidationError({"slug": _("Another one has or had this slug: choose a different one.")})

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """A slug that is still to be made is no fault."""
        super().validate_constraints(exclude={*(exclude or ()), *(() if self.slug else ("slug",))})

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

    def completed(self) -> None:
        self.derive()
        if not self.slug:
            self.slug = slug_of_words(str(self), self.is_taken, self.KIND)
            self.derive()
        self.keep_former_slug()

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if update_fields is None:
            self.completed()
        if not self.identifier:
            self.identifier = mint(self.KIND, [self.slug])[self.slug]
        super().save(*args, update_fields=update_fields, **kwargs)
