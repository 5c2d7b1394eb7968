package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionAccess;
import dev.erpsync.server.connector.Connector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connectors and connections, on every store. */
class StoredConnectionsTest extends OnEveryStore {
  @BeforeEach
  void aConnector() {
    given();
  }

  @Test
  void connectorsAreOverwrittenAndListedById() {
    var second = new Connector(2, "NO:\"Å\"", "http://erp", true);
    write(() -> store.connectors().put(new Connector(3, null, null, false)));
    write(() -> store.connectors().put(new Connector(2, "before", null, false)));
    write(() -> store.connectors().put(second));
    assertThat(read(() -> store.connectors().find(2))).hasValue(second);
    assertThat(read(() -> store.connectors().find(4))).isEmpty();
    assertThat(read(() -> store.connectors().all()))
        .containsExactly(
            new Connector(1, null, null, false), second, new Connector(3, null, null, false));
  }

  @Test
  @Tag("D35")
  void whatIsSavedIsReadBack() {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("zebra", "1");
    fields.put("apple", null);
    fields.put("Apple", "");
    Connection full = full(9, fields, List.of(3, 1, 3), List.of(8, 7, 8));
    write(() -> store.connections().put(full));
    Connection found = read(() -> store.connections().find(9)).orElseThrow();
    assertThat(found).isEqualTo(full);
    assertThat(found.configFields().keySet()).containsExactly("zebra", "apple", "Apple");
    assertThat(read(() -> store.connections().find(8))).isEmpty();
  }

  @Test
  @Tag("D35")
  void whatIsOverwrittenIsReplacedWhole() {
    write(() -> store.connections().put(full(9, Map.of("a", "1"), List.of(1), List.of(2))));
    Connection second = full(9, Map.of("b", "2"), List.of(), List.of(4));
    write(() -> store.connections().put(second));
    assertThat(read(() -> store.connections().all())).containsExactly(second);
  }

  @Test
  @Tag("D35")
  void idsGoOnFromTheHighest() {
    assertThat(insert("a")).isEqualTo(1);
    write(() -> store.connections().put(connection(510)));
    assertThat(insert("b")).isEqualTo(511);
  }

  @Test
  @Tag("D35")
  void idsFillTheGapsWhenTheHighestIsTaken() {
    write(() -> store.connections().put(connection(1)));
    write(() -> store.connections().put(connection(3)));
    write(() -> store.connections().put(connection(Integer.MAX_VALUE)));
    assertThat(insert("a")).isEqualTo(2);
    assertThat(insert("b")).isEqualTo(4);
  }

  @Test
  void areFoundByTheirGuidByteByByte() {
    write(() -> store.connections().put(connection(4)));
    assertThat(read(() -> store.connections().idOf("guid-4"))).hasValue(4);
    assertThat(read(() -> store.connections().idOf("GUID-4"))).isEmpty();
  }

  @Test
  @Tag("D16")
  void tellWhomTheyName() {
    Connection listed = full(9, Map.of(), List.of(2), List.of(6));
    write(() -> store.connections().put(listed));
    assertThat(access(9, ANNA)).hasValue(new ConnectionAccess(false, false, true));
    assertThat(access(9, new User("bo", Optional.of(6), Set.of(), false)))
        .hasValue(new ConnectionAccess(false, false, true));
    assertThat(access(9, new User("cy", Optional.of(2), Set.of(6), false)))
        .hasValue(new ConnectionAccess(false, false, false));
    assertThat(access(9, new User("di", Optional.empty(), Set.of(), false)))
        .hasValue(new ConnectionAccess(false, false, false));
    write(() -> store.connections().put(connection(10)));
    assertThat(access(10, ANNA)).hasValue(new ConnectionAccess(true, true, false));
    assertThat(access(11, ANNA)).isEmpty();
  }

  @Test
  @Tag("D46")
  void connectorsAreNumberedByThemselves() {
    assertThat(insertConnector()).isEqualTo(2);
    write(() -> store.connectors().put(new Connector(Integer.MAX_VALUE, null, null, false)));
    assertThat(insertConnector()).isEqualTo(3);
  }

  @Test
  @Tag("D47")
  void aConnectorHasTheConnectionsThatAreNotDeleted() {
    assertThat(hasConnections()).isFalse();
    write(() -> store.connections().put(connection(9).asDeleted()));
    assertThat(hasConnections()).isFalse();
    write(() -> store.connections().put(connection(8)));
    assertThat(hasConnections()).isTrue();
  }

  @Test
  @Tag("D47")
  void onlyAConnectorThatIsThereCanBeClaimed() {
    assertThat(write(() -> store.connectors().claim(1))).isTrue();
    assertThat(write(() -> store.connectors().claim(2))).isFalse();
    write(() -> store.connectors().put(new Connector(1, null, null, true)));
    assertThat(write(() -> store.connectors().claim(1))).isFalse();
  }

  @Test
  @Tag("D52")
  void priorityComesBeforeTheId() {
    given(1, 2, 3, 4);
    assertThat(order()).containsExactly(1, 2, 3, 4);
    write(() -> store.connections().prioritize(List.of(3, 1)));
    assertThat(order()).containsExactly(3, 1, 2, 4);
    write(() -> store.connections().prioritize(List.of(4)));
    assertThat(read(() -> store.connections().priorities())).containsExactly(4, 3, 1);
    write(() -> store.connections().put(connection(3)));
    assertThat(order()).as("what is saved keeps its priority").containsExactly(4, 3, 1, 2);
    write(() -> store.connections().prioritize(List.of()));
    assertThat(order()).containsExactly(4, 3, 1, 2);
  }

  private List<Integer> order() {
    return read(() -> store.connections().inOrder()).stream().map(Connection::id).toList();
  }

  private int insertConnector() {
    return write(() -> store.connectors().insert(new Connector(0, "new", null, false)));
  }

  private boolean hasConnections() {
    return read(() -> store.connectors().hasConnections(1));
  }

  private Optional<ConnectionAccess> access(int id, User user) {
    return read(() -> store.connections().access(id, user));
  }

  private int insert(String guid) {
    return write(() -> store.connections().insert(connection(0).named(guid)));
  }

  private static Connection full(
      int id,
      Map<String, @Nullable String> fields,
      List<Integer> groups,
      List<Integer> associates) {
    return new Connection(
        id,
        1,
        "US:\"Name\"",
        "text",
        true,
        "guid",
        "2026-01-01",
        fields,
        true,
        false,
        groups,
        associates);
  }
}
