"""Publishing from the gate's page: where a draft is being reviewed, its approval is what publishes it."""

from typing import Any


def approve_or_publish(thing: Any, user: Any, reason: str = "") -> None:
    """Publish the latest draft; where this user may approve it at the review's last step, by approving it."""
    task_state = thing.current_workflow_task_state
    if task_state is not None and thing.current_workflow_state.is_at_final_task:
        task = task_state.task.specific
        if "approve" in {name for name, _label, _modal in task.get_actions(thing, user)}:
            task.on_action(task_state.specific, user, "approve", comment=reason)
            return
    revision = thing.get_latest_revision() or thing.save_revision(user=user, log_action=True)
    revision.publish(user=user)
