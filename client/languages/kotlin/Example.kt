// Links a company, breaks the link, reads a connection that does not exist, and handles an error.

// begin: set up
import dev.erpsync.kotlin.Client
import dev.erpsync.kotlin.Credentials
import dev.erpsync.kotlin.RefusedException
import dev.erpsync.kotlin.apis.ActorLinksApi
import dev.erpsync.kotlin.apis.ConnectionsApi
import dev.erpsync.kotlin.models.BreakActorLinkRequest
import dev.erpsync.kotlin.models.ConnectActorRequest
import dev.erpsync.kotlin.models.CreateActorLinkRequest
import dev.erpsync.kotlin.models.CrmActorType
import dev.erpsync.kotlin.models.ErpActorType
import dev.erpsync.kotlin.models.GetConnectionRequest
import dev.erpsync.kotlin.models.MalformedRequest
import dev.erpsync.kotlin.models.ServiceError
import java.lang.System.getenv

val client = Client(
    getenv("ERPSYNC_BASE_URL"),
    Credentials.Basic(getenv("ERPSYNC_USER"), getenv("ERPSYNC_PASSWORD")),
)
// end: set up

fun main() {
    // begin: link
    val links = ActorLinksApi(client)
    val linked = links.createActorLink(
        CreateActorLinkRequest(
            erpConnectionId = 444,
            crmActorType = CrmActorType.Contact,
            crmRecordId = 285,
            erpActorType = ErpActorType.Customer,
            erpKey = "10042",
        ),
    )
    println("linked: $linked")
    // end: link

    // begin: break
    val broken = links.breakActorLink(
        BreakActorLinkRequest(erpConnectionId = 444, crmActorType = CrmActorType.Contact, crmRecordId = 285),
    )
    println("broken: $broken")
    // end: break

    // begin: read
    val connection = ConnectionsApi(client).getConnection(
        GetConnectionRequest(erpConnectionId = 4711),
        select = "DisplayName,Active",
        soLanguage = "en",
    )
    println("connection: ${connection?.displayName ?: "none"}")
    // end: read

    // begin: error
    try {
        links.connectActor(
            ConnectActorRequest(
                erpConnectionId = 4711,
                crmActorType = CrmActorType.Contact,
                crmRecordId = 285,
                erpActorType = ErpActorType.Customer,
                erpKey = "10042",
            ),
        )
    } catch (e: RefusedException) {
        when (val problem = e.problem) {
            is ServiceError -> println("refused: ${e.status} ${problem.errorMessage}")
            is MalformedRequest -> println("malformed: ${problem.messageDetail}")
        }
    }
    // end: error
}
