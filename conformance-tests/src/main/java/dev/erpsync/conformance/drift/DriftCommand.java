package dev.erpsync.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.diff.ReviewedContract;
import dev.erpsync.conformance.review.diff.UnusableContractException;
import dev.erpsync.conformance.review.output.ReportFile;
import dev.erpsync.conformance.review.source.MalformedFileException;
import dev.erpsync.conformance.review.source.SourceReader;
import dev.erpsync.conformance.review.source.UnusableSourceException;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code drift}: exit 0 when every difference is explained and every explanation needed, 1 when
 * not, 2 on wrong use.
 */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares the vendor's description of the agent with our contract, in both directions.",
      "Each difference must be explained by a decision, and each explanation needed."
    })
public final class DriftCommand implements Callable<Integer> {
  @Option(
      names = "--vendor",
      required = true,
      paramLabel = "FILE",
      description = "the vendor's description, Swagger 2.0 or OpenAPI 3.0 (ERPSYNC_VENDOR)")
  private Path vendor;

  @Option(
      names = "--contract",
      paramLabel = "SPEC",
      description =
          "another contract than the one in this jar: a file, a folder with openapi.yaml, or"
              + " git:REF[:PATH] (ERPSYNC_CONTRACT)")
  private @Nullable String contract;

  @Option(
      names = "--departures",
      paramLabel = "FILE",
      description =
          "explained differences; those of the contract in this jar by default (ERPSYNC_DEPARTURES)")
  private @Nullable Path departures;

  @Option(
      names = "--format",
      paramLabel = "console|markdown|json",
      defaultValue = "console",
      description = "form of the report (ERPSYNC_FORMAT, ${DEFAULT-VALUE})")
  private DriftFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "write the report into this file, and only the sum here (ERPSYNC_OUTPUT)")
  private @Nullable Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Drift drift;
    try {
      drift = drift();
    } catch (UnusableSourceException | UnusableContractException | MalformedFileException e) {
      String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
      throw new ParameterException(spec.commandLine(), reason, e);
    }
    var out = spec.commandLine().getOut();
    if (output == null) {
      out.print(format.text(drift));
    } else {
      write(output, format.text(drift));
      out.println(drift.sum());
    }
    out.flush();
    return drift.isExplained() ? 0 : 1;
  }

  private Drift drift() throws UnusableSourceException, MalformedFileException {
    List<Departure> explained = departures();
    JsonNode bundled = Contract.erpSync().document();
    ReviewedContract ours =
        Alignment.ours(
            contract == null ? bundled : SourceReader.read(contract).contract().document());
    ReviewedContract theirs = Alignment.vendor(VendorReader.read(vendor), ours);
    return Drift.of(
        Drift.Side.of(String.valueOf(vendor.getFileName()), theirs),
        Drift.Side.of(contract == null ? "the contract of this kit" : contract, ours),
        Difference.between(theirs, ours),
        explained);
  }

  private List<Departure> departures() throws MalformedFileException {
    if (departures == null) {
      return DepartureReader.bundled();
    }
    try {
      return DepartureReader.read(departures.toString(), Files.readString(departures));
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--departures: cannot read %s: %s".formatted(departures, e), e);
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
