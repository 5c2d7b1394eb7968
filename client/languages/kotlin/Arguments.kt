import com.fasterxml.jackson.databind.JsonNode
import dev.erpsync.kotlin.Client.Companion.JSON

/** The arguments of one call; what the operation takes is removed, so that what it does not know shows. */
class Arguments(
    val headers: MutableMap<String, JsonNode>,
    val query: MutableMap<String, JsonNode>,
    var body: JsonNode?,
) {
    inline fun <reified T : Any> queryOrNull(name: String): T? = query.remove(name)?.let { JSON.convertValue(it, T::class.java) }

    inline fun <reified T : Any> headerOrNull(name: String): T? = headers.remove(name)?.let { JSON.convertValue(it, T::class.java) }

    inline fun <reified T : Any> query(name: String): T = requireNotNull(queryOrNull<T>(name)) { "$name is missing" }

    inline fun <reified T : Any> body(): T {
        val given = requireNotNull(body) { "the body is missing" }
        body = null
        return JSON.convertValue(given, T::class.java)
    }

    fun check() {
        for (name in headers.keys + query.keys) {
            throw IllegalArgumentException("no parameter $name")
        }
        require(body == null) { "no body" }
    }
}
