# begin: set up
import os

from erpsync_client import (
    ActorLinksApi, ApiException, BreakActorLinkRequest, ConnectActorRequest, ConnectionsApi, CreateActorLinkRequest, CrmActorType,
    ErpActorType, GetConnectionRequest, ServiceError,
)
from erpsync_client.erpsync import basic, connect

client = connect(
    os.environ["ERPSYNC_BASE_URL"],
    basic(os.environ["ERPSYNC_USER"], os.environ["ERPSYNC_PASSWORD"]),
)
# end: set up

# begin: link
links = ActorLinksApi(client)
linked = links.create_actor_link(
    CreateActorLinkRequest(
        erp_connection_id=444,
        crm_actor_type=CrmActorType.CONTACT,
        crm_record_id=285,
        erp_actor_type=ErpActorType.CUSTOMER,
        erp_key="10042",
    )
)
print(f"linked: {linked}")
# end: link

# begin: break
broken = links.break_actor_link(
    BreakActorLinkRequest(erp_connection_id=444, crm_actor_type=CrmActorType.CONTACT, crm_record_id=285)
)
print(f"broken: {broken}")
# end: break

# begin: read
connection = ConnectionsApi(client).get_connection(
    GetConnectionRequest(erp_connection_id=4711), select="DisplayName,Active", so_language="en"
)
print(f"connection: {'none' if connection is None else connection.display_name}")
# end: read

# begin: error
try:
    links.connect_actor(
        ConnectActorRequest(
            erp_connection_id=4711,
            crm_actor_type=CrmActorType.CONTACT,
            crm_record_id=285,
            erp_actor_type=ErpActorType.CUSTOMER,
            erp_key="10042",
        )
    )
except ApiException as e:
    if not isinstance(e.data, ServiceError):
        raise
    print(f"refused: {e.status} {e.data.error_message}")
# end: error
