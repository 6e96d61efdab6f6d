"""RegisterImport: a list of the register that was offered, what it would change, and what would put it back."""

from __future__ import annotations

from django.db import models

from angikar.history.triggers import Guard, guard
from angikar.offices.models.officers import Officer
from angikar.offices.models.offices import Office


class RegisterImport(models.Model):
    """A list somebody offered for the register of `under` (the whole register where it is empty), to hold from `day` on. `sheets`
    has its rows and, once it was carried out, `counter` those of the list that puts it back; both packed. `seen` is what its
    preview shows, `compared` the digest of all it would change.
    """

    under = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    day = models.DateField()
    file_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    sheets = models.BinaryField()
    compared = models.CharField(max_length=64)
    seen = models.JSONField()
    carried_out_at = models.DateTimeField(null=True)
    counter = models.BinaryField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.file_name}, {self.at:%Y-%m-%d %H:%M}"


_DONE = 'OLD."carried_out_at" IS NOT NULL'
guard(Guard("offices_registerimport", "UPDATE", when=_DONE), Guard("offices_registerimport", "DELETE", when=_DONE))
