package dev.erpsync.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.agent.StateMapping;
import dev.erpsync.server.emulator.EmulatorService;
import dev.erpsync.server.emulator.State;
import dev.erpsync.server.http.request.JsonMappers;
import dev.erpsync.server.http.request.Scalars;
import dev.erpsync.server.model.EmulatorState;
import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Adds states at start, from files and from the documented samples. */
final class Seeding {
  private final EmulatorService emulator;
  private final Contract contract;
  private final ObjectMapper mapper = JsonMappers.strict();

  Seeding(EmulatorService emulator, Contract contract) {
    this.emulator = emulator;
    this.contract = contract;
  }

  /** Adds the states of all sources, or none when one of them cannot be added. */
  void seed(Options options, List<Sample> samples) throws StartException {
    List<State> states = new ArrayList<>();
    for (Path file : options.seeds) {
      states.add(state("seed file " + file, read(file)));
    }
    if (options.seedSamples) {
      for (Sample sample : samples) {
        states.add(state("sample " + sample.name(), sample.given()));
      }
    }
    try {
      emulator.seed(states);
    } catch (RefusedException e) {
      throw new StartException("cannot seed: " + e.refusal().message(), e);
    }
  }

  private JsonNode read(Path file) throws StartException {
    try {
      return mapper.readTree(Files.readAllBytes(file));
    } catch (StreamConstraintsException e) {
      throw new StartException("seed file " + file + " is nested too deeply", e);
    } catch (JsonProcessingException e) {
      throw new StartException(
          "seed file %s is not well-formed JSON at line %d"
              .formatted(file, e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw new StartException("cannot read seed file " + file, e);
    }
  }

  private State state(String source, JsonNode state) throws StartException {
    List<Violation> scalars = Scalars.violations(state);
    List<Violation> violations =
        scalars.isEmpty() ? contract.check("EmulatorState", state) : scalars;
    if (!violations.isEmpty()) {
      throw new StartException(source + ": " + violations.get(0));
    }
    try {
      return StateMapping.toDomain(mapper.treeToValue(state, EmulatorState.class));
    } catch (JsonProcessingException e) {
      throw new StartException(source + " cannot be read", e);
    }
  }
}
