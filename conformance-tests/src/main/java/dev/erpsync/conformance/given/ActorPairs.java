package dev.erpsync.conformance.given;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which kinds of CRM records can be linked to which kinds of ERP actors. (D31) */
final class ActorPairs {
  private static final Map<String, List<String>> ERP_TYPES =
      Map.of(
          "Contact", List.of("Customer", "Supplier", "Partner"),
          "Person", List.of("Person"),
          "Project", List.of("Project"));

  private ActorPairs() {}

  static boolean fits(String crmType, String erpType) {
    return ERP_TYPES.getOrDefault(crmType, List.of()).contains(erpType);
  }

  /** A kind of ERP actor that fits; nothing for kinds of CRM records that cannot be linked. */
  static Optional<String> erpTypeFor(String crmType) {
    return ERP_TYPES.getOrDefault(crmType, List.of()).stream().findFirst();
  }
}
