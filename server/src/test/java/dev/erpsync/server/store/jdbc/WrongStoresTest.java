package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.access.User;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.CrmFields;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.link.LinkRepository;
import dev.erpsync.server.link.LinkStatus;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * What {@link LinkProperties} asks for is missed by stores that are wrong, in few calls. The
 * examples that this prints are what it looks for.
 */
class WrongStoresTest {
  /**
   * Always the same calls: how far an example is shortened depends on the one that was found first,
   * and it is the search that is tested here, not chance.
   */
  private static final String SEED = "20261125";

  private static final JdbcStore STORE = Engine.EMBEDDED.open();

  @AddLifecycleHook(MustFail.class)
  @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.FULL)
  void anActorThatTheLastCallerGetsIsNoticed(@ForAll @Size(max = 14) List<@From("call") Op> calls) {
    LinkProperties.requireAsTheModel(
        Services.over(STORE, new LastOneWins(STORE.links()), STORE.crmFields()), calls);
  }

  @AddLifecycleHook(MustFail.class)
  @Property(tries = 200, seed = SEED, shrinking = ShrinkingMode.FULL)
  void aForgottenValueIsNoticed(@ForAll @Size(max = 14) List<@From("call") Op> calls) {
    CrmFields stored = STORE.crmFields();
    CrmFields forgetful =
        (record, field, value) -> {
          if (!field.equals("g")) {
            stored.set(record, field, value);
          }
        };
    LinkProperties.requireAsTheModel(Services.over(STORE, STORE.links(), forgetful), calls);
  }

  @Provide
  Arbitrary<Op> call() {
    return Calls.any();
  }

  /** Not unique on the ERP side: a link takes the actor away from the record that has it. */
  private record LastOneWins(LinkRepository stored) implements LinkRepository {
    @Override
    public Optional<ErpActor> linkedTo(int connectionId, CrmActor crm) {
      return stored.linkedTo(connectionId, crm);
    }

    @Override
    public Optional<CrmActor> linkedTo(int connectionId, ErpActor erp) {
      return Optional.empty();
    }

    @Override
    public boolean add(ActorLink link) {
      stored
          .linkedTo(link.connectionId(), link.erp())
          .ifPresent(crm -> stored.remove(link.connectionId(), crm));
      return stored.add(link);
    }

    @Override
    public boolean remove(int connectionId, CrmActor crm) {
      return stored.remove(connectionId, crm);
    }

    @Override
    public List<LinkStatus> statuses(User user, CrmActor crm) {
      return stored.statuses(user, crm);
    }

    @Override
    public List<ActorLink> all() {
      return stored.all();
    }
  }
}
