package dev.erpsync.conformance.run;

import dev.erpsync.conformance.given.GivenDeriver;
import dev.erpsync.conformance.pages.PageReader;
import dev.erpsync.conformance.pages.PageReading;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.recording.RecordedExchange;
import dev.erpsync.conformance.recording.RecordingReader;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.yaml.YamlFileException;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Exchanges to replay.
 *
 * @param all documented ones: those that can be replayed, or say why they cannot
 * @param recorded those of a recording, in their order
 * @param unusable pages, or parts of pages, that could not be used
 */
public record Exchanges(
    List<ReplayCase> all, List<RecordedExchange> recorded, List<UnusablePage> unusable) {
  /**
   * Those of pages, or of the contract when there are no folders.
   *
   * @throws dev.erpsync.conformance.pages.PageFolderException when a folder has no pages
   */
  public static Exchanges of(Contract contract, List<Path> folders) {
    if (folders.isEmpty()) {
      return new Exchanges(
          Sample.all().stream().map(ReplayCase::of).toList(), List.of(), List.of());
    }
    var deriver = new GivenDeriver(contract, Contract.emulator());
    List<ReplayCase> all = new ArrayList<>();
    List<UnusablePage> unusable = new ArrayList<>();
    for (Path folder : folders) {
      PageReading reading = new PageReader(contract).read(folder);
      unusable.addAll(reading.unusable());
      reading.samples().forEach(sample -> all.add(ReplayCase.of(sample, deriver)));
    }
    return new Exchanges(List.copyOf(all), List.of(), List.copyOf(unusable));
  }

  /**
   * Those of a recording.
   *
   * @throws YamlFileException when something in it is wrong
   * @throws IOException when the folder cannot be read
   */
  public static Exchanges recorded(Contract contract, Path folder)
      throws YamlFileException, IOException {
    return new Exchanges(List.of(), new RecordingReader(contract).read(folder), List.of());
  }

  /** Whether there is nothing to replay. */
  public boolean isEmpty() {
    return all.isEmpty() && recorded.isEmpty();
  }
}
