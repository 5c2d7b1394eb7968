package dev.erpsync.conformance.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that puts a review on a pull request, with a {@code gh} that returns files. */
class CommentScriptTest {
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final String MARK = "<!-- erpsync: review of the contract -->";
  private static final String POST = "--method POST repos/owner/repository/issues/7/comments";

  @TempDir Path temp;
  private Script script;

  @BeforeEach
  void reviewOfAPullRequest() throws IOException {
    script = new Script(temp);
    script.replace(
        "gh",
        """
        echo "$@" >> calls
        for argument in "$@"; do
          case $argument in
            */pulls) cat pulls ;;
            */artifacts\\?name=review) cat artifacts ;;
            */artifacts/*/zip) cat zip ;;
          esac
        done
        case "$*" in
          *"--input "*) all=$*; all=${all##*--input }; cp "${all%% *}" posted ;;
          *"--paginate "*) cat comments ;;
        esac
        """);
    Files.writeString(temp.resolve("calls"), "");
    put("pulls", "[%s]".formatted(pull(7, SHA, "owner/repository")));
    put("artifacts", "{'artifacts': [{'id': 5, 'expired': false}]}");
    put("comments", "[]");
    zip("review.md", "**Nothing breaks.**\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void postsTheFirstReview() throws Exception {
    assertThat(calls()).contains(POST);
    assertThat(posted())
        .isEqualTo(
            MARK
                + "\n**Nothing breaks.**\n\n\n<sub>Made by the code of this pull request, in "
                + "[this run](https://github.com/owner/repository/actions/runs/3).</sub>\n");
  }

  @Test
  void updatesItsOwnReviewAndNoCommentOfAnotherAuthor() throws Exception {
    put(
        "comments",
        "[%s, %s]\n[%s]"
            .formatted(
                comment(40, "stranger", MARK + " I approve"),
                comment(41, "github-actions[bot]", "something else"),
                comment(42, "github-actions[bot]", MARK + " old")));
    assertThat(calls())
        .contains("--method PATCH repos/owner/repository/issues/comments/42")
        .doesNotContain("POST");
  }

  @Test
  void postsWhereOnlyAnotherAuthorUsesTheMark() throws Exception {
    put("comments", "[%s]".formatted(comment(40, "stranger", MARK)));
    assertThat(calls()).contains(POST).doesNotContain("PATCH");
  }

  @Test
  void findsThePullRequestByTheCommitOfTheEvent() throws Exception {
    String other = SHA.replace('0', '9');
    put(
        "pulls",
        "[%s, %s, %s]"
            .formatted(
                pull(6, other, "owner/repository"),
                pull(8, SHA, "fork/repository"),
                pull(7, SHA, "owner/repository")));
    assertThat(calls()).contains("-f head=somebody:a $(touch evil) `branch`").contains(POST);
    assertThat(temp.resolve("evil")).doesNotExist();
  }

  @Test
  void commentsNothingWhereThePullRequestIsNotCertain() throws Exception {
    String one = pull(7, SHA, "owner/repository");
    for (String pulls :
        new String[] {"[]", "[%s, %s]".formatted(one, pull(8, SHA, "owner/repository"))}) {
      put("pulls", pulls);
      assertThat(calls()).doesNotContain("POST").doesNotContain("PATCH");
    }
  }

  @Test
  void commentsNothingWhereTheRunMadeNoReview() throws Exception {
    put("artifacts", "{'artifacts': []}");
    assertThat(calls()).doesNotContain("POST");
    put("artifacts", "{'artifacts': [{'id': 5, 'expired': true}]}");
    assertThat(calls()).doesNotContain("POST");
  }

  @Test
  void readsOneFileOfTheArtifactAndUnpacksNone() throws Exception {
    zip("../review.md", "escaped".getBytes(StandardCharsets.UTF_8));
    assertThat(calls()).doesNotContain("POST");
    assertThat(temp.resolveSibling("review.md")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {60_001, 1_000_000, 50_000_000})
  void leavesOutAReviewThatIsTooLongForAComment(int length) throws Exception {
    zip("review.md", "x".repeat(length).getBytes(StandardCharsets.UTF_8));
    assertThat(calls()).contains(POST);
    assertThat(posted()).startsWith(MARK + "\nThe review is too long for a comment.\n");
  }

  @Test
  void countsCharactersAndNotBytes() throws Exception {
    String review = "\uD83D\uDE00".repeat(60_000);
    zip("review.md", review.getBytes(StandardCharsets.UTF_8));
    assertThat(calls()).contains(POST);
    assertThat(posted()).startsWith(MARK + "\n" + review + "\n");
  }

  @Test
  void takesTheReviewAsTextWhateverItHolds() throws Exception {
    byte[] review = "\"}'; $(touch evil) `touch evil`\\u0000 ?".getBytes(StandardCharsets.UTF_8);
    review[review.length - 1] = (byte) 0xff;
    zip("review.md", review);
    assertThat(calls()).contains(POST);
    assertThat(posted()).startsWith(MARK + "\n\"}'; $(touch evil) `touch evil`\\u0000 \uFFFD\n");
    assertThat(temp.resolve("evil")).doesNotExist();
  }

  private static String pull(int number, String sha, String base) {
    return "{'number': %d, 'head': {'sha': '%s'}, 'base': {'repo': {'full_name': '%s'}}}"
        .formatted(number, sha, base);
  }

  private static String comment(int id, String author, String body) {
    return "{'id': %d, 'user': {'login': '%s'}, 'body': '%s'}".formatted(id, author, body);
  }

  private void put(String file, String json) throws IOException {
    Files.writeString(temp.resolve(file), json.replace('\'', '"'));
  }

  private void zip(String name, byte[] text) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(temp.resolve("zip")))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text);
    }
  }

  private String posted() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(temp.resolve("posted")))
        .path("body")
        .asText();
  }

  private String calls() throws IOException, InterruptedException {
    script.run(
        Map.of(
            "GITHUB_REPOSITORY", "owner/repository",
            "GITHUB_SERVER_URL", "https://github.com",
            "RUN_ID", "3",
            "HEAD_REPOSITORY_OWNER", "somebody",
            "HEAD_BRANCH", "a $(touch evil) `branch`",
            "HEAD_SHA", SHA),
        Script.CI.resolve("comment").toString());
    return Files.readString(temp.resolve("calls"));
  }
}
