package understudy.cli.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.cli.inventory.ClusterEntry;
import understudy.cli.inventory.Inventory;
import understudy.core.model.Patch;
import understudy.core.procedure.Procedure;
import understudy.procedures.PatchFile;
import understudy.procedures.ProcedureFile;
import understudy.procedures.Shipped;

/** Reads what a person's words name: the inventory's cluster, the patch, the procedure. */
public final class Assignments {
    private Assignments() {}

    /**
     * Reads them all.
     *
     * @throws understudy.documents.BrokenDocument where a file is wrong
     * @throws UnknownProcedure where no procedure of that name ships and there is no such file
     */
    public static Assignment read(Assignment.Words words) {
        return read(words, Inventory.read(words.inventory()));
    }

    /** The same of an inventory that is read already, as for the many members of a site. */
    static Assignment read(Assignment.Words words, Inventory inventory) {
        ClusterEntry cluster = inventory.cluster(words.cluster());
        Optional<Patch> written = words.patch().map(PatchFile::read);
        String name = words.procedure()
                .or(() -> written.map(Patch::procedure))
                .or(() -> own(words.inventory(), cluster))
                .orElseGet(() -> Platforms.usualProcedure(cluster));
        Procedure procedure = procedure(name);
        if (cluster.bigfix().isPresent()) {
            BigFixWiring.refuseWhatBigFixLacks(procedure);
        }
        Patch patch = written.orElseGet(() -> PatchFile.allOffered(procedure.id()));
        return new Assignment(cluster, patch, procedure, words, hash(words, cluster, procedure));
    }

    /** The procedure that the inventory names for the cluster: one that ships, or a file beside the inventory. */
    static Optional<String> own(Path inventory, ClusterEntry cluster) {
        return cluster.procedure().map(name -> {
            Path beside = inventory.resolveSibling(name).normalize();
            return Shipped.ids().contains(name) || !Files.isRegularFile(beside) ? name : beside.toString();
        });
    }

    private static Procedure procedure(String name) {
        Optional<Procedure> shipped = Shipped.find(name);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        if (Files.isRegularFile(Path.of(name))) {
            return ProcedureFile.read(Path.of(name));
        }
        throw new UnknownProcedure(
                "No procedure \"" + name
                        + "\" ships with this release, and there is no such file: `understudy procedures list` names those that ship.");
    }

    private static String hash(Assignment.Words words, ClusterEntry cluster, Procedure procedure) {
        List<Path> files = new ArrayList<>(List.of(words.inventory()));
        words.patch().ifPresent(files::add);
        cluster.scenario().ifPresent(files::add);
        return Inputs.hash(files, cluster.name() + "\n" + procedure);
    }

    /** A procedure that the way to a cluster cannot carry out. */
    public static final class Unsuited extends RuntimeException {
        Unsuited(String sentence) {
            super(sentence);
        }
    }

    /** A procedure's name that nothing answers to. */
    public static final class UnknownProcedure extends RuntimeException {
        UnknownProcedure(String sentence) {
            super(sentence);
        }
    }
}
