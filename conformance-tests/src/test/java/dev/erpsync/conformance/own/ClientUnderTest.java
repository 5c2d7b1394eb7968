package dev.erpsync.conformance.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.client.ErpSyncClient;
import dev.erpsync.client.RequestOptions;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The generated client, called by the contract's names: a new operation needs nothing here. */
final class ClientUnderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Contract CONTRACT = Contract.erpSync();

  private final URI baseUrl;

  ClientUnderTest(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** Makes the documented call; its result as JSON, {@code null} for a void or an empty one. */
  JsonNode call(Sample sample) throws Exception {
    Operation operation = CONTRACT.operation(sample.operation()).orElseThrow();
    ErpSyncClient client = setUpAs(sample.request().headers());
    Object api = ErpSyncClient.class.getMethod(decapitalized(operation.tag())).invoke(client);
    Method method =
        Stream.of(api.getClass().getMethods())
            .filter(candidate -> candidate.getName().equals(decapitalized(operation.id())))
            .filter(candidate -> !takesOptions(candidate))
            .findFirst()
            .orElseThrow();
    Object result = method.invoke(api, arguments(operation, sample, method));
    return JSON.valueToTree(
        result instanceof Optional<?> optional ? optional.orElse(null) : result);
  }

  private static boolean takesOptions(Method method) {
    return List.of(method.getParameterTypes()).contains(RequestOptions.class);
  }

  /** What the query must have, then the body. */
  private static Object[] arguments(Operation operation, Sample sample, Method method)
      throws Exception {
    List<Object> arguments = new ArrayList<>();
    for (JsonNode value : QueryArguments.of(CONTRACT, operation, sample.request().query())) {
      arguments.add(value.intValue());
    }
    if (sample.request().body().isPresent()) {
      Class<?> type = method.getParameterTypes()[arguments.size()];
      arguments.add(JSON.treeToValue(sample.request().body().get(), type));
    }
    return arguments.toArray();
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
