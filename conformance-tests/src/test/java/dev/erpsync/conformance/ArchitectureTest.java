package dev.erpsync.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.erpsync", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule nobodyHereKnowsTheServersClasses =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.erpsync.server..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("dev.erpsync.conformance.(*)..").should().beFreeOfCycles();
}
