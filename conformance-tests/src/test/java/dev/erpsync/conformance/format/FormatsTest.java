package dev.erpsync.conformance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call in other words, or the reason why it cannot be said in them. */
class FormatsTest {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final String LINK =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":2,\"CrmActorType\":\"Contact\"}";

  private final Formats formats = new Formats(CONTRACT);

  @ParameterizedTest
  @Tag("D12")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/xml | application/xml; charset=utf-8 | <BreakActorLinkRequest><ErpConnectionId>1</ErpConnectionId><CrmRecordId>2<
          application/x-www-form-urlencoded | application/x-www-form-urlencoded | ErpConnectionId=1&CrmRecordId=2&CrmActorType=Contact
          application/json-patch+json | application/json-patch+json; charset=utf-8 | "path" : "/CrmRecordId",
          text/json | text/json; charset=utf-8 | "CrmRecordId" : 2
          """)
  void isWrittenByTheContract(String type, String header, String part) throws IOException {
    Request written = write("BreakActorLink", LINK, Wire.sending(type));
    assertThat(written.header("content-type")).hasValue(header);
    assertThat(written.content().orElseThrow().toString()).contains(part);
  }

  @Test
  void namesItsCharsetInTheXmlDeclarationToo() throws IOException {
    Wire wire = Wire.sending(MediaTypes.XML).in(Optional.of("ISO-8859-1"));
    assertThat(write("BreakActorLink", LINK, wire).content().orElseThrow().toString())
        .startsWith("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/x-www-form-urlencoded | {"Connection":{"ErpConnectionId":1,"Active":null}} | application/x-www-form-urlencoded cannot say the null at /Connection/Active
          application/x-www-form-urlencoded | {"Connection":{"ConfigFields":{}}} | application/x-www-form-urlencoded cannot say it: Connection.ConfigFields: a form cannot hold what is empty
          application/xml | {"Connection":{"ErpConnectionId":"1"}} | application/xml cannot say the string at /Connection/ErpConnectionId
          application/xml | {"Connection":{"UserGroupAccessIds":[1,"2"]}} | application/xml cannot say the string at /Connection/UserGroupAccessIds/1
          """)
  void saysWhatCannotBeSaid(String type, String value, String reason) {
    assertThatThrownBy(() -> write("SaveConnection", value, Wire.sending(type)))
        .isInstanceOf(NotSayableException.class)
        .hasMessage(reason);
  }

  private Request write(String id, String value, Wire wire) throws IOException {
    Operation operation = CONTRACT.operation(id).orElseThrow();
    var body = new ObjectMapper().readTree(value);
    return formats.write(operation, Request.json("POST", "/", "", Map.of(), body), wire);
  }
}
