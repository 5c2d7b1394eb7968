package dev.erpsync.spec.codec;

import static dev.erpsync.spec.codec.Encoded.CONTRACT;
import static dev.erpsync.spec.codec.Encoded.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms as others write them, and forms that mean nothing. */
@Tag("D11")
class FormReadingTest {
  private static final FormCodec CODEC = new FormCodec(CONTRACT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | {}
          && | {}
          Active=true&Deleted=0 | {"Active":true,"Deleted":false}
          Active=True&active=true | {"Active":"True","active":"true"}
          ErpConnectionId=-1 | {"ErpConnectionId":-1}
          ErpConnectionId=%2B1 | {"ErpConnectionId":1}
          ErpConnectionId=+1 | {"ErpConnectionId":" 1"}
          ErpConnectionId=1.0 | {"ErpConnectionId":"1.0"}
          DisplayName=a+b%20c%2Bd%C3%A6%f0%9F%98%80 | {"DisplayName":"a b c+dæ😀"}
          DisplayName=a=b | {"DisplayName":"a=b"}
          DisplayName=&Active=&TableRight=&UserGroupAccessIds= | {"DisplayName":"","Active":null,"TableRight":null,"UserGroupAccessIds":null}
          DisplayName | {"DisplayName":""}
          UserGroupAccessIds=2&Active=1&UserGroupAccessIds=1 | {"UserGroupAccessIds":[2,1],"Active":true}
          UserGroupAccessIds=1 | {"UserGroupAccessIds":[1]}
          UserGroupAccessIds=&UserGroupAccessIds=x | {"UserGroupAccessIds":["","x"]}
          UserGroupAccessIds[1]=2&UserGroupAccessIds%5b0%5D=1 | {"UserGroupAccessIds":[1,2]}
          ConfigFields.a.b=1&ConfigFields.=2&ConfigFields.[0]=3 | {"ConfigFields":{"a.b":"1","":"2","[0]":"3"}}
          FieldProperties.a.b=1&FieldProperties.c=2 | {"FieldProperties":{"a":{"b":"1"},"c":"2"}}
          FieldProperties.a.b.FieldLength=1 | {"FieldProperties":{"a.b":{"FieldLength":1}}}
          TableRight.Mask=FULL&TableRight.a.b=c | {"TableRight":{"Mask":"FULL","a.b":"c"}}
          TableRight=FULL | {"TableRight":"FULL"}
          TableRight[Mask]=FULL&TableRight%5BReason%5D=r | {"TableRight":{"Mask":"FULL","Reason":"r"}}
          UserGroupAccessIds[]=2&UserGroupAccessIds[]=1&UserGroupAccessIds=3 | {"UserGroupAccessIds":[2,1,3]}
          ConfigFields[a.b]=1&ConfigFields[]=2&ConfigFields[0]=3&ConfigFields.[x]=4 | {"ConfigFields":{"a.b":"1","":"2","0":"3","[x]":"4"}}
          FieldProperties[a.b][FieldLength]=1&FieldProperties[a.b].FieldRight[Mask]=FULL | {"FieldProperties":{"a.b":{"FieldLength":1,"FieldRight":{"Mask":"FULL"}}}}
          TableRight[a][b]=c | {"TableRight":{"a[b]":"c"}}
          a.b[0]=1&a=2&a=3&=4 | {"a.b[0]":"1","a":["2","3"],"":"4"}
          {"DisplayName":"a"} | {"{\\"DisplayName\\":\\"a\\"}":""}
          """)
  void areReadAsTheContractSays(String form, String json) throws JsonProcessingException {
    assertThat(CODEC.read(schema("ErpConnection"), bytes(form)))
        .isEqualTo(new ObjectMapper().readTree(json));
  }

  @Test
  void keepTheEmptyTextOfWhatCannotBeNull() throws JsonProcessingException {
    assertThat(CODEC.read(schema("BreakActorLinkRequest"), bytes("CrmRecordId=&CrmActorType=")))
        .isEqualTo(new ObjectMapper().readTree("{\"CrmRecordId\":\"\",\"CrmActorType\":\"\"}"));
  }

  @Test
  void holdArraysOfObjects() throws JsonProcessingException {
    String form =
        "FieldValues[1].CrmFieldKey=b&FieldValues[0][CrmFieldKey]=a&FieldValues[0].SyncToCrm=true";
    assertThat(CODEC.read(schema("ConnectActorRequest"), bytes(form)))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"FieldValues":[{"CrmFieldKey":"a","SyncToCrm":true},{"CrmFieldKey":"b"}]}\
                    """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Active=1&secret=%zz | field 2: a percent sign without two hexadecimal digits
          Active=1&%=secret   | field 2: a percent sign without two hexadecimal digits
          a=%2                | field 1: a percent sign without two hexadecimal digits
          a=%2&b=0            | field 1: a percent sign without two hexadecimal digits
          a=%+1               | field 1: a percent sign without two hexadecimal digits
          a=x%C3              | field 1: not text in UTF-8 from byte 1
          a=1&&b=%ED%A0%80    | field 2: not text in UTF-8 from byte 0
          Active=1&Active=1   | /Active: given twice
          TableRight.Mask=a&TableRight.Mask=b | /TableRight/Mask: given twice
          ConfigFields.a=1&ConfigFields.a=1 | /ConfigFields/a: given twice
          Active.secret=1     | /Active: has no parts
          DisplayName[0]=1    | /DisplayName: has no parts
          TableRight[0]=1     | /TableRight: is no array
          ConfigFields[a][secret]=1 | /ConfigFields/a: has no parts
          ConfigFields[a=1    | /ConfigFields: is no array
          TableRight=1&TableRight.Mask=a | /TableRight: given as a whole and in parts
          UserGroupAccessIds=1&UserGroupAccessIds[0]=1 | /UserGroupAccessIds: given as a whole and in parts
          UserGroupAccessIds[][]=1 | /UserGroupAccessIds: no index in brackets
          UserGroupAccessIds[]=1&UserGroupAccessIds[0]=1 | /UserGroupAccessIds: given as a whole and in parts
          UserGroupAccessIds.0=1 | /UserGroupAccessIds: no index in brackets
          UserGroupAccessIds[01]=1 | /UserGroupAccessIds: no index in brackets
          UserGroupAccessIds[-1]=1 | /UserGroupAccessIds: no index in brackets
          UserGroupAccessIds[999999999999]=1 | /UserGroupAccessIds: no index in brackets
          UserGroupAccessIds[1]=1 | /UserGroupAccessIds: no item 0
          UserGroupAccessIds[0]=1&UserGroupAccessIds[2]=1 | /UserGroupAccessIds: no item 1
          UserGroupAccessIds[0]=1&UserGroupAccessIds[0]=1 | /UserGroupAccessIds/0: given twice
          UserGroupAccessIds[0][0]=1 | /UserGroupAccessIds/0: has no parts
          """)
  void areRefusedWithThePlaceAndNoValue(String form, String message) {
    refuses("ErpConnection", form, message);
  }

  @Test
  void holdObjectsOnly() {
    refuses("Bool", "true", "a form holds an object");
  }

  @Test
  void holdTenThousandFieldsAndNoMore() {
    String fits =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "UserGroupAccessIds[" + i + "]=" + i)
            .collect(Collectors.joining("&"));
    assertThat(CODEC.read(schema("ErpConnection"), bytes(fits)).at("/UserGroupAccessIds/9999"))
        .hasToString("9999");
    refuses("ErpConnection", fits + "&Active=1", "more than 10,000 fields");
  }

  @Test
  void areReadInTheCharsetThatIsGiven() {
    byte[] form = "DisplayName=bl%E5b\u00E6r".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(CODEC.read(schema("ErpConnection"), form, StandardCharsets.ISO_8859_1))
        .hasToString("{\"DisplayName\":\"blåbær\"}");
  }

  private static void refuses(String schema, String form, String message) {
    assertThatThrownBy(() -> CODEC.read(schema(schema), bytes(form)))
        .isInstanceOf(CodecException.class)
        .hasMessage(message);
  }

  private static byte[] bytes(String form) {
    return form.getBytes(StandardCharsets.UTF_8);
  }
}
