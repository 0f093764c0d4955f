package understudy.emulated.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Machine machine = new Machine();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Build> fileVersions = new ConcurrentHashMap<>();
    private final Map<String, String> tasks = new ConcurrentHashMap<>();
    private final Map<Integer, RunningProgram> processes = new ConcurrentHashMap<>();
    private final List<Logged> events = new ArrayList<>();
    private final Set<NodeFault> faults = ConcurrentHashMap.newKeySet();
    private int lastProcess = 1000;
    volatile Instant boot;
    volatile boolean powered = true;
    volatile boolean member = true;
    volatile boolean paused;

    /** A program that runs. */
    public record RunningProgram(int id, String program, String commandLine, Thread thread) {}

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

    /** What Windows itself is on it. */
    public Machine machine() {
        return machine;
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

    /** A line of the Application log. */
    public record Logged(String source, int id, String text) {
        @Override
        public String toString() {
            return source + " " + id + " " + text;
        }
    }

    public synchronized void event(String source, int id, String text) {
        events.add(new Logged(source, id, text));
    }

    public synchronized List<String> events() {
        return events.stream().map(Logged::toString).toList();
    }

    /** The Application log, oldest first. */
    public synchronized List<Logged> log() {
        return List.copyOf(events);
    }

    /** From now on this goes wrong on the node, once. */
    public void breaks(NodeFault fault) {
        faults.add(fault);
    }

    /** Whether this goes wrong now; the next time it does not. */
    boolean takes(NodeFault fault) {
        return faults.remove(fault);
    }

    /** Whether this goes wrong on the node; it stays so until it is mended. */
    public boolean has(NodeFault fault) {
        return faults.contains(fault);
    }

    /** It goes well again. */
    public void mend(NodeFault fault) {
        faults.remove(fault);
    }

    /** Notes a program that begins to run on this thread. */
    public RunningProgram begin(String program) {
        return begin(program, program);
    }

    /** The same with its command line. */
    public synchronized RunningProgram begin(String program, String commandLine) {
        lastProcess += 4;
        var process = new RunningProgram(lastProcess, program, commandLine, Thread.currentThread());
        processes.put(process.id(), process);
        return process;
    }

    /** A program of Windows that stays for a while and does nothing that is asked of it. */
    void lingers(String program, String commandLine, Duration time, WorldClock clock) {
        RunningProgram process;
        synchronized (this) {
            lastProcess += 4;
            process = new RunningProgram(
                    lastProcess, program, commandLine, Thread.ofVirtual().unstarted(() -> {}));
            processes.put(process.id(), process);
        }
        clock.after(time, () -> end(process));
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
