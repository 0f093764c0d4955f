package understudy.driver.pacemaker.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import understudy.core.model.Change;
import understudy.core.model.PatchState;
import understudy.core.model.Version;

class PackageDatabaseTest {
    private static final List<Version> TARGETS =
            List.of(new Version("libssl3", "3.0.22"), new Version("tzdata", "2026b-1"));

    @Test
    void aNewerVersionThanTheTargetCountsAsPatched() {
        assertThat(database("libssl3\tamd64\tii \t3.0.23\ntzdata\tall\tii \t2026b-1\n")
                        .against("n1", TARGETS))
                .isEqualTo(new PatchState.Patched());
    }

    @Test
    void saysWhatIsBehind() {
        assertThat(database("libssl3\tamd64\tii \t3.0.20\n").against("n1", TARGETS))
                .isEqualTo(new PatchState.Behind(
                        List.of(new Change("libssl3", "3.0.20", "3.0.22", 0), new Change("tzdata", "", "2026b-1", 0))));
    }

    @Test
    void aPackageOfAnotherArchitectureIsNotTheNodesOwn() {
        assertThat(database("libssl3\ti386\tii \t3.0.22\ntzdata\tall\tii \t2026b-1\n")
                        .behind(TARGETS))
                .extracting(Change::component)
                .containsExactly("libssl3");
    }

    @Test
    void aHalfConfiguredPackageIsBrokenAndTheRemedyIsNamed() {
        assertThat(database("libssl3\tamd64\tii \t3.0.22\ntzdata\tall\tiF \t2026b-1\n")
                        .against("n1", TARGETS))
                .isEqualTo(new PatchState.Broken(
                        "On n1 the packages are not consistent: tzdata is half configured.",
                        "On n1 run: dpkg --configure -a; apt-get -f install. Then go on with the run."));
    }

    @Test
    void ofAPackageWhoseScriptFailedTheVersionBeforeIsNamed() {
        assertThat(database("rsyslog\tamd64\tiF \t8.2302.0-1+deb12u1\t8.2302.0-1\n")
                        .against("n1", TARGETS))
                .isEqualTo(new PatchState.Broken(
                        "On n1 the packages are not consistent: rsyslog is half configured.",
                        "On n1 run: dpkg --configure -a; apt-get -f install. If that fails again the package is bad:"
                                + " apt-get install --allow-downgrades rsyslog=8.2302.0-1 there takes it back,"
                                + " and a new run whose patch leaves it out patches the rest."));
    }

    @Test
    void aPackageThatMustBeInstalledAgainIsBroken() {
        assertThat(database("libssl3\tamd64\tiF \t3.0.22\ntzdata\tall\tiUR\t2026b-1\n")
                        .against("n1", List.of()))
                .isEqualTo(new PatchState.Broken(
                        "On n1 the packages are not consistent: tzdata must be installed again, libssl3 is half configured.",
                        "On n1 run: dpkg --configure -a; apt-get install --reinstall tzdata; apt-get -f install."
                                + " Then go on with the run."));
    }

    @Test
    void nothingIsSaidWhileAProgramWorksOnThePackages() {
        var database = new PackageDatabase(
                PackageDatabase.Kind.DPKG,
                InstalledPackage.fromDpkg("tzdata\tall\tiU \t2026b-1\n", "amd64"),
                Optional.of("apt-get (process 7)"),
                false);

        assertThat(database.against("n1", TARGETS))
                .isEqualTo(new PatchState.Unknown("On n1 apt-get (process 7) is working on the packages right now."));
    }

    @Test
    void removedPackagesOfWhichConfigurationIsLeftAreNotInstalled() {
        assertThat(database("tzdata\tall\trc \t2026b-1\n").behind(List.of(new Version("tzdata", "1"))))
                .hasSize(1);
    }

    private static PackageDatabase database(String lines) {
        return new PackageDatabase(
                PackageDatabase.Kind.DPKG, InstalledPackage.fromDpkg(lines, "amd64"), Optional.empty(), false);
    }
}
