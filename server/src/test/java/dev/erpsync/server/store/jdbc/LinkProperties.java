package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.store.jdbc.History.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/** Whatever is called, in a row or at once: outcomes and end are those of the {@link Model}. */
@Tag("D38")
abstract class LinkProperties {
  private static final Map<Engine, JdbcStore> STORES = new ConcurrentHashMap<>();

  private final JdbcStore store;

  LinkProperties(Engine engine) {
    store = STORES.computeIfAbsent(engine, Engine::open);
  }

  JdbcStore store() {
    return store;
  }

  @Property(tries = 80, afterFailure = AfterFailureMode.RANDOM_SEED)
  void callsInARowDoWhatTheModelDoes(@ForAll @Size(max = 14) List<@From("call") Op> calls) {
    requireAsTheModel(Services.over(store), calls);
  }

  static void requireAsTheModel(Services services, List<Op> calls) {
    Model model = new Model();
    services.begin();
    for (Op call : calls) {
      assertThat(services.run(call)).as("%s", call).isEqualTo(model.run(call));
      assertThat(services.everything()).as("after %s", call).isEqualTo(model.everything());
    }
  }

  @Property(tries = 60, afterFailure = AfterFailureMode.RANDOM_SEED)
  void callsAtOnceAreAsCallsInSomeOrder(
      @ForAll @Size(min = 2, max = 4) List<@Size(min = 1, max = 3) List<@From("racing") Op>> racers)
      throws Exception {
    Services services = Services.over(store);
    services.begin();
    History history = new History(race(services, racers), services.everything());
    requireUniqueSides(history.after());
    assertThat(history).matches(History::hasAnOrder, "is as calls in some order");
  }

  private static void requireUniqueSides(Model.Everything stored) {
    var sides = new HashSet<Object>();
    for (ActorLink link : stored.links()) {
      assertThat(sides.add(List.of(link.connectionId(), link.crm()))).isTrue();
      assertThat(sides.add(List.of(link.connectionId(), link.erp()))).isTrue();
    }
  }

  @Provide
  Arbitrary<Op> call() {
    return Calls.any();
  }

  @Provide
  Arbitrary<Op> racing() {
    return Calls.racing();
  }

  /** Lets each racer make its calls, all of them starting together. */
  private static List<Call> race(Services services, List<? extends List<Op>> racers)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(racers.size());
    try {
      var start = new CyclicBarrier(racers.size());
      List<Callable<List<Call>>> works = new ArrayList<>();
      for (List<Op> calls : racers) {
        works.add(
            () -> {
              start.await();
              List<Call> made = new ArrayList<>();
              for (Op op : calls) {
                long begun = System.nanoTime();
                Object outcome = services.run(op);
                made.add(new Call(op, begun, System.nanoTime(), outcome));
              }
              return made;
            });
      }
      List<Call> all = new ArrayList<>();
      for (var made : threads.invokeAll(works)) {
        all.addAll(made.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }
}
