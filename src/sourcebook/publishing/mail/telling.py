"""Letters of our own; those about reviews are Wagtail's."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from wagtail.admin.mail import send_mail
from wagtail.users.models import UserProfile

from sourcebook.publishing.gate.faults import Fault
from sourcebook.publishing.gate.sentences import sentence
from sourcebook.publishing.roles import PUBLISH_DESPITE_FAULTS


def _reviewers() -> Iterator[tuple[User, str]]:
    """Those who may give reasons themselves and want to be told of what is submitted, with their language."""
    permission = Permission.objects.filter(
        content_type__app_label="publishing", codename=PUBLISH_DESPITE_FAULTS.partition(".")[2]
    )
    may = Q(groups__permissions__in=permission) | Q(user_permissions__in=permission) | Q(is_superuser=True)
    users = User.objects.filter(may, is_active=True).exclude(email="").distinct()
    for user in users:
        profile = UserProfile.get_for_user(user)
        if profile.submitted_notifications:
            yield user, profile.get_preferred_language()


def tell_of_exemption(titles: Sequence[str], faults: Sequence[Fault], reason: str, by: Any) -> None:
    """To the reviewers, but not to the one who did it: what was published despite what, and why."""
    if not settings.EMAIL_HOST:
        return
    for user, language in _reviewers():
        if by is not None and user.pk == by.pk:
            continue
        with override(language):
            subject = ngettext(
                "Published despite faults: %(title)s",
                "Published despite faults: %(count)s things",
                len(titles),
            ) % {"title": titles[0], "count": len(titles)}
            who = by.get_full_name() or by.get_username() if by else _("a command of this computer")
            lines = [
                _("Published by %(who)s, for this reason: %(reason)s") % {"who": who, "reason": reason},
                "",
                *titles[:50],
                "",
                *(f"- {sentence(fault)}" for fault in faults[:50]),
                "",
                f"{settings.WAGTAILADMIN_BASE_URL}/admin/reports/audit/",
            ]
        send_mail(" ".join(subject.split())[:200], "\n".join(lines), [user.email])
