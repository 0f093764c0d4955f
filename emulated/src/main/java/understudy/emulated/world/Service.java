package understudy.emulated.world;

/** A Windows service: whether it runs, and how it starts. */
public final class Service {
    private final String name;
    private final boolean holdsCounters;
    private boolean running;
    private String startMode;
    private boolean restarted;

    /** @param holdsCounters while it runs, setup cannot replace what it holds open */
    public Service(String name, boolean running, String startMode, boolean holdsCounters) {
        this.name = name;
        this.running = running;
        this.startMode = startMode;
        this.holdsCounters = holdsCounters;
    }

    public String name() {
        return name;
    }

    public synchronized boolean isRunning() {
        return running;
    }

    public synchronized void run(boolean now) {
        restarted |= now && !running;
        running = now;
    }

    /** Whether it was started since this world began, by somebody or with its node. */
    synchronized boolean wasRestarted() {
        return restarted;
    }

    /** Its node starts. */
    synchronized void boot() {
        running = startMode.equals("Auto");
        restarted = true;
    }

    /** {@code Auto}, {@code Manual} or {@code Disabled}, as WMI names it. */
    public synchronized String startMode() {
        return startMode;
    }

    public synchronized void startMode(String mode) {
        startMode = mode;
    }

    boolean holdsCounters() {
        return holdsCounters;
    }
}
