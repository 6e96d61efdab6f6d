"""Problems: every answer that is not what was asked for, as `application/problem+json` (RFC 9457) in both languages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import ConfigDict, Field

from angikar.api import sentences
from angikar.history.refusal import Conflict
from angikar.rules.sentence import Explained, Fact, Sentence

KIND: Final = "application/problem+json"


class Sent(Schema):
    """A body that a program sends: nothing in it is turned into another type, and nothing is passed over."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Fault(Schema):
    """One place of the request that is not as it must be."""

    path: str = Field(examples=["body.value"])
    message: str = Field(examples=["Field required"])


class Problem(Schema):
    """What went wrong: the sentence in English (`detail`, `message_en`) and in Bangla (`message`), and a code that stays the same."""

    type: str = Field(examples=["urn:angikar:problem:api-not-there"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    code: str = Field(examples=["api-not-there"])
    detail: str = Field(examples=["There is no such thing here."])
    message: str = Field(examples=["এমন কিছু পাওয়া গেল না।"])
    message_en: str = Field(examples=["There is no such thing here."])
    errors: list[Fault] = []


class Stopped(Explained):
    """A request that goes no further, with the status and the headers of its answer."""

    def __init__(
        self, status: int, sentence: Sentence, headers: Mapping[str, str] | None = None, **facts: Fact
    ) -> None:
        self.status, self.headers = status, dict(headers or {})
        super().__init__(sentence, **facts)


def answer(status: int, why: Explained, errors: Sequence[Mapping[str, str]] = ()) -> HttpResponse:
    """The answer that says why."""
    said: dict[str, Any] = {
        "type": f"urn:angikar:problem:{why.code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": why.code,
        "detail": why.message_en,
        "message": why.message,
        "message_en": why.message_en,
        "errors": list(errors),
    }
    response = HttpResponse(json.dumps(said, ensure_ascii=False), status=status, content_type=KIND)
    response["Cache-Control"] = "no-store"
    for name, value in (why.headers if isinstance(why, Stopped) else {}).items():
        response[name] = value
    return response


def of(request: HttpRequest, error: Exception) -> HttpResponse:
    """The answer to what the rooms below and the library refuse."""
    if isinstance(error, Stopped):
        return answer(error.status, error)
    if isinstance(error, Conflict):
        return answer(HTTPStatus.PRECONDITION_FAILED, error)
    if isinstance(error, Explained):
        return answer(HTTPStatus.UNPROCESSABLE_ENTITY, error)
    if isinstance(error, Http404):
        return answer(HTTPStatus.NOT_FOUND, Explained(sentences.NOT_THERE))
    if isinstance(error, AuthenticationError):
        stopped = Stopped(401, sentences.WITHOUT_TOKEN, {"WWW-Authenticate": 'Bearer realm="angikar"'})
        return answer(stopped.status, stopped)
    if isinstance(error, ValidationError):
        return answer(
            HTTPStatus.UNPROCESSABLE_ENTITY, Explained(sentences.UNFIT), [_fault(each) for each in error.errors]
        )
    status = error.status_code if isinstance(error, HttpError) else HTTPStatus.BAD_REQUEST
    return answer(status, Explained(sentences.UNREADABLE))


def _fault(error: Mapping[str, Any]) -> dict[str, str]:
    return {"path": ".".join(map(str, error["loc"])), "message": str(error["msg"])}
