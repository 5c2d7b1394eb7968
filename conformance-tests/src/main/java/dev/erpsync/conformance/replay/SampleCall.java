package dev.erpsync.conformance.replay;

import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sends the request of a sample as it is documented, in one encoding. */
final class SampleCall {
  private final Contract contract;
  private final Sender sender;
  private final Optional<String> authorization;
  private final Encoding encoding;
  private final Formats formats;
  private final Negotiation negotiation;

  /**
   * @param authorization credentials instead of the documented ones; empty to send those
   */
  SampleCall(Contract contract, Sender sender, Optional<String> authorization, Encoding encoding) {
    this.contract = contract;
    this.sender = sender;
    this.authorization = authorization;
    this.encoding = encoding;
    this.formats = new Formats(contract);
    this.negotiation = new Negotiation(contract);
  }

  /**
   * What was sent and what came back.
   *
   * @param meant the request in JSON
   * @param sent the request in the encoding
   * @param negotiated Content-Types that the answer may have by what was sent
   * @param types Content-Types of which the answer must have one
   */
  record Made(
      Request meant, Request sent, Answer answer, List<String> negotiated, List<String> types) {}

  /**
   * Makes the call.
   *
   * @param query encoded; empty for none
   */
  Made make(Sample sample, String query) throws IOException {
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    Request meant = meant(operation, sample, query);
    Request sent = formats.write(operation, meant, encoding.wire());
    Answer answer = formats.read(operation, sender.send(sent));
    List<String> negotiated = negotiation.expected(sent);
    return new Made(
        meant,
        sent,
        answer,
        negotiated,
        encoding == Encoding.JSON ? Comparison.documentedType(sample) : negotiated);
  }

  private Request meant(Operation operation, Sample sample, String query) {
    Request documented =
        new Request(
            operation.method(),
            operation.path(),
            query,
            sample.request().headers(),
            sample.request().body().map(Content::json));
    return authorization.map(documented::authorized).orElse(documented);
  }
}
