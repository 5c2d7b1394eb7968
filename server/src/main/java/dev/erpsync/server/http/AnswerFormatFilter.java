package dev.erpsync.server.http;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.message.internal.AcceptableMediaType;

/**
 * Chooses the media type of the answer before anything can go wrong, so that errors have it too:
 * the best of those accepted, and that of the request where any will do. What cannot be answered is
 * answered as JSON; at the strict level it is refused, unless the answer has no body. (D1, D6, D13)
 */
@PreMatching
final class AnswerFormatFilter implements ContainerRequestFilter {
  private static final String PROPERTY = AnswerFormatFilter.class.getName();

  /** Of the ranges that a type is in, the most specific one counts, whatever its quality. */
  private static final Comparator<MediaType> SPECIFIC =
      Comparator.comparingInt(
          range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2);

  private final Contract contract;
  private final Routes routes;
  private final boolean strict;
  private final List<MediaType> answers;

  AnswerFormatFilter(Contract contract, Routes routes, boolean strict) {
    this.contract = contract;
    this.routes = routes;
    this.strict = strict;
    this.answers =
        contract.operations().stream()
            .flatMap(this::types)
            .distinct()
            .map(MediaType::valueOf)
            .toList();
  }

  private Stream<String> types(Operation operation) {
    return operation.responseTypes(contract, operation.successStatus()).stream();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<MediaType> chosen = choose(request);
    MediaType type = chosen.orElse(MediaType.APPLICATION_JSON_TYPE);
    request.setProperty(PROPERTY, type);
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, type.toString());
    boolean answersBody = routes.operation(request).flatMap(o -> types(o).findAny()).isPresent();
    if (strict && chosen.isEmpty() && answersBody) {
      throw new NotAcceptableException(
          "None of the accepted media types can be answered; there are %s."
              .formatted(
                  answers.stream().map(Objects::toString).collect(Collectors.joining(", "))));
    }
  }

  /** The media type chosen for the answer to a request. */
  static MediaType of(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof MediaType type
        ? type
        : MediaType.APPLICATION_JSON_TYPE;
  }

  /** The accepted types come sorted by quality (RFC 9110, section 12.5.1). */
  private Optional<MediaType> choose(ContainerRequestContext request) {
    MediaType any = ofRequest(request).orElse(MediaType.APPLICATION_JSON_TYPE);
    try {
      List<MediaType> accepted = request.getAcceptableMediaTypes();
      return accepted.stream()
          .filter(range -> !isRefused(range))
          .flatMap(range -> matches(range, any, accepted))
          .findFirst();
    } catch (RuntimeException e) {
      // Jersey throws its own 400 on an Accept header that is no list of media types.
      return Optional.empty();
    }
  }

  /** The types for which this range counts, best first. */
  private Stream<MediaType> matches(MediaType range, MediaType any, List<MediaType> accepted) {
    Stream<MediaType> first = range.isWildcardType() ? Stream.of(any) : Stream.empty();
    return Stream.concat(first, answers.stream())
        .filter(range::isCompatible)
        .filter(type -> range.equals(closest(type, accepted)));
  }

  private static MediaType closest(MediaType type, List<MediaType> accepted) {
    return accepted.stream().filter(type::isCompatible).max(SPECIFIC).orElse(type);
  }

  private static boolean isRefused(MediaType accepted) {
    return accepted instanceof AcceptableMediaType ranked && ranked.getQuality() == 0;
  }

  /** The type of the request, when an answer can have it and it is not that of a patch. */
  private Optional<MediaType> ofRequest(ContainerRequestContext request) {
    MediaType sent = request.getMediaType();
    return answers.stream()
        .filter(type -> sent != null && type.isCompatible(sent))
        .filter(type -> !type.getSubtype().contains("patch"))
        .findFirst();
  }
}
