"""How passwords are stored: Argon2id with 19 MiB and about 50 ms of one core; older hashes are replaced at the next sign-in."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class TunedArgon2(Argon2PasswordHasher):
    """OWASP's least memory with more rounds: many may sign in at once on a small machine, and a guess still costs something."""

    time_cost = 4
    memory_cost = 19 * 1024
    parallelism = 1
