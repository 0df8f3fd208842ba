"""What every published record has."""

from typing import Annotated

from msgspec import Meta, Struct

from sourcebook.record.reference import Slug


class PublishedRecord(
    Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="kind"
):
    """An immutable value: what readers see of one thing at one time."""

    id: Annotated[str, Meta(pattern="^(?:[0-9a-z]+)?$")] = ""
    """The permanent identifier behind `/id/…`; empty only before the desk has given one."""
    slug: Slug
    former_slugs: tuple[Slug, ...] = ()
    """Addresses it had before; they redirect for ever."""
    legacy_addresses: tuple[str, ...] = ()
    """Paths it had in another system, such as `/node/1234`; they redirect."""

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)

    @property
    def reference(self) -> str:
        return f"{self.kind}:{self.slug}"
