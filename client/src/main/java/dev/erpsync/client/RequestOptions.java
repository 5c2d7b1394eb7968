package dev.erpsync.client;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a call may say beside its arguments: the optional parameters of the contract, and headers.
 * What is not said here is as the client's builder says. Immutable. No method takes null.
 */
public final class RequestOptions {
  private static final RequestOptions NONE = new RequestOptions(Map.of(), Map.of());

  private final Map<String, String> query;
  private final Map<String, String> headers;

  private RequestOptions(Map<String, String> query, Map<String, String> headers) {
    this.query = query;
    this.headers = headers;
  }

  /** Nothing beside the arguments. */
  public static RequestOptions none() {
    return NONE;
  }

  /**
   * Asks for some properties of the answer only; the others come as null.
   *
   * @param properties names in any letter case; a slash descends into an object
   */
  public RequestOptions select(String... properties) {
    Objects.requireNonNull(properties, "properties");
    for (String property : properties) {
      Objects.requireNonNull(property, "property");
    }
    return with(Parameter.SELECT, String.join(",", properties));
  }

  /** Language into which texts are resolved, two letters; {@code *} leaves them untouched. */
  public RequestOptions language(String language) {
    return with(Parameter.ACCEPT_LANGUAGE, Objects.requireNonNull(language, "language"));
  }

  /** Culture by which numbers and dates inside texts are written. */
  public RequestOptions culture(String culture) {
    return with(Parameter.SO_CULTURE, Objects.requireNonNull(culture, "culture"));
  }

  /** Time zone into which points in time are converted. */
  public RequestOptions timeZone(String timeZone) {
    return with(Parameter.SO_TIME_ZONE, Objects.requireNonNull(timeZone, "timeZone"));
  }

  /**
   * Sets any parameter of the contract.
   *
   * @throws IllegalArgumentException if the value is blank, or goes into a header that cannot carry
   *     it
   */
  public RequestOptions with(Parameter parameter, String value) {
    Objects.requireNonNull(parameter, "parameter");
    Objects.requireNonNull(value, "value");
    String name = parameter.wireName();
    return switch (parameter.in()) {
      case QUERY -> new RequestOptions(plus(query, name, notBlank(name, value)), headers);
      case HEADER ->
          new RequestOptions(query, plus(headers, name, HeaderText.checked(name, value)));
    };
  }

  /**
   * Sets a header that the contract does not know.
   *
   * @throws IllegalArgumentException if this is no header, or one that the client itself sets
   */
  public RequestOptions header(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    String checked = HeaderText.checked(HeaderText.checkedName(name), value);
    return new RequestOptions(query, plus(headers, name, checked));
  }

  /** These options, and for what they leave open the others. */
  RequestOptions over(RequestOptions others) {
    return new RequestOptions(merged(others.query, query), merged(others.headers, headers));
  }

  /** What is set for the query, by name; not to be changed. */
  public Map<String, String> query() {
    return query;
  }

  /** What is set for headers, by name in any letter case; not to be changed, and maybe secret. */
  public Map<String, String> headers() {
    return headers;
  }

  /** What is set, without the values, which may be secret. */
  @Override
  public String toString() {
    return "RequestOptions" + merged(query, headers).keySet();
  }

  /** A query is percent-encoded, and so carries any text. */
  private static String notBlank(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return value;
  }

  private static Map<String, String> plus(Map<String, String> map, String name, String value) {
    return merged(map, Map.of(name, value));
  }

  /** Letter case does not tell header names apart (RFC 9110, section 5.1). */
  private static Map<String, String> merged(Map<String, String> first, Map<String, String> later) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(first);
    all.putAll(later);
    return Collections.unmodifiableMap(all);
  }
}
