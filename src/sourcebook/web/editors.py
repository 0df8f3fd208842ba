"""People who may sign in to the desk."""

from sourcebook.errors import SourcebookError

ROLES = ("editor", "reviewer", "archivist", "moderator", "administrator")


class EditorError(SourcebookError):
    """The account cannot be made as asked."""


def create_editor(username: str, password: str, role: str = "administrator", email: str = "") -> None:
    """Make an account in the group of a role; an administrator is also Django's superuser."""
    from django.contrib.auth.models import Group, User
    from django.db import transaction

    if role not in ROLES:
        raise EditorError(f"“{role}” is no role: choose one of {', '.join(ROLES)}.")
    if User.objects.filter(username=username).exists():
        raise EditorError(f"There is an account “{username}” already: choose another name.")
    make = User.objects.create_superuser if role == "administrator" else User.objects.create_user
    with transaction.atomic():
        make(username=username, email=email, password=password).groups.add(Group.objects.get(name=role))


def renew_editor(username: str, password: str) -> None:
    """Give an administrator's account this password, making the account where there is none."""
    from django.contrib.auth.models import User

    account = User.objects.filter(username=username).first()
    if account is None:
        create_editor(username, password)
        return
    account.set_password(password)
    account.save(update_fields=["password"])
