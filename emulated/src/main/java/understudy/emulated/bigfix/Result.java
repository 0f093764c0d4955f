package understudy.emulated.bigfix;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import understudy.emulated.world.RestsOn;

/**
 * How an action stands on one computer.
 *
 * @param line of the script at which it failed, 0 otherwise
 */
record Result(String status, int line, Optional<Instant> start, Optional<Instant> end) {
    private static final List<String> NOT_BEGUN = List.of(
            "Evaluating",
            "Waiting",
            "Constrained",
            "Locked",
            "Pending Downloads",
            "Pending Message",
            "Pending Login",
            "Pending Offer Acceptance",
            "Offers Disabled",
            "Postponed",
            "Disk Limited",
            "Disk Free Limited");
    private static final List<String> ERRORS =
            List.of("Failed", "Download Failed", "Invalid Signature", "Hash Mismatch", "Transcoding Error", "error");

    static Result waiting(String status) {
        return new Result(status, 0, Optional.empty(), Optional.empty());
    }

    static Result running(Instant start) {
        return new Result("Running", 0, Optional.of(start), Optional.empty());
    }

    Result ended(String now, int at, Instant when) {
        return new Result(now, at, start, Optional.of(when));
    }

    boolean isBegun() {
        return !NOT_BEGUN.contains(status);
    }

    boolean isError() {
        return ERRORS.contains(status);
    }

    /** The number behind the text. */
    @RestsOn(mark = RestsOn.Mark.GENERAL, value = "The numbers of action states; only their texts are documented.")
    int state() {
        return switch (status) {
            case "Evaluating" -> 0;
            case "Running" -> 2;
            case "Fixed", "Completed" -> 3;
            case "Failed" -> 4;
            case "Pending Restart" -> 5;
            case "Not Relevant" -> 8;
            default -> 1;
        };
    }
}
