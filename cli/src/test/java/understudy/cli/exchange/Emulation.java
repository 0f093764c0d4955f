package understudy.cli.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import understudy.cli.CommandRun;
import understudy.cli.OtherProcess;
import understudy.emulated.world.ScaledClock;
import understudy.emulated.world.Service;

/** An emulated cluster or server behind real sockets, with the inventory, the patch and the commands of a user who has nothing else. */
abstract class Emulation implements AutoCloseable {
    private static final double SPEED = 60;

    private final Path folder;
    private final Map<String, String> before = new LinkedHashMap<>();

    Emulation(Path folder) {
        this.folder = folder;
    }

    static ScaledClock clock() {
        return new ScaledClock(Instant.now(), SPEED);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    /** Everything is as a user finds it. */
    final void ready(String inventory, String patch) throws IOException {
        before.putAll(services());
        Files.writeString(inventory(), inventory);
        Files.writeString(folder.resolve("patch.yaml"), patch);
    }

    /** What was asked of the nodes that changes something, in order. */
    abstract List<String> journal();

    /** Something happens, once, as soon as a line with these words was asked. */
    abstract void when(String words, Runnable happens);

    /** Every connection breaks; new ones are welcome. */
    abstract void cut();

    /** Whether the clients of each mail server are served now. */
    abstract SequencedMap<String, BooleanSupplier> served();

    /** Each service of each node, whether it runs and how it starts. */
    abstract Map<String, String> services();

    static String how(Service service) {
        return (service.isRunning() ? "running, " : "stopped, ") + service.startMode();
    }

    /** Gathers what is not as it has to be once every node is patched, beside services and clients. */
    abstract void judge(Faults faults);

    /** What is not as it has to be once every node is patched; empty where all is well. */
    final List<String> faults() {
        var faults = new Faults();
        faults.same("Not served", out(), List.of());
        faults.same(services(), before);
        judge(faults);
        return faults.all();
    }

    @Override
    public abstract void close() throws IOException;

    /** Something happens as soon as so many lines were asked. */
    final void after(int lines, Runnable happens) {
        when("", () -> {
            if (journal().size() >= lines) {
                happens.run();
            } else {
                after(lines, happens);
            }
        });
    }

    /** How often something with these words was asked of the nodes. */
    final long count(String words) {
        return journal().stream().filter(line -> line.contains(words)).count();
    }

    /** The names of the mail servers whose clients are not served now. */
    final List<String> out() {
        var out = new LinkedHashMap<>(served());
        out.values().removeIf(BooleanSupplier::getAsBoolean);
        return List.copyOf(out.keySet());
    }

    /** A command of the program on this cluster. */
    final CommandRun call(String command, String... more) {
        return CommandRun.of(about(command, more));
    }

    final CommandRun run(String name) {
        return call("run", "--yes", "--run", name, "--state", state().toString());
    }

    /** A run in a process of its own, which can be killed. */
    final Process startRun(String name) throws IOException {
        return start(about("run", "--yes", "--run", name, "--state", state().toString()));
    }

    private List<String> about(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                inventory().toString(),
                "mail",
                "--patch",
                folder.resolve("patch.yaml").toString()));
        words.addAll(List.of(more));
        return words;
    }

    /** A command about a run that is kept in this cluster's state folder. */
    final CommandRun ofRun(String command, String run, String... more) {
        return CommandRun.of(kept(command, run, more));
    }

    /** The same in a process of its own. */
    final Process startOfRun(String command, String run, String... more) throws IOException {
        return start(kept(command, run, more));
    }

    private List<String> kept(String command, String run, String... more) {
        List<String> words = new ArrayList<>(List.of(command, run, "--state", state().toString()));
        words.addAll(List.of(more));
        return words;
    }

    private Process start(List<String> words) throws IOException {
        return OtherProcess.start(folder.resolve("process.log"), words);
    }

    /** What the process that was started last has said so far. */
    final String said() throws IOException {
        return Files.readString(folder.resolve("process.log"));
    }

    final Path inventory() {
        return folder.resolve("inventory.yaml");
    }

    final Path state() {
        return folder.resolve("state");
    }
}
