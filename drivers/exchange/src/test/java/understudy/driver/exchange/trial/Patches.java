package understudy.driver.exchange.trial;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import understudy.core.model.Patch;
import understudy.emulated.classic.Product;
import understudy.emulated.world.Build;
import understudy.emulated.world.ReplicatedCluster;
import understudy.emulated.world.SingleCopyCluster;
import understudy.remote.Digest;

/** What the trials install, with everything stated that the procedures ask a person for. */
public final class Patches {
    private static final LocalDate STATED = LocalDate.of(2008, 2, 29);

    private Patches() {}

    static Patch of(TrialCase trial) {
        return trial.isRollup() ? rollup(trial.procedure()) : servicePack(trial.procedure());
    }

    public static Patch servicePack(String procedure) {
        return new Patch(
                "sp1",
                procedure,
                new Patch.Content.Files(List.of(new Patch.PatchFile(
                        SingleCopyCluster.MEDIUM,
                        Digest.of(SingleCopyCluster.mediumContent()).sha256(),
                        ""))),
                true,
                Patch.RestartRule.ALWAYS,
                stated("backup", "no-way-back", "tried", "windows-fixes"));
    }

    public static Patch rollup(String procedure) {
        return new Patch(
                "sp1-rollup1",
                procedure,
                new Patch.Content.Files(List.of(new Patch.PatchFile(
                        ReplicatedCluster.ROLLUP,
                        Digest.of(ReplicatedCluster.rollupContent()).sha256(),
                        "",
                        Build.SP1_ROLLUP1.toString()))),
                false,
                Patch.RestartRule.REQUIRED,
                stated("backup", "tried"));
    }

    /** What lies on every node of a cluster before Exchange 2007. */
    public static Patch old(String procedure, String path) {
        var file = new Patch.PatchFile(path, Digest.of(Product.content(path)).sha256(), "");
        return new Patch("patch", procedure, new Patch.Content.Files(List.of(file)), false, Patch.RestartRule.REQUIRED);
    }

    private static List<Patch.Statement> stated(String... about) {
        return Stream.of(about)
                .map(one -> new Patch.Statement(one, "tester", STATED, "so it is"))
                .toList();
    }
}
