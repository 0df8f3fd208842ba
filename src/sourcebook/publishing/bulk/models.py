from django.db import models


class ManyChanged(models.Model):
    """That a run of background work changed one source among many: what it was before, so that it can be again."""

    run = models.ForeignKey("publishing.Run", on_delete=models.CASCADE, related_name="many_changed")
    identifier = models.CharField(max_length=64)
    before = models.BinaryField()
    """The record in its JSON form."""
    after = models.CharField(max_length=64)
    """The digest of what it became, by which it is seen whether somebody changed it since."""
    undone = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["run", "identifier"], name="changed_once_a_run"),
        ]

    def __str__(self) -> str:
        return self.identifier
