package dev.erpsync.server.store.jdbc;

class LinkPropertiesOnPostgresTest extends LinkProperties {
  LinkPropertiesOnPostgresTest() {
    super(Engine.POSTGRESQL);
  }
}
