package understudy.cli.commands;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Option;
import understudy.cli.view.JournalLog;

/** {@code --journal}: what a run tells goes to systemd's journal too. */
public final class JournalOption {
    @Option(
            names = "--journal",
            description = "Tells systemd's journal too what happens: journalctl --identifier=understudy.")
    private boolean wanted;

    Optional<JournalLog> open() {
        if (!wanted) {
            return Optional.empty();
        }
        try {
            return Optional.of(JournalLog.open());
        } catch (IOException none) {
            throw new Ending(
                    ExitCode.BAD_INPUT,
                    "This machine has no systemd-cat, by which --journal writes: install systemd, or leave the option"
                            + " out and keep what `understudy events RUN` prints.");
        }
    }
}
