package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.review.japi.JavaApi;
import dev.erpsync.conformance.review.output.Format;
import dev.erpsync.conformance.review.result.JavaChange;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One review in every form: the same findings, and texts of a contract that stay texts. */
class ReviewFormatsTest {
  private static final String EVIL = "<b>|`@somebody`%\\n::error::";

  @TempDir Path temp;

  @Test
  void marksTheLineOfABreakAndOfNothingHarmless() throws Exception {
    SpecCopy copy = broken();
    int line = copy.line("schemas/ConnectActorRequest.yaml", "maxLength: 100");
    assertThat(Format.GITHUB.text(review(copy)).lines())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith(
                        "::error file=%s/schemas/ConnectActorRequest.yaml,line=%d,title=request-max-length-lowered::"
                            .formatted(copy.folder(), line)),
            second -> assertThat(second).startsWith("::warning file=").contains("version-step"),
            last -> assertThat(last).startsWith("::notice::Breaks that nobody approved"));
  }

  @Test
  void failsATestForEachBreak() throws Exception {
    String xml = Format.JUNIT.text(review(broken()));
    var suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("testsuite")
            .item(0)
            .getAttributes();
    assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("3");
    assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("1");
    assertThat(xml).contains("<failure message=\"request-max-length-lowered at ");
  }

  @Test
  void tellsProgramsWhoIsHurtAndWhere() throws Exception {
    JsonNode report = new ObjectMapper().readTree(Format.JSON.text(review(broken())));
    assertThat(report.path("unapproved").asInt()).isEqualTo(1);
    JsonNode finding =
        report
            .path("findings")
            .valueStream()
            .filter(each -> each.path("rule").asText().equals("request-max-length-lowered"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.path("users").asText()).isEqualTo("breaking");
    assertThat(finding.path("uses"))
        .extracting(use -> use.path("mediaType").asText())
        .contains("application/json", "text/xml")
        .hasSize(6);
    assertThat(finding.at("/uses/0/at").asText()).isEqualTo("/ErpKey");
  }

  @Test
  void saysNothingOnThePageOfWhatThereIsNot() throws Exception {
    String page = Format.HTML.text(review(broken()));
    assertThat(page)
        .contains("To accept the breaks", "ConnectActor request")
        .doesNotContain("without a sample", "approved by", "Generated Java", "nothing needs");
    assertThat(Format.HTML.text(review(SpecCopy.in(temp.resolve("same")))))
        .contains("The contract is unchanged.")
        .doesNotContain("To accept the breaks");
  }

  @Test
  void escapesWhatAContractSays() throws Exception {
    SpecCopy copy = broken();
    copy.edit("openapi.yaml", "title: ErpSync agent", "title: \"" + EVIL + "\"");
    Review review = review(copy);
    assertThat(Format.HTML.text(review)).contains("&lt;b&gt;|").doesNotContain("<b>|");
    assertThat(Format.MARKDOWN.text(review))
        .contains("→ `` <b>\\|`@somebody`% ::error:: `` |")
        .doesNotContain("\n::error");
    assertThat(Format.GITHUB.text(review).lines().filter(line -> line.startsWith("::error")))
        .hasSize(1);
  }

  @Test
  void tellsWhatBecomesOfTheGeneratedJava() throws Exception {
    List<JavaChange> java = JavaApi.read("japicmp.xml", Trees.text("japicmp.xml"));
    assertThat(java)
        .contains(
            new JavaChange(
                "dev.erpsync.client.model.ErpConnection",
                "getDisplayDescription()",
                "removed",
                false),
            new JavaChange(
                "dev.erpsync.client.model.ErpConnection", "getDisplayTooltip()", "added", true));
    String text = Format.MARKDOWN.text(review(broken(), Optional.of(java)));
    assertThat(text)
        .contains("### Generated Java")
        .contains(
            "- removed `dev.erpsync.client.model.ErpConnection` `getDisplayDescription()` (**no longer compiles**)");
  }

  @Test
  void refusesAReportThatIsNotOfJapicmp() {
    assertThatThrownBy(() -> JavaApi.read("a.xml", "<other/>"))
        .isInstanceOf(IOException.class)
        .hasMessage("a.xml is no report of japicmp");
    assertThatThrownBy(() -> JavaApi.read("a.xml", "<!DOCTYPE a><japicmp/>"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("a.xml is no XML");
  }

  @Test
  void readsContractsOutOfTheRepositoryWithoutACheckout() throws Exception {
    assertThat(SourceReader.read("git:HEAD").contract().document())
        .isEqualTo(SourceReader.read("git:HEAD:spec/openapi.yaml").contract().document());
    var line = SourceReader.read("git:HEAD").lines().of("/components/schemas/Bool/type");
    assertThat(line.orElseThrow().toString()).isEqualTo("spec/schemas/Bool.yaml:1");
  }

  private SpecCopy broken() throws IOException {
    SpecCopy copy = SpecCopy.in(temp);
    copy.edit("schemas/ConnectActorRequest.yaml", "maxLength: 254", "maxLength: 100");
    copy.edit("schemas/Bool.yaml", "A bare boolean", "A boolean");
    return copy;
  }

  private static Review review(SpecCopy copy) throws Exception {
    return review(copy, Optional.empty());
  }

  private static Review review(SpecCopy copy, Optional<List<JavaChange>> java) throws Exception {
    return Reviewer.review(
        SourceReader.read(SpecCopy.SPEC.toString()),
        SourceReader.read(copy.folder().toString()),
        List.of(),
        java);
  }
}
