"""A typed client of the API in one module without a package: `python -m tools.api_client > angikar_client.py` makes it of the description."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

Json = Mapping[str, Any]
_PLAIN: Final = {"string": "str", "integer": "int", "boolean": "bool", "number": "float", "null": "None"}
_HEADERS: Final = {"If-Match": "if_match", "Idempotency-Key": "once"}
_HEAD = '''"""A client of the API of Angikar, made of its description (`python -m tools.api_client`)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, NotRequired, TypedDict, cast
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

Ask = Callable[[str, str, dict[str, str], bytes | None], tuple[int, bytes]]


class Refused(Exception):
    """What the house answers where something is not so: its problem, with the sentence in both languages."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        self.status, self.problem = status, problem
        super().__init__(f"{status}: {problem.get('message_en', '')}")


def ask(method: str, address: str, headers: dict[str, str], body: bytes | None) -> tuple[int, bytes]:
    """Ask over the network; another function in its place may ask otherwise."""
    try:
        with urlopen(Request(address, body, headers, method=method), timeout=60) as answer:
            return int(answer.status), bytes(answer.read())
    except HTTPError as error:
        return error.code, error.read()
'''
_CLIENT = '''

class Client:
    """Asks one house with one token."""

    def __init__(self, house: str, token: str, ask: Ask = ask) -> None:
        self._house, self._token, self._ask = house.rstrip("/"), token, ask

    def rows(self, page: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The rows of a page, and of all pages after it."""
        while True:
            yield from page["items"]
            if not page.get("next"):
                return
            page = cast(dict[str, Any], self._answer("GET", page["next"], {}, None))

    def _send(
        self, method: str, path: str, query: Mapping[str, Any], headers: Mapping[str, str], body: bytes | None = None
    ) -> Any:
        asked = urlencode({name: str(value).lower() if isinstance(value, bool) else value for name, value in query.items() if value is not None})
        return self._answer(method, f"{self._house}{path}{'?' if asked else ''}{asked}", headers, body)

    def _answer(self, method: str, address: str, headers: Mapping[str, str], body: bytes | None) -> Any:
        known = {"Authorization": f"Bearer {self._token}", **{name: value for name, value in headers.items() if value}}
        status, answered = self._ask(method, address, known, body)
        found = json.loads(answered or b"{}")
        if status >= 400:
            raise Refused(status, found)
        return found

    @staticmethod
    def _form(file: bytes, name: str, fields: Mapping[str, Any]) -> tuple[bytes, dict[str, str]]:
        mark = secrets.token_hex(16)
        parts = [f'--{mark}\\r\\nContent-Disposition: form-data; name="{each}"\\r\\n\\r\\n{value}\\r\\n'.encode() for each, value in fields.items() if value is not None]
        head = f'--{mark}\\r\\nContent-Disposition: form-data; name="file"; filename="{quote(name)}"\\r\\nContent-Type: application/octet-stream\\r\\n\\r\\n'
        return b"".join([*parts, head.encode(), file, f"\\r\\n--{mark}--\\r\\n".encode()]), {"Content-Type": f"multipart/form-data; boundary={mark}"}
'''


def client(description: Json) -> str:
    """The module of a client, as the description of an API has it."""
    schemas = description["components"]["schemas"]
    lines = [_HEAD]
    for name, schema in sorted(schemas.items()):
        lines += ["", "", *_typed(name, schema)]
    lines.append(_CLIENT)
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            lines += ["", *_called(path, method.upper(), operation)]
    return "\n".join(lines) + "\n"


def _typed(name: str, schema: Json) -> Iterator[str]:
    """A schema as a dictionary with types."""
    yield f"class {name}(TypedDict):"
    yield f'    """{_sentence(schema.get("description", name))}"""'
    yield ""
    needed = set(schema.get("required", ()))
    for field, each in schema.get("properties", {}).items():
        kind = _kind(each)
        yield f"    {field}: {kind if field in needed else f'NotRequired[{kind}]'}"


def _called(path: str, method: str, operation: Json) -> Iterator[str]:
    """An operation as a method."""
    given = operation.get("parameters", ())
    places = [each["name"] for each in given if each["in"] == "path"]
    query = {each["name"]: _kind(each["schema"]) for each in given if each["in"] == "query"}
    headers = [each["name"] for each in given if each["in"] == "header"]
    kind, body = _body(operation)
    fields = (
        {name: _kind(each) for name, each in body.get("properties", {}).items() if name != "file"}
        if kind == "form"
        else {}
    )
    takes = [f"{name}: {_kind(each['schema'])}" for name, each in zip(places, given, strict=False)]
    takes += {"json": [f"sent: {_kind(body)}"], "form": ["file: bytes", 'name: str = "file"']}.get(kind, [])
    named = {**query, **fields}
    takes += ["*", *(f"{name}: {each} | None = None" for name, each in named.items())] if named or headers else []
    takes += [f'{_HEADERS[name]}: str = ""' for name in headers]
    yield f"    def {operation['operationId']}(self, {', '.join(takes)}) -> {_answer(operation)}:".replace(", )", ")")
    yield f'        """{_sentence(operation["summary"])}"""'
    yield f"        headers: dict[str, str] = {{{', '.join(f'{name!r}: {_HEADERS[name]}' for name in headers)}}}"
    asked = f"{{{', '.join(f'{name!r}: {name}' for name in query)}}}"
    sent = ", body"
    if kind == "form":
        yield f"        body, form = self._form(file, name, {{{', '.join(f'{name!r}: {name}' for name in fields)}}})"
        yield "        headers |= form"
    elif kind == "json":
        yield '        body, headers["Content-Type"] = json.dumps(sent).encode(), "application/json"'
    else:
        sent = ', b""' if method == "POST" else ""
    address = re.sub(r"\{(\w+)\}", r"{quote(str(\1), safe='')}", path)
    yield f'        return cast({_answer(operation)!r}, self._send({method!r}, f"{address}", {asked}, headers{sent}))'


def _body(operation: Json) -> tuple[str, Json]:
    """How an operation takes its body, and what stands in it."""
    content = operation.get("requestBody", {}).get("content", {})
    if "multipart/form-data" in content:
        return "form", content["multipart/form-data"]["schema"]
    return ("json", content["application/json"]["schema"]) if content else ("", {})


def _answer(operation: Json) -> str:
    done = next(each for status, each in operation["responses"].items() if str(status).startswith("2"))
    return _kind(done["content"]["application/json"]["schema"])


def _kind(schema: Json) -> str:
    """A schema as a type."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "enum" in schema or "const" in schema:
        return f"Literal[{', '.join(map(repr, schema.get('enum', [schema.get('const')])))}]"
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(map(_kind, schema["anyOf"])))
    if schema.get("type") == "array":
        return f"list[{_kind(schema.get('items', {}))}]"
    if schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        return f"dict[str, {_kind(inner) if isinstance(inner, Mapping) else 'Any'}]"
    return _PLAIN.get(str(schema.get("type")), "Any")


def _sentence(text: str) -> str:
    first = text.strip().split("\n")[0].replace('"""', "'").replace("\\", "/")
    return first if first.endswith((".", "?")) else f"{first}."


def main() -> None:
    """Print the client of this house's API."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    sys.stdout.write(client(import_module("angikar.api.urls").api.get_openapi_schema()))


if __name__ == "__main__":
    main()
