package dev.erpsync.server.agent;

import dev.erpsync.server.link.FieldValue;
import dev.erpsync.server.model.ErpSyncFieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Field values on the wire and in the domain. */
final class FieldValueMapping {
  private FieldValueMapping() {}

  /** Absent is empty; a value without a key is addressed to no field and left out. */
  static List<FieldValue> toDomain(@Nullable List<@Nullable ErpSyncFieldValue> values) {
    if (values == null) {
      return List.of();
    }
    return values.stream()
        .filter(value -> value.getCrmFieldKey() != null)
        .map(
            value ->
                new FieldValue(
                    value.getCrmFieldKey(),
                    value.getValue(),
                    Boolean.TRUE.equals(value.getSyncToCrm()),
                    Boolean.TRUE.equals(value.getSyncToErp())))
        .toList();
  }
}
