"""What must be so before an address opens that is only refused in the scene, and why some open nowhere. `docs/access.md` is made of it."""

from __future__ import annotations

_PROVED = "who has proved himself once more"
_TELEPHONE = "an officer with a telephone for the second step"
_PROVIDER = "a provider of the office is set"
_PASSWORD = "the password of the account"
_PLAN = "the year of the plan is evaluated and published"

ELSEWHERE: dict[tuple[str, str], str] = {
    ("desk:begin", "get"): "an empty house",
    ("desk:begin", "post"): "an empty house, and the code of its console",
    ("desk:first_password", "post"): "the code that the keeper gave",
    ("desk:renew_codes", "get"): _PROVED,
    ("desk:renew_codes", "post"): f"{_TELEPHONE}, {_PROVED}",
    ("desk:tokens", "get"): _PROVED,
    ("desk:tokens", "post"): _PROVED,
    ("desk:reopen", "post"): "a closed quarter",
    ("desk:lists", "post"): "a list as a file",
    ("desk:places", "post"): "places and names of their offices",
    ("desk:settle_together", "post"): "a badly read plan with doubts of one cause",
    ("desk:tell", "post"): "the whole form of a breach",
    ("desk:calendar", "post"): "a day that can be read",
    ("desk:office_branch", "get"): "asked for by the script of the tree",
    ("public:plan", "get"): _PLAN,
    ("public:results", "get"): _PLAN,
    ("public:plan_data", "get"): _PLAN,
    ("public:verify", "post"): "a PDF as a file",
    ("account_login", "post"): _PASSWORD,
    ("account_logout", "post"): "somebody is signed in",
    ("account_reauthenticate", "post"): _PASSWORD,
    ("account_confirm_email", "post"): "an address that waits for its letter",
    ("account_change_password", "post"): _PASSWORD,
    ("account_set_password", "get"): "an account without a password",
    ("account_set_password", "post"): "an account without a password",
    ("account_reset_password", "post"): "an address of an account",
    ("account_reset_password_from_key", "post"): "the link of the letter",
    ("mfa_authenticate", "get"): f"{_TELEPHONE}, after his password",
    ("mfa_authenticate", "post"): f"{_TELEPHONE}, after his password",
    ("mfa_reauthenticate", "get"): _TELEPHONE,
    ("mfa_reauthenticate", "post"): _TELEPHONE,
    ("mfa_activate_totp", "get"): _PROVED,
    ("mfa_activate_totp", "post"): f"{_PROVED}, and the code of his telephone",
    ("mfa_deactivate_totp", "get"): f"{_TELEPHONE}, {_PROVED}",
    ("mfa_deactivate_totp", "post"): f"{_TELEPHONE}, {_PROVED}",
    ("usersessions_list", "post"): "somebody signed in at two places",
    ("openid_connect_login", "get"): _PROVIDER,
    ("openid_connect_login", "post"): _PROVIDER,
    ("openid_connect_callback", "get"): f"{_PROVIDER}, and it sends the browser back that asked",
    ("openid_connect_callback", "post"): f"{_PROVIDER}, and it sends the browser back that asked",
}
SHUT: dict[tuple[str, str], str] = {
    ("account_signup", "post"): "an office makes its accounts",
    ("socialaccount_signup", "get"): "a provider makes nobody an officer",
    ("socialaccount_signup", "post"): "a provider makes nobody an officer",
    ("account_confirm_login_code", "get"): "no code to sign in with is ever sent",
    ("account_confirm_login_code", "post"): "no code to sign in with is ever sent",
    ("account_email", "get"): "an address stands on the officer's card",
    ("desk:email", "get"): "an address stands on the officer's card",
}
