package dev.erpsync.conformance.own;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.erpsync.conformance.cases.CaseList;
import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.RefusalReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every case beyond the documents, and all that HTTP itself refuses. What our own server shows only
 * when it knows users or is strict is shown by {@link GuardedConformanceTest}. Another server is
 * checked with {@code -Derpsync.baseUrl}; what it cannot show is skipped.
 */
@Tag("D5")
@Tag("D6")
@Tag("D13")
@Tag("D14")
@Tag("D15")
@Tag("D19")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesConformanceTest {
  private final Contract contract = Contract.erpSync();
  @RegisterExtension final TargetUnderTest target = new TargetUnderTest();

  private @Nullable CaseReplay replay;

  @BeforeAll
  void begin() {
    replay = new CaseReplay(contract, target.sender(), target.control(), Secrets.NONE, true);
  }

  @TestFactory
  Stream<DynamicTest> casesInEveryEncoding() {
    return Stream.of(Encoding.values())
        .flatMap(
            encoding ->
                CaseList.in(encoding, Split.plain(Case.all())).stream()
                    .filter(each -> replay().obstacle(each, encoding.wire()).isEmpty())
                    .map(each -> test(each, encoding)));
  }

  @TestFactory
  Stream<DynamicTest> whatHttpItselfRefuses() {
    var refusals =
        new RefusalReplay(contract, new RawSender(target.server().baseUrl()), Secrets.NONE);
    return Stream.of(Encoding.values())
        .filter(RefusalReplay::answers)
        .flatMap(
            encoding ->
                Refusal.all().stream()
                    .map(
                        each ->
                            dynamicTest(
                                RefusalReplay.name(each, encoding),
                                () -> Split.assertShown(refusals.replay(each, encoding)))));
  }

  private DynamicTest test(Case each, Encoding encoding) {
    String name = CaseList.name(each, encoding);
    return dynamicTest(name, () -> Split.assertShown(replay().replay(each, encoding.wire(), name)));
  }

  private CaseReplay replay() {
    if (replay == null) {
      throw new IllegalStateException("no server was found");
    }
    return replay;
  }
}
