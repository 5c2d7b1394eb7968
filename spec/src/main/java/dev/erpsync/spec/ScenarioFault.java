package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What is wrong with a file of scenarios.
 *
 * @param at the place
 * @param what is wrong there, as a clause
 */
public record ScenarioFault(JsonPointer at, String what) {
  /** All that is wrong with a file, in its order; empty when nothing is. */
  public static List<ScenarioFault> of(JsonNode written) {
    var reader = new ScenarioReader(Contract.erpSync(), Sample.all());
    return new ScenarioCheck(reader).check(written);
  }
}
