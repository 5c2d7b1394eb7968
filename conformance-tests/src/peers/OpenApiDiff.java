import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;

/** Says what openapi-diff thinks of each altered contract in a folder, one line each. */
public final class OpenApiDiff {
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    String base = Files.readString(folder.resolve("base.json"));
    List<Path> altered;
    try (var files = Files.list(folder)) {
      altered = files.filter(f -> f.toString().matches(".*/\\d+\\.json")).sorted().toList();
    }
    for (Path file : altered) {
      var diff = OpenApiCompare.fromContents(base, Files.readString(file));
      String word = diff.isIncompatible() ? "breaking" : diff.isDifferent() ? "compatible" : "nothing";
      System.out.println(file.getFileName() + " " + word);
    }
  }
}
