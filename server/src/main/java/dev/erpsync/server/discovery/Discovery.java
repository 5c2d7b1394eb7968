package dev.erpsync.server.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.server.model.ApiVersions;
import dev.erpsync.server.model.OperationDescription;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Says what the contract of the agent holds. Nothing is written down here: an operation that the
 * contract gets is described by itself. Immutable. (D19)
 */
public final class Discovery {
  private static final String NAME = "erpsync";

  private final Contract agent;
  private final Operation describe;
  private final URI versionOne;
  private final OperationText text;

  /**
   * @param agent the contract that is described
   * @param discovery the contract of the descriptions
   */
  public Discovery(Contract agent, Contract discovery) {
    this.agent = agent;
    this.describe = discovery.operation("Describe").orElseThrow();
    this.versionOne = URI.create(discovery.operation("Operations").orElseThrow().path());
    this.text = new OperationText(agent);
  }

  /** What answers at {@code base}. */
  public ApiVersions versions(URI base) {
    JsonNode info = agent.document().path("info");
    String version = info.path("version").asText();
    return new ApiVersions()
        .v1(base.resolve(versionOne).toString())
        .netServerVersion(version)
        .netServerLabel(NAME)
        .netServer("%s %s, by %s".formatted(info.path("title").asText(), version, NAME))
        .version("v1");
  }

  /** By URL and method, a sentence; in the order of the contract. */
  public Map<String, Map<String, String>> operations(URI base) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (Operation operation : agent.operations()) {
      Map<String, String> methods =
          all.computeIfAbsent(
              base.resolve(operation.path()).toString(), url -> new LinkedHashMap<>());
      methods.put(describe.method(), summary(describe));
      methods.put(operation.method(), query(operation) + summary(operation));
    }
    return all;
  }

  /** The operation with this name. */
  public Optional<OperationDescription> describe(String name, URI base) {
    return agent
        .operation(name)
        .map(
            operation ->
                new OperationDescription()
                    .name(operation.id())
                    .summary(summary(operation))
                    .description(operation.node().path("description").asText())
                    .method(operation.method())
                    .url(base.resolve(operation.path()).toString())
                    .parameters(text.parameters(operation))
                    .requestTypes(operation.requestTypes())
                    .result(text.result(operation)));
  }

  /** As the vendor writes it: {@code ?name={name}} and a space. */
  private String query(Operation operation) {
    String query =
        StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
            .map(agent::resolve)
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .map(parameter -> parameter.path("name").asText())
            .map(name -> name + "={" + name + "}")
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query + " ";
  }

  private static String summary(Operation operation) {
    return operation.node().path("summary").asText();
  }
}
