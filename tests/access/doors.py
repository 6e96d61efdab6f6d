"""Every address beside the desk: public pages, what watches the system, and the pages of the sign-in, by their names or routes."""

from __future__ import annotations

from tests.access.audiences import ACCOUNTS, EVERYBODY, NO_ONE, VISITORS, Address

_PUBLIC = {
    "healthz": Address(read=EVERYBODY, public=True),
    "metrics": Address(read=EVERYBODY, public=True),
    "api:api-root": Address(read=EVERYBODY, public=True),
    "api:openapi-json": Address(read=EVERYBODY, public=True),
    "public:letter": Address("letter_token", read=EVERYBODY, write=EVERYBODY, public=True),
    "public:letter_pdf": Address("letter_token", read=EVERYBODY, public=True),
    "public:leave": Address("leave_token", read=EVERYBODY, write=EVERYBODY, done=200, public=True),
    "public:verify": Address(read=EVERYBODY, write=EVERYBODY, done=422, public=True),
    "public:plans": Address(read=EVERYBODY, public=True),
    "public:plans_data": Address("form", read=EVERYBODY, public=True),
    "public:plan": Address("agreement", read=NO_ONE, public=True),
    "public:results": Address("agreement", read=NO_ONE, public=True),
    "public:plan_data": Address("agreement form", read=NO_ONE, public=True),
}

_SIGN_IN = {
    "account_login": Address(read=VISITORS, write=VISITORS, done=200, hidden=302, public=True),
    "account_logout": Address(read=ACCOUNTS, write=EVERYBODY, hidden=302, public=True),
    "account_inactive": Address(read=EVERYBODY, public=True),
    "account_signup": Address(read=VISITORS, write=VISITORS, done=200, hidden=302, public=True),
    "account_reauthenticate": Address(read=ACCOUNTS, write=ACCOUNTS, done=200),
    "account_email": Address(read=ACCOUNTS, shown=302),
    "account_email_verification_sent": Address(read=EVERYBODY, public=True),
    "account_confirm_email": Address("key", read=EVERYBODY, write=NO_ONE, public=True),
    "account_change_password": Address(read=ACCOUNTS, write=ACCOUNTS, done=200),
    "account_set_password": Address(read=ACCOUNTS, write=ACCOUNTS, shown=302),
    "account_reset_password": Address(read=EVERYBODY, write=EVERYBODY, done=200, public=True),
    "account_reset_password_done": Address(read=EVERYBODY, public=True),
    "account_reset_password_from_key": Address("uid key", read=EVERYBODY, write=EVERYBODY, done=200, public=True),
    "account_reset_password_from_key_done": Address(read=EVERYBODY, public=True),
    "account_confirm_login_code": Address(read=ACCOUNTS, write=ACCOUNTS, shown=302),
    "mfa_index": Address(read=ACCOUNTS),
    "mfa_authenticate": Address(read=ACCOUNTS, write=ACCOUNTS, shown=302),
    "mfa_reauthenticate": Address(read=ACCOUNTS, write=ACCOUNTS, shown=302),
    "mfa_activate_totp": Address(read=ACCOUNTS, write=ACCOUNTS, shown=302),
    "mfa_deactivate_totp": Address(read=NO_ONE, write=NO_ONE),
    "usersessions_list": Address(read=ACCOUNTS, write=ACCOUNTS),
}

_OTHER_PROVIDERS = {
    "socialaccount_login_cancelled": Address(read=EVERYBODY, public=True),
    "socialaccount_login_error": Address(read=EVERYBODY, shown=401, public=True),
    "socialaccount_signup": Address(read=NO_ONE, write=NO_ONE, hidden=302),
    "socialaccount_connections": Address(read=ACCOUNTS),
    "openid_connect_login": Address("key", read=NO_ONE, write=NO_ONE, public=True),
    "openid_connect_callback": Address("key", read=NO_ONE, write=NO_ONE, public=True),
    **{
        f"account/social/{old}/": Address(read=EVERYBODY, write=EVERYBODY, shown=301, done=301, public=True)
        for old in ("login/cancelled", "login/error", "signup", "connections")
    },
}

DOORS = {
    "Public pages and health": _PUBLIC,
    "Sign-in": _SIGN_IN,
    "Sign-in by an office's provider": _OTHER_PROVIDERS,
}
