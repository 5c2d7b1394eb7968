package dev.erpsync.conformance.serve;

import dev.erpsync.conformance.cases.RequiredHeaders;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the contract asks of answers, whatever their values. Thread-safe. */
public final class AnswerCheck {
  /** Challenges that go on from here hold data that proves something. */
  private static final Pattern HANDSHAKE =
      Pattern.compile("\\b(Negotiate|NTLM)\\s+\\S+", Pattern.CASE_INSENSITIVE);

  private final Contract contract;
  private final Formats formats;
  private final Comparison comparison;
  private final Negotiation negotiation;
  private final RequiredHeaders headers;
  private final int maxBytes;

  /**
   * A check.
   *
   * @param maxBytes how long a body may become that is sent packed
   */
  public AnswerCheck(Contract contract, int maxBytes) {
    this.contract = contract;
    this.formats = new Formats(contract);
    this.comparison = new Comparison(contract);
    this.negotiation = new Negotiation(contract);
    this.headers = new RequiredHeaders(contract);
    this.maxBytes = maxBytes;
  }

  /**
   * Checks the answer of an exchange, whose body has to be whole.
   *
   * @throws NotCheckedException when nothing can be said of its body
   */
  public Checked check(Operation operation, Passed passed) throws NotCheckedException {
    int status = passed.status();
    Map<String, List<String>> answered = passed.answered();
    Body body = passed.received();
    if (!isDocumented(operation, status)) {
      String expected = "one of " + String.join(", ", operation.statuses());
      return Checked.of(new Difference("status", expected, Integer.toString(status)));
    }
    Answer answer;
    try {
      answer = formats.read(operation, new Response(status, answered, text(answered, body)));
    } catch (UnreadableBodyException e) {
      return Checked.of(new Difference("", "a body in UTF-8", String.valueOf(e.getMessage())));
    }
    List<Difference> differences = new ArrayList<>();
    for (Difference each :
        comparison.compareForm(operation, answer, negotiation.expected(passed.request()))) {
      differences.add(quotesBody(answer, each) ? shown(each, body) : each);
    }
    headers.check(operation, answer).forEach(each -> differences.add(withoutHandshake(each)));
    return new Checked(List.copyOf(differences), answer.value());
  }

  private boolean isDocumented(Operation operation, int status) {
    return operation.documents(status)
        || !contract.document().at(operation.response(contract, status)).isMissingNode();
  }

  private String text(Map<String, List<String>> answered, Body body)
      throws NotCheckedException, UnreadableBodyException {
    String coding = String.join(", ", new Response(0, answered, "").header("Content-Encoding"));
    byte[] bytes = ContentCoding.undo(body.content().bytes(), coding, maxBytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableBodyException("bytes that are none");
    }
  }

  /** What cannot be read is quoted as it came, and may be anything. */
  private static boolean quotesBody(Answer answer, Difference difference) {
    String type = MediaTypes.essence(answer.response().contentType().orElse(""));
    boolean read = answer.value().isPresent() && answer.status() != 204;
    return difference.where().isEmpty() && (!read || type.equals(MediaTypes.HTML));
  }

  private static Difference shown(Difference difference, Body body) {
    return new Difference("", difference.expected(), body.length() + " bytes that are none");
  }

  private static Difference withoutHandshake(Difference difference) {
    String found = HANDSHAKE.matcher(difference.found()).replaceAll("$1 ***");
    return new Difference(difference.where(), difference.expected(), found);
  }
}
