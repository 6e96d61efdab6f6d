"""Meant and Wording: the posts a letter means by words that lead to none by themselves, and what its office remembers of them."""

from __future__ import annotations

from django.db import models

from angikar.offices.models import Office, Post
from angikar.papers.models.papers import Paper


class Meant(models.Model):
    """The posts that a paper means by words the register cannot resolve ("সংশ্লিষ্ট", a title no post has): one post a row;
    a row without a post says that the words go to no post of the register.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="meant")
    text = models.CharField(max_length=500)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("paper", "text", "post"), name="meant_once"),)

    def __str__(self) -> str:
        return f"{self.text} → {self.post or '…'}"


class Wording(models.Model):
    """What an office means by words that lead to no post by themselves, remembered from the last paper in which a person said
    it: one post a row, or the `words` that lead to its posts ("উপজেলা নির্বাহী অফিসার (সকল)"); a row with neither says that
    they go to no post of the register. `folded` is the text as texts are compared.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="wordings")
    text = models.CharField(max_length=500)
    folded = models.CharField(max_length=500)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("office_id", "folded", "pk")
        constraints = (models.UniqueConstraint(fields=("office", "folded", "post"), name="worded_once"),)

    def __str__(self) -> str:
        return f"{self.text} → {self.words or self.post or '…'}"
