package understudy.emulated.world;

import java.util.List;
import java.util.Optional;

/** A clustered mailbox server: the group that carries it, the version to which its data has been brought, its databases, their copies. */
public final class MailboxServer {
    final Group group;
    private final List<Database> databases = List.of(
            new Database("First Storage Group", "Mailbox Database", false),
            new Database("Second Storage Group", "Public Folder Database", true));
    private final Optional<Copies> copies;
    private boolean failsLate;
    private Build startedBy = Build.RTM;
    Build version;

    MailboxServer(Group group, Build version, Optional<Copies> copies) {
        this.group = group;
        this.version = version;
        this.copies = copies;
    }

    public String name() {
        return group.name();
    }

    public Group group() {
        return group;
    }

    public Build version() {
        return version;
    }

    public List<Database> databases() {
        return databases;
    }

    /** Replicated to the other node (CCR); empty where all nodes share its disks. */
    public Optional<Copies> copies() {
        return copies;
    }

    /** Online, with every database mounted that mounts at startup: its clients are served. */
    public boolean isServed() {
        return group.state() == Group.State.ONLINE
                && databases.stream().allMatch(one -> one.isMounted() || !one.mountsAtStartup());
    }

    /** Its next move arrives and leaves its databases dismounted. */
    public synchronized void movesAndFailsLate() {
        failsLate = true;
    }

    synchronized boolean takesLateFailure() {
        boolean fails = failsLate;
        failsLate = false;
        return fails;
    }

    /** Its group has come to rest. */
    void settled(boolean online) {
        databases.forEach(database -> database.mount(online && database.mountsAtStartup()));
    }

    /** Whether newer binaries than these have started it. */
    synchronized boolean wasStartedByNewerThan(Build binaries) {
        return startedBy.compareTo(binaries) > 0;
    }

    synchronized void startedBy(Build binaries) {
        startedBy = startedBy.compareTo(binaries) > 0 ? startedBy : binaries;
    }
}
