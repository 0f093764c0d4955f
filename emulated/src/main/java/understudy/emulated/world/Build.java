package understudy.emulated.world;

/** A version of Exchange, four numbers, such as 8.1.240.6 for Exchange 2007 SP1. */
public record Build(int major, int minor, int build, int revision) implements Comparable<Build> {
    /** Exchange 2007 without a service pack. */
    public static final Build RTM = new Build(8, 0, 685, 25);

    /** Exchange 2007 SP1. */
    public static final Build SP1 = new Build(8, 1, 240, 6);

    /** Exchange 2007 SP2. */
    public static final Build SP2 = new Build(8, 2, 176, 2);

    /** Update rollup 1 for SP1. */
    public static final Build SP1_ROLLUP1 = new Build(8, 1, 263, 1);

    /** Whether both have the same service pack; a rollup changes the other two numbers only. */
    public boolean hasServicePackOf(Build other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(Build other) {
        return java.util.Comparator.comparingInt(Build::major)
                .thenComparingInt(Build::minor)
                .thenComparingInt(Build::build)
                .thenComparingInt(Build::revision)
                .compare(this, other);
    }

    /** As the directory shows it. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The form in which AdminDisplayVersion writes a version.")
    public String inDirectory() {
        return "Version " + major + "." + minor + " (Build " + build + "." + revision + ")";
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }
}
