package understudy.emulated.classic;

import understudy.emulated.world.Build;
import understudy.emulated.world.RestsOn;

/** A version of Exchange from before 2007, as it is installed at the beginning, and what lies on every node to be installed. */
@RestsOn(
        mark = RestsOn.Mark.GENERAL,
        value = "The paths of update.exe on the media of Exchange 2000 and 5.5, and the file names of fixes.")
@SuppressWarnings("ImmutableEnumChecker") // A build is a record of four numbers.
public enum Product {
    EXCHANGE_2003(
            new Build(6, 5, 7226, 6),
            new Build(6, 5, 7638, 2),
            new Build(6, 5, 7233, 28),
            "C:\\Media\\E2K3SP2\\setup\\i386\\update.exe",
            "C:\\Media\\Fix\\Exchange2003-KB883543-x86-ENU.exe"),
    EXCHANGE_2000(
            new Build(6, 0, 5762, 0),
            new Build(6, 0, 6249, 0),
            new Build(6, 0, 6603, 0),
            "C:\\Media\\E2KSP3\\setup\\i386\\update.exe",
            "C:\\Media\\Fix\\Exchange2000-KB870540-x86-ENU.exe"),
    EXCHANGE_55(
            new Build(5, 5, 2650, 0),
            new Build(5, 5, 2653, 0),
            new Build(5, 5, 2657, 0),
            "C:\\Media\\E55SP4\\setup\\i386\\update.exe",
            "C:\\Media\\Fix\\Exchange55-Q271634-x86-ENU.exe");

    /** Where Exchange is installed on every node. */
    public static final String FOLDER = "C:\\Exchsrvr";

    private final Build installed;
    private final Build servicePack;
    private final Build fix;
    private final String servicePackPath;
    private final String fixPath;

    Product(Build installed, Build servicePack, Build fix, String servicePackPath, String fixPath) {
        this.installed = installed;
        this.servicePack = servicePack;
        this.fix = fix;
        this.servicePackPath = servicePackPath;
        this.fixPath = fixPath;
    }

    public Build installed() {
        return installed;
    }

    public Build servicePack() {
        return servicePack;
    }

    public Build fix() {
        return fix;
    }

    public String servicePackPath() {
        return servicePackPath;
    }

    public String fixPath() {
        return fixPath;
    }

    /** Its virtual servers have a version of their own, which only "Upgrade Exchange Virtual Server" changes. */
    boolean upgradesVirtualServers() {
        return this == EXCHANGE_2003;
    }

    /** What stands in an installer's file, so that its digest can be known. */
    public static byte[] content(String path) {
        return (path + ", as the emulation has it\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** As the directory writes it in serialNumber. */
    @RestsOn(
            mark = RestsOn.Mark.GENERAL,
            value = "serialNumber of a virtual server in the directory, read by dsquery in the global catalogue.")
    static String serialNumber(Build build) {
        return "Version " + build.major() + "." + build.minor() + " (Build " + build.build() + "." + build.revision()
                + ")";
    }
}
