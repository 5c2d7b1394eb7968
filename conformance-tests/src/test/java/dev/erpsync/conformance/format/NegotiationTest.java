package dev.erpsync.conformance.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which type an answer must have, told by the request alone. */
@Tag("D13")
class NegotiationTest {
  private final Negotiation negotiation = new Negotiation(Contract.erpSync());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                  | ''                                    | application/json
          application/xml; charset=utf-8    | ''                                    | application/xml
          text/xml                          | */*                                   | text/xml
          application/merge-patch+json      | */*                                   | application/json
          application/x-www-form-urlencoded | */*                                   | application/json
          text/xml                          | application/json; charset=utf-8       | application/json
          text/xml                          | APPLICATION/JSON                      | application/json
          text/xml                          | image/png                             | application/json
          text/xml                          | nonsense                              | application/json
          text/xml                          | image/png, */*;q=0.1                  | text/xml
          text/xml                          | text/xml;q=0, application/xml;q=0.1   | application/xml
          application/json                  | application/xml;q=0.5, text/json      | text/json
          application/json                  | text/*                                | text/json text/xml
          application/json                  | text/*, text/json;q=0.5               | text/xml
          application/json                  | application/xml, text/xml             | application/xml text/xml
          """)
  void isTheBestOfThoseAccepted(String sent, String accept, String types) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", sent);
    if (!accept.isEmpty()) {
      headers.put("accept", accept);
    }
    var request = new Request("POST", "/", "", headers, Optional.empty());
    assertThat(negotiation.expected(request))
        .containsExactlyInAnyOrderElementsOf(
            List.of(types.split(" ", -1)).stream().map(type -> type + "; charset=utf-8").toList());
  }
}
