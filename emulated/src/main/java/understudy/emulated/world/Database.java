package understudy.emulated.world;

/** A database of a mailbox server, in a storage group of its own. */
public final class Database {
    private final String storageGroup;
    private final String name;
    private final boolean publicFolders;
    volatile boolean mountsAtStartup = true;
    volatile boolean mounted = true;

    Database(String storageGroup, String name, boolean publicFolders) {
        this.storageGroup = storageGroup;
        this.name = name;
        this.publicFolders = publicFolders;
    }

    public String storageGroup() {
        return storageGroup;
    }

    public String name() {
        return name;
    }

    public boolean hasPublicFolders() {
        return publicFolders;
    }

    public boolean mountsAtStartup() {
        return mountsAtStartup;
    }

    /** An administrator says whether it is mounted when its server starts. */
    public void mountsAtStartup(boolean mounts) {
        mountsAtStartup = mounts;
    }

    public boolean isMounted() {
        return mounted;
    }

    public void mount(boolean now) {
        mounted = now;
    }
}
