package understudy.cli.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import understudy.cli.commands.Ending;
import understudy.cli.commands.ExitCode;
import understudy.cli.inventory.ClusterEntry.SshEntry;
import understudy.remote.ssh.NewHostKeys;
import understudy.remote.ssh.NewHostKeys.Shown;

/**
 * The file that {@code init} leaves, with what it was made from. It is written over no other file, and where the cluster is not seen
 * nothing is left.
 */
public record FirstInventory(Draft draft, List<Shown> hostKeys) {
    /**
     * What the command line asks for.
     *
     * @param name the cluster's name in the inventory, if not its own
     * @param acceptNew whether keys that nobody knows are taken on trust
     */
    public record Wanted(Destination host, Optional<String> name, LogIn.Words logIn, boolean acceptNew, Path file) {
        /** Beside the inventory, and named after it. */
        Path keys() {
            String own = String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", "");
            return file.toAbsolutePath().normalize().resolveSibling(own + ".known_hosts");
        }
    }

    public FirstInventory {
        hostKeys = List.copyOf(hostKeys);
    }

    /**
     * Asks the cluster and writes the file.
     *
     * @throws Ending in one sentence, if the words are wrong, a file is there already or the cluster is not seen
     */
    public static FirstInventory write(Wanted wanted) {
        wanted.name()
                .filter(name -> !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}"))
                .ifPresent(odd -> {
                    throw new Ending(
                            ExitCode.BAD_INPUT,
                            "\"" + odd
                                    + "\" cannot be a cluster's name in an inventory: take up to 40 letters, digits and ._-.");
                });
        refuseExisting(wanted.file());
        SshEntry ssh = logIn(wanted);
        if (!wanted.acceptNew()) {
            return write(wanted, ssh, Optional.empty());
        }
        Path keys = wanted.keys();
        create(keys, "# The host keys of the inventory beside this file, as the nodes have shown them.\n");
        boolean written = false;
        try {
            FirstInventory inventory = write(wanted, ssh, Optional.of(new NewHostKeys(keys)));
            written = true;
            return inventory;
        } finally {
            if (!written) {
                delete(keys);
            }
        }
    }

    private static FirstInventory write(Wanted wanted, SshEntry ssh, Optional<NewHostKeys> newKeys) {
        try (Introduction introduction = new Introduction(ssh, newKeys, System.getenv())) {
            return switch (introduction.meet(wanted.host(), wanted.name())) {
                case Introduction.Met.NotSeen(String reason) ->
                    throw new Ending(ExitCode.NOT_SEEN, reason + remedy(reason));
                case Introduction.Met.Known(Draft draft) -> {
                    Draft kept =
                            newKeys.map(keys -> draft.believing(keys.file())).orElse(draft);
                    create(wanted.file(), InventoryPage.write(kept, wanted.file()));
                    yield new FirstInventory(
                            kept, newKeys.map(NewHostKeys::shown).orElse(List.of()));
                }
            };
        } catch (IllegalArgumentException wrongWord) {
            throw new Ending(ExitCode.BAD_INPUT, String.valueOf(wrongWord.getMessage()));
        }
    }

    private static String remedy(String reason) {
        return reason.contains("host key") && reason.contains("is not in ")
                ? " Or call init with --accept-new, which takes the key that is shown on trust."
                : "";
    }

    private static SshEntry logIn(Wanted wanted) {
        try {
            return LogIn.entry(
                    wanted.host(),
                    wanted.logIn(),
                    Path.of(System.getProperty("user.home")),
                    Map.copyOf(System.getenv()));
        } catch (IllegalArgumentException wrong) {
            throw new Ending(ExitCode.BAD_INPUT, String.valueOf(wrong.getMessage()));
        }
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) {
            throw exists(file);
        }
    }

    private static void create(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw exists(file);
        } catch (IOException unwritable) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The file " + file + " cannot be written ("
                            + unwritable.getClass().getSimpleName() + " " + unwritable.getMessage()
                            + "): name another place with --file.");
        }
    }

    private static Ending exists(Path file) {
        return new Ending(
                ExitCode.BAD_INPUT,
                "The file " + file
                        + " exists already, and init writes over nothing: name another with --file, or take it"
                        + " away.");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "The file " + file + " is left over and cannot be removed (" + stays + "): take it away.");
        }
    }
}
