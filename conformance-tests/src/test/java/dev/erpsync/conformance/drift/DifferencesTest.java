package dev.erpsync.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the command reports of each kind of change of the vendor's description, and nothing else.
 */
class DifferencesTest {
  @TempDir Path temp;

  static Stream<Arguments> vendorEdits() {
    return Stream.of(
        edit(
            "/v1/Shop/Drop:\n    post:",
            "/v1/Shop/Drop:\n    put:",
            "operation-moved at Drop (PUT /api/v1/Shop/Drop -> POST /api/v1/Shop/Drop)"),
        edit(
            "/v1/Shop/Drop:",
            "/v2/Shop/Drop:",
            "operation-moved at Drop (POST /tenant/api/v2/Shop/Drop -> POST /api/v1/Shop/Drop)"),
        edit("operationId: v1ShopAgent_Find", "operationId: v1ShopAgent_Seek"),
        edit(
            "{ in: query, name: limit, type: integer, format: int32 }",
            "{ in: query, name: limit, type: integer, format: int64 }",
            "request-format-narrowed at Find parameter limit (int64 -> int32)"),
        edit(
            "        - { in: query, name: limit, type: integer, format: int32 }\n",
            "",
            "request-optional-parameter-added at Find parameter limit (nothing -> limit in query)"),
        edit(
            "- { in: header, name: X-Zone,",
            "- { in: header, name: X-New, type: string, required: true }\n        - { in: header, name: X-Zone,",
            "request-required-parameter-removed at Find parameter X-New (X-New in header -> nothing)"),
        edit(
            "enum: [A, B]",
            "enum: [A, B, C]",
            "request-enum-value-removed at Find parameter x-zone (C -> nothing)"),
        edit(
            "      Text: { type: string }",
            "      Text: { type: string }\n      More: { type: boolean }",
            "request-optional-property-removed at Find request /More (boolean -> nothing)"),
        edit(
            "      Text: { type: string }\n",
            "",
            "request-optional-property-added at Find request /Text (nothing -> string)"),
        edit(
            "type: string, format: date-time",
            "type: string",
            "request-format-narrowed at Find request /Since (nothing -> date-time)"),
        edit(
            "Size: { type: integer, format: int32 }",
            "Size: { type: string }",
            "response-type-changed at Find 200 /*/Size (string -> integer)"),
        edit(
            "      Size: { type: integer, format: int32 }\n",
            "",
            "response-optional-property-added at Find 200 /*/Size (nothing -> integer int32)"),
        edit(
            "      Size: { type: integer, format: int32 }\n",
            "      Size: { type: integer, format: int32 }\n      Rank: { type: number }\n",
            "response-optional-property-removed at Find 200 /*/Rank (number -> nothing)"),
        edit(
            "enum: [Book, Pen]",
            "enum: [Book, Pen, Ink]",
            "response-enum-value-removed at Find 200 /*/Kind (Ink -> nothing)"),
        edit(
            "enum: [Book, Pen]",
            "enum: [Book]",
            "response-enum-value-added at Find 200 /*/Kind (nothing -> Pen)"),
        edit(
            "additionalProperties: { type: string }",
            "additionalProperties: { type: boolean }",
            "response-type-changed at Find 200 /*/Tags/* (boolean -> string)"),
        edit(
            "\"204\": { description: Dropped. }",
            "\"200\": { description: Dropped. }",
            "response-success-status-removed at Drop 200 (200 -> nothing)",
            "response-success-status-added at Drop 204 (nothing -> 204)"),
        edit(
            "produces: [application/json]",
            "produces: [application/json, text/xml]",
            "response-media-type-removed at Find 200 text/xml (text/xml -> nothing)"));
  }

  @ParameterizedTest
  @MethodSource("vendorEdits")
  void reportsWhatTheVendorChanges(String from, String to, List<String> differences)
      throws IOException {
    var run = new DriftRun(temp);
    run.editVendor(from, to);
    assertThat(run.drift()).isEqualTo(differences.isEmpty() ? 0 : 1);
    assertThat(run.failures()).containsExactlyInAnyOrderElementsOf(differences);
    assertThat(run.sum()).isEqualTo("0 explained, %d unexplained, 0 stale", differences.size());
  }

  private static Arguments edit(String from, String to, String... differences) {
    return arguments(from, to, List.of(differences));
  }
}
