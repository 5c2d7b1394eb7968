package dev.erpsync.conformance.pages;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Sample.Message;

/**
 * A request and its response, found on a page.
 *
 * @param at the request line
 */
record Exchange(Line at, RequestLine target, Message request, int status, Message response) {

  PageSample named(String name, String page) {
    return new PageSample(
        new Sample(
            target.operation(),
            name,
            page,
            "",
            JsonNodeFactory.instance.objectNode(),
            request,
            status,
            response),
        target.query(),
        at.file(),
        at.number());
  }
}
