package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.source.FileLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the files of both contracts can be read.
 *
 * @param base address of the folder that the old contract's files are named from, with a slash at
 *     the end; empty for no links
 * @param head the same of the new contract
 */
public record Links(Optional<String> base, Optional<String> head) {
  public static final Links NONE = new Links(Optional.empty(), Optional.empty());

  /** The address of the line where the finding is, if it has a line and the side has an address. */
  Optional<String> of(Finding finding) {
    Optional<String> folder = finding.change().inHead() ? head : base;
    return folder.flatMap(address -> finding.at().map(line -> address + path(line)));
  }

  /** Percent-encoded, so that no name of a file can end a link. */
  private static String path(FileLine line) {
    String file =
        Stream.of(line.file().split("/", -1))
            .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return file + "#L" + line.line();
  }
}
