from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.fields import LanguageMapField
from sourcebook.authorities.languages import archive_languages, wording
from sourcebook.authorities.models.addresses import AbstractFormerSlug, AbstractLegacyAddress
from sourcebook.authorities.models.desk_record import DeskRecord
from sourcebook.authorities.models.names import heading
from sourcebook.authorities.models.word import AbstractWord
from sourcebook.authorities.words import words_of
from sourcebook.record.reference import RecordKind


class Authority(DeskRecord):
    """What a person, organisation, place, event and term have in common; each is a table of its own beside it."""

    KIND: ClassVar[str] = ""

    kind = models.CharField(max_length=20, choices=choices(RecordKind), editable=False)
    heading = models.CharField(_("name"), max_length=500, editable=False, db_index=True)
    summary = LanguageMapField(
        _("summary"),
        blank=True,
        help_text=_("One line that tells it from others."),
    )
    description = LanguageMapField(_("description"), long=True, blank=True)
    image = models.CharField(
        _("image"),
        max_length=320,
        blank=True,
        help_text=_(
            "A portrait or view: “source:slug”, or a region of it such as “source:slug#xywh=1:0,0,200,200”."
        ),
    )

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        ordering = ["heading"]
        indexes = [
            # One for each order of the lists, each of one kind.
            models.Index(fields=["kind", "heading"], name="authority_by_heading"),
            models.Index(fields=["kind", "changed_at"], name="authority_by_change"),
            models.Index(
                fields=["kind", "live", "first_published_at", "heading"], name="authority_by_publication"
            ),
            models.Index(
                fields=["kind", "live", "has_unpublished_changes", "heading"], name="authority_by_state"
            ),
            # Of those few that are published until an hour.
            models.Index(
                fields=["expire_at"], condition=models.Q(expire_at__isnull=False), name="authority_by_end"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="authority_slug_is_of_one"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="authority_has_slug"),
            one_of(RecordKind, "kind"),
        ]

    def __str__(self) -> str:
        return self.heading or self.slug

    @property
    def reference(self) -> str:
        return f"{self.kind}:{self.slug}"

    @classmethod
    def listed(cls) -> models.QuerySet[Any]:
        """Without a join: of whichever kind, the columns that lists ask for stand in this table."""
        rows: models.QuerySet[Any] = Authority._default_manager.all()
        return rows.filter(kind=cls.KIND) if cls.KIND else rows

    @property
    def dates(self) -> str:
        """Its beginning and end as written, where its kind has such."""
        return ""

    def details(self, languages: tuple[str, ...] | None = None) -> str:
        return " · ".join(filter(None, [self.dates, wording(self.summary, languages)]))

    @classmethod
    def with_former_slug(cls, slug: str) -> models.QuerySet[Any]:
        found: models.QuerySet[Any] = cls._default_manager.filter(
            former_slugs__slug=slug, former_slugs__kind=cls.KIND
        )
        return found

    def derive(self) -> None:
        self.kind = self.KIND or self.kind
        names: Any = self.names
        self.heading = heading(list(names.all()), archive_languages()) or self.slug

    def words(self) -> set[str]:
        names: Any = self.names
        elsewhere: Any = self.identifiers
        return name_words(self.slug, names.all(), elsewhere.all())

    @property
    def word_model(self) -> type[AbstractWord]:
        return NameWord


class FormerSlug(AbstractFormerSlug):
    """A slug that an authority had before."""

    authority = ParentalKey(Authority, on_delete=models.CASCADE, related_name="former_slugs")
    kind = models.CharField(max_length=20, choices=choices(RecordKind), editable=False)

    class Meta(AbstractFormerSlug.Meta):
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="authority_former_slug_is_of_one")
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.kind = self.authority.kind
        super().save(*args, **kwargs)


class LegacyAddress(AbstractLegacyAddress):
    """A path that an authority had in another system."""

    authority = ParentalKey(Authority, on_delete=models.CASCADE, related_name="legacy_addresses")


def name_words(slug: str, names: Iterable[Any], identifiers: Iterable[Any]) -> set[str]:
    """What an authority is found by, from its rows or from the parts of its record."""
    texts = (text for name in names for text in (name.text, name.sort_as))
    return words_of(slug, *texts, *(one.value for one in identifiers))


class NameWord(AbstractWord):
    """A word of an authority's names, slug or identifiers elsewhere."""

    owner = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="+", db_index=False)
