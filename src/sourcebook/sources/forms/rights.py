"""Choosing a statement of rights by its name, with what it means in plain words."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sourcebook.authorities.desk_assets import desk_asset
from sourcebook.authorities.forms import OpenSelect
from sourcebook.authorities.forms.vocabularies import rights_statements
from sourcebook.vocabulary.rights import RIGHTS

MEANINGS: dict[str, Any] = {
    "InC": _("Somebody has the rights. Readers may use it as far as the law lets them without asking."),
    "InC-OW-EU": _("Protected, and nobody with the rights was found after a search as EU law asks for."),
    "InC-EDU": _("Protected; teaching and research may use it without asking."),
    "InC-NC": _("Protected; whoever earns nothing by it may use it without asking."),
    "InC-RUU": _("Protected, but nobody knows by whom, or where they are."),
    "NoC-CR": _("Free of copyright, but a contract, as with the holding archive, limits its use."),
    "NoC-NC": _("Free of copyright, but digitised under terms that forbid earning by it."),
    "NoC-OKLR": _("Free of copyright, but another law limits its use, as for cultural heritage or privacy."),
    "NoC-US": _("Free of copyright in the United States; elsewhere it has to be looked into."),
    "CNE": _("Nobody has looked into its rights yet. The most honest choice for a beginning."),
    "UND": _("The rights were looked into, and could not be settled."),
    "NKC": _("There is reason to think that it is free, and no proof."),
    "CC0": _("Whoever had the rights gave them up: anyone may do anything with it."),
    "PDM": _("Free of copyright everywhere, mostly by age."),
    "CC BY": _("Anyone may use and change it, naming the author."),
    "CC BY-SA": _("Anyone may use and change it, naming the author and passing it on on the same terms."),
    "CC BY-ND": _("Anyone may pass it on unchanged, naming the author."),
    "CC BY-NC": _("Anyone may use and change it without earning by it, naming the author."),
    "CC BY-NC-SA": _("As the one before, and passed on on the same terms only."),
    "CC BY-NC-ND": _("Anyone may pass it on unchanged, without earning by it, naming the author."),
}
"""By the short form, without a version."""


class RightsSelect(OpenSelect):
    """The list, and below it the mark and the meaning of the one that is chosen."""

    def __init__(self, attrs: Any = None) -> None:
        super().__init__(rights_statements, attrs)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        return format_html(
            '<sb-rights data-told="{}">{}<p class="sb-rights" role="status"></p></sb-rights>'
            '<script src="{}" defer></script>',
            json.dumps(_told()),
            super().render(name, value, attrs, renderer),
            desk_asset("rights.js"),
        )


def _told() -> dict[str, list[str]]:
    """By URI the mark, the name and the meaning."""
    language = get_language() or "en"
    return {
        uri: [one.short, one.label(language), str(MEANINGS.get(one.short.removesuffix(" 4.0"), ""))]
        for uri, one in RIGHTS.items()
    }
