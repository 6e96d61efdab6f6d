"""The description of the API (OpenAPI 3.1): what the library draws of the operations, with the problems each may answer by."""

from __future__ import annotations

from typing import Any, Final

from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from angikar.api.answering import answered
from angikar.api.problems import KIND, Problem

READING: Final = (400, 401, 403, 404, 422, 429, 503)
WRITING: Final = (*READING[:4], 409, 412, 413, 422, 428, 429, 503)
_SAID: Final = {
    400: "The request could not be read",
    401: "No valid token",
    403: "The token was not made for this",
    404: "There is no such thing for this officer",
    409: "The same request is under way",
    412: "Somebody has changed it since",
    413: "Too large",
    422: "It may not be done, or the request is not as described",
    428: "If-Match is missing",
    429: "Too many requests",
    503: "The machine cannot do it now",
}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "maxLength": 200, "pattern": "^[!-~]*$"},
    "description": "A key of your own: sent again with the same key and body, it is done once and answered as the first time.",
}


class HouseAPI(NinjaAPI):
    """The API with its problems."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """An operation is called as its function is; no two functions of the API have one name."""
        return operation.view_func.__name__

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description, with a sentence for each problem and the header of writing operations."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        found["components"]["schemas"]["Problem"] = _inlined(Problem.model_json_schema(mode="serialization"))
        for path in found["paths"].values():
            for method, operation in path.items():
                _complete(operation, writes=method == "post")
        return found


def _complete(operation: dict[str, Any], *, writes: bool) -> None:
    content = {KIND: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status in WRITING if writes else READING:
        operation["responses"][status] = {"description": _SAID[status], "content": content}
    known = {each["name"] for each in operation["parameters"]}
    if writes and _KEY["name"] not in known:
        operation["parameters"] = [*operation["parameters"], _KEY]


def _inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema of one part, with that part in its place."""
    parts = schema.pop("$defs", {})
    schema["properties"]["errors"]["items"] = parts["Fault"]
    return schema


api = HouseAPI(
    title="Angikar",
    version="1",
    description="What an officer may do by hand, for programs. A token stands for its officer as he is today; see docs/api.md.",
    urls_namespace="api",
    docs_url=None,
    docs_decorator=require_safe,
)
api.add_decorator(answered, mode="view")
