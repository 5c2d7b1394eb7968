package dev.erpsync.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = "dev.erpsync.client",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule knowsNoOtherPartOfTheHouse =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.erpsync.server..", "dev.erpsync.spec..", "dev.erpsync.conformance..");

  @ArchTest
  static final ArchRule needsOnlyTheJdkJacksonAndNullAnnotations =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.erpsync.client..",
              "java..",
              "javax.net.ssl",
              "com.fasterxml.jackson..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule callersSeeNothingOfJavaNetHttp =
      classes().that().arePublic().should(showNothingOf("java.net.http"));

  @ArchTest
  static final ArchRule modelsKnowNothingButThemselves =
      classes()
          .that()
          .resideInAPackage("dev.erpsync.client.model")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.erpsync.client.model", "java..", "com.fasterxml.jackson..", "org.jspecify..");

  private static ArchCondition<JavaClass> showNothingOf(String packageName) {
    return new ArchCondition<>("show nothing of " + packageName) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit member : type.getCodeUnits()) {
          boolean visible =
              member.getModifiers().contains(JavaModifier.PUBLIC)
                  || member.getModifiers().contains(JavaModifier.PROTECTED);
          boolean shows =
              Stream.concat(
                      Stream.of(member.getReturnType()),
                      Stream.concat(
                          member.getParameterTypes().stream(), member.getExceptionTypes().stream()))
                  .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                  .anyMatch(shown -> shown.getPackageName().equals(packageName));
          events.add(new SimpleConditionEvent(member, !(visible && shows), member.getFullName()));
        }
      }
    };
  }
}
