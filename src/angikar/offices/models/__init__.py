"""The rows of the register: offices, posts, officers, who holds which post, and bodies."""

from angikar.offices.models.approvals import Approval, ApprovalKind, ApprovalState
from angikar.offices.models.bodies import Body, BodyKind, Member, Role
from angikar.offices.models.guesses import GuessCount
from angikar.offices.models.imports import RegisterImport
from angikar.offices.models.lasting import LastingQuerySet
from angikar.offices.models.officers import FaceLanguage, Officer, PasswordLink
from angikar.offices.models.offices import FormerName, Office, OfficeKind, OfficeQuerySet, Succession, SuccessionKind
from angikar.offices.models.posts import Charge, Delegation, Post, PostQuerySet, Tenure
from angikar.offices.models.tokens import ApiToken, TokenScope

__all__ = [
    "ApiToken",
    "Approval",
    "ApprovalKind",
    "ApprovalState",
    "Body",
    "BodyKind",
    "Charge",
    "Delegation",
    "FaceLanguage",
    "FormerName",
    "GuessCount",
    "LastingQuerySet",
    "Member",
    "Office",
    "OfficeKind",
    "OfficeQuerySet",
    "Officer",
    "PasswordLink",
    "Post",
    "PostQuerySet",
    "RegisterImport",
    "Role",
    "Succession",
    "SuccessionKind",
    "Tenure",
    "TokenScope",
]
