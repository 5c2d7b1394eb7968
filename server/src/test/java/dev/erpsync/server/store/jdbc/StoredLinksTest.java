package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.ErpActor;
import dev.erpsync.server.model.ErpActorType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, on every store. */
class StoredLinksTest extends OnEveryStore {
  @BeforeEach
  void twoConnections() {
    given(1, 2);
  }

  @Test
  void areFoundFromEitherSide() {
    assertThat(add(link(1, 7, "k"))).isTrue();
    assertThat(read(() -> store.links().linkedTo(1, contact(7)))).hasValue(customer("k"));
    assertThat(read(() -> store.links().linkedTo(1, customer("k")))).hasValue(contact(7));
    assertThat(read(() -> store.links().linkedTo(2, contact(7)))).isEmpty();
    assertThat(read(() -> store.links().linkedTo(2, customer("k")))).isEmpty();
  }

  @Test
  @Tag("D30")
  void areUniqueOnEitherSideOfTheirConnection() {
    assertThat(add(link(1, 7, "k"))).isTrue();
    assertThat(add(link(1, 7, "other"))).isFalse();
    assertThat(add(link(1, 8, "k"))).isFalse();
    assertThat(add(link(1, 7, "k"))).isFalse();
    assertThat(add(link(2, 7, "k"))).isTrue();
    assertThat(all()).containsExactly(link(1, 7, "k"), link(2, 7, "k"));
  }

  @Test
  @Tag("D30")
  void ofOneKeyAndTwoTypesAreTwo() {
    assertThat(add(link(1, 7, "k"))).isTrue();
    assertThat(add(new ActorLink(1, contact(8), new ErpActor(ErpActorType.SUPPLIER, "k"))))
        .isTrue();
  }

  @Test
  @Tag("D30")
  void haveKeysThatAreComparedByteByByte() {
    List<String> keys =
        List.of("a", "A", "a ", " a", "ä", "a\u0308", "ß", "ss", "1", "01", "\uD83D\uDE00", "");
    int contact = 1;
    for (String key : keys) {
      assertThat(add(link(1, contact++, key))).as(key).isTrue();
    }
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      assertThat(read(() -> store.links().linkedTo(1, customer(key)))).hasValue(contact(i + 1));
    }
  }

  @ParameterizedTest
  @Tag("D30")
  @ValueSource(strings = {"k", "\uD83D\uDE00"})
  void takeKeysOfTheFullLength(String character) {
    String key = character.repeat(254 / character.length());
    assertThat(add(link(1, Integer.MAX_VALUE, key))).isTrue();
    assertThat(read(() -> store.links().linkedTo(1, contact(Integer.MAX_VALUE))))
        .hasValue(customer(key));
  }

  @Test
  @Tag("D33")
  void areRemovedOneAtATime() {
    add(link(1, 7, "k"));
    add(link(2, 7, "k"));
    assertThat(write(() -> store.links().remove(1, contact(8)))).isFalse();
    assertThat(write(() -> store.links().remove(1, contact(7)))).isTrue();
    assertThat(write(() -> store.links().remove(1, contact(7)))).isFalse();
    assertThat(all()).containsExactly(link(2, 7, "k"));
    assertThat(add(link(1, 8, "k"))).isTrue();
  }

  @Test
  void areListedByConnectionAndRecord() {
    add(link(2, 1, "a"));
    add(link(1, 10, "b"));
    add(link(1, 9, "c"));
    assertThat(all()).containsExactly(link(1, 9, "c"), link(1, 10, "b"), link(2, 1, "a"));
  }

  private boolean add(ActorLink link) {
    return write(() -> store.links().add(link));
  }

  private List<ActorLink> all() {
    return read(() -> store.links().all());
  }
}
