package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import java.io.IOException;

/**
 * Shows every exchange of the agent to a validator that shares no code with the kit, on the bundled
 * contract as outside tools are given it.
 */
final class SecondOpinion implements Sender {
  private final OpenApiInteractionValidator validator =
      OpenApiInteractionValidator.createFor("dev/erpsync/spec/openapi.json").build();
  private final Sender sender;

  SecondOpinion(Sender sender) {
    this.sender = sender;
  }

  @Override
  public Response send(Request request) throws IOException {
    Response response = sender.send(request);
    if (request.path().startsWith("/api/")) {
      var answer = received(response);
      var report =
          isForm(request)
              ? validator.validateResponse(request.path(), Method.POST, answer)
              : validator.validate(sent(request), answer);
      assertThat(report.getMessages()).as("%s: %s", request, response).isEmpty();
    }
    return response;
  }

  /** It knows no nested names in forms, as D11 and the vendor's platform have them. */
  private static boolean isForm(Request request) {
    return request.headers().getOrDefault("Content-Type", "").contains("x-www-form-urlencoded");
  }

  private static com.atlassian.oai.validator.model.Request sent(Request request) {
    var sent = new SimpleRequest.Builder(request.method(), request.path());
    request.headers().forEach(sent::withHeader);
    for (String pair : request.query().isEmpty() ? new String[0] : request.query().split("&", -1)) {
      sent.withQueryParam(pair.replaceFirst("=.*", ""), pair.replaceFirst("^[^=]*=?", ""));
    }
    request.content().map(Content::toString).ifPresent(sent::withBody);
    return sent.build();
  }

  private static com.atlassian.oai.validator.model.Response received(Response response) {
    var received = SimpleResponse.Builder.status(response.status());
    response.contentType().ifPresent(received::withContentType);
    if (!response.text().isEmpty()) {
      received.withBody(response.text());
    }
    return received.build();
  }
}
