"""Publishing from the gate's page: where a draft is being reviewed, its approval is what publishes it."""

from typing import Any


def _last_task(thing: Any, user: Any) -> Any:
    """The state of the review's last task, where this user may approve it; else None."""
    state = thing.current_workflow_task_state
    if state is None or not thing.current_workflow_state.is_at_final_task:
        return None
    actions = state.task.specific.get_actions(thing, user)
    return state if "approve" in {name for name, _label, _modal in actions} else None


def may_approve(thing: Any, user: Any) -> bool:
    """Whether approving is what this user would publish it by."""
    return _last_task(thing, user) is not None


def approve_or_publish(thing: Any, user: Any, reason: str = "") -> None:
    """Publish the latest draft; where this user may approve it at the review's last step, by approving it."""
    if task_state := _last_task(thing, user):
        task_state.task.specific.on_action(task_state.specific, user, "approve", comment=reason)
        return
    revision = thing.get_latest_revision() or thing.save_revision(user=user, log_action=True)
    revision.publish(user=user)
