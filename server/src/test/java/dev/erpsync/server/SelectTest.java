package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code $select} on a saved connection. */
@Tag("D8")
class SelectTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String SAVE = "/api/v1/Agents/ErpSync/SaveConnection";
  private static final String CONNECTION =
      """
      {"Connection":{"ErpConnectionId":7,"DisplayName":"n","Active":true,"ConfigFields":{"a":"1","b":"2"},\
      "UserGroupAccessIds":[1]}}""";

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],"Connections":[{"ErpConnectionId":7,"ErpConnectorId":1}]}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DisplayName,Active             | DisplayName Active
          displayname , ACTIVE           | DisplayName Active
          ConfigFields                   | ConfigFields
          ConfigFields/a                 | ConfigFields
          Nothing,DisplayName            | DisplayName
          Nothing                        | ''
          name,department,category/id    | ''
          UserGroupAccessIds             | UserGroupAccessIds
          """)
  void keepsWhatItNamesAndNullsTheRest(String select, String kept) throws Exception {
    JsonNode answer = saved(select);
    assertThat(answer.size()).isEqualTo(14);
    Set<String> values = new TreeSet<>();
    answer.properties().stream()
        .filter(property -> !property.getValue().isNull())
        .forEach(property -> values.add(property.getKey()));
    assertThat(values)
        .containsExactlyInAnyOrder(kept.isEmpty() ? new String[0] : kept.split(" ", -1));
  }

  @Test
  void doesNotFilterInsideADictionary() throws Exception {
    assertThat(saved("ConfigFields/a").path("ConfigFields").toString())
        .isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
  }

  @Test
  void descendsIntoAnObject() throws Exception {
    assertThat(saved("tableright/mask").path("TableRight").toString())
        .isEqualTo("{\"Mask\":\"FULL\",\"Reason\":null}");
    assertThat(saved("TableRight/Mask,TableRight").path("TableRight").toString())
        .isEqualTo("{\"Mask\":\"FULL\",\"Reason\":\"\"}");
  }

  @ParameterizedTest
  @CsvSource({"''", "','", "' , /'"})
  void selectsEverythingWhenItNamesNothing(String select) throws Exception {
    assertThat(saved(select).path("DisplayName").textValue()).isEqualTo("n");
  }

  @Test
  void changesOnlyTheAnswer() throws Exception {
    saved("Active");
    assertThat(SERVER.state()).contains("\"DisplayName\":\"n\"");
  }

  @Test
  void hasNoEffectOnBareValuesAndErrors() {
    String link = "{\"ErpConnectionId\":7,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}";
    assertThat(SERVER.post("/api/v1/Agents/ErpSync/BreakActorLink?$select=name", link).body())
        .isEqualTo("false");
    assertThat(SERVER.post(SAVE + "?$select=Active", "{}").body())
        .startsWith("{\"Message\":\"The request is invalid.\"");
  }

  private static JsonNode saved(String select) throws Exception {
    String query = URLEncoder.encode(select, StandardCharsets.UTF_8);
    HttpResponse<String> answer = SERVER.post(SAVE + "?$select=" + query, CONNECTION);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
