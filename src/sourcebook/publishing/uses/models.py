from django.db import models


class Use(models.Model):
    """That a thing on the desk, or a draft above it, points to another."""

    user = models.CharField(max_length=64)
    """The identifier of the thing that points."""
    user_kind = models.CharField(max_length=20)
    draft = models.BooleanField(default=False)
    """Whether only its draft is known to point there."""
    target = models.CharField(max_length=140)
    """The identifier of the thing pointed to; its reference, where a text names what is not there."""
    field = models.CharField(max_length=100)
    manner = models.CharField(max_length=12)
    fragment = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["target", "id"], name="use_of_target"),
            models.Index(fields=["user", "draft"], name="use_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.user_kind} {self.user} {self.manner} {self.target}"
