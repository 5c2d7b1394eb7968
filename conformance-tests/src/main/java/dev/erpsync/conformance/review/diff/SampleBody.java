package dev.erpsync.conformance.review.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * A documented body of an operation: one of the {@code examples} of a media type.
 *
 * @param part {@code request}, or the status of an answer
 * @param mediaType media type of the body
 * @param name name of the sample, the same on the request and the answer
 * @param value the Example Object's value
 * @param schema the schema of the body
 */
record SampleBody(String part, String mediaType, String name, Spot value, Spot schema) {
  static List<SampleBody> of(Endpoint endpoint) {
    List<SampleBody> bodies = new ArrayList<>();
    add("request", endpoint.spot().child("requestBody").resolved(), bodies);
    Spot responses = endpoint.spot().child("responses");
    responses.names().forEach(status -> add(status, responses.child(status).resolved(), bodies));
    return bodies;
  }

  String key() {
    return part + " " + mediaType + " " + name;
  }

  private static void add(String part, Spot message, List<SampleBody> bodies) {
    Spot content = message.child("content");
    for (String type : content.names()) {
      Spot examples = content.down(type, "examples");
      for (String name : examples.names()) {
        Spot value = examples.child(name).resolved().child("value");
        if (value.exists()) {
          bodies.add(new SampleBody(part, type, name, value, content.down(type, "schema")));
        }
      }
    }
  }
}
