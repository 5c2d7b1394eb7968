package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.lang.reflect.Type;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The client against every documented exchange. */
class SampleTest {

  @TestFactory
  Stream<DynamicTest> sendsTheDocumentedRequestAndReadsTheDocumentedAnswer() {
    return Sample.all().stream()
        .map(sample -> dynamicTest(sample.name(), () -> replay(sample, GeneratedCall::make)));
  }

  @TestFactory
  Stream<DynamicTest> sendsAndReadsTheSameWithoutWaiting() {
    return Sample.all().stream()
        .map(sample -> dynamicTest(sample.name(), () -> replay(sample, GeneratedCall::makeLater)));
  }

  /** A way to make a call. */
  private interface Form {
    JsonNode make(GeneratedCall call, ErpSyncClient client, Sample.Message sent) throws Exception;
  }

  private static void replay(Sample sample, Form form) throws Exception {
    var operation = Contract.erpSync().operation(sample.operation()).orElseThrow();
    var call = GeneratedCall.of(sample.operation());
    String answer = sample.status() == 204 ? "" : sample.response().body().orElseThrow().toString();
    try (var server = StubServer.answering(sample.status(), answer)) {
      JsonNode read = form.make(call, client(server, sample), sample.request());

      var request = server.request();
      assertThat(request.method()).isEqualTo(operation.method());
      String query = sample.request().query();
      assertThat(request.uri())
          .hasToString(operation.path() + (query.isEmpty() ? "" : "?" + query));
      sample
          .request()
          .headers()
          .forEach(
              (name, value) -> assertThat(request.header(name)).as(name).containsExactly(value));
      if (sample.request().body().isPresent()) {
        assertThat(Json.MAPPER.readTree(request.body())).isEqualTo(sample.request().body().get());
      } else {
        assertThat(request.body()).isEmpty();
        assertThat(request.header("Content-Type")).isEmpty();
      }
      assertThat(withoutNulls(read))
          .isEqualTo(withoutNulls(sample.response().body().orElseThrow()));
    }
  }

  /** A client set up as the sample's headers say. */
  private static ErpSyncClient client(StubServer server, Sample sample) {
    var headers = sample.request().headers();
    String pair = headers.getOrDefault("Authorization", "").replaceFirst("^Basic ", "");
    List<String> user = List.of(new String(Base64.getDecoder().decode(pair), UTF_8).split(":"));
    return server
        .client()
        .basic(user.get(0), user.get(1))
        .language(headers.getOrDefault("Accept-Language", ""))
        .build();
  }

  @TestFactory
  Stream<DynamicTest> modelsCarryTheDocumentedRequestsWithoutLoss() {
    return Sample.all().stream()
        .filter(sample -> sample.request().body().isPresent())
        .map(
            sample ->
                dynamicTest(
                    sample.name(),
                    () ->
                        carries(
                            GeneratedCall.of(sample.operation()).requestType(), sample.request())));
  }

  @TestFactory
  Stream<DynamicTest> modelsCarryTheDocumentedAnswersWithoutLoss() {
    return Sample.all().stream()
        .filter(sample -> sample.status() != 204)
        .map(
            sample ->
                dynamicTest(
                    sample.name(),
                    () ->
                        carries(
                            GeneratedCall.of(sample.operation()).valueType(), sample.response())));
  }

  private static void carries(Type model, Sample.Message message) throws Exception {
    JsonNode documented = message.body().orElseThrow();
    Object value = Json.MAPPER.readValue(documented.toString(), Json.MAPPER.constructType(model));
    assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(value)))
        .isEqualTo(withoutNulls(documented));
  }

  /** In a model a property that is null is one that is not set. */
  private static JsonNode withoutNulls(JsonNode value) {
    JsonNode copy = value.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.properties().removeIf(property -> property.getValue().isNull());
      object.properties().forEach(p -> p.setValue(withoutNulls(p.getValue())));
    } else if (copy instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutNulls(array.get(i)));
      }
    }
    return copy;
  }
}
