package understudy.core.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be installed on every node.
 *
 * @param procedure the id of the procedure that carries it out
 * @param versionFence a group that the new binaries have started may never go to a node without them
 * @param statements what people have said that procedures ask for, such as that there is a backup
 */
public record Patch(
        String id,
        String procedure,
        Content content,
        boolean versionFence,
        RestartRule restart,
        List<Statement> statements) {
    public Patch {
        statements = List.copyOf(statements);
    }

    /** A patch about which nobody has said anything. */
    public Patch(String id, String procedure, Content content, boolean versionFence, RestartRule restart) {
        this(id, procedure, content, versionFence, restart, List.of());
    }

    /**
     * What a person answers for, in their own words.
     *
     * @param about the name by which a procedure asks for it
     */
    public record Statement(String about, String by, LocalDate on, String says) {
        @Override
        public String toString() {
            return says + " (" + by + ", " + on + ")";
        }
    }

    /** What was said about this; empty where nobody has said anything. */
    public Optional<Statement> statement(String about) {
        return statements.stream().filter(one -> one.about().equals(about)).findFirst();
    }

    /** What the patch consists of. */
    public sealed interface Content {
        /** All that the nodes' own sources offer. */
        record AllOffered() implements Content {}

        /** Named packages at versions; an empty version means the newest that is offered. */
        record Packages(List<Version> packages) implements Content {
            public Packages {
                packages = List.copyOf(packages);
            }
        }

        /** Installer files with digests. */
        record Files(List<PatchFile> files) implements Content {
            public Files {
                files = List.copyOf(files);
            }
        }

        /**
         * What a patch tool carries under a name of its own.
         *
         * @param source the catalogue of that tool in which it stands
         * @param id its name there
         */
        record Named(String source, String id) implements Content {}
    }

    /**
     * One installer file.
     *
     * @param arch the architecture that it fits, empty for all
     * @param version that what it patches has afterwards, where that cannot be read from the file; else empty
     */
    public record PatchFile(String path, String sha256, String arch, String version) {
        /** A file that says its version itself. */
        public PatchFile(String path, String sha256, String arch) {
            this(path, sha256, arch, "");
        }
    }

    /** When a node is restarted after its installation. */
    public enum RestartRule {
        /** If the system asks for it. */
        REQUIRED,
        ALWAYS,
        NEVER
    }
}
