package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Echo;
import dev.erpsync.conformance.replay.SavedEntity;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the values that follow: what the recorded server returned as it was sent or as it was
 * known before, the target has to return as it was sent to it, or known of it, too. So GUIDs and
 * ids are compared although every server has its own, and what a server makes anew is not.
 */
final class KnownValues {
  /** Properties that show another property of the entity under a name of their own. (D48) */
  private static final Map<String, String> SHOWN =
      Map.of("Name", "DisplayName", "ConnectionName", "DisplayName", "ToolTip", "URL");

  private final Echo echo;

  KnownValues(Contract contract) {
    this.echo = new Echo(contract);
  }

  /**
   * What came of it.
   *
   * @param compared how many values were compared as they are
   */
  record Result(List<Difference> differences, int compared) {}

  /** Compares two responses to the same call. */
  Result compare(Sides sides, Exchanged onRecorded, Exchanged onTarget) {
    List<Difference> differences = new ArrayList<>();
    differences.addAll(presence(onRecorded.value(), onTarget.value()));
    differences.addAll(echoed(sides, onRecorded, onTarget));
    int compared = isEcho(onRecorded) ? 1 : 0;
    Map<Entity, Entity.Place> found = Entity.in(onTarget);
    for (var each : Entity.in(onRecorded).entrySet()) {
      Entity entity = each.getKey();
      Entity.Place place = found.get(sides.onTarget(entity));
      if (sides.has(entity) && place != null) {
        JsonNode row = known(entity, sides.recorded(), onRecorded);
        JsonNode other = known(sides.onTarget(entity), sides.target(), onTarget);
        compared += properties(each.getValue().properties(), row, place, other, differences);
      }
    }
    if (onRecorded.value().isArray()) {
      differences.addAll(members(sides, Entity.in(onRecorded).keySet(), found.keySet()));
    }
    return new Result(differences, compared);
  }

  /** What is stored, and, for one CRM record, whether it is linked. */
  private static JsonNode known(Entity entity, JsonNode state, Exchanged exchanged) {
    JsonNode row = entity.row(state);
    JsonNode arguments = exchanged.arguments();
    if (!(row instanceof ObjectNode) || !arguments.has("EntityId")) {
      return row;
    }
    boolean isLinked =
        state
            .path("ActorLinks")
            .valueStream()
            .anyMatch(
                link ->
                    link.path("ErpConnectionId").asInt() == entity.id()
                        && link.path("CrmActorType").equals(arguments.path("CrmActorType"))
                        && link.path("CrmRecordId").equals(arguments.path("EntityId")));
    return row.<ObjectNode>deepCopy().put("Connected", isLinked);
  }

  /** Null, or a list of texts without any, is a response of its own. */
  private static List<Difference> presence(JsonNode recorded, JsonNode found) {
    boolean texts = recorded.isArray() && found.isArray() && isPlain(recorded) && isPlain(found);
    boolean other =
        recorded.isNull() != found.isNull() || (texts && recorded.isEmpty() != found.isEmpty());
    return other ? List.of(new Difference("", recorded.toString(), found.toString())) : List.of();
  }

  private static boolean isPlain(JsonNode list) {
    return list.valueStream().noneMatch(JsonNode::isContainerNode);
  }

  /** Where the target does not return what it was sent, and the recorded server did. */
  private List<Difference> echoed(Sides sides, Exchanged onRecorded, Exchanged onTarget) {
    if (!isEcho(onRecorded)) {
      return List.of();
    }
    Set<String> others = new HashSet<>();
    for (Difference each : echo.compare(sample(onRecorded), onRecorded.value(), sides.recorded())) {
      others.add(each.where());
    }
    return echo.compare(sample(onTarget), onTarget.value(), sides.target()).stream()
        .filter(difference -> !others.contains(difference.where()))
        .toList();
  }

  private static boolean isEcho(Exchanged exchanged) {
    return Echo.saved(exchanged.operation().id()).isPresent()
        && exchanged.succeeded()
        && exchanged.value().isObject();
  }

  private static Sample sample(Exchanged exchanged) {
    var request = new Sample.Message(Map.of(), Optional.of(exchanged.arguments()));
    var response = new Sample.Message(Map.of(), exchanged.response().value());
    return new Sample(
        exchanged.operation().id(),
        "",
        "",
        "",
        exchanged.arguments(),
        request,
        exchanged.response().status(),
        response);
  }

  /** The number of properties that had to be the same. */
  private static int properties(
      JsonNode recorded, JsonNode row, Entity.Place found, JsonNode other, List<Difference> into) {
    int compared = 0;
    for (var property : recorded.properties()) {
      String name = property.getKey();
      String stored = SHOWN.getOrDefault(name, name);
      boolean known = row.has(stored) && other.has(stored) && !SavedEntity.RIGHTS.contains(stored);
      if (known && property.getValue().equals(row.path(stored))) {
        compared++;
        JsonNode value = found.properties().path(name);
        if (!value.equals(other.path(stored))) {
          String where = found.pointer() + "/" + name;
          into.add(new Difference(where, "" + other.path(stored), "" + value));
        }
      }
    }
    return compared;
  }

  /** What the recording made is in both lists, or in none. */
  private static List<Difference> members(Sides sides, Set<Entity> recorded, Set<Entity> found) {
    List<Difference> differences = new ArrayList<>();
    for (Entity entity : sides.created()) {
      boolean isFound = found.contains(sides.onTarget(entity));
      if (recorded.contains(entity) != isFound) {
        String what = sides.onTarget(entity).toString();
        differences.add(
            new Difference("", isFound ? "no " + what : what, isFound ? what : "no " + what));
      }
    }
    return differences;
  }
}
