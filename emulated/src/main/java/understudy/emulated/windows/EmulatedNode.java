package understudy.emulated.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import understudy.emulated.powershell.Program;
import understudy.emulated.world.WindowsNode;
import understudy.emulated.world.World;

/** One node of the world, with the programs that are installed on it. */
public final class EmulatedNode implements CommandHost {
    /** What cmd.exe ends with where it finds no such program. */
    private static final int NOT_FOUND = 9009;

    private final World world;
    private final WindowsNode node;
    private final Map<String, String> passwords;

    /** @param passwords of the accounts that may log on, by name */
    public EmulatedNode(World world, WindowsNode node, Map<String, String> passwords) {
        this.world = world;
        this.node = node;
        this.passwords = Map.copyOf(passwords);
    }

    @Override
    public String name() {
        return node.name();
    }

    /** The node behind it. */
    public WindowsNode node() {
        return node;
    }

    World world() {
        return world;
    }

    @Override
    public Optional<String> password(String account) {
        return Optional.ofNullable(passwords.get(CommandHost.bareName(account)));
    }

    @Override
    public int run(String account, String commandLine, InputStream input, OutputStream output, OutputStream error)
            throws IOException, InterruptedException {
        if (!world.isPowered(node)) {
            throw new IOException(node.name() + " is down");
        }
        var boot = world.bootOf(node);
        List<String> arguments = CommandLine.arguments(commandLine);
        var program = arguments.isEmpty() ? Optional.<Program>empty() : program(arguments.getFirst(), error);
        if (program.isEmpty()) {
            error.write(("'" + commandLine.split(" ", 2)[0]
                            + "' is not recognized as an internal or external command,\r\noperable program or batch"
                            + " file.\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return NOT_FOUND;
        }
        // Setup notes itself, so that it is one process whether cmd.exe or PowerShell has started it.
        var name = baseName(arguments.getFirst());
        var process = node.begin(name.equals("setup") ? "cmd" : name);
        try {
            return program.get().run(arguments.subList(1, arguments.size()), input, output);
        } catch (InterruptedException killed) {
            if (!world.isPowered(node) || !world.bootOf(node).equals(boot)) {
                throw new IOException(node.name() + " lost its power", killed);
            }
            throw killed;
        } finally {
            node.end(process);
        }
    }

    /** A program by its name or its full path. */
    Optional<Program> program(String name, OutputStream error) {
        if (name.toLowerCase(Locale.ROOT).endsWith("\\setup.com")) {
            return node.versionOf(name)
                    .map(medium -> (arguments, _, output) -> new SetupProgram(this, medium).run(arguments, output));
        }
        return switch (baseName(name)) {
            case "powershell" ->
                Optional.of(
                        (arguments, input, output) -> new PowerShellProgram(this, error).run(arguments, input, output));
            case "cluster" ->
                Optional.of((arguments, _, output) -> new ClusterProgram(world, node).run(arguments, output));
            case "msiexec" ->
                Optional.of((arguments, _, output) -> new InstallerProgram(world, node).run(arguments, output));
            case "schtasks" -> Optional.of((arguments, _, output) -> new TaskProgram(this).run(arguments, output));
            case "shutdown" ->
                Optional.of((arguments, _, output) -> new ShutdownProgram(world, node).run(arguments, output));
            default -> Optional.empty();
        };
    }

    private static String baseName(String path) {
        var name = path.substring(path.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") || name.endsWith(".com") ? name.substring(0, name.length() - 4) : name;
    }
}
