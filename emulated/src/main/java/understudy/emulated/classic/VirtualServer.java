package understudy.emulated.classic;

import understudy.emulated.world.Build;

/** An Exchange virtual server: its group, the version that the directory has of it, and the newest binaries that its databases have seen. */
public final class VirtualServer {
    final OldGroup group;
    volatile int storageGroups;
    volatile Build version;
    volatile Build database;

    VirtualServer(OldGroup group, int storageGroups, Build version) {
        this.group = group;
        this.storageGroups = storageGroups;
        this.version = version;
        this.database = version;
    }

    public OldGroup group() {
        return group;
    }

    public Build version() {
        return version;
    }

    public Build database() {
        return database;
    }
}
