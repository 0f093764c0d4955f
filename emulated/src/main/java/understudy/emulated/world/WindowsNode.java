package understudy.emulated.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One Windows node: its power, its place in the cluster, what is installed, and what runs on it. */
public final class WindowsNode {
    /** Where Exchange keeps what it knows of its own installation. */
    public static final String EXCHANGE_KEY = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Exchange\\v8.0";

    static final String ROLE_KEY = EXCHANGE_KEY + "\\MailboxRole";
    static final String PENDING_KEY = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    static final String PENDING = "PendingFileRenameOperations";

    private final String name;
    private final Registry registry = new Registry();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Build> fileVersions = new ConcurrentHashMap<>();
    private final Map<String, String> tasks = new ConcurrentHashMap<>();
    private final Map<Integer, RunningProgram> processes = new ConcurrentHashMap<>();
    private final List<String> events = new ArrayList<>();
    private int lastProcess = 1000;
    volatile Instant boot;
    volatile boolean powered = true;
    volatile boolean member = true;
    volatile boolean paused;

    /** A program that runs. */
    public record RunningProgram(int id, String program, Thread thread) {}

    WindowsNode(String name, Instant boot) {
        this.name = name;
        this.boot = boot;
    }

    public String name() {
        return name;
    }

    public Registry registry() {
        return registry;
    }

    /** The services, by name without regard to case. */
    public Optional<Service> service(String service) {
        return Optional.ofNullable(services.get(service.toLowerCase(Locale.ROOT)));
    }

    public List<Service> services() {
        return List.copyOf(services.values());
    }

    /** Adds a service. */
    public void add(Service service) {
        services.put(service.name().toLowerCase(Locale.ROOT), service);
    }

    /** What is on its disk, by path without regard to case. */
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path.toLowerCase(Locale.ROOT)));
    }

    public void write(String path, byte[] content) {
        files.put(path.toLowerCase(Locale.ROOT), content);
    }

    public void delete(String path) {
        files.remove(path.toLowerCase(Locale.ROOT));
    }

    /** The paths of the files below a folder, in small letters. */
    public List<String> below(String folder) {
        var start = folder.toLowerCase(Locale.ROOT) + "\\";
        return files.keySet().stream()
                .filter(path -> path.startsWith(start))
                .sorted()
                .toList();
    }

    /** The version in a file's resources. */
    public Optional<Build> versionOf(String path) {
        return Optional.ofNullable(fileVersions.get(path.toLowerCase(Locale.ROOT)));
    }

    /** Puts a file with a version on its disk. */
    public void write(String path, byte[] content, Build version) {
        write(path, content);
        fileVersions.put(path.toLowerCase(Locale.ROOT), version);
    }

    /** The scheduled tasks: the command line of each. */
    public Map<String, String> tasks() {
        return tasks;
    }

    public synchronized void event(String source, int id, String text) {
        events.add(source + " " + id + " " + text);
    }

    public synchronized List<String> events() {
        return List.copyOf(events);
    }

    /** Notes a program that begins to run on this thread. */
    public synchronized RunningProgram begin(String program) {
        lastProcess += 4;
        var process = new RunningProgram(lastProcess, program, Thread.currentThread());
        processes.put(process.id(), process);
        return process;
    }

    public void end(RunningProgram process) {
        processes.remove(process.id());
    }

    public List<RunningProgram> processes() {
        return List.copyOf(processes.values());
    }

    /** The power goes: whatever runs ends without a word. */
    void killAll(WorldClock clock) {
        processes.values().stream().map(RunningProgram::thread).distinct().forEach(clock::interrupt);
        processes.clear();
    }

    Build binaries() {
        return versionOf(binariesPath()).orElse(Build.RTM);
    }

    static String binariesPath() {
        return "C:\\Program Files\\Microsoft\\Exchange Server\\bin\\store.exe";
    }
}
