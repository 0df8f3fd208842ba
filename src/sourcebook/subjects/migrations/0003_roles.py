"""Who may do what: one group for each role. Wagtail's own two groups become our editors and reviewers, so that its
approval workflow, which belongs to the second, is our reviewers'."""

from typing import Any

from django.db import migrations

RECORDS = [
    ("authorities", "person"), ("authorities", "organisation"), ("authorities", "place"), ("authorities", "event"),
    ("authorities", "term"), ("sources", "source"),
]  # fmt: skip
WRITE = ("add", "change", "view")
REVIEW = (*WRITE, "publish", "lock", "unlock")
KEEP = (*REVIEW, "delete")

# role: what it may do with sources and authorities, what with pages, whether it keeps the users
ROLES: dict[str, tuple[tuple[str, ...], tuple[str, ...], bool]] = {
    "editor": (WRITE, ("add", "change"), False),
    "reviewer": (REVIEW, ("add", "change", "publish", "lock", "unlock"), False),
    "archivist": (KEEP, ("add", "change", "publish", "lock", "unlock", "bulk_delete"), False),
    "moderator": (("view",), (), False),
    "administrator": (KEEP, ("add", "change", "publish", "lock", "unlock", "bulk_delete"), True),
}


def make_roles(apps: Any, schema_editor: Any) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects
    group_page = apps.get_model("wagtailcore", "GroupPagePermission").objects
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)

    def permission(app: str, model: str, verb: str) -> Any:
        content_type, _ = content_types.get_or_create(app_label=app, model=model)
        words = f"Can {verb.replace('_', ' ')} {model}"
        return permissions.get_or_create(
            content_type=content_type, codename=f"{verb}_{model}", defaults={"name": words}
        )[0]

    for ours, theirs in (("editor", "Editors"), ("reviewer", "Moderators")):
        groups.filter(name=theirs).update(name=ours)
    for role, (records, pages, users) in ROLES.items():
        group, _ = groups.get_or_create(name=role)
        group.permissions.clear()
        group.permissions.add(
            permissions.get(content_type__app_label="wagtailadmin", codename="access_admin")
        )
        group.permissions.add(*(permission(*model, verb) for model in RECORDS for verb in records))
        if users:
            of_users = [
                ("auth", "user"),
                ("auth", "group"),
                ("wagtailcore", "workflow"),
                ("wagtailcore", "task"),
            ]
            verbs = ("add", "change", "delete")
            group.permissions.add(*(permission(*model, verb) for model in of_users for verb in verbs))
        group_page.filter(group=group).delete()
        for verb in pages:
            group_page.create(group=group, page=root, permission=permission("wagtailcore", "page", verb))


class Migration(migrations.Migration):
    dependencies = [
        ("subjects", "0002_empty_archive"),
        ("wagtailadmin", "0006_formstate"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
