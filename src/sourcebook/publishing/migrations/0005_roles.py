"""What each role may do beyond writing, and the review that stands between an editor's draft and its publication."""

from typing import Any

from django.db import migrations

DEEDS = {
    "publish_despite_faults": ("reviewer", "archivist", "administrator"),
    "view_report": ("editor", "reviewer", "archivist", "administrator"),
    "view_audit_log": ("reviewer", "archivist", "administrator"),
    "import_records": ("reviewer", "archivist", "administrator"),
}
APPROVE = ("reviewer", "archivist", "administrator")
REVIEWED = [
    ("authorities", "person"), ("authorities", "organisation"), ("authorities", "place"), ("authorities", "event"),
    ("authorities", "term"), ("sources", "source"),
]  # fmt: skip
WORKFLOW, TASK = "Review", "A reviewer’s approval"


def grant_deeds(apps: Any) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects
    of_deeds, _ = content_types.get_or_create(app_label="publishing", model="deed")
    for codename, roles in DEEDS.items():
        words = f"Can {codename.replace('_', ' ')}"
        permission, _ = permissions.get_or_create(
            content_type=of_deeds, codename=codename, defaults={"name": words}
        )
        for role in roles:
            groups.get(name=role).permissions.add(permission)


def make_review(apps: Any) -> None:
    """Wagtail's own workflow, which belongs to the root page, becomes ours; all kinds of snippets follow it too."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    groups = apps.get_model("auth", "Group").objects
    workflow_model = apps.get_model("wagtailcore", "Workflow")
    task_model = apps.get_model("wagtailcore", "GroupApprovalTask")
    links = apps.get_model("wagtailcore", "WorkflowTask").objects
    of_pages = apps.get_model("wagtailcore", "WorkflowPage").objects
    of_kinds = apps.get_model("wagtailcore", "WorkflowContentType").objects
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)

    there = of_pages.filter(page=root).first()
    workflow = there.workflow if there else workflow_model.objects.create(name=WORKFLOW, active=True)
    workflow.name = WORKFLOW
    workflow.save()
    if there is None:
        of_pages.create(page=root, workflow=workflow)
    link = links.filter(workflow=workflow).order_by("sort_order").first()
    if link:
        task = task_model.objects.get(pk=link.task_id)
    else:
        content_type, _ = content_types.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
        task = task_model.objects.create(name=TASK, active=True, content_type=content_type)
        links.create(workflow=workflow, task=task, sort_order=0)
    task.name = TASK
    task.save()
    task.groups.set(groups.filter(name__in=APPROVE))
    for app, model in REVIEWED:
        content_type, _ = content_types.get_or_create(app_label=app, model=model)
        of_kinds.update_or_create(content_type=content_type, defaults={"workflow": workflow})


def forwards(apps: Any, schema_editor: Any) -> None:
    grant_deeds(apps)
    make_review(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0004_gate"),
        ("subjects", "0003_roles"),
        ("authorities", "0001_initial"),
        ("sources", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
