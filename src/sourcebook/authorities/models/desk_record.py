from collections.abc import Collection, Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from sourcebook.authorities import before_publishing
from sourcebook.authorities.drafts import draft_saved
from sourcebook.authorities.identifiers import mint
from sourcebook.authorities.models.addresses import check_slug
from sourcebook.authorities.models.changed import Changed
from sourcebook.authorities.models.word import AbstractWord
from sourcebook.authorities.previewing import PreviewedAsPublished
from sourcebook.authorities.published_version import keep_published_version
from sourcebook.authorities.slugs import slug_of_words


class DeskRecord(
    PreviewedAsPublished,
    Changed,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
):
    """What sources and authorities share: an identifier, a slug, drafts, revisions, review and locks.

    The row is what is published or about to be; changes to a published thing wait in a revision.
    """

    wagtail_reference_index_ignore = True

    KIND: ClassVar[str]
    SHOWN: ClassVar[tuple[str, ...]] = ("heading",)
    """Columns that follow from others and that lists show."""

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
    def listed(cls) -> models.QuerySet[Any]:
        """All of this kind, in the narrowest table that lists can ask."""
        rows: models.QuerySet[Any] = cls._default_manager.all()
        return rows

    def details(self, languages: tuple[str, ...] | None = None) -> str:
        """One line that tells it from others of its heading, in the first of the languages that has words."""
        return ""

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

    def words(self) -> set[str]:
        """The words by which lists and choosers find it."""
        raise NotImplementedError

    @property
    def word_model(self) -> type[AbstractWord]:
        """The table of these words."""
        raise NotImplementedError

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
            self.note_change()
        if not self.identifier:
            self.identifier = mint(self.KIND, [self.slug])[self.slug]
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None:
            self.word_model.keep(self.pk, self.words())

    def save_revision(self, user: Any = None, **kwargs: Any) -> Any:
        """A draft is found by its words beside those of the row, and heads its line in lists before it is published."""
        keep_published_version(self)
        revision = super().save_revision(user=user, **kwargs)
        shown: dict[str, Any] = self.note_change(user)
        if not self.live:
            self.derive()
            shown |= {name: getattr(self, name) for name in self.SHOWN}
        type(self)._default_manager.filter(pk=self.pk).update(**shown)
        self.word_model.keep(self.pk, self.words(), also=True)
        draft_saved.send(type(self), draft=self)
        return revision

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        before_publishing.check(revision.as_object(), user)
        return super().publish(revision, user=user, **kwargs)
