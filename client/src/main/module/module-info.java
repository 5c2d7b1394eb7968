/** The Java client of the ErpSync agent. */
module dev.erpsync.client {
  requires transitive com.fasterxml.jackson.annotation;
  // A transport of a caller's own takes a TypeReference.
  requires transitive com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires java.net.http;
  // Annotations: their readers are compilers.
  requires static java.compiler;
  requires static transitive org.jspecify;

  exports dev.erpsync.client;
  exports dev.erpsync.client.api;
  exports dev.erpsync.client.model;

  opens dev.erpsync.client.model to
      com.fasterxml.jackson.databind;
}
