package understudy.emulated.classic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import understudy.emulated.world.Build;
import understudy.emulated.world.Registry;
import understudy.emulated.world.Service;
import understudy.emulated.world.WorldClock;

/** One old Windows node: its power, its services, its registry, its files, and what runs on it. */
public final class OldNode {
    static final String CLUSTER_SERVICE = "ClusSvc";
    static final String SESSION_MANAGER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    static final String PENDING = "PendingFileRenameOperations";

    /** Where the tool keeps its marks and jobs. */
    public static final String UNDERSTUDY = "HKLM\\SOFTWARE\\Understudy";

    private final String name;
    private final Registry registry = new Registry();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Build> versions = new ConcurrentHashMap<>();
    private final Map<Thread, String> processes = new ConcurrentHashMap<>();
    private final List<String> events = new ArrayList<>();
    final List<String> tasks = new ArrayList<>();
    volatile Instant boot;
    volatile boolean powered = true;
    volatile boolean paused;

    /** It never comes up again. */
    volatile boolean dead;

    OldNode(String name, Instant boot) {
        this.name = name;
        this.boot = boot;
    }

    public String name() {
        return name;
    }

    public Registry registry() {
        return registry;
    }

    public void add(Service service) {
        services.put(service.name().toLowerCase(Locale.ROOT), service);
    }

    public Optional<Service> service(String service) {
        return Optional.ofNullable(services.get(service.toLowerCase(Locale.ROOT)));
    }

    public List<Service> services() {
        return List.copyOf(services.values());
    }

    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path.toLowerCase(Locale.ROOT)));
    }

    public void write(String path, byte[] content) {
        files.put(path.toLowerCase(Locale.ROOT), content);
    }

    public void write(String path, byte[] content, Build version) {
        write(path, content);
        versions.put(path.toLowerCase(Locale.ROOT), version);
    }

    public void delete(String path) {
        files.remove(path.toLowerCase(Locale.ROOT));
    }

    public Optional<Build> versionOf(String path) {
        return Optional.ofNullable(versions.get(path.toLowerCase(Locale.ROOT)));
    }

    /** Of its store.exe. */
    public Build binaries() {
        return versionOf(storePath()).orElseThrow();
    }

    public static String storePath() {
        return Product.FOLDER + "\\bin\\store.exe";
    }

    public synchronized void event(String source, int id, String text) {
        events.add(source + " " + id + " " + text);
    }

    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** Once it is down it stays so. */
    public void die() {
        dead = true;
    }

    /** Somebody runs a program there for a while. */
    public void runs(String program, Duration time, WorldClock clock) {
        clock.start(program, () -> {
            begin(program);
            try {
                clock.pass(time);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                end();
            }
        });
    }

    void begin(String program) {
        processes.put(Thread.currentThread(), program);
    }

    void end() {
        processes.remove(Thread.currentThread());
    }

    /** What runs there, by the names of the programs. */
    public List<String> processes() {
        return List.copyOf(processes.values());
    }

    /** The power goes: whatever runs ends without a word. */
    void killAll(WorldClock clock) {
        processes.keySet().forEach(clock::interrupt);
        processes.clear();
    }
}
