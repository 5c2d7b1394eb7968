package dev.erpsync.server.store.jdbc;

class LinkPropertiesOnEmbeddedStoreTest extends LinkProperties {
  LinkPropertiesOnEmbeddedStoreTest() {
    super(Engine.EMBEDDED);
  }
}
