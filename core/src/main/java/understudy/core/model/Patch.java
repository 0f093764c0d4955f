package understudy.core.model;

import java.util.List;

/**
 * What is to be installed on every node.
 *
 * @param procedure the id of the procedure that carries it out
 * @param versionFence a group that the new binaries have started may never go to a node without them
 */
public record Patch(String id, String procedure, Content content, boolean versionFence, RestartRule restart) {
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

        /** A patch tool's own object. */
        record Fixlet(String site, String id) implements Content {}
    }

    /**
     * One installer file.
     *
     * @param arch the architecture that it fits, empty for all
     */
    public record PatchFile(String path, String sha256, String arch) {}

    /** When a node is restarted after its installation. */
    public enum RestartRule {
        /** If the system asks for it. */
        REQUIRED,
        ALWAYS,
        NEVER
    }
}
