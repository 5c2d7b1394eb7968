"""Makes the calls that come as lines of JSON, and tells what came of each in a line of JSON."""

import json
import sys

from dispatch import OPERATIONS
from erpsync_client import ApiException
from erpsync_client.erpsync import basic, bearer, connect, so_ticket


def credentials(auth):
    if auth is None:
        return None
    schemes = {
        "Basic": lambda: basic(auth["user"], auth["password"]),
        "SoTicket": lambda: so_ticket(auth["ticket"]),
        "Bearer": lambda: bearer(auth["token"]),
    }
    return schemes[auth["scheme"]]()


def call(asked):
    settings = {"timeout": asked["timeoutMs"] / 1000} if "timeoutMs" in asked else {}
    with connect(asked["baseUrl"], credentials(asked.get("auth")), **settings) as client:
        try:
            operation = OPERATIONS[asked["operation"]]
            answer = operation(client, asked.get("query", {}), asked.get("headers", {}), asked.get("body"))
            return {"status": answer.status_code, "body": client.sanitize_for_serialization(answer.data)}
        except ApiException as e:
            if e.data is None:
                raise
            return {"status": e.status, "error": client.sanitize_for_serialization(e.data)}


def told(line):
    try:
        return call(json.loads(line))
    except Exception as e:
        return {"failure": " ".join(f"{type(e).__name__}: {e}".split())}


for line in sys.stdin:
    print(json.dumps(told(line)), flush=True)
