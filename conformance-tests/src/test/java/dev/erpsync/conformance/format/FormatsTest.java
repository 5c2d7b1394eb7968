package dev.erpsync.conformance.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
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

  /** An answer has the names of its type; what only declares or says the same is no difference. */
  @ParameterizedTest
  @Tag("D10")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <boolean>true</boolean> | XML | true
          <boolean xmlns:xsd="http://www.w3.org/2001/XMLSchema"> true </boolean> | XML | true
          <?xml version="1.0" encoding="UTF-8"?><!-- a --><boolean>true</boolean> | XML | true
          <bool>true</bool> | XML with <boolean> | false
          <boolean xmlns="urn:any">true</boolean> | XML with <boolean> | false
          <boolean at="now">true</boolean> | XML with <boolean> | false
          <?xml version="1.0" encoding="UTF-16"?><boolean>true</boolean> | XML with encoding="utf-8" | false
          """)
  void readsXmlOfItsTypeOnly(String body, String form, boolean readable) {
    var response = new Response(200, Optional.of("application/xml; charset=utf-8"), body);
    Answer answer = formats.read(CONTRACT.operation("BreakActorLink").orElseThrow(), response);
    assertThat(answer.form()).isEqualTo(form);
    assertThat(answer.value().isPresent()).isEqualTo(readable);
  }

  private Request write(String id, String value, Wire wire) throws IOException {
    Operation operation = CONTRACT.operation(id).orElseThrow();
    var body = new ObjectMapper().readTree(value);
    return formats.write(operation, Request.json("POST", "/", "", Map.of(), body), wire);
  }
}
