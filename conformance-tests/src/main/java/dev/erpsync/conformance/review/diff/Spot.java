package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in one contract, and what stands there.
 *
 * @param contract the contract
 * @param pointer JSON pointer (RFC 6901) of the place
 * @param place the same, with names instead of numbers for members of lists, so that it stays the
 *     same when something else is put before them
 * @param node what stands there; missing when nothing does
 * @param base where those members of the node stand that it has by an {@code allOf} of one
 *     reference
 */
record Spot(
    ReviewedContract contract, String pointer, String place, JsonNode node, Optional<Spot> base) {
  private static final int LONGEST_CHAIN = 32;

  Spot(ReviewedContract contract, String pointer, String place, JsonNode node) {
    this(contract, pointer, place, node, Optional.empty());
  }

  static Spot root(ReviewedContract contract) {
    return new Spot(contract, "", "", contract.document());
  }

  /** The member with this name, present or not. */
  Spot child(String name) {
    if (base.isPresent() && base.get().node.path(name).equals(node.path(name))) {
      return base.get().child(name);
    }
    String step = "/" + escape(name);
    return new Spot(contract, pointer + step, place + step, node.path(name));
  }

  /** Several steps down. */
  Spot down(String... names) {
    Spot spot = this;
    for (String name : names) {
      spot = spot.child(name);
    }
    return spot;
  }

  /** A member of a list, under a name by which it is known when the list changes. */
  Spot element(int index, String name) {
    return new Spot(contract, pointer + "/" + index, place + "/" + escape(name), node.path(index));
  }

  boolean exists() {
    return !node.isMissingNode();
  }

  /** The names of all members, in the order of the contract. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  boolean isTrue(String name) {
    return node.path(name).asBoolean();
  }

  /**
   * The place that this one refers to, or this one. An {@code allOf} of one reference, by which
   * OpenAPI 3.0 puts something beside the reference, is written out.
   *
   * @throws UnusableContractException when nothing is there, or references go in circles
   */
  Spot resolved() {
    Spot spot = this;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Optional<String> ref = spot.ref();
      if (ref.isEmpty()) {
        return spot.writtenOut();
      }
      spot = contract.at(ref.get(), spot.pointer);
    }
    throw new UnusableContractException("references go in circles at " + pointer);
  }

  private Spot writtenOut() {
    Optional<String> only = onlyMember();
    if (only.isEmpty() || !(node instanceof ObjectNode own)) {
      return this;
    }
    Spot target = contract.at(only.get(), pointer).resolved();
    ObjectNode all = own.objectNode();
    target.node.properties().forEach(member -> all.set(member.getKey(), member.getValue()));
    own.properties().forEach(member -> all.set(member.getKey(), member.getValue()));
    all.remove("allOf");
    return new Spot(contract, pointer, place, all, Optional.of(target));
  }

  /** Name of the component that stands here by reference. */
  Optional<String> typeName() {
    return ref().or(this::onlyMember).map(ref -> ref.substring(ref.lastIndexOf('/') + 1));
  }

  private Optional<String> onlyMember() {
    JsonNode all = node.path("allOf");
    JsonNode ref = all.path(0).path("$ref");
    return all.size() == 1 && ref.isTextual() ? Optional.of(ref.textValue()) : Optional.empty();
  }

  private Optional<String> ref() {
    JsonNode ref = node.path("$ref");
    return ref.isTextual() ? Optional.of(ref.textValue()) : Optional.empty();
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  static Spot of(ReviewedContract contract, String pointer) {
    JsonNode node = contract.document().at(JsonPointer.compile(pointer));
    return new Spot(contract, pointer, pointer, node);
  }
}
