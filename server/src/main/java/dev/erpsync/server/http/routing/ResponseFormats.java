package dev.erpsync.server.http.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The media types that an answer can have, and the rule by which one is chosen: the best of those
 * accepted, and that of the request where any will do. What cannot be answered is answered in the
 * first type. Thread-safe. (D6, D13)
 */
public final class ResponseFormats {
  /** Clients send few different headers. The bound, in characters, is for those that do not. */
  private static final int REMEMBERED = 32_000;

  /** Of an entry, beside its characters. */
  private static final int OVERHEAD = 100;

  /** Of Accept and of Content-Type, in characters. */
  public static final int LONGEST_HEADER = 1024;

  /** Of both. The head of a rejected request may hold more; then nothing is read. */
  private static final int LONGEST = 2 * LONGEST_HEADER;

  private final List<MediaType> formats;
  private final Cache<Asked, Optional<MediaType>> found =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED)
          .weigher((Asked asked, Optional<MediaType> type) -> asked.length() + OVERHEAD)
          .executor(Runnable::run)
          .build();

  private record Asked(Optional<String> accept, Optional<String> contentType) {
    int length() {
      return accept.map(String::length).orElse(0) + contentType.map(String::length).orElse(0);
    }
  }

  /**
   * @param formats media types that can be written, the preferred one first
   */
  public ResponseFormats(List<MediaType> formats) {
    this.formats = List.copyOf(formats);
  }

  /** All types that a contract has for success; its errors have the same. */
  public static ResponseFormats of(Contract contract) {
    return new ResponseFormats(
        contract.operations().stream()
            .flatMap(
                operation -> operation.responseTypes(contract, operation.successStatus()).stream())
            .distinct()
            .map(MediaType::valueOf)
            .toList());
  }

  /**
   * Chooses, in any case.
   *
   * @param accept the request's Accept header (RFC 9110, section 12.5.1)
   * @param contentType the request's Content-Type header
   */
  public MediaType choose(Optional<String> accept, Optional<String> contentType) {
    return find(accept, contentType).orElse(formats.get(0));
  }

  /** As {@link #choose}; empty when nothing is accepted, as by what is no list of media types. */
  public Optional<MediaType> find(Optional<String> accept, Optional<String> contentType) {
    var asked = new Asked(accept, contentType);
    return asked.length() > LONGEST ? Optional.empty() : found.get(asked, this::find);
  }

  private Optional<MediaType> find(Asked asked) {
    Optional<String> accept = asked.accept();
    MediaType any = asked.contentType().flatMap(this::ofRequest).orElse(formats.get(0));
    if (accept.isEmpty() || accept.get().isBlank()) {
      return Optional.of(any);
    }
    List<AcceptedRange> accepted = AcceptedRange.parse(accept.get());
    return accepted.stream()
        .filter(range -> range.quality() > 0)
        .flatMap(range -> matches(range, any, accepted))
        .findFirst();
  }

  /** All of them, the preferred one first. */
  public List<MediaType> types() {
    return formats;
  }

  @Override
  public String toString() {
    return formats.stream().map(MediaType::toString).collect(Collectors.joining(", "));
  }

  /** The types for which this range counts, the best first. */
  private Stream<MediaType> matches(
      AcceptedRange range, MediaType any, List<AcceptedRange> accepted) {
    Stream<MediaType> first = range.type().isWildcardType() ? Stream.of(any) : Stream.empty();
    return Stream.concat(first, formats.stream())
        .filter(range.type()::isCompatible)
        .filter(type -> range.equals(closest(type, accepted)));
  }

  /** Of the ranges that a type is in, the narrowest one counts, whatever its quality. */
  private static AcceptedRange closest(MediaType type, List<AcceptedRange> accepted) {
    return accepted.stream()
        .filter(range -> range.type().isCompatible(type))
        .max(Comparator.comparingInt(AcceptedRange::specificity))
        .orElseThrow();
  }

  /** The type of the request, when an answer can have it and it is not that of a patch. */
  private Optional<MediaType> ofRequest(String contentType) {
    try {
      MediaType sent = MediaType.valueOf(contentType);
      return formats.stream()
          .filter(type -> type.isCompatible(sent))
          .filter(type -> !type.getSubtype().contains("patch"))
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
