package understudy.emulated.world;

/** A clustered mailbox server: the group that carries it, and the version to which its data has been brought. */
public final class MailboxServer {
    final Group group;
    Build version;

    MailboxServer(Group group, Build version) {
        this.group = group;
        this.version = version;
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
}
