"""What watches the system asks: `/healthz` for everybody, with figures for this machine or a token, and `/metrics` for these alone."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily, Metric

from angikar.notices.health import HealthCheck, checks, worst

_FIGURES = {
    "free_mb": "angikar_disk_free_megabytes",
    "waiting": "angikar_deliveries_waiting",
    "failing": "angikar_deliveries_failing",
    "given_up": "angikar_deliveries_given_up",
    "jobs_waiting": "angikar_jobs_waiting",
    "jobs_running": "angikar_jobs_running",
    "jobs_dead": "angikar_jobs_dead",
    "workers": "angikar_job_workers",
    "bytes": "angikar_last_backup_bytes",
}
_MOMENTS = {"tend": "angikar_last_tend_seconds", "backup": "angikar_last_backup_seconds"}
_OLDEST = {"queue": "angikar_delivery_oldest_seconds", "jobs": "angikar_job_oldest_seconds"}
"""The moment since which the oldest one waits, by the check that knows it."""
"""The moment of the last one as seconds since 1970, by the check that knows it."""


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 where the system can work, 503 where it cannot; who asks from this machine or with the token gets the figures too."""
    found = checks(timezone.now())
    state = worst(found)
    inside = _from_inside(request)
    said = {each.name: {"state": each.state, **each.facts} if inside else each.state for each in found}
    return JsonResponse({"status": state, "checks": said}, status=503 if state == "error" else 200)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures for Prometheus, for this machine or a token alone; for others there is no such page."""
    if not _from_inside(request):
        raise Http404
    return HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)


def _registry() -> CollectorRegistry:
    """The counts of all worker processes together, or of this one where there is no folder for them, and our own figures."""
    registry = CollectorRegistry()
    if settings.METRICS_FOLDER:
        multiprocess.MultiProcessCollector(registry, path=settings.METRICS_FOLDER)  # type: ignore[no-untyped-call]
    else:
        registry.register(REGISTRY)
    registry.register(_Figures(checks(timezone.now())))
    return registry


class _Figures:
    """The checks as gauges."""

    def __init__(self, found: list[HealthCheck]) -> None:
        self._found = found

    def collect(self) -> Iterator[Metric]:
        """One gauge for the state of each check, and one for each figure."""
        states = GaugeMetricFamily("angikar_check_ok", "1 ok, 0.5 warning, 0 error", labels=["check"])
        for each in self._found:
            states.add_metric([each.name], {"ok": 1.0, "warning": 0.5, "error": 0.0}[each.state])
        yield states
        for each in self._found:
            for name, value in each.facts.items():
                if name in _FIGURES and isinstance(value, int):
                    yield GaugeMetricFamily(_FIGURES[name], name.replace("_", " "), value=value)
            for fact, names, said in (
                ("last", _MOMENTS, "when {} last happened"),
                ("oldest", _OLDEST, "since when the oldest of {} waits"),
            ):
                at = each.facts.get(fact)
                if each.name in names and isinstance(at, str):
                    moment = datetime.fromisoformat(at).timestamp()
                    yield GaugeMetricFamily(names[each.name], said.format(each.name), value=moment)


def _from_inside(request: HttpRequest) -> bool:
    """Whether a request comes from this machine itself, past no proxy, or carries the token of the settings."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    if settings.METRICS_TOKEN and secrets.compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        return True
    forwarded = settings.SECURE_PROXY_SSL_HEADER or {"X-Forwarded-For", "Forwarded", "Via"} & set(request.headers)
    try:
        return not forwarded and ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
