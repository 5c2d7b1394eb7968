package dev.erpsync.conformance.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.client.ErpSyncClient;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The generated client, called by the contract's names: a new operation needs nothing here. */
final class ClientUnderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Contract CONTRACT = Contract.erpSync();

  private final URI baseUrl;

  ClientUnderTest(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** Makes the documented call; its result as JSON, {@code null} for a void one. */
  JsonNode call(Sample sample) throws Exception {
    Operation operation = CONTRACT.operation(sample.operation()).orElseThrow();
    ErpSyncClient client = setUpAs(sample.request().headers());
    Object api = ErpSyncClient.class.getMethod(decapitalized(operation.tag())).invoke(client);
    Method method =
        Stream.of(api.getClass().getMethods())
            .filter(candidate -> candidate.getName().equals(decapitalized(operation.id())))
            .filter(candidate -> candidate.getParameterCount() == 1)
            .findFirst()
            .orElseThrow();
    Object request =
        JSON.treeToValue(sample.request().body().orElseThrow(), method.getParameterTypes()[0]);
    return JSON.valueToTree(method.invoke(api, request));
  }

  private ErpSyncClient setUpAs(Map<String, String> headers) {
    String basic = headers.getOrDefault("Authorization", "").replaceFirst("^Basic ", "");
    String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    return ErpSyncClient.builder(baseUrl)
        .basic(pair.substring(0, colon), pair.substring(colon + 1))
        .language(headers.getOrDefault("Accept-Language", "*"))
        .build();
  }

  private static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
