package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;

/**
 * The query of a request, with what is required: some pages leave it out of their samples. (D44)
 *
 * @param query encoded
 * @param schema of the arguments that stand in it, as of an object
 * @param values the arguments
 */
record RequiredQuery(String query, ObjectNode schema, ObjectNode values) {
  private static final String ID = "ErpConnectorId";

  /** None that another sample has. */
  private static final int ANY = 343;

  /** What is missing is the id of the answer, or any where that has none. */
  static RequiredQuery of(Contract contract, Operation operation, String query, JsonNode answer) {
    ObjectNode values = QueryArguments.of(contract, operation, query);
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    String completed = query;
    for (Parameter parameter : operation.parameters(contract)) {
      if (parameter.required()) {
        schema
            .withObjectProperty("properties")
            .set(parameter.name(), contract.document().at(parameter.schema()));
        if (!values.has(parameter.name())) {
          int id = answer.path(ID).asInt(ANY);
          values.put(parameter.name(), id);
          completed += (completed.isEmpty() ? "" : "&") + parameter.name() + "=" + id;
        }
      }
    }
    return new RequiredQuery(completed, schema, values);
  }

  Arguments arguments(Contract contract) {
    return new Arguments(contract, schema, values);
  }
}
