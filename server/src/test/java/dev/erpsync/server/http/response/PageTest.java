package dev.erpsync.server.http.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages of values. */
@Tag("D19")
class PageTest {
  private final PageStep filter = new PageStep(new ObjectMapper());

  @Test
  void escapeWhateverTheyShow() throws Exception {
    String bad = "<script>alert('1')</script>\\\" &";
    JsonNode value =
        new ObjectMapper()
            .readTree(
                """
                {"%1$s":"%1$s","rows":[{"%1$s":"%1$s"}],"link":"http://here/%1$s","far":"http://there/"}"""
                    .formatted(bad));
    String page = filter.page(bad, bad, PageView.of(value, "http://here/"));
    assertThat(page)
        .doesNotContain("<script", "alert('", "\" &<")
        .contains("<th scope=\"col\">&lt;script&gt;", "<td>&lt;script&gt;", "<dt>&lt;script&gt;")
        .contains("<a href=\"http://here/&lt;script&gt;")
        .contains("<dd>http://there/</dd>");
  }

  @Test
  void sayNoneForNull() throws Exception {
    PageView view = PageView.of(new ObjectMapper().readTree("{\"a\":null,\"b\":[1,2]}"), "http:");
    assertThat(filter.page("t", "a", view)).contains("<dd>none</dd>", "<dd>1, 2</dd>");
  }
}
