package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.erpsync.client.model.CreateActorLinkRequest;
import dev.erpsync.client.model.ErpConnection;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final TypeReference<ErpConnection> CONNECTION = new TypeReference<>() {};

  @Test
  void leavesOutWhatIsNotSetAndKeepsNullsOfAMap() {
    Map<String, String> fields = new HashMap<>();
    fields.put("client", null);
    var connection = new ErpConnection().displayName("Blåbær").configFields(fields);

    assertThat(new String(Json.write(connection), UTF_8))
        .isEqualTo("{\"DisplayName\":\"Blåbær\",\"ConfigFields\":{\"client\":null}}");
  }

  @Test
  void leavesOutWhatIsRequiredAndNotSetToo() {
    assertThat(new String(Json.write(new CreateActorLinkRequest().erpKey("k")), UTF_8))
        .isEqualTo("{\"ErpKey\":\"k\"}");
  }

  @Test
  void ignoresPropertiesThatTheContractDoesNotKnow() throws Exception {
    assertThat(read("{\"Active\":true,\"New\":{\"A\":[1]}}"))
        .isEqualTo(new ErpConnection().active(true));
  }

  @Test
  void readsWhatSelectLeftOutAsNull() throws Exception {
    assertThat(read("{\"Active\":null,\"ErpConnectionId\":null,\"ConfigFields\":null}"))
        .isEqualTo(new ErpConnection());
  }

  @Test
  void saysWhereAnAnswerIsNotOfTheContract() {
    assertThatThrownBy(() -> read("{\"FieldProperties\":{\"A\":{\"FieldLength\":1.5}}}"))
        .hasMessageStartingWith("Cannot coerce Floating-point value (1.5)")
        .hasMessageContaining("[\"FieldProperties\"]")
        .hasMessageEndingWith("[\"FieldLength\"]");
  }

  private static ErpConnection read(String json) throws Exception {
    return Json.read(json.getBytes(UTF_8), CONNECTION);
  }
}
