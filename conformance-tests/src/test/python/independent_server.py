"""The four operations once more, written from the contract by hand, in another language and with nothing of the project's code:
what the conformance kit says of a server that it has nothing in common with. JSON only, links and connections in memory.

    independent_server.py [--control] [--wrong FAULT]

--control   offers reset, seed and state, as spec/emulator.yaml has them
--wrong     a fault on purpose: "twice" breaks links that do not stand, "key" compares keys in lower case, "pretend" makes no link
"""

import argparse
import copy
import json
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

AGENT = "/api/v1/Agents/ErpSync/"
USER = "Basic dGplMDpUamUw"
PAIRS = {("Contact", "Customer"), ("Contact", "Supplier"), ("Contact", "Partner"), ("Person", "Person"), ("Project", "Project")}
LISTS = ("Connectors", "Connections", "ActorLinks", "CrmFieldValues", "ErpFieldValues")
BLANK = {
    "DisplayName": None, "DisplayDescription": None, "Active": False, "ConnectionId": None, "MostRecentTimestamp": None,
    "ConfigFields": {}, "Deleted": False, "AllAccess": False, "UserGroupAccessIds": [], "AssociateAccessIds": [],
}


class Refused(Exception):
    def __init__(self, status, kind, message):
        super().__init__(message)
        self.status, self.kind = status, kind


class Malformed(Exception):
    pass


class Store:
    def __init__(self, wrong):
        self.lock, self.wrong = threading.Lock(), wrong
        self.reset()

    def reset(self):
        self.rows = {name: [] for name in LISTS}

    def seed(self, state):
        for name in LISTS:
            for row in state.get(name) or []:
                if name == "Connections":
                    row = {**BLANK, "ErpConnectionId": 0, "ErpConnectorId": 0, **{k: v for k, v in row.items() if v is not None}}
                    row["ConnectionId"] = row["ConnectionId"] or str(uuid.uuid4())
                    self.drop(name, lambda old: old["ErpConnectionId"] == row["ErpConnectionId"])
                elif name == "Connectors":
                    row = {"DisplayName": None, "URL": None, "Deleted": False, **row}
                    self.drop(name, lambda old: old["ErpConnectorId"] == row["ErpConnectorId"])
                elif name == "ActorLinks":
                    self.drop(name, lambda old: crm(old) == crm(row) or self.erp(old) == self.erp(row))
                self.rows[name].append(row)

    def drop(self, name, which):
        kept = [row for row in self.rows[name] if not which(row)]
        dropped = len(self.rows[name]) - len(kept)
        self.rows[name] = kept
        return dropped > 0

    def connection(self, number):
        return next((c for c in self.rows["Connections"] if c["ErpConnectionId"] == number and not c["Deleted"]), None)

    def erp(self, row):
        key = row["ErpKey"].lower() if self.wrong == "key" else row["ErpKey"]
        return row["ErpConnectionId"], row["ErpActorType"], key

    def link(self, sent):
        """None when the link stands, else why it does not."""
        if not self.connection(sent["ErpConnectionId"]):
            return 404, "SoNotFoundException"
        if (sent["CrmActorType"], sent["ErpActorType"]) not in PAIRS or sent["CrmRecordId"] < 1:
            return 409, "SoIllegalOperationException"
        row = {name: sent[name] for name in ("ErpConnectionId", "CrmRecordId", "CrmActorType", "ErpKey", "ErpActorType")}
        standing = [old for old in self.rows["ActorLinks"] if crm(old) == crm(row) or self.erp(old) == self.erp(row)]
        if standing and standing != [row]:
            return 409, "SoIllegalOperationException"
        if not standing and self.wrong != "pretend":
            self.rows["ActorLinks"].append(row)
        return None

    def set(self, name, row, value):
        self.drop(name, lambda old: all(old[key] == row[key] for key in row))
        self.rows[name].append({**row, "Value": value})


def crm(row):
    return row["ErpConnectionId"], row["CrmActorType"], row["CrmRecordId"]


def create(store, sent):
    return store.link(sent) is None


def break_link(store, sent):
    if not store.connection(sent["ErpConnectionId"]):
        return False
    return store.drop("ActorLinks", lambda old: crm(old) == crm(sent)) or store.wrong == "twice"


def connect(store, sent):
    refused = store.link(sent)
    if refused:
        raise Refused(*refused, "The actor cannot be connected.")
    for value in sent.get("FieldValues") or []:
        field = {"CrmFieldKey": value["CrmFieldKey"]}
        if value.get("SyncToCrm"):
            store.set("CrmFieldValues", {"CrmActorType": sent["CrmActorType"], "CrmRecordId": sent["CrmRecordId"], **field}, value.get("Value"))
        if value.get("SyncToErp"):
            actor = {name: sent[name] for name in ("ErpConnectionId", "ErpActorType", "ErpKey")}
            store.set("ErpFieldValues", {**actor, **field}, value.get("Value"))
    return None


def save(store, sent):
    given = {k: v for k, v in sent["Connection"].items() if v is not None and k not in ("TableRight", "FieldProperties")}
    number = given.get("ErpConnectionId", 0)
    rows = store.rows["Connections"]
    row = next((c for c in rows if c["ErpConnectionId"] == number), None)
    if number and not row:
        raise Refused(404, "SoNotFoundException", "There is no such connection.")
    changed = {**BLANK, **(row or {}), **{k: v for k, v in given.items() if k in BLANK or k == "ErpConnectorId"}}
    if not any(c["ErpConnectorId"] == changed.get("ErpConnectorId") for c in store.rows["Connectors"]):
        raise Refused(404, "SoNotFoundException", "There is no such connector.")
    changed["ConnectionId"] = (row and row["ConnectionId"]) or (given.get("ConnectionId") or "").strip() or str(uuid.uuid4())
    changed["ErpConnectionId"] = number or 1 + max([c["ErpConnectionId"] for c in rows], default=0)
    if row:
        rows.remove(row)
    rows.append(changed)
    right = {"Mask": "FULL", "Reason": ""}
    types = {bool: "System.Boolean", int: "System.Int32", dict: "System.Object", list: "System.Int32[]"}
    fields = {
        name: {"FieldRight": right, "FieldType": types.get(type(value), "System.String"), "FieldLength": 0} for name, value in changed.items()
    }
    return {**changed, "TableRight": right, "FieldProperties": fields}


REQUIRED = {
    "CreateActorLink": ("ErpConnectionId", "CrmRecordId", "CrmActorType", "ErpKey", "ErpActorType"),
    "BreakActorLink": ("ErpConnectionId", "CrmRecordId", "CrmActorType"),
    "ConnectActor": ("ErpConnectionId", "CrmRecordId", "CrmActorType", "ErpKey", "ErpActorType"),
    "SaveConnection": ("Connection",),
}
OPERATIONS = {"CreateActorLink": create, "BreakActorLink": break_link, "ConnectActor": connect, "SaveConnection": save}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    store = control = None

    def log_message(self, *unused):
        pass

    def do_GET(self):
        self.handle_call(b"")

    def do_POST(self):
        self.handle_call(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

    def handle_call(self, body):
        try:
            if self.headers.get("Authorization") != USER:
                self.challenge()
            elif self.path.startswith("/_emulator/") and self.control:
                self.emulate(self.path.split("/")[2], body)
            else:
                self.operate(self.path.split("?")[0], body)
        except Malformed as e:
            self.answer(400, {"Message": "The request is invalid.", "MessageDetail": str(e)})
        except (TypeError, KeyError, AttributeError):
            self.answer(400, {"Message": "The request is invalid.", "MessageDetail": "request body: a value of another type"})
        except Refused as e:
            self.answer(e.status, {"Error": True, "ErrorType": e.kind, "Message": str(e), "ErrorMessage": str(e), "ErrorSource": "independent"})

    def challenge(self):
        error = {"Error": True, "ErrorType": "SoSentryException", "Message": "Who calls?", "ErrorMessage": "Who calls?", "ErrorSource": "independent"}
        self.answer(401, error, ("WWW-Authenticate", 'Basic realm="SuperOffice Username or Ticket"'))

    def emulate(self, what, body):
        with self.store.lock:
            if what == "state":
                self.answer(200, copy.deepcopy(self.store.rows))
            elif what in ("reset", "seed"):
                self.store.reset() if what == "reset" else self.store.seed(json.loads(body))
                self.answer(204)
            else:
                raise Refused(404, "SoNotFoundException", "There is nothing.")

    def operate(self, path, body):
        name = path[len(AGENT):] if path.startswith(AGENT) else ""
        if name not in OPERATIONS or self.command != "POST":
            raise Refused(404, "SoNotFoundException", "There is no such operation.")
        try:
            sent = json.loads(body)
        except ValueError:
            raise Malformed("request body: not JSON") from None
        for wanted in REQUIRED[name]:
            if not isinstance(sent, dict) or sent.get(wanted) is None:
                raise Malformed(f"request body /{wanted}: rule required")
        with self.store.lock:
            result = OPERATIONS[name](self.store, sent)
        if name == "ConnectActor":
            self.answer(204)
        else:
            self.answer(200, result)

    def answer(self, status, value=None, *headers):
        body = b"" if status == 204 else json.dumps(value).encode()
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
        for name, text in headers:
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--control", action="store_true")
    options.add_argument("--wrong", choices=("twice", "key", "pretend"))
    chosen = options.parse_args()
    Handler.store, Handler.control = Store(chosen.wrong), chosen.control
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(f"independent server listening on http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()


main()
