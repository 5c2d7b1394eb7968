package dev.erpsync.server.http.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.server.http.error.MalformedRequestException;
import dev.erpsync.server.http.routing.Breach;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;
import dev.erpsync.spec.Violation;
import dev.erpsync.spec.codec.XmlCharacters;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks query and headers of a request against the parameters of its operation. Where the level is
 * strict the query may hold nothing else; where it is that of the vendor only what an operation
 * cannot do without is looked at. (D4, D43)
 */
public final class ParametersFilter implements ContainerRequestFilter {
  private static final String QUERY = "query";
  private static final String SIDE = "request parameter ";
  private static final int LONGEST_NAME = 200;
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

  private final Contract contract;
  private final Validation level;
  private final Map<JsonPointer, List<Parameter>> parameters;

  /**
   * A filter.
   *
   * @param contract has the parameters of its operations
   * @param level how much of it is enforced
   */
  public ParametersFilter(Contract contract, Validation level) {
    this.contract = contract;
    this.level = level;
    this.parameters =
        contract.operations().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Operation::pointer, operation -> operation.parameters(contract)));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Call.of(request).servedBy(contract).ifPresent(served -> check(served.operation(), request));
  }

  private void check(Operation operation, ContainerRequestContext request) {
    List<Parameter> known = Objects.requireNonNull(parameters.get(operation.pointer()));
    List<Breach> breaches = new ArrayList<>(unreadable(request));
    known.stream()
        .filter(parameter -> parameter.required() || level != Validation.VENDOR)
        .forEach(parameter -> breaches.addAll(breaches(parameter, request)));
    if (level == Validation.STRICT) {
      breaches.addAll(unknown(known, request));
    }
    if (!breaches.isEmpty()) {
      throw new MalformedRequestException(breaches);
    }
  }

  /** Names and values with characters that are rejected in bodies too. */
  private static List<Breach> unreadable(ContainerRequestContext request) {
    List<Breach> breaches = new ArrayList<>();
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) ->
                breaches.addAll(
                    Breach.all(
                        SIDE + shortened(XmlCharacters.replaced(name)),
                        Scalars.violations(name + String.join("", values)))));
    return breaches;
  }

  private List<Breach> breaches(Parameter parameter, ContainerRequestContext request) {
    boolean query = parameter.in().equals(QUERY);
    String side = (query ? SIDE : "request header ") + parameter.name();
    List<String> values =
        (query ? request.getUriInfo().getQueryParameters() : request.getHeaders())
            .getOrDefault(parameter.name(), List.of());
    if (parameter.required() && values.size() != 1) {
      Violation count =
          values.isEmpty()
              ? new Violation("", "required", "required", "nothing")
              : new Violation("", "maxItems", "sent more than once", "array");
      return List.of(new Breach(side, count));
    }
    List<Breach> breaches = new ArrayList<>();
    for (String value : values) {
      breaches.addAll(
          Breach.all(side, contract.check(parameter.schema(), value(parameter, value))));
    }
    return breaches;
  }

  /** All that is sent is a text; the contract may mean the number that it spells. */
  private JsonNode value(Parameter parameter, String text) {
    String type = contract.document().at(parameter.schema()).path("type").asText();
    return type.equals("integer") && INTEGER.matcher(text).matches()
        ? LongNode.valueOf(Long.parseLong(text))
        : TextNode.valueOf(text);
  }

  private static List<Breach> unknown(List<Parameter> known, ContainerRequestContext request) {
    List<String> names =
        known.stream().filter(p -> p.in().equals(QUERY)).map(Parameter::name).toList();
    String message = "unknown; known are " + String.join(", ", names);
    var unknown = new Violation("", "parameters", message, "string");
    return request.getUriInfo().getQueryParameters().keySet().stream()
        .filter(name -> !names.contains(name))
        .map(name -> new Breach(SIDE + shortened(name), unknown))
        .toList();
  }

  /** The sender may have chosen any name. */
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
