package dev.erpsync.conformance.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script of the review gives the command, in a repository with a pull request. */
class ReviewScriptTest {
  private static final String APPROVALS = "spec/approved-changes.yaml";

  @TempDir Path temp;
  private Script script;

  @BeforeEach
  void aBranchThatApprovesItself() throws Exception {
    script = new Script(temp);
    script.replace("mvn", "for a; do case $a in -Dgenerated=*) mkdir -p \"${a#*=}\" ;; esac; done");
    script.replace("javac", "");
    script.replace("jar", "");
    script.replace(
        "java", "case \"$*\" in *\" review \"*) echo \"$@\" >> calls; cat \"$9\" > read ;; esac");
    Files.createDirectories(temp.resolve(".ci"));
    Files.copy(Script.CI.resolve("review"), temp.resolve(".ci/review"));
    git("init", "--quiet", "--initial-branch=main");
    commit("# when the branch began");
    git("checkout", "--quiet", "-b", "change");
    commit("# of the pull request itself");
    git("checkout", "--quiet", "main");
    commit("# of the base branch now");
    git("checkout", "--quiet", "change");
  }

  @Test
  void readsApprovalsFromTheBaseBranch() throws Exception {
    review(Map.of());
    assertThat(Files.readString(temp.resolve("read"))).isEqualTo("# of the base branch now");
  }

  @Test
  void linksTheFilesOfBothCommitsOnGitHubOnly() throws Exception {
    String base = git("merge-base", "main", "change").strip();
    String head = git("rev-parse", "change").strip();
    review(Map.of());
    assertThat(calls()).contains("--base git:" + base).doesNotContain("-link");
    review(Map.of("GITHUB_REPOSITORY", "a/b", "GITHUB_SERVER_URL", "https://github.com"));
    assertThat(calls())
        .contains("--base-link https://github.com/a/b/blob/%s/ ".formatted(base))
        .contains("--head-link https://github.com/a/b/blob/%s/ ".formatted(head));
  }

  private void review(Map<String, String> environment) throws Exception {
    script.run(environment, temp.resolve(".ci/review").toString(), "main");
  }

  private String calls() throws IOException {
    return Files.readString(temp.resolve("calls"));
  }

  private void commit(String approvals) throws Exception {
    Files.createDirectories(temp.resolve("spec"));
    Files.writeString(temp.resolve(APPROVALS), approvals);
    git("add", APPROVALS);
    git("commit", "--quiet", "-m", approvals);
  }

  private String git(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 5];
    command[0] = "git";
    command[1] = "-c";
    command[2] = "user.name=a";
    command[3] = "-c";
    command[4] = "user.email=a@example.com";
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    return script.run(Map.of(), command);
  }
}
