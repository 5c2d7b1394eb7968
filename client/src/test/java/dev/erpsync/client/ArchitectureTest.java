package dev.erpsync.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
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
        shown(type)
            .forEach(
                (member, types) -> {
                  boolean shows =
                      types
                          .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                          .anyMatch(shown -> shown.getPackageName().equals(packageName));
                  events.add(new SimpleConditionEvent(type, !shows, member));
                });
      }
    };
  }

  /** What a caller or a subclass can see of a type: names, and the types that stand there. */
  private static Map<String, Stream<JavaType>> shown(JavaClass type) {
    Map<String, Stream<JavaType>> shown = new HashMap<>();
    shown.put(
        type.getFullName(),
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream()));
    type.getFields().stream()
        .filter(ArchitectureTest::isVisible)
        .forEach(field -> shown.put(field.getFullName(), Stream.of(field.getType())));
    type.getCodeUnits().stream()
        .filter(ArchitectureTest::isVisible)
        .forEach(unit -> shown.put(unit.getFullName(), signature(unit)));
    return shown;
  }

  private static Stream<JavaType> signature(JavaCodeUnit unit) {
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getExceptionTypes().stream())
        .flatMap(types -> types);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
