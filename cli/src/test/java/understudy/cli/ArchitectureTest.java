package understudy.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md, over every module that the command line brings together. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("understudy");

    @Test
    void theCoreDependsOnNothingOfOurs() {
        onlySees("understudy.core..", "understudy.core..");
    }

    @Test
    void documentsDependOnNothingOfOurs() {
        onlySees("understudy.documents..", "understudy.documents..");
    }

    @Test
    void theRemoteModuleDependsOnNothingOfOurs() {
        onlySees("understudy.remote..", "understudy.remote..");
    }

    @Test
    void theEngineSeesTheCoreAndNoDriver() {
        onlySees("understudy.engine..", "understudy.engine..", "understudy.core..", "understudy.documents..");
    }

    @Test
    void aDriverSeesRemoteTheEnginesPortsAndTheCore() {
        onlySees(
                "understudy.driver..",
                "understudy.driver..",
                "understudy.remote..",
                "understudy.engine.ports..",
                "understudy.core..",
                "understudy.documents..");
    }

    @Test
    void aDriverNeverSeesAnotherDriver() {
        SlicesRuleDefinition.slices()
                .matching("understudy.driver.(*)..")
                .should()
                .notDependOnEachOther()
                .check(ALL);
    }

    @Test
    void theLabSeesNeitherDriversNorTheEngine() {
        onlySees("understudy.lab..", "understudy.lab..", "understudy.documents..");
    }

    @Test
    void theEmulatedNodesShareNothingWithDriversTheEngineOrTheSimulation() {
        onlySees("understudy.emulated..", "understudy.emulated..", "understudy.documents..");
    }

    @Test
    void proceduresSeeTheCoreAndDocumentsOnly() {
        onlySees("understudy.procedures..", "understudy.procedures..", "understudy.core..", "understudy.documents..");
    }

    @Test
    void nobodySeesTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("understudy.cli..")
                .should()
                .dependOnClassesThat(resideInAPackage("understudy.cli.."))
                .check(ALL);
    }

    private static void onlySees(String module, String... others) {
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(others)
                        .or(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage("understudy.."))))
                .check(ALL);
    }
}
