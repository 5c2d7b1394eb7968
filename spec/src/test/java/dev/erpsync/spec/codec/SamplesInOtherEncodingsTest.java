package dev.erpsync.spec.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented body in XML and as a form, literally. */
class SamplesInOtherEncodingsTest {
  private static final XmlCodec XML = new XmlCodec(Encoded.CONTRACT);
  private static final FormCodec FORM = new FormCodec(Encoded.CONTRACT);

  static List<Encoded> all() {
    return Encoded.all();
  }

  static List<Encoded> requests() {
    return Encoded.requests();
  }

  static List<Encoded> xmlFiles() {
    return Encoded.all().stream().filter(sample -> sample.isWrittenDown(".xml")).toList();
  }

  static List<Encoded> formFiles() {
    return Encoded.requests().stream().filter(sample -> sample.isWrittenDown(".form")).toList();
  }

  @ParameterizedTest
  @MethodSource("xmlFiles")
  @Tag("D10")
  void areWrittenInXmlAsTheFilesSay(Encoded sample) {
    String expected =
        sample.lines(".xml").stream().map(String::strip).collect(Collectors.joining());
    assertThat(XML.write(sample.schema(), sample.value())).asString().isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("xmlFiles")
  @Tag("D10")
  void areReadFromXmlWithBlanksBetweenElements(Encoded sample) {
    String spaced = String.join("\r\n", sample.lines(".xml"));
    assertThat(XML.read(sample.schema(), spaced.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("all")
  @Tag("D10")
  void areReadFromXmlAsTheyWereWritten(Encoded sample) {
    assertThat(XML.read(sample.schema(), XML.write(sample.schema(), sample.value())))
        .isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("formFiles")
  @Tag("D11")
  void areWrittenAsFormsAsTheFilesSay(Encoded sample) {
    assertThat(FORM.write(sample.schema(), sample.value()))
        .asString()
        .isEqualTo(String.join("", sample.lines(".form")));
  }

  @ParameterizedTest
  @MethodSource("requests")
  @Tag("D11")
  void areReadFromFormsAsTheyWereWritten(Encoded sample) {
    assertThat(FORM.read(sample.schema(), FORM.write(sample.schema(), sample.value())))
        .isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("formFiles")
  @Tag("D11")
  void areReadFromForms(Encoded sample) {
    byte[] form = String.join("", sample.lines(".form")).getBytes(StandardCharsets.US_ASCII);
    assertThat(FORM.read(sample.schema(), form)).isEqualTo(sample.value());
  }
}
