package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that puts a review on a pull request, with a {@code gh} that only notes its calls. */
class CommentScriptTest {
  private static final Path SCRIPT = Path.of("..", ".ci", "comment").toAbsolutePath().normalize();

  @TempDir Path temp;

  @Test
  void postsTheFirstReview() throws Exception {
    assertThat(calls("")).contains("--method POST repos/owner/repository/issues/7/comments");
    assertThat(Files.readString(temp.resolve("body")))
        .isEqualTo("<!-- erpsync: review of the contract -->\n**Nothing breaks.**\n");
  }

  @Test
  void updatesTheReviewThatIsThere() throws Exception {
    assertThat(calls("42"))
        .contains("--method PATCH repos/owner/repository/issues/comments/42")
        .doesNotContain("POST");
  }

  private String calls(String known) throws IOException, InterruptedException {
    Path gh = temp.resolve("gh");
    Files.writeString(
        gh,
        """
        #!/usr/bin/env bash
        echo "$@" >> calls
        case " $* " in
          *" --jq "*) echo "%s" ;;
        esac
        for argument in "$@"; do
          case $argument in
            body=@*) cp "${argument#body=@}" body ;;
          esac
        done
        """
            .formatted(known));
    assertThat(gh.toFile().setExecutable(true)).isTrue();
    Files.writeString(temp.resolve("review.md"), "**Nothing breaks.**\n");
    var script =
        new ProcessBuilder("bash", SCRIPT.toString(), "review.md", "owner/repository", "7");
    script.environment().merge("PATH", temp.toString(), (path, first) -> first + ":" + path);
    script
        .directory(temp.toFile())
        .redirectErrorStream(true)
        .redirectOutput(temp.resolve("log").toFile());
    assertThat(script.start().waitFor()).as(Files.readString(temp.resolve("log"))).isZero();
    return Files.readString(temp.resolve("calls"));
  }
}
