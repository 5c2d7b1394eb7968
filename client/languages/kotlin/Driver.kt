// Makes the calls that it reads, a line each, with the generated client, and writes what it got from it, a line each.

import com.fasterxml.jackson.databind.JsonNode
import dev.erpsync.kotlin.Client
import dev.erpsync.kotlin.Client.Companion.JSON
import dev.erpsync.kotlin.Credentials
import dev.erpsync.kotlin.RefusedException
import java.time.Duration

fun main() {
    System.`in`.bufferedReader().forEachLine { line ->
        System.out.write(JSON.writeValueAsBytes(answerTo(line)) + '\n'.code.toByte())
        System.out.flush()
    }
}

private fun answerTo(line: String): Map<String, Any?> = try {
    val asked = JSON.readTree(line)
    var status = 0
    val client = Client(
        asked.path("baseUrl").asText(),
        credentials(asked.path("auth")),
        timeout = Duration.ofMillis(asked.path("timeoutMs").asLong(100_000)),
        onAnswer = { status = it.statusCode() },
    )
    val result = call(client, asked.path("operation").asText(), arguments(asked))
    if (result == Unit) mapOf("status" to status) else mapOf("status" to status, "body" to result)
} catch (e: RefusedException) {
    mapOf("status" to e.status, "error" to e.problem)
} catch (e: Exception) {
    mapOf("failure" to e.toString().replace(Regex("\\s+"), " "))
}

private fun credentials(auth: JsonNode): Credentials? = when (val scheme = auth.path("scheme").asText()) {
    "" -> null
    "Basic" -> Credentials.Basic(auth.path("user").asText(), auth.path("password").asText())
    "SoTicket" -> Credentials.SoTicket(auth.path("ticket").asText())
    "Bearer" -> Credentials.Bearer(auth.path("token").asText())
    else -> throw IllegalArgumentException("no scheme $scheme")
}

private fun arguments(asked: JsonNode): Arguments {
    fun named(name: String) = asked.path(name).properties().associateTo(mutableMapOf()) { it.key to it.value }
    return Arguments(named("headers"), named("query"), asked.get("body"))
}
