package understudy.cli.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import understudy.cli.init.Destination;
import understudy.cli.init.Draft;
import understudy.cli.init.Draft.NodeDraft;
import understudy.cli.init.FirstInventory;
import understudy.cli.init.LogIn;
import understudy.remote.ssh.NewHostKeys;

/** {@code understudy init}: the first inventory of a cluster that the tool has never seen. */
@Command(
        name = "init",
        description = "Writes an inventory from what one node of a live cluster shows; changes nothing there.",
        mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "HOST", description = "A node, as for ssh: HOST or USER@HOST.")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(
            names = {"--user", "-l"},
            paramLabel = "USER",
            description = "Who logs in; without it, you.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = {"--port", "-p"},
            paramLabel = "N",
            description = "The port of SSH on each node; 22 as a rule.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = {"--identity", "-i"},
            paramLabel = "FILE",
            description = "The private key to sign in with.")
    private Optional<Path> identity = Optional.empty();

    @Option(names = "--certificate", paramLabel = "FILE", description = "The certificate for that key.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--agent", description = "Sign in with the keys of the agent that runs.")
    private boolean agent;

    @Option(
            names = "--known-hosts",
            paramLabel = "FILE",
            description = "The file that says which host keys to believe; ~/.ssh/known_hosts as a rule.")
    private Optional<Path> knownHosts = Optional.empty();

    @Option(
            names = "--accept-new",
            description = {
                "Take the key of a node that no file knows on trust, and keep all keys in a file beside the",
                "inventory; a key that has changed is refused all the same."
            })
    private boolean acceptNew;

    @Option(
            names = {"--jump", "-J"},
            paramLabel = "HOST",
            split = ",",
            description = "Hosts on the way, the nearest first, as USER@HOST:PORT.")
    private List<String> jump = List.of();

    @Option(names = "--name", paramLabel = "CLUSTER", description = "Its name in the inventory; without it, its own.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Where to write it; never over another file.")
    private Path file = Path.of("inventory.yaml");

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Printing printing;

    /** What {@code --output json} prints. */
    public record Introduced(
            String file,
            String cluster,
            List<String> nodes,
            List<String> notReached,
            List<String> groups,
            List<NewHostKeys.Shown> hostKeys) {}

    @Override
    public Integer call() {
        FirstInventory written = FirstInventory.write(new FirstInventory.Wanted(
                destination(), name, new LogIn.Words(identity, certificate, agent, knownHosts, jump), acceptNew, file));
        Draft draft = written.draft();
        Introduced introduced = new Introduced(
                file.toString(),
                draft.name(),
                draft.nodes().stream().map(node -> node.node().value()).toList(),
                draft.nodes().stream().flatMap(node -> node.trouble().stream()).toList(),
                draft.groups().stream().map(group -> group.group().value()).toList(),
                written.hostKeys());
        printing.print(Introduced.class, introduced, lines(introduced, draft));
        return ExitCode.DONE.code();
    }

    private Destination destination() {
        try {
            return Destination.read(host, user, port, System.getProperty("user.name"));
        } catch (IllegalArgumentException wrong) {
            throw new Ending(ExitCode.BAD_INPUT, String.valueOf(wrong.getMessage()));
        }
    }

    private static List<String> lines(Introduced introduced, Draft draft) {
        List<String> lines = new ArrayList<>();
        lines.add("Wrote " + introduced.file() + ": cluster " + introduced.cluster() + " with the nodes "
                + String.join(", ", introduced.nodes())
                + (introduced.groups().isEmpty()
                        ? "."
                        : " and the groups " + String.join(", ", introduced.groups()) + "."));
        introduced.hostKeys().stream()
                .filter(NewHostKeys.Shown::onTrust)
                .forEach(
                        key -> lines.add(
                                "Taken on trust: the host key of " + key.host() + " (" + key.key()
                                        + "). Compare it with the node's own (ssh-keygen -lf /etc/ssh/ssh_host_*_key.pub on its console)."));
        draft.nodes().stream()
                .filter(node -> node.trouble().isPresent())
                .map(InitCommand::notReached)
                .forEach(lines::add);
        lines.add("Nothing was changed on the cluster. Decide what the file's comments ask, then: understudy check "
                + introduced.file() + " " + introduced.cluster());
        return lines;
    }

    private static String notReached(NodeDraft node) {
        return "Not reached: " + node.node() + " at " + node.address() + ". "
                + node.trouble().orElse("");
    }
}
