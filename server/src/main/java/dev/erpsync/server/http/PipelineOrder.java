package dev.erpsync.server.http;

/** The order of the request filters, smallest first. */
final class PipelineOrder {
  static final int UNREAD_BODY = 50;
  static final int REQUEST_ID = 100;
  static final int ANSWER_FORMAT = 200;
  static final int AUTHENTICATE = 300;

  private PipelineOrder() {}
}
