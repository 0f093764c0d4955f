package understudy.driver.exchange.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import understudy.core.model.Change;
import understudy.core.model.Fact;
import understudy.core.model.Mark;
import understudy.core.model.PatchState;
import understudy.core.model.RestartNeed;
import understudy.core.model.Version;
import understudy.driver.exchange.ExchangeVersion;
import understudy.driver.exchange.Marks;
import understudy.remote.windows.Said;

/** What a node says of itself: its boot, its binaries, what setup has left behind, its services. */
public record NodeReport(String node, Said said) {
    /** The role whose key tells of the node's own binaries; that of the mailbox server is about a group. */
    public static final String NODE_ROLE = "MailboxRole";

    /** The role that setup configures when it upgrades a mailbox server. */
    public static final String SERVER_ROLE = "ClusteredMailboxServer";

    /** When the node was started, as Windows writes it: it changes with every start. */
    public Optional<String> boot() {
        return said.first("boot").map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The version of the binaries. */
    public Optional<ExchangeVersion> binaries() {
        return said.first("binaries").flatMap(ExchangeVersion::read);
    }

    /** Whether an installer runs there now. */
    public boolean installs() {
        return !said.all("installer").isEmpty();
    }

    /** {@code AMD64} or {@code x86}; empty where the node did not say. */
    public String architecture() {
        return said.first("architecture").orElse("");
    }

    /** How the node stands to its targets; what setup has left half done comes first. */
    public PatchState against(List<Version> targets) {
        // An installer takes packages away and brings them again: what is read meanwhile means nothing.
        if (installs()) {
            return new PatchState.Unknown("An installer runs on " + node + ": "
                    + said.first("installer").orElse("") + ".");
        }
        boolean left = isLeftHalfDone(NODE_ROLE);
        var binaries = left ? configured() : binaries();
        if (left && (targets.isEmpty() || binaries.isEmpty())) {
            return halfDone();
        }
        if (binaries.isEmpty()) {
            return new PatchState.Unknown("The version of store.exe on " + node + " could not be read.");
        }
        List<Change> behind = new ArrayList<>();
        for (Version target : targets) {
            var wanted = ExchangeVersion.read(target.version());
            boolean known = target.component().equals(ExchangeVersion.COMPONENT) && wanted.isPresent();
            if (!known) {
                return new PatchState.Unknown(
                        "The target " + target.component() + " " + target.version() + " is none of Exchange's.");
            }
            if (binaries.get().compareTo(wanted.get()) < 0) {
                behind.add(new Change(target.component(), binaries.get().toString(), target.version(), 0));
            }
        }
        if (behind.isEmpty() && left) {
            return halfDone();
        }
        return behind.isEmpty() ? new PatchState.Patched() : new PatchState.Behind(behind);
    }

    /** Whether a setup has left a watermark behind; it is still there while one runs. */
    public boolean isLeftHalfDone(String role) {
        return said.all("role").stream()
                .map(line -> line.split(" ", 3))
                .anyMatch(words -> words.length > 1
                        && words[0].equals(role)
                        && (words[1].equals("Action") || words[1].equals("Watermark")));
    }

    /** The version to which setup has configured the node; that of the files means nothing while a setup is half done. */
    private Optional<ExchangeVersion> configured() {
        return said.all("role").stream()
                .map(line -> line.split(" ", 3))
                .filter(words ->
                        words.length == 3 && words[0].equals(NODE_ROLE) && words[1].equals("ConfiguredVersion"))
                .findFirst()
                .flatMap(words -> ExchangeVersion.read(words[2]));
    }

    private PatchState halfDone() {
        return new PatchState.Broken(
                "A setup on " + node + " broke off: its watermark is left under " + NODE_ROLE + " in the registry.",
                "See that no setup runs there, and run the same setup again, which resumes it. If it refuses, export the key"
                        + " HKLM\\SOFTWARE\\Microsoft\\Exchange\\v8.0\\" + NODE_ROLE
                        + " and delete its values Action and Watermark.");
    }

    /** Whether the node asks for a restart. */
    public RestartNeed restart() {
        return said.first("pending").filter(text -> !text.isBlank()).isPresent()
                ? new RestartNeed.Needed("files are to be replaced when " + node + " starts")
                : new RestartNeed.NotNeeded();
    }

    /** The marks of ours in its registry. */
    public List<Mark> marks() {
        return said.all("mark").stream()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2)
                .flatMap(words -> Marks.read(words[0], words[1]).stream())
                .toList();
    }

    /** Its services, as facts. */
    public List<Fact> facts() {
        return said.all("service").stream()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2)
                .map(words -> new Fact("service." + words[0], words[1]))
                .toList();
    }
}
