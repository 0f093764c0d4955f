package understudy.emulated.classic;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import understudy.emulated.windows.CommandHost;
import understudy.emulated.windows.CommandLine;

/** A newer Windows beside the cluster, from which its nodes are reached by programs that take a node's name; cmd.exe is its shell. */
public final class ManagementHost implements CommandHost {
    private static final int NOT_FOUND = 9009;
    private static final Map<String, String> VARIABLES =
            Map.of("OS", "Windows_NT", "COMPUTERNAME", "MGMT", "PATH", "C:\\Windows\\System32", "USERNAME", "exadmin");

    /** Where whoever starts the line puts cmd.exe in front of it, as WinRM does and OpenSSH does unseen. */
    private static final Pattern IN_FRONT = Pattern.compile(
            "(?:[A-Za-z]:\\\\\\S*\\\\)?cmd(?:\\.exe)? /c (.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final OldWorld world;
    private final Map<String, String> passwords;
    private final Map<String, HostProgram> programs;

    /** @param passwords of the accounts that may log on, by name */
    public ManagementHost(OldWorld world, Map<String, String> passwords) {
        this.world = world;
        this.passwords = Map.copyOf(passwords);
        this.programs = Map.of(
                "cluster", new HostCluster(world),
                "sc", new HostServices(world),
                "reg", new HostRegistry(world),
                "wmic", new HostWmic(world),
                "schtasks", new HostTasks(world),
                "shutdown", new HostShutdown(world),
                "certutil", new HostFiles.Digest(world),
                "findstr", new HostFiles.Find(world),
                "dsquery", new HostDirectory(world));
    }

    @Override
    public String name() {
        return "MGMT";
    }

    @Override
    public Optional<String> password(String account) {
        return Optional.ofNullable(passwords.get(CommandHost.bareName(account)));
    }

    @Override
    public int run(String account, String commandLine, InputStream input, OutputStream output, OutputStream error)
            throws IOException, InterruptedException {
        int exit = 0;
        var behind = IN_FRONT.matcher(commandLine);
        for (String command : new CmdLine(VARIABLES).commands(behind.matches() ? behind.group(1) : commandLine)) {
            exit = one(command, output, error);
        }
        return exit;
    }

    private int one(String command, OutputStream output, OutputStream error) throws IOException, InterruptedException {
        List<String> arguments = CommandLine.arguments(command);
        var name = arguments.getFirst().toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
        var program = programs.get(name);
        if (program == null) {
            error.write(("'" + arguments.getFirst() + "' is not recognized as an internal or external command,\r\n"
                            + "operable program or batch file.\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return NOT_FOUND;
        }
        world.about(String.join(" ", arguments));
        var said = program.run(arguments.subList(1, arguments.size()));
        output.write(said.output().getBytes(StandardCharsets.UTF_8));
        return said.exit();
    }

    /** The node that {@code \\NODE} names, where it answers. */
    static Optional<OldNode> reached(OldWorld world, String unc) {
        return world.node(unc.replaceFirst("^\\\\\\\\", "")).filter(world::isPowered);
    }
}
