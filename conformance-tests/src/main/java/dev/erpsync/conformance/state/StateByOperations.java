package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the state of a sample in place by the operations of the contract themselves, where a target
 * has no emulator control. A target keeps its own ids, and what it has besides stays as it is. For
 * one sample at a time; not thread-safe.
 */
public final class StateByOperations {
  private static final String CONNECTORS = "Connectors";
  private static final String CONNECTIONS = "Connections";
  private static final String LINKS = "ActorLinks";
  private static final String CONNECTOR_ID = "ErpConnectorId";
  private static final String CONNECTION_ID = "ErpConnectionId";

  /** What can be saved; nothing makes users, field values or an order of connections. */
  private static final Set<String> LISTS = Set.of(CONNECTORS, CONNECTIONS, LINKS);

  private final Operations operations;
  private final Optional<Integer> connector;
  private final Existing existing;
  private final List<String> left = new ArrayList<>();
  private Optional<MadeState> kept = Optional.empty();

  /**
   * @param operations of the target
   * @param connector one that the target has, for connections whose connector does not matter
   * @param existing what the target has; it is not removed
   */
  StateByOperations(Operations operations, Optional<Integer> connector, Existing existing) {
    this.operations = operations;
    this.connector = connector;
    this.existing = existing;
  }

  /**
   * Makes a state, or what can be made of it.
   *
   * @param given in the form of {@code EmulatorState}
   * @param named whether the request names a connector, which then is a new one
   * @return what was made
   * @throws NotMadeException when the target refuses, or there is a list that no operation saves;
   *     what was made until then is removed
   * @throws ExistingIdException when the target returned for something new, now or before, the id
   *     of something that it had before
   * @throws IOException when the target does not answer
   */
  public MadeState make(JsonNode given, boolean named) throws NotMadeException, IOException {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    var ids = new Counterparts(new LinkedHashMap<>(), new LinkedHashMap<>());
    var made = new MadeState(state, ids, new ArrayList<>());
    boolean done = false;
    try {
      fill(given, named, made);
      done = true;
    } finally {
      if (!done) {
        remove(made);
      }
    }
    return made;
  }

  /**
   * The state of a run that begins with nothing; it is there until {@link #end}. The links in it
   * have to be kept up to date, as they are removed then.
   */
  public MadeState begin() {
    var ids = new Counterparts(new LinkedHashMap<>(), new LinkedHashMap<>());
    var begun = new MadeState(JsonNodeFactory.instance.objectNode(), ids, new ArrayList<>());
    kept = Optional.of(begun);
    return begun;
  }

  /**
   * Makes more of a state, or what can be made of it.
   *
   * @param given as for {@link #make}, with ids for which the target has nothing yet
   * @param named as for {@link #make}
   * @param begun the state to which it belongs, and with which it is removed
   * @return connectors, connections and links as the target has them
   */
  public JsonNode makeMore(JsonNode given, boolean named, MadeState begun)
      throws NotMadeException, IOException {
    ObjectNode more = JsonNodeFactory.instance.objectNode();
    fill(given, named, new MadeState(more, begun.counterparts(), begun.made()));
    return more;
  }

  /**
   * Removes a link that was made, if the target does.
   *
   * @param link with the ids of the target
   */
  public void breakLink(JsonNode link) throws IOException {
    operations.remove(Removal.link(link));
  }

  /** Removes the state of a run; what the target keeps is {@linkplain #left remembered}. */
  public void end() {
    if (kept.isPresent()) {
      // Links of a deleted connection would stay stored, and none stands in the list of what was
      // made by calls of the run itself.
      kept.get().state().path(LINKS).forEach(link -> remove(Removal.link(link)));
      remove(kept.get());
      kept = Optional.empty();
    }
  }

  private void fill(JsonNode given, boolean named, MadeState made)
      throws NotMadeException, IOException {
    existing.requireUsable();
    refuseOthers(given);
    connectors(given.path(CONNECTORS), named, made);
    connections(given.path(CONNECTIONS), made);
    links(given.path(LINKS), made);
  }

  private static void refuseOthers(JsonNode given) throws NotMadeException {
    for (Map.Entry<String, JsonNode> list : given.properties()) {
      if (!LISTS.contains(list.getKey()) && !list.getValue().isEmpty()) {
        throw new NotMadeException("no operation saves " + list.getKey());
      }
    }
  }

  private void connectors(JsonNode rows, boolean named, MadeState made)
      throws NotMadeException, IOException {
    for (JsonNode row : rows) {
      int id = row.path(CONNECTOR_ID).asInt();
      if (connector.isPresent() && !named && !row.path("Deleted").asBoolean()) {
        made.counterparts().connectors().put(id, connector.get());
      } else {
        JsonNode saved = operations.saveConnector(asNew(row, CONNECTOR_ID));
        Removal removal = Removal.connector(saved.path(CONNECTOR_ID).asInt());
        existing.requireNew("SaveErpSyncConnectorEntity", removal);
        made.counterparts().connectors().put(id, saved.path(CONNECTOR_ID).asInt());
        made.made().add(removal);
        list(made, CONNECTORS).add(saved);
      }
    }
  }

  private void connections(JsonNode rows, MadeState made) throws NotMadeException, IOException {
    for (JsonNode row : rows) {
      // The GUID is the target's to assign: this one may be taken, also by a connection that was
      // made for the same sample before and is only marked as deleted. (D35, D36)
      ObjectNode wanted = asNew(made.in(row), CONNECTION_ID);
      wanted.remove("ConnectionId");
      JsonNode saved = operations.saveConnection(wanted);
      int id = saved.path(CONNECTION_ID).asInt();
      existing.requireNew("SaveConnection", Removal.connection(id));
      made.counterparts().connections().put(row.path(CONNECTION_ID).asInt(), id);
      made.made().add(Removal.connection(id));
      list(made, CONNECTIONS).add(saved);
    }
  }

  private void links(JsonNode rows, MadeState made) throws NotMadeException, IOException {
    for (JsonNode row : rows) {
      JsonNode link = made.in(row);
      // First: of a link whose answer is lost nobody knows whether it stands.
      made.made().add(Removal.link(link));
      JsonNode answer = operations.createLink(link);
      if (!answer.equals(BooleanNode.TRUE)) {
        throw new NotMadeException("CreateActorLink answers " + answer);
      }
      list(made, LINKS).add(link);
    }
  }

  /** A row as one that is yet to be saved. */
  private static ObjectNode asNew(JsonNode row, String id) {
    ObjectNode wanted = row.deepCopy();
    return wanted.put(id, 0);
  }

  private static ArrayNode list(MadeState made, String name) {
    return made.state().withArrayProperty(name);
  }

  /** The state of a sample of which nothing is there: each id in it is one of nobody. */
  public MadeState nothing() {
    return new MadeState(
        JsonNodeFactory.instance.objectNode(), new Counterparts(Map.of(), Map.of()), List.of());
  }

  /**
   * Makes sure that something may be made.
   *
   * @throws NotMadeException when it is not known what the target had before
   * @throws ExistingIdException as for {@link #make}
   */
  public void requireUsable() throws NotMadeException, ExistingIdException {
    existing.requireUsable();
  }

  /**
   * Makes sure that what a call inserted is new, if it did.
   *
   * @param sent its arguments
   * @throws ExistingIdException when the target had it before
   */
  public void requireNew(String operation, JsonNode sent, JsonNode answer)
      throws ExistingIdException {
    Optional<Removal> inserted = Removal.of(operation, sent, answer);
    if (inserted.isPresent()) {
      existing.requireNew(operation, inserted.get());
    }
  }

  /** Removes what was made; what the target keeps is {@linkplain #left remembered}. */
  public void remove(MadeState made) {
    for (int i = made.made().size() - 1; i >= 0; i--) {
      remove(made.made().get(i));
    }
  }

  private void remove(Removal removal) {
    if (!existing.has(removal) && !isRemoved(removal)) {
      left.add(removal.what());
    }
  }

  private boolean isRemoved(Removal removal) {
    try {
      return operations.remove(removal);
    } catch (IOException e) {
      return false;
    }
  }

  /** What was made and could not be removed again, in words for people. */
  public List<String> left() {
    return List.copyOf(left);
  }
}
