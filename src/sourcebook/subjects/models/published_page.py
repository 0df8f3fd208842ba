import re
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from sourcebook.authorities import before_publishing
from sourcebook.authorities.choices import choices, one_of
from sourcebook.authorities.drafts import draft_saved
from sourcebook.authorities.identifiers import mint
from sourcebook.authorities.languages import wording
from sourcebook.authorities.models import (
    AbstractFormerSlug,
    AbstractLegacyAddress,
    AbstractWord,
    Changed,
    check_slug,
)
from sourcebook.authorities.previewing import PreviewedAsPublished
from sourcebook.authorities.published_version import keep_published_version
from sourcebook.authorities.slugs import slug_of_words
from sourcebook.authorities.words import words_of
from sourcebook.record import LanguageMap
from sourcebook.record.reference import RecordKind
from sourcebook.subjects.forms import PublishedPageForm

_PLACEHOLDER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""The slug that Wagtail gives a page in a preview's form where an editor has given none yet."""


class PublishedPage(PreviewedAsPublished, Changed, Page):
    """What the archive's home, its years, themes and subjects share. Wagtail serves none of them; they are baked."""

    wagtail_reference_index_ignore = True
    is_creatable = False
    private_page_options: ClassVar[list[str]] = []
    base_form_class = PublishedPageForm
    slug_help = _("The last part of its address; left empty, it is made from the title.")

    KIND: ClassVar[str]
    slug: Any

    identifier = models.CharField(max_length=64, unique=True, editable=False)
    heading = models.CharField(_("title"), max_length=500, editable=False, db_index=True)
    """The title in the archive's first language: what lists show and are ordered by, from an index alone."""

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["changed_at"], name="%(class)s_by_change")]

    @property
    def reference(self) -> str:
        return f"{self.KIND}:{self.slug}"

    @property
    def words_of_title(self) -> dict[str, str]:
        words: dict[str, str] = getattr(self, "titles")  # noqa: B009
        return words

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Any, page: Any = None) -> bool:
        """A slug is free when no other page of its kind has or had it, wherever that stands in the tree."""
        if page is None:
            return True
        same = type(page)._default_manager.filter(slug=slug).exclude(pk=page.pk)
        former = PageFormerSlug.objects.filter(slug=slug, kind=page.KIND).exclude(page_id=page.pk)
        return not same.exists() and not former.exists()

    @classmethod
    def listed(cls) -> Any:
        """What a list or chooser starts from."""
        return cls._default_manager.order_by()

    def words(self) -> set[str]:
        """The words by which lists and pickers find it."""
        return page_words(self.slug, self.words_of_title)

    def _name(self) -> None:
        if not self.slug:
            self.slug = slug_of_words(
                wording(self.words_of_title),
                lambda slug: not self._slug_is_available(slug, None, self),
                self.KIND,
            )
        self.heading = (wording(self.words_of_title) or self.slug)[:500]
        self.title = self.heading[:255]

    def completed(self) -> None:
        if _PLACEHOLDER.fullmatch(self.slug or ""):
            self.slug = ""
        self._name()
        self.keep_former_slug()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._name()
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        try:
            check_slug(self.slug)
        except ValidationError as error:
            raise ValidationError({"slug": error}) from error
        if len(self.slug) > 120:
            raise ValidationError({"slug": _("A slug has at most 120 characters.")})

    def keep_former_slug(self) -> None:
        """An address that readers may know redirects after a change of slug."""
        if self.pk is None or self.first_published_at is None:
            return
        before = type(self)._default_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
        if before is None or before == self.slug:
            return
        rows: Any = self.former_slugs
        kept = [row for row in rows.all() if row.slug not in (before, self.slug)]
        rows.set([*kept, PageFormerSlug(slug=before, kind=self.KIND, sort_order=len(kept))])

    def save(
        self,
        clean: bool = True,
        user: Any = None,
        log_action: Any = False,
        update_fields: Iterable[str] | None = None,
        **kwargs: Any,
    ) -> None:
        if not self.identifier and self.slug:
            self.identifier = mint(self.KIND, [self.slug])[self.slug]
        if self._state.adding:
            # Wagtail takes a new page for live until it is told otherwise; ours are when their record is published.
            self.live = False
        if update_fields is None:
            self.keep_former_slug()
            self.note_change(user)
        else:
            kwargs["update_fields"] = update_fields
        super().save(clean=clean, user=user, log_action=log_action, **kwargs)
        if update_fields is None:
            PageWord.keep(self.pk, self.words())

    def save_revision(self, user: Any = None, **kwargs: Any) -> Any:
        """A draft is found by its words beside those of the row, and heads its line in lists before it is published."""
        keep_published_version(self)
        revision = super().save_revision(user=user, **kwargs)
        shown = self.note_change(user) | ({} if self.live else {"heading": self.heading})
        type(self)._default_manager.filter(pk=self.pk).update(**shown)
        PageWord.keep(self.pk, self.words(), also=True)
        draft_saved.send(type(self), draft=self)
        return revision

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        before_publishing.check(revision.as_object(), user)
        return super().publish(revision, user=user, **kwargs)

    @property
    def address(self) -> str:
        """The path of its baked page."""
        raise NotImplementedError

    def get_url_parts(self, *args: Any, **kwargs: Any) -> tuple[None, str, str]:
        """Where the baked page is; Wagtail itself serves none."""
        return (None, settings.WAGTAILADMIN_BASE_URL, self.address)


def page_words(slug: str, titles: LanguageMap) -> set[str]:
    """What a page is found by, from its row or from its record."""
    return words_of(slug, *titles.values())


class PageWord(AbstractWord):
    """A word of a page's titles or slug."""

    owner = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+", db_index=False)


class PageFormerSlug(AbstractFormerSlug):
    """A slug that a page had before."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="former_slugs")
    kind = models.CharField(max_length=20, choices=choices(RecordKind), editable=False)

    class Meta(AbstractFormerSlug.Meta):
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="page_former_slug_is_of_one"),
            one_of(RecordKind, "kind"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.kind = self.page.specific_class.KIND
        super().save(*args, **kwargs)


class PageLegacyAddress(AbstractLegacyAddress):
    """A path that a page had in another system."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="legacy_addresses")
