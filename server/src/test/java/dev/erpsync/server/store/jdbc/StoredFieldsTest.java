package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.emulator.StoredFields.CrmValue;
import dev.erpsync.server.emulator.StoredFields.ErpValue;
import dev.erpsync.server.model.ErpActorType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Field values of both sides, and the removal of everything, on every store. */
class StoredFieldsTest extends OnEveryStore {
  @BeforeEach
  void aConnection() {
    given(1);
  }

  @Test
  void theLastValueOfAFieldCounts() {
    write(
        () -> {
          store.crmFields().set(contact(2), "name", "before");
          store.crmFields().set(contact(2), "name", "after");
          store.crmFields().set(contact(2), "Name", null);
          store.crmFields().set(contact(1), "name", "");
        });
    assertThat(read(() -> store.storedFields().crmValues()))
        .containsExactly(
            new CrmValue(contact(1), "name", ""),
            new CrmValue(contact(2), "Name", null),
            new CrmValue(contact(2), "name", "after"));
  }

  @Test
  void theErpHasAFieldForEachActorOfAConnection() {
    write(
        () -> {
          set("b", "f", "1");
          set("B", "f", null);
          set("b", "f", "2");
        });
    assertThat(read(() -> store.storedFields().erpValues()))
        .containsExactly(
            new ErpValue(1, customer("B"), "f", null), new ErpValue(1, customer("b"), "f", "2"));
  }

  @Test
  void valuesAreKeptToTheLastCharacter() {
    String value = " \t\r\n\"'\\ \u00e5\u20ac\uD83D\uDE00 " + "x".repeat(1000);
    write(() -> store.crmFields().set(contact(1), "f", value));
    assertThat(read(() -> store.storedFields().crmValues()))
        .containsExactly(new CrmValue(contact(1), "f", value));
  }

  @Test
  void everythingIsRemovedAtOnce() {
    write(
        () -> {
          store.links().add(link(1, 7, "k"));
          set("k", "f", "1");
          store.crmFields().set(contact(7), "f", "1");
        });
    assertThat(read(() -> store.rows().count())).isEqualTo(5);
    write(() -> store.rows().deleteAll());
    assertThat(read(() -> store.rows().count())).isZero();
    assertThat(read(() -> store.links().all())).isEmpty();
    assertThat(read(() -> store.connections().all())).isEmpty();
    assertThat(read(() -> store.connectors().all())).isEmpty();
    assertThat(read(() -> store.storedFields().crmValues())).isEmpty();
    assertThat(read(() -> store.storedFields().erpValues())).isEmpty();
  }

  private void set(String key, String field, @Nullable String value) {
    store.erpFields().set(1, ErpActorType.CUSTOMER, key, field, value);
  }
}
