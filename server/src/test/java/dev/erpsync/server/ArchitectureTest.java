package dev.erpsync.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.erpsync", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The words of the contract, its enums, are shared with the wire: generated once for both. */
  private static final String[] DOMAIN = {
    "dev.erpsync.server.access",
    "dev.erpsync.server.language",
    "dev.erpsync.server.link",
    "dev.erpsync.server.connection",
    "dev.erpsync.server.connector",
    "dev.erpsync.server.outcome",
    "dev.erpsync.server.emulator",
    "dev.erpsync.server.store"
  };

  @ArchTest
  static final ArchRule theServerKnowsNeitherClientNorKit =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.erpsync.client..", "dev.erpsync.conformance..");

  @ArchTest
  static final ArchRule theDomainKnowsNoHttpNoJsonAndNoJdbc =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..",
              "org.glassfish..",
              "org.eclipse..",
              "com.fasterxml..",
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "dev.erpsync.server.http..",
              "dev.erpsync.server.agent..",
              "dev.erpsync.server.store.jdbc..");

  @ArchTest
  static final ArchRule onlyTheStoreKnowsJdbc =
      classes()
          .that()
          .resideInAPackage("dev.erpsync.server.store.jdbc")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage("dev.erpsync.server", "dev.erpsync.server.store.jdbc");

  @ArchTest
  static final ArchRule nothingKnowsInternalClassesOfTheContainer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.eclipse.jetty..internal..", "org.glassfish.jersey.message.internal..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("dev.erpsync.server.(**)").should().beFreeOfCycles();
}
