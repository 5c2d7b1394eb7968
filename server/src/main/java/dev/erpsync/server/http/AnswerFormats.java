package dev.erpsync.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.core.MediaType;
import java.text.ParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.message.internal.AcceptableMediaType;
import org.glassfish.jersey.message.internal.HttpHeaderReader;

/**
 * The media types that an answer can have, and the rule by which one is chosen: the best of those
 * accepted, and that of the request where any will do. What cannot be answered is answered in the
 * first type. Thread-safe. (D6, D13)
 */
final class AnswerFormats {
  /** Of the ranges that a type is in, the most specific one counts, whatever its quality. */
  private static final Comparator<MediaType> SPECIFIC =
      Comparator.comparingInt(
          range -> range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2);

  /** Clients send few different headers. The bound, in characters, is for those that do not. */
  private static final int REMEMBERED = 32_000;

  /** Of an entry, beside its characters. */
  private static final int OVERHEAD = 100;

  /** Of both headers. A head that the container rejects may hold more; then nothing is read. */
  private static final int LONGEST = 2 * HeadGuard.LONGEST_VALUE;

  private final List<MediaType> answers;
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
   * @param answers media types that can be written, the preferred one first
   */
  AnswerFormats(List<MediaType> answers) {
    this.answers = List.copyOf(answers);
  }

  /** All types in which a contract answers success; its errors have the same. */
  static AnswerFormats of(Contract contract) {
    return new AnswerFormats(
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
  MediaType choose(Optional<String> accept, Optional<String> contentType) {
    return find(accept, contentType).orElse(answers.get(0));
  }

  /** As {@link #choose}; empty when nothing is accepted, as by what is no list of media types. */
  Optional<MediaType> find(Optional<String> accept, Optional<String> contentType) {
    var asked = new Asked(accept, contentType);
    return asked.length() > LONGEST ? Optional.empty() : found.get(asked, this::find);
  }

  private Optional<MediaType> find(Asked asked) {
    Optional<String> accept = asked.accept();
    MediaType any = asked.contentType().flatMap(this::ofRequest).orElse(answers.get(0));
    if (accept.isEmpty() || accept.get().isBlank()) {
      return Optional.of(any);
    }
    List<AcceptableMediaType> accepted = ranked(accept.get());
    return accepted.stream()
        .filter(range -> range.getQuality() > 0)
        .flatMap(range -> matches(range, any, accepted))
        .findFirst();
  }

  List<MediaType> types() {
    return answers;
  }

  @Override
  public String toString() {
    return answers.stream().map(MediaType::toString).collect(Collectors.joining(", "));
  }

  /** The types for which this range counts, best first. */
  private Stream<MediaType> matches(
      MediaType range, MediaType any, List<AcceptableMediaType> accepted) {
    Stream<MediaType> first = range.isWildcardType() ? Stream.of(any) : Stream.empty();
    return Stream.concat(first, answers.stream())
        .filter(range::isCompatible)
        .filter(type -> range.equals(closest(type, accepted)));
  }

  private static MediaType closest(MediaType type, List<AcceptableMediaType> accepted) {
    return accepted.stream()
        .map(MediaType.class::cast)
        .filter(type::isCompatible)
        .max(SPECIFIC)
        .orElse(type);
  }

  /** The type of the request, when an answer can have it and it is not that of a patch. */
  private Optional<MediaType> ofRequest(String contentType) {
    try {
      MediaType sent = MediaType.valueOf(contentType);
      return answers.stream()
          .filter(type -> type.isCompatible(sent))
          .filter(type -> !type.getSubtype().contains("patch"))
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Sorted by quality. */
  private static List<AcceptableMediaType> ranked(String accept) {
    try {
      return HttpHeaderReader.readAcceptMediaType(accept);
    } catch (ParseException | IllegalArgumentException e) {
      return List.of();
    }
  }
}
