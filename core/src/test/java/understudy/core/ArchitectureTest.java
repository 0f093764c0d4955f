package understudy.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("understudy.core");

    @Test
    void theCoreDependsOnTheBaseOfJavaOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "understudy.core..",
                        "java.lang..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.security..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations.."))
                .check(CORE);
    }

    @Test
    void theCoreReadsNoClockStartsNoThreadDoesNoInputOrOutput() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..", "java.util.logging.."))
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.time.Clock.class,
                        java.time.InstantSource.class,
                        java.util.Random.class,
                        java.util.random.RandomGenerator.class,
                        Thread.class,
                        Runtime.class,
                        Process.class)
                .check(CORE);
    }

    @Test
    void arrowsInsideTheCoreGoDownOnly() {
        noClasses()
                .that()
                .resideInAPackage("understudy.core.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "understudy.core.procedure",
                        "understudy.core.planning",
                        "understudy.core.safety",
                        "understudy.core.run")
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage("understudy.core.procedure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("understudy.core.planning", "understudy.core.safety", "understudy.core.run")
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage("understudy.core.planning")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("understudy.core.safety", "understudy.core.run")
                .check(CORE);
    }
}
