package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.link.FieldValue;
import dev.erpsync.server.model.CrmActorType;
import dev.erpsync.server.model.ErpActorType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Calls on so few records, actors and connections that they meet; the first of each is simplest.
 */
final class Calls {
  private Calls() {}

  static Arbitrary<Op> any() {
    return Arbitraries.frequencyOf(Tuple.of(30, racing()), Tuple.of(1, reset()));
  }

  static Arbitrary<Op> racing() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Combinators.combine(who(), link()).as(Op.Create::new)),
        Tuple.of(
            8, Combinators.combine(who(), link(), value().list().ofMaxSize(3)).as(Op.Connect::new)),
        Tuple.of(6, Combinators.combine(who(), connection(), crm()).as(Op.Break::new)),
        Tuple.of(6, save()),
        Tuple.of(3, connection().map(Op.Delete::new)),
        Tuple.of(2, connection().map(Op.Toggle::new)),
        Tuple.of(2, link().list().ofMinSize(1).ofMaxSize(2).map(Op.Seed::new)));
  }

  private static Arbitrary<Op> reset() {
    return Arbitraries.just(new Op.Reset());
  }

  private static Arbitrary<Op.Who> who() {
    return Arbitraries.frequency(
        Tuple.of(4, Op.Who.NAMED), Tuple.of(1, Op.Who.NOBODY), Tuple.of(1, Op.Who.ADMINISTRATOR));
  }

  private static Arbitrary<Integer> connection() {
    return Arbitraries.frequency(
        Tuple.of(8, 1), Tuple.of(4, 2), Tuple.of(2, 3), Tuple.of(1, 99), Tuple.of(1, 0));
  }

  private static Arbitrary<CrmActor> crm() {
    return Arbitraries.frequency(
        Tuple.of(6, new CrmActor(CrmActorType.CONTACT, 1)),
        Tuple.of(6, new CrmActor(CrmActorType.CONTACT, 2)),
        Tuple.of(2, new CrmActor(CrmActorType.PERSON, 1)),
        Tuple.of(1, new CrmActor(CrmActorType.SALE, 1)),
        Tuple.of(1, new CrmActor(CrmActorType.CONTACT, 0)));
  }

  private static Arbitrary<ErpActor> erp() {
    return Arbitraries.frequency(
        Tuple.of(6, new ErpActor(ErpActorType.CUSTOMER, "k")),
        Tuple.of(6, new ErpActor(ErpActorType.CUSTOMER, "K")),
        Tuple.of(2, new ErpActor(ErpActorType.SUPPLIER, "k")),
        Tuple.of(2, new ErpActor(ErpActorType.PERSON, "k")),
        Tuple.of(1, new ErpActor(ErpActorType.CUSTOMER, "")));
  }

  private static Arbitrary<ActorLink> link() {
    return Combinators.combine(connection(), crm(), erp()).as(ActorLink::new);
  }

  private static Arbitrary<FieldValue> value() {
    return Combinators.combine(
            Arbitraries.of("f", "g"),
            Arbitraries.of("1", "2").injectNull(0.2),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(FieldValue::new);
  }

  private static Arbitrary<Op> save() {
    return Combinators.combine(
            Arbitraries.of(1, 2, 0, 3, 99),
            Arbitraries.frequency(Tuple.of(8, 1), Tuple.of(1, 9)).injectNull(0.3),
            Arbitraries.of("a", "b", "one").injectNull(0.5),
            Arbitraries.of("name", "").injectNull(0.5),
            Arbitraries.of(true, false).injectNull(0.4),
            Arbitraries.of(true, false).injectNull(0.4),
            Arbitraries.of(List.<Integer>of(), List.of(2), List.of(9, 9)).injectNull(0.5),
            Arbitraries.of(List.<Integer>of(), List.of(5), List.of(5, 7, 5)).injectNull(0.5))
        .as(Op.Save::new);
  }
}
