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

    /** How the node stands to its targets; what setup has left half done comes first. */
    public PatchState against(List<Version> targets) {
        var left = said.all("role").stream()
                .map(line -> line.split(" ", 3))
                .filter(words -> words.length > 1 && (words[1].equals("Action") || words[1].equals("Watermark")))
                .map(words -> words[0])
                .findFirst();
        if (left.isPresent()) {
            return installs() ? new PatchState.Unknown("Setup runs on " + node + ".") : halfDone(left.get());
        }
        var binaries = binaries();
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
        return behind.isEmpty() ? new PatchState.Patched() : new PatchState.Behind(behind);
    }

    private PatchState halfDone(String role) {
        return new PatchState.Broken(
                "A setup of " + role + " on " + node + " broke off: its watermark is left in the registry.",
                "Run the same setup again on " + node
                        + " by hand, which resumes it; ExchangeSetup.log says where it stopped.");
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
