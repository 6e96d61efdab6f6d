"""The addresses of one's own account; those of passwords and second factors are allauth's."""

from __future__ import annotations

from django.urls import path

from angikar.desk.account import account, codes, tokens

urlpatterns = [
    path("account/", account.show, name="account"),
    path("account/sessions/<int:pk>/end/", account.end, name="end_session"),
    path("account/2fa/recovery-codes/", codes.renew, name="renew_codes"),
    path("account/tokens/", tokens.show, name="tokens"),
    path("account/tokens/<int:pk>/revoke/", tokens.revoke, name="revoke_token"),
    path("account/email/", account.email, name="email"),
]
