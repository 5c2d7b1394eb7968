package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.http.NoHttpException;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Leaks;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends one target what HTTP itself refuses, and judges the answers but for their words. */
public final class RefusalReplay {
  private static final String CALLED = "BreakActorLink";
  private static final Map<Encoding, String> ACCEPT =
      Map.of(
          Encoding.JSON,
          "application/json",
          Encoding.XML,
          "application/json;q=0.5, application/xml");

  private final RawSender sender;
  private final Secrets secrets;
  private final Operation operation;
  private final Formats formats;
  private final Comparison comparison;
  private final Negotiation negotiation;
  private final RequiredHeaders headers;

  /** A replay on one target. */
  public RefusalReplay(Contract contract, RawSender sender, Secrets secrets) {
    this.sender = sender;
    this.secrets = secrets;
    this.operation = contract.operation(CALLED).orElseThrow();
    this.formats = new Formats(contract);
    this.comparison = new Comparison(contract);
    this.negotiation = new Negotiation(contract);
    this.headers = new RequiredHeaders(contract);
  }

  /** Whether errors are answered in this encoding. */
  public static boolean answers(Encoding encoding) {
    return ACCEPT.containsKey(encoding);
  }

  /** The name under which a refusal is reported. */
  public static String name(Refusal refusal, Encoding encoding) {
    return "HTTP / %s / server / %s".formatted(refusal, encoding);
  }

  /** Sends one request, and asks for an answer in an encoding in which there are answers. */
  public Verdict replay(Refusal refusal, Encoding encoding) {
    String name = name(refusal, encoding);
    String accept = ACCEPT.getOrDefault(encoding, "*/*");
    try {
      Response response = sender.send(refusal.request(accept, values()));
      return judge(refusal, name, accept, formats.read(operation, response));
    } catch (NoHttpException e) {
      return refusal.unless().isPresent()
          ? new Verdict.Skipped(name, refusal.unless().get())
          : failed(name, e);
    } catch (CharacterCodingException e) {
      var difference = new Difference("", "UTF-8", "bytes that are none");
      return new Verdict.Failed(name, Depth.REFUSAL, List.of(difference));
    } catch (IOException e) {
      return failed(name, e);
    }
  }

  private Verdict judge(Refusal refusal, String name, String accept, Answer answer) {
    List<Difference> differences = new ArrayList<>(Leaks.in(answer.response()));
    if (answer.status() != refusal.status()) {
      if (refusal.unless().isPresent() && differences.isEmpty()) {
        return new Verdict.Skipped(name, refusal.unless().get());
      }
      differences.add(0, Comparison.status(refusal.status(), answer));
      return Verdict.of(name, Depth.REFUSAL, differences);
    }
    var asked = new Request("", "", "", Map.of("Accept", accept), Optional.empty());
    List<String> types = new ArrayList<>(negotiation.expected(asked));
    if (refusal.headers().containsKey("Content-Type")) {
      // The head cannot be parsed; a target need not know what it accepts.
      types.add(refusal.headers().get("Content-Type"));
    }
    differences.addAll(comparison.compareForm(operation, answer, types));
    differences.addAll(headers.check(operation, answer));
    for (String header : refusal.headers().keySet()) {
      differences.addAll(header(header, answer.response()));
    }
    differences.addAll(hangsUp(answer.response()));
    return Verdict.of(name, Depth.REFUSAL, differences);
  }

  /** Allow names what the contract has; more is the target's own. */
  private List<Difference> header(String name, Response response) {
    String found = String.join(", ", response.header(name));
    boolean right =
        name.equals("Allow")
            ? List.of(found.split("\\s*,\\s*")).contains(operation.method())
            : !found.isEmpty();
    String expected = name.equals("Allow") ? operation.method() + " in it" : "some";
    return right ? List.of() : List.of(new Difference(name, expected, told(found)));
  }

  /** What is not read to its end cannot be followed by another request. (D6) */
  private static List<Difference> hangsUp(Response response) {
    String found = String.join(", ", response.header("Connection")).toLowerCase(Locale.ROOT);
    return List.of(found.split("\\s*,\\s*")).contains("close")
        ? List.of()
        : List.of(new Difference("Connection", "close", told(found)));
  }

  private Map<String, String> values() {
    String login =
        secrets
            .authorization()
            .orElseGet(
                () -> Sample.all().get(0).request().headers().getOrDefault("Authorization", ""));
    String app = secrets.appToken().map(token -> "\r\n" + Secrets.APP + ": " + token).orElse("");
    String stranger = Secrets.basic("nobody-" + UUID.randomUUID() + ":wrong");
    return Map.of(
        "break", sender.root() + operation.path(),
        "host", sender.host(),
        "login", "Authorization: " + login + app,
        "stranger", "Authorization: " + stranger + app);
  }

  private static String told(String found) {
    return found.isEmpty() ? "nothing" : found;
  }

  private static Verdict failed(String name, IOException e) {
    return new Verdict.Failed(
        name, Depth.REFUSAL, List.of(new Difference("exchange", "an answer", String.valueOf(e))));
  }
}
