package dev.erpsync.conformance.review;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.approval.ApprovalReader;
import dev.erpsync.conformance.review.diff.UnusableContractException;
import dev.erpsync.conformance.review.japi.JavaApi;
import dev.erpsync.conformance.review.output.Format;
import dev.erpsync.conformance.review.output.Links;
import dev.erpsync.conformance.review.output.ReportFile;
import dev.erpsync.conformance.review.result.JavaChange;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.source.MalformedFileException;
import dev.erpsync.conformance.review.source.Source;
import dev.erpsync.conformance.review.source.Source.TextFile;
import dev.erpsync.conformance.review.source.SourceReader;
import dev.erpsync.conformance.review.source.UnusableSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code review}: exit 0 when nothing breaks or every break is approved, 1 when one is not, 2 on
 * wrong use.
 */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says what a change of the contract means: what breaks for whom, and which samples no longer hold.",
      "A contract (SPEC) is a file, a folder with openapi.yaml, or git:REF[:PATH], PATH being spec by default."
    })
public final class ReviewCommand implements Callable<Integer> {
  @Option(
      names = "--base",
      required = true,
      paramLabel = "SPEC",
      description = "the old contract, such as git:main (ERPSYNC_BASE)")
  private String base;

  @Option(
      names = "--head",
      required = true,
      paramLabel = "SPEC",
      description = "the new contract, such as spec (ERPSYNC_HEAD)")
  private String head;

  @Option(
      names = "--approvals",
      paramLabel = "FILE",
      description =
          "breaks that are accepted; approved-changes.yaml beside the new contract by default (ERPSYNC_APPROVALS)")
  private @Nullable Path approvals;

  @Option(
      names = "--format",
      paramLabel = "markdown|html|json|junit|github",
      defaultValue = "markdown",
      description = "form of the review (ERPSYNC_FORMAT, ${DEFAULT-VALUE})")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the review into this file, and only the verdict here (ERPSYNC_OUTPUT)")
  private @Nullable Path output;

  @Option(
      names = "--java-api",
      paramLabel = "FILE",
      description =
          "what japicmp found between the generated classes of both, as XML (ERPSYNC_JAVA_API)")
  private @Nullable Path javaApi;

  @Option(
      names = "--base-link",
      paramLabel = "URL",
      description =
          "where the files of the old contract can be read, for links in Markdown: put before the file's path (ERPSYNC_BASE_LINK)")
  private @Nullable String baseLink;

  @Option(
      names = "--head-link",
      paramLabel = "URL",
      description = "the same for the new contract (ERPSYNC_HEAD_LINK)")
  private @Nullable String headLink;

  @Option(names = "--strict-approvals", description = "exit 1 also for an approval nobody needs")
  private boolean strictApprovals;

  @Option(
      names = "--strict-version",
      description = "exit 1 also when the version of the contract does not say what the change is")
  private boolean strictVersion;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Review review;
    try {
      review = review();
    } catch (UnusableSourceException
        | UnusableContractException
        | MalformedFileException
        | IOException e) {
      String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
      throw new ParameterException(spec.commandLine(), reason, e);
    }
    String text =
        format.text(
            review, new Links(link("--base-link", baseLink), link("--head-link", headLink)));
    var out = spec.commandLine().getOut();
    if (output == null) {
      out.print(text);
    } else {
      write(output, text);
      out.println(review.verdict());
    }
    out.flush();
    return fails(review) ? 1 : 0;
  }

  private Review review() throws UnusableSourceException, MalformedFileException, IOException {
    Source old = SourceReader.read(base);
    Source now = SourceReader.read(head);
    return Reviewer.review(old, now, approvals(now), java());
  }

  private List<Approval> approvals(Source now) throws MalformedFileException {
    Optional<TextFile> file =
        approvals == null
            ? now.approvals()
            : Optional.of(new TextFile(approvals.toString(), read("--approvals", approvals)));
    return file.isPresent() ? ApprovalReader.read(file.get().name(), file.get().text()) : List.of();
  }

  private Optional<List<JavaChange>> java() throws IOException {
    return javaApi == null
        ? Optional.empty()
        : Optional.of(JavaApi.read(javaApi.toString(), read("--java-api", javaApi)));
  }

  /** Without what would end a link of Markdown. */
  private Optional<String> link(String name, @Nullable String address) {
    if (address != null && !address.matches("https?://[^\\s()<>|]+/")) {
      throw new ParameterException(
          spec.commandLine(), name + " must be an http or https address that ends with a slash");
    }
    return Optional.ofNullable(address);
  }

  private boolean fails(Review review) {
    return !review.open().isEmpty()
        || (strictApprovals && !review.unused().isEmpty())
        || (strictVersion && review.version().isPresent());
  }

  private String read(String name, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "%s: cannot read %s: %s".formatted(name, file, e), e);
    }
  }

  private void write(Path file, String text) {
    try {
      ReportFile.write(file, text);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--output: cannot write %s: %s".formatted(file, e), e);
    }
  }
}
