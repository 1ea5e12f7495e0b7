package com.replylinter;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages form one pipeline; no arrow runs back. */
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.replylinter");

  @Test
  void eachStageKnowsOnlyTheStagesBeforeIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("text")
        .definedBy("..text..")
        .layer("request")
        .definedBy(describe("requests", ArchitectureTest::isRequest))
        .layer("normalize")
        .definedBy("..normalize..")
        .layer("automaton")
        .definedBy("..automaton..")
        .layer("token")
        .definedBy("..token..")
        .layer("likeness")
        .definedBy("..likeness..")
        .layer("phrasebook")
        .definedBy("..phrasebook..")
        .layer("match")
        .definedBy("..match..")
        .layer("judge")
        .definedBy("..judge..")
        .layer("finding")
        .definedBy("..finding..")
        .layer("offline")
        .definedBy("..offline..")
        .layer("explain")
        .definedBy("..explain..")
        .layer("rewrite")
        .definedBy("..rewrite..")
        .layer("linter")
        .definedBy(describe("the linter", ArchitectureTest::isLinter))
        .layer("selfcheck")
        .definedBy("..selfcheck..")
        .whereLayer("text")
        .mayNotAccessAnyLayer()
        .whereLayer("request")
        .mayNotAccessAnyLayer()
        .whereLayer("normalize")
        .mayOnlyAccessLayers("text", "automaton")
        .whereLayer("automaton")
        .mayNotAccessAnyLayer()
        .whereLayer("token")
        .mayOnlyAccessLayers("text")
        .whereLayer("likeness")
        .mayOnlyAccessLayers("request", "normalize", "automaton")
        .whereLayer("phrasebook")
        .mayOnlyAccessLayers("text", "request", "normalize", "likeness")
        .whereLayer("match")
        .mayOnlyAccessLayers("automaton", "text", "normalize", "token", "phrasebook")
        .whereLayer("judge")
        .mayOnlyAccessLayers(
            "text", "request", "normalize", "token", "likeness", "phrasebook", "match")
        .whereLayer("finding")
        .mayOnlyAccessLayers("text", "phrasebook")
        .whereLayer("offline")
        .mayOnlyAccessLayers("text", "request", "phrasebook", "match", "finding")
        .whereLayer("explain")
        .mayOnlyAccessLayers(
            "text", "request", "normalize", "token", "phrasebook", "match", "judge", "finding")
        .whereLayer("rewrite")
        .mayOnlyAccessLayers("text", "finding")
        .whereLayer("linter")
        .mayOnlyBeAccessedByLayers("selfcheck")
        .whereLayer("selfcheck")
        .mayNotBeAccessedByAnyLayer()
        .check(CORE);
  }

  @Test
  void noCycles() {
    slices().matching("com.replylinter.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void onlyTheTokenizerKnowsLucene() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..token..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CORE);
  }

  @Test
  void onlyThePhrasebookReadsFilesAndYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..phrasebook..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "org.snakeyaml..")
        .check(CORE);
  }

  @Test
  void nothingElseIsKnown() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "com.google.i18n.phonenumbers..",
            "com.replylinter..",
            "java.io..",
            "java.lang..",
            "java.math..",
            "java.nio..",
            "java.security..",
            "java.text..",
            "java.time..",
            "java.util..",
            "org.apache.lucene..",
            "org.jspecify..",
            "org.snakeyaml..")
        .check(CORE);
  }

  private static boolean isRequest(JavaClass type) {
    return type.getPackageName().equals("com.replylinter") && !isLinter(type);
  }

  private static boolean isLinter(JavaClass type) {
    return type.getName().startsWith("com.replylinter.Linter")
        || type.getName().startsWith("com.replylinter.Reviewer")
        || type.getName().startsWith("com.replylinter.FindingWriter");
  }
}
